import { randomBytes, randomUUID } from 'node:crypto'
import { answerRefusal } from './answer-refusal.ts'
import { WecomCipher } from './wecom-cipher.ts'

export interface CallbackDriverOptions {
  /** Address of the callback: `http://…/wecom/bot`. */
  readonly url: string
  readonly token: string
  readonly aesKey: string
  readonly receiveId: string
  readonly now: () => Date
}

/** One callback as it goes over the wire; tests may bend it. */
export interface WireCallback {
  readonly query: Readonly<Record<string, string>>
  readonly body: string
}

export interface WireAnswer {
  readonly status: number
  readonly body: string
  readonly headers: Headers
}

/** The frame of a stream, decrypted. */
export interface Frame {
  readonly msgtype: string
  readonly stream: {
    readonly id: string
    readonly finish: boolean
    readonly content: string
    readonly msg_item?: readonly unknown[]
  }
}

/** Calls the program as the platform does: signed, encrypted, repeated, asking again for streams. */
export class CallbackDriver {
  readonly cipher: WecomCipher
  readonly #options: CallbackDriverOptions

  constructor(options: CallbackDriverOptions) {
    this.#options = options
    this.cipher = new WecomCipher(options.token, options.aesKey)
  }

  /** URL verification; gives what came back. */
  async verify(echo: string): Promise<WireAnswer> {
    const echostr = this.cipher.encrypt(echo, this.#options.receiveId)
    const parameters = new URLSearchParams({ ...this.sealed(echostr).query, echostr })
    return answerOf(await fetch(`${this.#options.url}?${parameters.toString()}`))
  }

  /** Query and JSON body for a ciphertext. */
  sealed(encrypt: string): WireCallback {
    const timestamp = Math.floor(this.#options.now().getTime() / 1000).toString()
    const nonce = randomBytes(8).toString('hex')
    const query = { msg_signature: this.cipher.sign(timestamp, nonce, encrypt), timestamp, nonce }
    return { query, body: JSON.stringify({ encrypt }) }
  }

  /** The same for the app's XML. */
  sealedXml(encrypt: string): WireCallback {
    const { query } = this.sealed(encrypt)
    const body = `<xml><ToUserName><![CDATA[${this.#options.receiveId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
    return { query, body }
  }

  async post({ query, body }: WireCallback): Promise<WireAnswer> {
    const parameters = new URLSearchParams(query)
    return answerOf(await fetch(`${this.#options.url}?${parameters.toString()}`, { method: 'POST', body }))
  }

  /** Sends a message of the 智能机器人 so many times at once; gives the frames. */
  async say(payload: Readonly<Record<string, unknown>>, times = 1): Promise<readonly Frame[]> {
    return Promise.all(Array.from({ length: times }, () => this.#frameFor(payload)))
  }

  /** Asks for a stream's next frame. */
  async poll(payload: Readonly<Record<string, unknown>>, id: string): Promise<Frame> {
    return this.#frameFor({ ...payload, msgid: randomUUID(), msgtype: 'stream', stream: { id } })
  }

  /** Asks until the stream is finished. */
  async finished(payload: Readonly<Record<string, unknown>>, id: string): Promise<Frame> {
    for (;;) {
      const frame = await this.poll(payload, id)
      if (frame.stream.finish) return frame
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** A callback with this plain JSON; the plain answer, null for an empty one. Throws where the platform would not take it. */
  async call(payload: Readonly<Record<string, unknown>>): Promise<unknown> {
    const opened = this.#opened(
      await this.post(this.sealed(this.cipher.encrypt(JSON.stringify(payload), this.#options.receiveId))),
    )
    const refusal = answerRefusal(payload, opened)
    if (refusal !== null) throw new Error(`answer refused: ${refusal}`)
    return opened
  }

  /** A message or event of the app, with these fields, so many times at once. */
  async sayXml(fields: Readonly<Record<string, string>>, times = 1): Promise<readonly WireAnswer[]> {
    const text = `<xml>${Object.entries(fields)
      .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
      .join('')}</xml>`
    return Promise.all(
      Array.from({ length: times }, () =>
        this.post(this.sealedXml(this.cipher.encrypt(text, this.#options.receiveId))),
      ),
    )
  }

  async #frameFor(payload: Readonly<Record<string, unknown>>): Promise<Frame> {
    const answer = await this.call(payload)
    if (answer === null) throw new Error('no frame')
    return answer as Frame
  }

  /** Checks the envelope of an answer as the platform would. */
  #opened({ status, body }: WireAnswer): unknown {
    if (status !== 200) throw new Error(`callback answered with ${status}`)
    if (body === '') return null
    const envelope = JSON.parse(body) as {
      readonly encrypt: string
      readonly msgsignature: string
      readonly timestamp: number
      readonly nonce: string
    }
    const { encrypt, msgsignature, timestamp, nonce } = envelope
    if (typeof timestamp !== 'number') throw new Error('timestamp is no number')
    if (this.cipher.sign(timestamp.toString(), nonce, encrypt) !== msgsignature)
      throw new Error('wrong signature')
    const { text, receiveId } = this.cipher.decrypt(encrypt)
    if (receiveId !== this.#options.receiveId) throw new Error('wrong receiveid')
    return JSON.parse(text)
  }
}

async function answerOf(response: Response): Promise<WireAnswer> {
  return { status: response.status, body: await response.text(), headers: response.headers }
}
