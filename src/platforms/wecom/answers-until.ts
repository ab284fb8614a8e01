import type { Address } from '../platform.ts'
import { responseUrlLife } from './bot-send.ts'
import { streamLife } from './bot-stream.ts'
import { readReplyRef } from './reply-ref.ts'

/**
 * Until when a message can be answered: one to the 智能机器人 as long as its stream or `response_url` lives, unless the app
 * or the robot of its group (`hasOtherWay`) answers at any time.
 */
export function answersUntil(to: Address, hasOtherWay: boolean): Date | null {
  const ref = readReplyRef(to)
  if (ref?.way !== 'bot' || hasOtherWay) return null
  return new Date(ref.at + (ref.responseUrl === null ? streamLife : responseUrlLife))
}
