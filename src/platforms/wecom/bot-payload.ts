import { z } from 'zod'

/** Absent, null and a wrong type are one thing: the field is not there. */
const optional = <T extends z.ZodType>(shape: T): z.ZodType<z.infer<T> | undefined> =>
  shape.optional().catch(undefined)

/** An empty address is none. */
const address = z.string().trim().min(1)
const link = z.object({ url: optional(address) })
const spoken = z.object({ content: z.string() })

/** What a message or a quote holds, under the key that its `msgtype` names. */
const content = {
  msgtype: z.string(),
  text: optional(spoken),
  voice: optional(spoken),
  image: optional(link),
  file: optional(link),
  mixed: optional(
    z.object({
      msg_item: z.array(z.object({ msgtype: z.string(), text: optional(spoken), image: optional(link) })),
    }),
  ),
}

const contentShape = z.object(content)

/** Content of a message of the 智能机器人, or of what it quotes. */
export type BotContent = z.infer<typeof contentShape>

const id = z.union([z.string().min(1).max(512), z.number().transform(String)])

const payloadShape = z
  .object({
    ...content,
    msgid: id,
    chattype: z.enum(['single', 'group']).catch('single'),
    chatid: optional(z.string().min(1)),
    from: z.object({ userid: z.string().min(1) }),
    response_url: optional(address),
    quote: optional(contentShape),
  })
  .refine(({ chattype, chatid }) => chattype === 'single' || chatid !== undefined)

/** A message that a person sent to the 智能机器人. */
export type BotPayload = z.infer<typeof payloadShape>

const streamShape = z.object({
  msgtype: z.literal('stream'),
  /** Empty where it has no name that could be read: the stream is over then, and no message was sent. */
  stream: z.object({ id: z.string().catch('') }).catch({ id: '' }),
  chattype: z.enum(['single', 'group']).catch('single'),
  chatid: optional(z.string()),
  from: optional(z.object({ userid: z.string() })),
})

const eventShape = z.object({
  msgtype: z.literal('event'),
  event: optional(z.object({ eventtype: z.string() })),
})

/** What a callback of the 智能机器人 is about. */
export type BotCallback =
  | { readonly kind: 'message'; readonly payload: BotPayload }
  | { readonly kind: 'poll'; readonly poll: BotPoll }
  | { readonly kind: 'event'; readonly eventType: string }
  /** Well-formed, but of a shape nobody described. */
  | { readonly kind: 'strange' }

/** A stream asks for its next frame. */
export interface BotPoll {
  readonly streamId: string
  readonly chatId: string | null
  readonly userId: string
}

/** Sorts the decrypted JSON of a callback; null where it is no JSON object. */
export function botCallback(text: string): BotCallback | null {
  const json = parse(text)
  if (typeof json !== 'object' || json === null) return null
  const event = eventShape.safeParse(json)
  if (event.success) return { kind: 'event', eventType: event.data.event?.eventtype ?? '' }
  const poll = streamShape.safeParse(json)
  if (poll.success) {
    const { stream, chattype, chatid, from } = poll.data
    const chatId = chattype === 'group' ? (chatid ?? null) : null
    return { kind: 'poll', poll: { streamId: stream.id, chatId, userId: from?.userid ?? '' } }
  }
  const message = payloadShape.safeParse(json)
  return message.success ? { kind: 'message', payload: message.data } : { kind: 'strange' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
