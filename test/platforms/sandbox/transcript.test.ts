import { expect, test } from '@jest/globals'
import { isForBot, messageOf, withMention, type Line } from '../../../src/platforms/sandbox/transcript.ts'

const group = { id: 'all', kind: 'group', name: '全区', personId: null } as const

function line(text: string): Line {
  return {
    key: 'sandbox:1',
    conversationId: 'all',
    author: { id: 'zhang', name: '张三', isBot: false },
    ...{ text, file: null, quotes: null, at: new Date('2026-01-12T02:00:00Z') },
  }
}

test.each(['@公开助手 依申请几件', '＠公开助手 依申请几件', '依申请几件＠公开助手'])(
  '%s is for the bot',
  (text) => {
    expect(withMention(text)).toBe(text)
    expect(isForBot(line(text), group)).toBe(true)
    expect(messageOf(line(text), group, null).text).toBe('依申请几件')
  },
)

test('what mentions nobody is not', () => {
  expect(isForBot(line('依申请几件'), group)).toBe(false)
})
