import { Agent } from 'undici'
import { GongkaiError, UnreadableFileError } from '../../errors.ts'
import { createAnswerBudget, type AnswerBudget } from './answer-budget.ts'
import type { UrlGuard } from './arrived-url.ts'
import { CallFault } from './call-fault.ts'
import { checkedLookup, systemResolve, type Resolve } from './checked-lookup.ts'
import { answerTooLarge, exchange, type ApiAnswer } from './exchange.ts'
import { createRunningCalls } from './running-calls.ts'
import { isCertificateFault, UntrustedHostError } from './untrusted-host.ts'

export interface ArrivedFetchOptions {
  readonly resolve?: Resolve
  /** To connect; 5 s. */
  readonly connectMs?: number
  /** Without a byte; 10 s. */
  readonly idleMs?: number
  /** For everything, redirects included; 45 s. */
  readonly wholeMs?: number
  /** What files take of the memory while they are read; absent: a budget of its own. */
  readonly budget?: AnswerBudget
  /** A certificate to trust instead of the well-known ones, in PEM; certificates are verified in any case. */
  readonly ca?: string
}

export interface FetchedBytes {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  readonly contentDisposition: string | null
}

/** Fetches from URLs that arrived in messages or answers. */
export interface ArrivedFetch {
  /**
   * The bytes behind a URL. Rejects with RefusedUrlError or UntrustedHostError; UnreadableFileError `file_too_large`;
   * GongkaiError `file_expired` for 403, 404 and 410, `file_gone` for another 4xx, for redirects without end and where
   * there is no content; CallFault for the network, for 5xx, where it is too busy (`UND_ERR_STATUS_503`) and where too
   * much is being fetched at once (`UND_ERR_BYTE_BUDGET`), which may be tried again.
   */
  readonly get: (
    url: string,
    options: { readonly maxBytes: number; readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<FetchedBytes>
  /** Posts JSON and gives the answer whatever its status. Rejects with RefusedUrlError or CallFault. */
  readonly postJson: (url: string, body: unknown) => Promise<ApiAnswer>
  /** Breaks off what is under way (CallFault `UND_ERR_DESTROYED`) and takes nothing more. */
  readonly close: () => Promise<void>
}

interface Hop {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal
  readonly maxBytes: number
  readonly room?: (bytes: number) => Promise<void>
}

const maxRedirects = 3
const maxAnswer = 1024 * 1024

/** Requests to URLs that nobody vouches for, by the rules of operations.md section 8. */
export function createArrivedFetch(guard: UrlGuard, options: ArrivedFetchOptions = {}): ArrivedFetch {
  const { wholeMs = 45_000, budget = createAnswerBudget() } = options
  const agents = { outer: agentFor(false, options), named: agentFor(true, options) }

  const send = (hop: Hop): Promise<ApiAnswer> =>
    exchange({ ...hop, dispatcher: guard.mayBeInner(hop.url) ? agents.named : agents.outer })

  const follow = async (first: Hop): Promise<FetchedBytes> => {
    let hop = first
    for (let redirects = 0; ; redirects++) {
      const answer = await send(hop).catch((error: unknown) => {
        throw finalFault(error, hop)
      })
      const next = redirectOf(answer, hop.url)
      if (next === null) return fetched(answer)
      if (redirects === maxRedirects)
        throw new GongkaiError('file_gone', '文件的下载地址一再跳转，没有取到，请重新发送')
      const target = guard.check(next)
      hop = { ...hop, url: target, headers: target.origin === hop.url.origin ? hop.headers : {} }
    }
  }

  const calls = createRunningCalls()
  return {
    get: (url, { maxBytes, headers = {} }) =>
      calls.run(wholeMs, (signal) =>
        budget.read(signal, async (room) =>
          follow({ url: guard.check(url), method: 'GET', headers, body: null, signal, maxBytes, room }),
        ),
      ),
    postJson: (url, body) =>
      calls.run(wholeMs, async (signal) =>
        send({
          url: guard.check(url),
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          signal,
          maxBytes: maxAnswer,
        }),
      ),
    close: async () => {
      calls.breakOff()
      await Promise.all([agents.outer.destroy(), agents.named.destroy()])
    },
  }
}

function agentFor(
  mayBeInner: boolean,
  { resolve = systemResolve, connectMs = 5_000, idleMs = 10_000, ca }: ArrivedFetchOptions,
): Agent {
  return new Agent({
    connect: {
      lookup: checkedLookup(resolve, mayBeInner),
      timeout: connectMs,
      // Whatever the environment says.
      rejectUnauthorized: true,
      ...(ca === undefined ? {} : { ca }),
    },
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
  })
}

/** Where a redirect leads; null where the answer is none. */
function redirectOf({ status, headers }: ApiAnswer, from: URL): string | null {
  const location = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location
}

function fetched({ status, headers, bytes }: ApiAnswer): FetchedBytes {
  // These never have a body.
  const isBodiless = status === 204 || status === 205
  if (status >= 200 && status < 300 && !isBodiless) {
    return {
      bytes,
      contentType: headers.get('content-type'),
      contentDisposition: headers.get('content-disposition'),
    }
  }
  if (status >= 500 || [408, 425, 429].includes(status))
    throw new CallFault('unknown', `UND_ERR_STATUS_${status}`)
  const code = [403, 404, 410].includes(status) ? 'file_expired' : 'file_gone'
  throw new GongkaiError(code, `文件的链接已失效（HTTP ${status}），请重新发送`)
}

/** What no repeat mends, by its own name; any other error as it is. */
function finalFault(error: unknown, { url, maxBytes }: Hop): unknown {
  if (!(error instanceof CallFault)) return error
  if (isCertificateFault(error.code)) return new UntrustedHostError(error.code, url.host)
  if (error.code !== answerTooLarge) return error
  return new UnreadableFileError(
    'file_too_large',
    `文件超过 ${Math.floor(maxBytes / 1024 / 1024)} MB，请压缩或拆分后再发`,
  )
}
