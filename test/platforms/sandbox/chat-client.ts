import { startTestSandbox, type TestSandbox, type TestSandboxOptions } from '../../a-sandbox.ts'

/** A line as the page gets it. */
export interface Line {
  readonly number: number
  readonly key: string
  readonly author: { readonly name: string; readonly isBot: boolean }
  readonly text: string
  readonly html: string
  readonly file: {
    readonly name: string
    readonly size: number
    readonly href: string | null
    readonly picture: {
      readonly src: string
      readonly alt: string
      readonly width: number
      readonly height: number
    } | null
  } | null
  readonly quotes: string | null
  readonly forBot: boolean
}

export const group = 'sandbox:group:政务公开联络群'
export const single = 'sandbox:single:wangmin'

/** A body as the test expects it: its shape is what the tests are about. */
export async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}

/** What a page does, over HTTP. */
export class ChatClient {
  #sandbox: TestSandbox | undefined

  async start(options?: TestSandboxOptions): Promise<TestSandbox> {
    this.#sandbox = await startTestSandbox(options)
    return this.#sandbox
  }

  async stop(): Promise<void> {
    await this.#sandbox?.dispose()
    this.#sandbox = undefined
  }

  post(conversation: string, what: string, init: RequestInit): Promise<Response> {
    return fetch(this.#path(conversation, what), { method: 'POST', ...init })
  }

  say(conversation: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.post(conversation, 'messages', {
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ id: 'client-id-1', as: 'wangmin', ...body }),
    })
  }

  upload(
    conversation: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    id = 'client-id-2',
  ): Promise<Response> {
    const form = new FormData()
    form.append('file', new Blob([bytes]), name)
    const headers = { Accept: 'application/json' }
    return this.post(conversation, `files?as=wangmin&id=${id}`, { headers, body: form })
  }

  async lines(conversation: string): Promise<readonly Line[]> {
    return (await json<{ lines: Line[] }>(await fetch(this.#path(conversation, 'lines')))).lines
  }

  /** The lines once there are so many. */
  async linesWhen(conversation: string, count: number): Promise<readonly Line[]> {
    for (;;) {
      const lines = await this.lines(conversation)
      if (lines.length >= count) return lines
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  #path(conversation: string, rest: string): string {
    return `${this.#sandbox?.url ?? ''}/sandbox/conversations/${encodeURIComponent(conversation)}/${rest}`
  }
}
