import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FakeApi, type ApiReply, type FakeApiOptions, type ShownMessage } from './fake-api.ts'
import { FaultScript, type Fault } from './faults.ts'
import { FileHost } from './file-host.ts'
import { readForm, type RecordedRequest } from './recorded-request.ts'
import { WecomCipher } from './wecom-cipher.ts'

export interface FakeWecomOptions extends FakeApiOptions {
  /** Of a private deployment, with a slash before and none after. */
  readonly prefix?: string
  /** Token and EncodingAESKey of the 智能机器人: its files are encrypted with the key. */
  readonly botSecrets: { readonly token: string; readonly aesKey: string }
}

/** WeChat Work's servers on a port of their own: API, `response_url`, file host. All is recorded. */
export class FakeWecom {
  readonly requests: RecordedRequest[] = []
  readonly api: FakeApi
  readonly #options: FakeWecomOptions
  readonly #server: Server
  readonly #faults = new FaultScript()
  readonly #hosted: FileHost
  #port = 0

  constructor(options: FakeWecomOptions) {
    this.#options = options
    this.api = new FakeApi(options)
    this.#hosted = new FileHost(options.now)
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(() => response.destroy())
    })
  }

  /** Starts it; again on the same port after `close`. */
  async listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Base of the API. */
  get base(): string {
    return `${this.#origin}${this.#options.prefix ?? ''}`
  }

  /** As it stands in DOWNLOAD_HOSTS. */
  get host(): string {
    return `127.0.0.1:${this.#port}`
  }

  /** What people see, in order. */
  get shown(): readonly ShownMessage[] {
    return this.api.shown
  }

  /** The next requests to this path fail so. */
  fail(path: string, ...faults: readonly Fault[]): void {
    this.#faults.add(path, ...faults)
  }

  /** Ends the connections that hang. */
  release(): void {
    this.#faults.release()
  }

  requestsTo(path: string): readonly RecordedRequest[] {
    return this.requests.filter((request) => request.path === path)
  }

  /** A link to a file as it stands in a callback. */
  fileUrl(bytes: Uint8Array, disposition: string | null): string {
    const { token, aesKey } = this.#options.botSecrets
    return `${this.#origin}${this.#hosted.put(bytes, disposition, new WecomCipher(token, aesKey))}`
  }

  /** An address that takes one answer within an hour. */
  responseUrl(to: { readonly userId: string; readonly chatId?: string }): string {
    return `${this.#origin}/cgi-bin/aibot/response?response_code=${this.api.openResponse(to)}`
  }

  async close(): Promise<void> {
    this.#faults.release()
    if (!this.#server.listening) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#origin)
    const path = this.#withoutPrefix(url.pathname)
    const fault = this.#faults.next(path)
    if (fault !== undefined && 'when' in fault && fault.when === 'before') {
      this.#faults.leave(fault.kind, request, response)
      return
    }
    const recorded = await this.#record(request, url, path)
    if (fault?.kind === 'status') {
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>busy</html>')
      return
    }
    if (fault?.kind === 'errcode') {
      const body = { errcode: fault.errcode, errmsg: fault.errmsg ?? 'scripted' }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      return
    }
    const answer = path.startsWith('/files/') ? this.#hosted.answer(path) : this.#answer(recorded)
    if (fault !== undefined) this.#faults.leave(fault.kind, request, response)
    else response.writeHead(answer.status, answer.headers).end(answer.body)
  }

  async #record(request: IncomingMessage, url: URL, path: string): Promise<RecordedRequest> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const type = request.headers['content-type'] ?? ''
    const recorded: RecordedRequest = {
      method: request.method ?? '',
      path,
      query: Object.fromEntries(url.searchParams),
      json: type.startsWith('application/json')
        ? (JSON.parse(body.toString()) as Record<string, unknown>)
        : null,
      form: type.startsWith('multipart/form-data') ? readForm(type, body) : [],
      headers: request.headers,
      at: this.#options.now(),
    }
    this.requests.push(recorded)
    return recorded
  }

  #answer(request: RecordedRequest): {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string | Buffer
  } {
    const reply: ApiReply = this.api.answer(request)
    if ('bytes' in reply) return { status: reply.status, headers: reply.headers, body: reply.bytes }
    const headers = { 'content-type': 'application/json; charset=UTF-8' }
    return { status: 200, headers, body: JSON.stringify(reply.json) }
  }

  /** A prefix that gets lost on the way is an unknown path. */
  #withoutPrefix(path: string): string {
    const prefix = this.#options.prefix ?? ''
    if (path.startsWith('/files/') || path.startsWith('/cgi-bin/aibot/')) return path
    return path.startsWith(prefix) ? path.slice(prefix.length) : '/wrong-prefix'
  }
}
