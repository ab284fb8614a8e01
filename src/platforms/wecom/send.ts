import type { Reply } from '../../bot.ts'
import type { Address, Attempt, Delivery } from '../platform.ts'
import type { AppSender } from './app-send.ts'
import { responseUrlWay, type ResponseUrlSender } from './bot-send.ts'
import { readReplyRef } from './reply-ref.ts'

/** A group's webhook robot; null: the roster names none for this address. */
export type RobotSender = (
  to: Address,
  reply: Reply,
  key: string,
  attempt: Attempt,
) => Promise<Delivery | null>

export interface SendOptions {
  readonly sender: AppSender | null
  readonly responseUrl: ResponseUrlSender | null
  readonly robots: RobotSender
}

/**
 * Sends one reply by the first way that is open to its address: the message's own `response_url`, the robot of its
 * group, the app to the one who asked. What may have gone by `response_url` goes no other way: that takes one message
 * and tells no repeat from it.
 */
export function createSend({ sender, responseUrl, robots }: SendOptions) {
  return async (to: Address, reply: Reply, key: string, attempt: Attempt): Promise<Delivery> => {
    const ref = readReplyRef(to)
    const isGroup = to.conversationKind === 'group'
    let reason = 'no way to this conversation'
    if (ref?.way === 'bot' && responseUrl !== null) {
      const delivery = await responseUrl(to, ref, reply, { key, attempt })
      if (delivery.kind !== 'closed') return delivery
      reason = delivery.reason
    }
    if (attempt.earlier.includes(responseUrlWay))
      return { kind: 'refused', reason: `perhaps sent, ${reason}` }
    await attempt.begin(null)
    const worded = attempt.worded(reply)
    const byRobot = isGroup ? await robots(to, worded, key, attempt) : null
    if (byRobot !== null) {
      if (byRobot.kind !== 'refused') return byRobot
      reason = byRobot.reason
      await attempt.begin(null)
    }
    // What nobody asked for goes to the group itself, not to a person in it.
    const isUnasked = isGroup && ref === null
    return sender === null || isUnasked ? { kind: 'refused', reason } : sender.send(to, worded, key)
  }
}
