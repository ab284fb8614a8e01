import { byteLength, contentOf, failure, ok, type JsonReply } from './json-reply.ts'
import { robotPictureRefusal } from './picture-refusal.ts'
import type { SendingParts } from './message-send.ts'
import type { RecordedRequest } from './recorded-request.ts'

const perMinute = 20
const longest: Readonly<Record<string, number>> = { text: 2048, markdown: 4096, markdown_v2: 4096 }

/** The robots of groups, which only send (platforms, 5). */
export class WebhookRobots {
  readonly #parts: SendingParts
  readonly #uploads = new Map<string, string>()

  constructor(parts: SendingParts) {
    this.#parts = parts
  }

  send({ query, json }: RecordedRequest): JsonReply {
    const key = query['key'] ?? ''
    if (!this.#isKnown(key)) return failure(93000, 'invalid webhook url')
    const type = json?.['msgtype']
    if (typeof type !== 'string') return failure(40008, 'invalid message type')
    const content = longest[type] === undefined ? this.#file(key, json, type) : contentOf(json, type)
    const refusal = refusalOf(json, type, content)
    if (refusal !== null) return refusal
    const at = this.#parts.now()
    const recent = this.#parts.shown.filter(
      ({ via, to, at: earlier }) =>
        via === 'robot' && to === key && at.getTime() - earlier.getTime() < 60_000,
    )
    if (recent.length >= perMinute) return failure(45009, 'api freq out of limit')
    const shown = content ?? ''
    this.#parts.shown.push({
      ...{ via: 'robot', to: key, type, content: shown, mentions: mentionsOf(json, shown), at },
    })
    return ok({})
  }

  upload({ query, form }: RecordedRequest): JsonReply {
    const key = query['key'] ?? ''
    if (!this.#isKnown(key)) return failure(93000, 'invalid webhook url')
    const media = form.find(({ name }) => name === 'media')
    if (media === undefined || media.fileName === '') return failure(41005, 'missing media')
    if (media.bytes.length < 5 || media.bytes.length > 20 * 1024 * 1024)
      return failure(40006, 'invalid media size')
    const mediaId = this.#parts.keep(media.fileName, media.bytes)
    this.#uploads.set(mediaId, key)
    return ok({ type: query['type'], media_id: mediaId, created_at: '1700000000' })
  }

  #isKnown(key: string): boolean {
    return (this.#parts.robotKeys ?? []).includes(key)
  }

  /** A file is for the robot only that uploaded it. */
  #file(key: string, json: Readonly<Record<string, unknown>> | null, type: string): string | null {
    if (type === 'image') return contentOf(json, 'image', 'md5')
    const mediaId = contentOf(json, type, 'media_id')
    return this.#uploads.get(mediaId) === key ? (this.#parts.media.get(mediaId)?.name ?? null) : null
  }
}

function refusalOf(
  json: Readonly<Record<string, unknown>> | null,
  type: string,
  content: string | null,
): JsonReply | null {
  if (content === null) return failure(40007, 'invalid media_id')
  if (content === '') return failure(93017, 'empty content')
  const limit = longest[type]
  if (limit !== undefined && byteLength(content) > limit) {
    return failure(40058, `${type}.content exceed max length ${limit}. invalid Request Parameter`)
  }
  const picture = type === 'image' ? robotPictureRefusal(json?.['image']) : null
  return picture === null ? null : failure(picture.code, picture.words)
}

function mentionsOf(json: Readonly<Record<string, unknown>> | null, content: string): readonly string[] {
  if (json?.['msgtype'] === 'markdown') {
    return [...content.matchAll(/<@([^>]+)>/g)].map(([, user = '']) => user)
  }
  const text = json?.['text'] as { readonly mentioned_list?: readonly string[] } | undefined
  return text?.mentioned_list ?? []
}
