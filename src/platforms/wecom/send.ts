import type { Reply } from '../../bot.ts'
import type { Address, Delivery } from '../platform.ts'
import type { AppSender } from './app-send.ts'
import type { ResponseUrlSender } from './bot-send.ts'
import { readReplyRef } from './reply-ref.ts'

/** A group's webhook robot; null: the roster names none for this address. */
export type RobotSender = (to: Address, reply: Reply, key: string) => Promise<Delivery | null>

export interface SendOptions {
  readonly sender: AppSender | null
  readonly responseUrl: ResponseUrlSender | null
  readonly robots: RobotSender
}

/**
 * Sends one reply by the first way that is open to its address: the message's own `response_url`, the app to the one
 * who asked, the robot of the group.
 */
export function createSend({ sender, responseUrl, robots }: SendOptions) {
  return async (to: Address, reply: Reply, key: string): Promise<Delivery> => {
    const ref = readReplyRef(to)
    let reason = 'no way to this conversation'
    if (ref?.way === 'bot' && responseUrl !== null) {
      const delivery = await responseUrl(to, ref, reply, key)
      if (delivery.kind !== 'closed') return delivery
      reason = delivery.reason
    }
    // What nobody asked for goes to the group itself, not to a person in it.
    const isUnasked = ref === null && to.conversationKind === 'group'
    if (sender !== null && !isUnasked) {
      const delivery = await sender.send(to, reply, key)
      if (delivery.kind !== 'refused') return delivery
      reason = delivery.reason
    }
    const byRobot = to.conversationKind === 'group' ? await robots(to, reply, key) : null
    return byRobot ?? { kind: 'refused', reason }
  }
}
