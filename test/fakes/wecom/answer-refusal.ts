import { framePictureRefusal } from './picture-refusal.ts'

/** Of a stream frame's text, in UTF-8. */
const longest = 20_480
const toMessages = ['stream', 'template_card', 'stream_with_template_card']

/**
 * Why the platform would not take the plain answer to a callback of the 智能机器人 (platforms, 3.4 and 3.6); null: it is
 * taken. An empty answer, null here, always is, but to a stream that asks for its next frame.
 */
export function answerRefusal(payload: Readonly<Record<string, unknown>>, answer: unknown): string | null {
  const { msgtype } = payload
  if (msgtype === 'event') return answer === null ? null : eventRefusal(payload['event'], answer)
  if (msgtype === 'stream') return pollRefusal(payload['stream'], answer)
  if (answer === null) return null
  const type = fieldOf(answer, 'msgtype')
  if (!toMessages.includes(type)) return `${type} as the answer to a message`
  if (type === 'template_card') return null
  return idOf(answer) === '' ? 'a stream without id' : frameRefusal(answer)
}

function pollRefusal(asked: unknown, answer: unknown): string | null {
  if (fieldOf(answer, 'msgtype') !== 'stream') return 'no stream as the next frame'
  return idOf(answer) === fieldOf(asked, 'id') ? frameRefusal(answer) : 'the frame of another stream'
}

function eventRefusal(event: unknown, answer: unknown): string | null {
  switch (fieldOf(event, 'eventtype')) {
    case 'enter_chat':
      return ['text', 'template_card'].includes(fieldOf(answer, 'msgtype')) ? null : 'no text to enter_chat'
    case 'template_card_event':
      return fieldOf(answer, 'response_type') === 'update_template_card' ? null : 'no update of the card'
    default:
      return 'an answer to an event that takes none'
  }
}

function frameRefusal(frame: unknown): string | null {
  const { finish = false, content = '' } = (frame as Streamed).stream ?? {}
  if (typeof finish !== 'boolean' || typeof content !== 'string') return 'a field of the wrong type'
  if (Buffer.byteLength(content) > longest) return `content of ${Buffer.byteLength(content)} bytes`
  // The bubble before it would stay.
  if (finish && !/[^\s\p{C}\p{Z}]/u.test(content)) return 'a last frame with nothing to see'
  return framePictureRefusal(frame)
}

interface Streamed {
  readonly stream?: { readonly finish?: unknown; readonly content?: unknown }
}

function idOf(frame: unknown): string {
  return fieldOf((frame as Streamed).stream, 'id')
}

/** A field that is text; empty where it is not there. */
function fieldOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const field = (value as Readonly<Record<string, unknown>>)[name]
  return typeof field === 'string' ? field : ''
}
