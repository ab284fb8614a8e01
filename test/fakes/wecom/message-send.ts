import type { FakeApiOptions, Media, ShownMessage } from './fake-api.ts'
import { byteLength, contentOf, failure, ok, type JsonReply } from './json-reply.ts'
import { isJpgOrPng } from './picture-refusal.ts'
import type { RecordedRequest } from './recorded-request.ts'

export interface SendingParts extends FakeApiOptions {
  readonly shown: ShownMessage[]
  readonly media: ReadonlyMap<string, Media>
  readonly keep: (name: string, bytes: Uint8Array) => string
}

const perMinute = 30
const textTypes = ['text', 'markdown']
const fileTypes = ['file', 'image']

/** `message/send` and `media/upload` (platforms, 6.2 and 6.4). */
export class MessageSend {
  readonly #parts: SendingParts
  readonly #seen = new Map<string, number>()
  /** Media ids of pictures. */
  readonly #images = new Set<string>()
  #count = 0

  constructor(parts: SendingParts) {
    this.#parts = parts
  }

  answer({ json }: RecordedRequest): JsonReply {
    const message = json ?? {}
    const { touser, msgtype: type } = message
    if (message['agentid'] !== this.#parts.agentId) return failure(40056, 'invalid agentid')
    if (typeof touser !== 'string' || touser === '') return failure(40003, 'invalid userid')
    if (typeof type !== 'string' || ![...textTypes, ...fileTypes].includes(type)) {
      return failure(40008, 'invalid message type')
    }
    const content = this.#content(message, type)
    if (content === null) return failure(40007, 'invalid media_id')
    if (content === '') return failure(44004, 'empty content')
    return this.#deliver(message, touser.split('|'), type, content)
  }

  upload({ query, form }: RecordedRequest): JsonReply {
    const media = form.find(({ name }) => name === 'media')
    const type = query['type']
    if (type !== 'file' && type !== 'image') return failure(40004, 'invalid media type')
    if (media === undefined || media.fileName === '') return failure(41005, 'missing media')
    if (media.bytes.length <= 5) return failure(40006, 'invalid media size')
    if (media.bytes.length > (type === 'image' ? 10 : 20) * 1024 * 1024)
      return failure(45001, 'media too large')
    if (type === 'image' && !isJpgOrPng(media.bytes)) return failure(40005, 'invalid file type')
    const mediaId = this.#parts.keep(media.fileName, media.bytes)
    if (type === 'image') this.#images.add(mediaId)
    return ok({ type, media_id: mediaId, created_at: '1700000000' })
  }

  #deliver(
    json: Readonly<Record<string, unknown>>,
    wanted: readonly string[],
    type: string,
    content: string,
  ): JsonReply {
    const { users } = this.#parts
    const known = wanted.filter((user) => users.includes(user))
    if (known.length === 0) return failure(81013, 'user & party & tag all invalid')
    if (!this.#isRepeat(json)) for (const user of known) this.#show(user, type, content)
    const invaliduser = wanted.filter((user) => !users.includes(user)).join('|')
    return ok({ invaliduser, unlicenseduser: '', msgid: `message-${++this.#count}` })
  }

  /** The words, cut without a word as the real one does; a file's name; null for an unknown file. */
  #content(json: Readonly<Record<string, unknown>>, type: string): string | null {
    if (textTypes.includes(type)) return cut(contentOf(json, type))
    const mediaId = contentOf(json, type, 'media_id')
    const media = this.#parts.media.get(mediaId)
    // What was uploaded as a file is no picture.
    if (type === 'image' && !this.#images.has(mediaId)) return null
    return media === undefined || this.#parts.now().getTime() > media.until ? null : media.name
  }

  /** The same content again within the interval is dropped, and the answer says nothing of it. */
  #isRepeat(json: Readonly<Record<string, unknown>>): boolean {
    if (json['enable_duplicate_check'] !== 1) return false
    const { duplicate_check_interval: interval = 1800, ...message } = json
    const key = JSON.stringify(message)
    const now = this.#parts.now().getTime()
    const last = this.#seen.get(key)
    if (last !== undefined && now - last < Number(interval) * 1000) return true
    this.#seen.set(key, now)
    return false
  }

  /** Beyond the rate of a member nothing is shown, and the answer says nothing of it. */
  #show(user: string, type: string, content: string): void {
    const at = this.#parts.now()
    const recent = this.#parts.shown.filter(
      ({ via, to, at: earlier }) => via === 'app' && to === user && at.getTime() - earlier.getTime() < 60_000,
    )
    if (recent.length >= perMinute) return
    this.#parts.shown.push({ via: 'app', to: user, type, content, mentions: [], at })
  }
}

function cut(text: string): string {
  return byteLength(text) <= 2048 ? text : Buffer.from(text).toString('utf8', 0, 2048)
}
