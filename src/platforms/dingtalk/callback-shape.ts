import { z } from 'zod'

// What DingTalk sends differs between clients, tenants and years: a field that is not as expected counts as absent,
// and unknown ones are left alone.
const text = z.string().optional().catch(undefined)
const id = z.string().trim().min(1).max(512).optional().catch(undefined)
const milliseconds = z.coerce.number().int().positive().optional().catch(undefined)

/** Some callbacks carry `content` as a JSON string. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return { text: value }
  }
}

const piece = z.object({
  /** `text`, `picture`, `at` …; quotes call it `msgType`. */
  type: text,
  msgType: text,
  text,
  /** The text of a piece in a quote. */
  content: text,
  downloadCode: id,
  fileName: text,
})
const pieces = z.array(piece.catch({})).optional().catch(undefined)

const contentFields = z.object({
  text,
  content: text,
  richText: z.preprocess(unpacked, pieces),
  downloadCode: id,
  fileName: text,
  /** What was heard in a voice message. */
  recognition: text,
  quoteContent: text,
})

const repliedMsg = z
  .object({
    msgId: id,
    msgType: text,
    content: z.preprocess(unpacked, contentFields.optional().catch(undefined)),
  })
  .optional()
  .catch(undefined)

const content = z.preprocess(unpacked, contentFields.extend({ repliedMsg }).optional().catch(undefined))

const body = z.object({
  msgtype: text,
  msgId: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), id),
  originalMsgId: id,
  conversationType: z.coerce.string().optional().catch(undefined),
  conversationId: id,
  conversationTitle: text,
  senderId: id,
  senderNick: text,
  senderStaffId: z.string().trim().min(1).max(128).optional().catch(undefined),
  robotCode: id,
  chatbotUserId: id,
  atUsers: z
    .array(z.object({ dingtalkId: text }).catch({}))
    .optional()
    .catch(undefined),
  sessionWebhook: z.string().max(4096).optional().catch(undefined),
  sessionWebhookExpiredTime: milliseconds,
  text: z.object({ content: text, repliedMsg }).optional().catch(undefined),
  content,
  /** The older form of a quote. */
  quoteMessage: z
    .object({ msgId: id, msgtype: text, text: z.object({ content: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  /** Instead of text and content, where the organisation has used up its calls. */
  errorMessage: text,
  errorCode: z.coerce.string().optional().catch(undefined),
})

/** The body of a callback, what is used of it. */
export type CallbackBody = z.infer<typeof body>
/** `content`, of the message itself or of a quoted one. */
export type CallbackContent = z.infer<typeof contentFields>
/** A part of a richText. */
export type RichPiece = z.infer<typeof piece>
/** A quoted message. */
export type RepliedMessage = NonNullable<z.infer<typeof repliedMsg>>

/** The body of a callback; null where it is no JSON object. */
export function readCallback(json: string): CallbackBody | null {
  try {
    return body.parse(JSON.parse(json))
  } catch {
    return null
  }
}
