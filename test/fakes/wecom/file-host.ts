import { randomUUID } from 'node:crypto'
import type { WecomCipher } from './wecom-cipher.ts'

/** What the file host answers. */
export interface HostedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

interface Hosted {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly until: number
}

/** Links of the 智能机器人 live for five minutes. */
const life = 5 * 60_000

/** The object storage behind `file.url` and `image.url`: encrypted bytes, for a short time. */
export class FileHost {
  readonly #now: () => Date
  readonly #files = new Map<string, Hosted>()

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Puts a file there; gives its path with query. `disposition`: the header as it is, null for none. */
  put(bytes: Uint8Array, disposition: string | null, cipher: WecomCipher): string {
    const id = randomUUID()
    this.#files.set(id, {
      bytes: cipher.encryptFile(bytes),
      headers: disposition === null ? {} : { 'content-disposition': disposition },
      until: this.#now().getTime() + life,
    })
    return `/files/${id}?sign=q-sign-algorithm%3Dsha1`
  }

  answer(path: string): HostedAnswer {
    const file = this.#files.get(path.replace('/files/', ''))
    const refused = { headers: { 'content-type': 'application/xml' }, body: Buffer.from('<Error/>') }
    if (file === undefined) return { status: 404, ...refused }
    if (this.#now().getTime() > file.until) return { status: 403, ...refused }
    return {
      status: 200,
      headers: { 'content-type': 'application/octet-stream', ...file.headers },
      body: file.bytes,
    }
  }
}
