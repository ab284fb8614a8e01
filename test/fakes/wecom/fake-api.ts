import { randomUUID } from 'node:crypto'
import { agentGet, userGet } from './app-info.ts'
import { MessageSend } from './message-send.ts'
import { byteLength, contentOf, failure, ok, type JsonReply } from './json-reply.ts'
import { WebhookRobots } from './webhook-robots.ts'
import type { RecordedRequest } from './recorded-request.ts'

export interface FakeApiOptions {
  readonly now: () => Date
  readonly corpId: string
  readonly secret: string
  readonly agentId: number
  /** Whom the app may write to. */
  readonly users: readonly string[]
  /** People of the directory whom the app may not see. */
  readonly hiddenUsers?: readonly string[]
  /** Keys of group robots. */
  readonly robotKeys?: readonly string[]
}

/** A message that somebody sees. */
export interface ShownMessage {
  readonly via: 'app' | 'response_url' | 'robot'
  /** The user's id, the group's, or the robot's key. */
  readonly to: string
  readonly type: string
  /** Text as it arrived; for files the name. */
  readonly content: string
  /** People called on. */
  readonly mentions: readonly string[]
  readonly at: Date
}

export type ApiReply =
  | JsonReply
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly bytes: Buffer }

export interface Media {
  readonly name: string
  readonly bytes: Buffer
  readonly until: number
}

const tokenLife = 7200
const mediaLife = 3 * 24 * 60 * 60_000
const responseLife = 60 * 60_000
/** A medium above this is handed out in pieces only. */
const largestPiece = 20_000_000

/** The API with its tokens, limits and error codes (platforms, 3.5, 5 and 6). */
export class FakeApi {
  readonly shown: ShownMessage[] = []
  readonly media = new Map<string, Media>()
  readonly #options: FakeApiOptions
  readonly #tokens = new Map<string, number>()
  readonly #responses = new Map<string, { readonly to: string; readonly until: number; used: boolean }>()
  readonly #messageSend: MessageSend
  readonly #robots: WebhookRobots

  constructor(options: FakeApiOptions) {
    this.#options = options
    const parts = { ...options, shown: this.shown, media: this.media, keep: this.putMedia.bind(this) }
    this.#messageSend = new MessageSend(parts)
    this.#robots = new WebhookRobots(parts)
  }

  /** From now on every token given so far is refused with 40014. */
  revokeTokens(): void {
    this.#tokens.clear()
  }

  /** A file that a person sent to the app; gives its media id. */
  putMedia(name: string, bytes: Uint8Array): string {
    const id = randomUUID()
    this.media.set(id, { name, bytes: Buffer.from(bytes), until: this.#now() + mediaLife })
    return id
  }

  openResponse(to: { readonly userId: string; readonly chatId?: string }): string {
    const code = randomUUID()
    this.#responses.set(code, {
      to: to.chatId ?? to.userId,
      until: this.#now() + responseLife,
      used: false,
    })
    return code
  }

  answer(request: RecordedRequest): ApiReply {
    switch (`${request.method} ${request.path}`) {
      case 'GET /cgi-bin/gettoken':
        return this.#getToken(request)
      case 'POST /cgi-bin/aibot/response':
        return this.#response(request)
      case 'POST /cgi-bin/webhook/send':
        return this.#robots.send(request)
      case 'POST /cgi-bin/webhook/upload_media':
        return this.#robots.upload(request)
      default:
        return this.#withToken(request)
    }
  }

  #withToken(request: RecordedRequest): ApiReply {
    const until = this.#tokens.get(request.query['access_token'] ?? '')
    if (until === undefined) return failure(40014, 'invalid access_token')
    if (this.#now() > until) return failure(42001, 'access_token expired')
    switch (`${request.method} ${request.path}`) {
      case 'POST /cgi-bin/message/send':
        return this.#messageSend.answer(request)
      case 'POST /cgi-bin/media/upload':
        return this.#messageSend.upload(request)
      case 'GET /cgi-bin/media/get':
        return this.#getMedia(request)
      case 'GET /cgi-bin/getcallbackip':
        return ok({ ip_list: ['127.0.0.1'] })
      case 'GET /cgi-bin/agent/get':
        return agentGet(request, this.#options)
      case 'GET /cgi-bin/user/get':
        return userGet(request, this.#options)
      default:
        return failure(40066, 'invalid url')
    }
  }

  #getToken({ query }: RecordedRequest): JsonReply {
    if (query['corpid'] !== this.#options.corpId) return failure(40013, 'invalid corpid')
    if (query['corpsecret'] !== this.#options.secret) return failure(40001, 'invalid credential')
    const token = randomUUID()
    this.#tokens.set(token, this.#now() + tokenLife * 1000)
    return ok({ access_token: token, expires_in: tokenLife })
  }

  #getMedia({ query, headers }: RecordedRequest): ApiReply {
    const media = this.media.get(query['media_id'] ?? '')
    if (media === undefined || this.#now() > media.until) return failure(40007, 'invalid media_id')
    const range = /^bytes=(\d+)-(\d+)$/.exec(headers['range']?.toString() ?? '')
    const name = { 'content-disposition': `attachment; filename="${encodeURIComponent(media.name)}"` }
    if (range === null) {
      if (media.bytes.length > largestPiece) return failure(830002, 'file too large, use range')
      return { status: 200, headers: name, bytes: media.bytes }
    }
    const [start, end] = [Number(range[1]), Number(range[2])]
    if (end - start + 1 > largestPiece) return failure(830002, 'range too large')
    const bytes = media.bytes.subarray(start, end + 1)
    const part = `bytes ${start}-${start + bytes.length - 1}/${media.bytes.length}`
    return { status: 206, headers: { ...name, 'content-range': part }, bytes }
  }

  #response({ query, json }: RecordedRequest): JsonReply {
    const open = this.#responses.get(query['response_code'] ?? '')
    if (open === undefined || open.used || this.#now() > open.until) {
      return failure(40096, 'invalid response_code')
    }
    if (json?.['msgtype'] !== 'markdown') return failure(40008, 'invalid message type')
    const content = contentOf(json, 'markdown')
    if (content === '') return failure(93017, 'empty content')
    if (byteLength(content) > 20_480) return failure(40058, 'markdown.content exceed max length 20480')
    open.used = true
    this.shown.push({
      ...{ via: 'response_url', to: open.to, type: 'markdown', content, mentions: [] },
      at: this.#options.now(),
    })
    return ok({})
  }

  #now(): number {
    return this.#options.now().getTime()
  }
}
