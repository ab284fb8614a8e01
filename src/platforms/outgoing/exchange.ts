import { request, type Dispatcher, type FormData as OwnForm } from 'undici'
import { RefusedUrlError } from './arrived-url.ts'
import { CallFault, toCallFault } from './call-fault.ts'
import { isSentOn } from './sent-on.ts'

/** An HTTP answer, whole. */
export interface ApiAnswer {
  readonly status: number
  readonly headers: AnswerHeaders
  /** undefined where the body is no JSON. */
  readonly json: unknown
  readonly bytes: Uint8Array
}

export interface AnswerHeaders {
  readonly get: (name: string) => string | null
}

/** One request to send; `url` is taken as it is. */
export interface Exchange {
  readonly dispatcher: Dispatcher
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | OwnForm | null
  /** For the whole exchange. */
  readonly signal: AbortSignal
  /** An answer above this is broken off. */
  readonly maxBytes: number
  /** Awaited with the length of each piece of the answer before it is kept; where it rejects, the answer is broken off. */
  readonly room?: (bytes: number) => Promise<void>
}

/** The code of the fault where an answer is longer than allowed. */
export const answerTooLarge = 'answer_too_large'

/** Sends one request and reads the whole answer; no redirect is followed. Rejects with CallFault, or RefusedUrlError by the lookup. */
export async function exchange(wanted: Exchange): Promise<ApiAnswer> {
  const trace = { sent: false }
  try {
    const response = await request(wanted.url, {
      method: wanted.method,
      headers: { 'accept-encoding': 'identity', ...wanted.headers },
      body: wanted.body,
      signal: wanted.signal,
      dispatcher: wanted.dispatcher.compose(tracing(trace)),
    })
    const bytes = isSentOn(response.statusCode)
      ? await passOver(response.body)
      : await readBody(response.body, wanted)
    return {
      status: response.statusCode,
      headers: { get: (name) => first(response.headers[name.toLowerCase()]) },
      json: parsed(bytes),
      bytes,
    }
  } catch (error) {
    if (error instanceof RefusedUrlError) throw error
    throw toCallFault(error, trace.sent)
  }
}

/** Notes the moment from which a request may have reached the other side: a connection stands and it is written. */
function tracing(trace: { sent: boolean }): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        trace.sent = true
        handler.onRequestStart?.(controller, context)
      },
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    })
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  { maxBytes, room }: Pick<Exchange, 'maxBytes' | 'room'>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length
    // Leaving the loop destroys the body and its connection.
    if (length > maxBytes) throw new CallFault('unknown', answerTooLarge)
    await room?.(chunk.length)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Nothing of a redirect matters but where it leads, however much its host says. */
async function passOver(body: Dispatcher.ResponseData['body']): Promise<Uint8Array> {
  await body.dump({ limit: 16 * 1024 })
  return new Uint8Array(0)
}

function first(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function parsed(bytes: Uint8Array): unknown {
  const head = bytes.find((byte) => byte > 0x20)
  // A file of 20 MB is not worth decoding to learn that it is none: JSON of an API is an object or a list.
  if (head !== 0x7b && head !== 0x5b && head !== 0xef) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
