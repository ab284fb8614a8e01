import type { Message } from '../src/bot.ts'

/** A message of the sandbox's group, with what the test cares about laid over it. */
export function aMessage(parts: Partial<Message> = {}): Message {
  return {
    key: 'sandbox:m1',
    platform: 'sandbox',
    conversation: { id: 'sandbox:g1', kind: 'group', name: '政务公开联络群' },
    sender: { id: 'wang', name: '王敏' },
    text: '帮助',
    attachments: [],
    receivedAt: new Date('2026-01-12T01:00:00.123Z'),
    ...parts,
  }
}
