import {
  CallFault,
  createApiClient,
  type ApiAnswer,
  type ApiRequest,
} from '../../platforms/outgoing/api-client.ts'
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
