import { createHash } from 'node:crypto'
import type { Excess, Message } from '../bot.ts'
import type { SettingStore } from '../store/store.ts'

/** How long one word suffices, in milliseconds: a flood gets one reply, who tries again later gets another. */
const span = 600_000

/** What is said beside the answer, which comes later: what is refused is told under each message. */
export type Notice = Extract<Excess['kind'], 'put_off' | 'queue'>

/**
 * Whether this message is the one under which its sender is told, here, that it is too much: the first in a while, over
 * all replicas. It stays so for this message, however often it is asked. Names in the store are hashes, swept daily.
 */
export async function isFirstToTell(message: Message, what: Notice, store: SettingStore): Promise<boolean> {
  const at = message.receivedAt.getTime()
  const turn = Math.floor(at / span)
  const told = await store.settle(nameOf(message, what, turn - 1), nobody)
  if (told !== nobody && at - Number(told.split(' ', 1)[0]) < span) return false
  const own = `${at} ${message.key}`
  return (await store.settle(nameOf(message, what, turn), own)) === own
}

/** Stands where nobody was told in a turn that is over. */
const nobody = '-'

function nameOf({ platform, conversation, sender }: Message, what: string, turn: number): string {
  const who = JSON.stringify([what, platform, conversation.id, sender.id, turn])
  return `told ${createHash('sha256').update(who).digest('hex').slice(0, 32)}`
}
