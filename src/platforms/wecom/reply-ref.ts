import { z } from 'zod'
import type { Address } from '../platform.ts'

/** The way back to a message: by which of the two, and what that one needs. It may hold a secret. */
export type ReplyRef =
  | { readonly way: 'app' }
  | {
      readonly way: 'bot'
      /** The message's id at the platform. */
      readonly messageId: string
      /** When it came, in milliseconds. */
      readonly at: number
      /** Takes one answer within an hour; null where the message brought none. */
      readonly responseUrl: string | null
    }

const shape = z.discriminatedUnion('way', [
  z.object({ way: z.literal('app') }),
  z.object({
    way: z.literal('bot'),
    messageId: z.string(),
    at: z.number(),
    responseUrl: z.string().nullable(),
  }),
])

/** As it travels in a message. */
export function writeReplyRef(ref: ReplyRef): string {
  return JSON.stringify(ref)
}

/** The way to an address; null where none was given with it, as for a reminder. */
export function readReplyRef({ ref }: Pick<Address, 'ref'>): ReplyRef | null {
  return ref === undefined ? null : shape.parse(JSON.parse(ref))
}
