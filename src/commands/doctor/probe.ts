import {
  CallFault,
  createApiClient,
  type ApiAnswer,
  type ApiRequest,
} from '../../platforms/outgoing/api-client.ts'
import { isSentOn } from '../../platforms/outgoing/sent-on.ts'
import { reachFault, type Reached } from './reach-fault.ts'

/** What became of one short call. */
export type Probed =
  | { readonly kind: 'answer'; readonly answer: ApiAnswer }
  /** Not reached; why, in Chinese. */
  | { readonly kind: 'fault'; readonly reason: string }

export type Probe = (request: Omit<ApiRequest, 'timeoutMs' | 'maxBytes'>) => Promise<Probed>

const wholeMs = 5_000
const connectMs = 4_000
const maxBytes = 2 * 1024 * 1024

/** Calls below a configured address, each for five seconds at most; faults are worded, not thrown. */
export function createProbe(reached: Reached): Probe {
  const client = createApiClient({ base: reached.base, connectMs })
  return async (request) => {
    try {
      return { kind: 'answer', answer: await client.call({ ...request, timeoutMs: wholeMs, maxBytes }) }
    } catch (error) {
      if (!(error instanceof CallFault)) throw error
      return { kind: 'fault', reason: reachFault(error, reached) }
    }
  }
}

/** The same for a platform's API, which sends nobody elsewhere: a base by http where https is meant, say. */
export function createApiProbe(reached: Reached): Probe {
  const probe = createProbe(reached)
  return async (request) => {
    const probed = await probe(request)
    if (probed.kind === 'fault' || !isSentOn(probed.answer.status)) return probed
    const { status, headers } = probed.answer
    const target = headers.get('location') ?? ''
    const { host } = new URL(reached.base)
    // Its path and query are nobody's business.
    const place = URL.canParse(target) ? new URL(target).origin : '别的地址'
    const reason = `${host} 让人转到 ${place}（HTTP ${status}），接口不会这样回答；请把 ${reached.variable} 改成接口真正的网址`
    return { kind: 'fault', reason }
  }
}
