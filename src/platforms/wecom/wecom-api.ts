import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { CallFault, type ApiAnswer, type ApiClient, type ApiRequest } from '../outgoing/api-client.ts'
import { createTokenCache, type FetchedToken } from '../outgoing/token-cache.ts'
import { PassingFault } from '../outgoing/passing-fault.ts'
import { staleTokenCodes, statusOf, tokenCodes, WecomError } from './wecom-error.ts'

/** Calls that need the app's access token. */
export interface WecomApi {
  /**
   * Resolves to the answer, whatever it says; a token that was revoked is fetched anew, once. Rejects with CallFault,
   * WecomError (no token for these credentials) or PassingFault (busy, or the new token is not taken either).
   */
  readonly call: (request: ApiRequest) => Promise<ApiAnswer>
}

export interface WecomApiOptions {
  readonly client: ApiClient
  readonly corpId: string
  readonly secret: string
  readonly clock: Clock
  /** Told of every token that was asked for. */
  readonly onTokenRefresh: (result: 'ok' | 'failed') => void
}

const tokenTimeout = 10_000

const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

/** The API of the self-built app. */
export function createWecomApi(options: WecomApiOptions): WecomApi {
  const { client, corpId, secret, clock, onTokenRefresh } = options
  const tokens = createTokenCache({
    fetchToken: () => fetchToken(client, corpId, secret),
    ...{ clock, onRefresh: onTokenRefresh },
  })
  const callWith = (token: string, request: ApiRequest): Promise<ApiAnswer> =>
    client.call({ ...request, query: { access_token: token, ...request.query } })

  return {
    call: async (request) => {
      const token = await tokens.get()
      const answer = await callWith(token, request)
      if (!tokenCodes.includes(statusOf(answer)?.errcode ?? 0)) return answer
      tokens.drop(token)
      const again = await callWith(await tokens.get(), request)
      const errcode = statusOf(again)?.errcode ?? 0
      // Somebody else may be fetching tokens, or not every server knows the new one yet.
      if (staleTokenCodes.includes(errcode)) throw new PassingFault(`TOKEN_${errcode}`)
      return again
    },
  }
}

async function fetchToken(client: ApiClient, corpId: string, secret: string): Promise<FetchedToken> {
  const answer = await client
    .call({
      method: 'GET',
      path: '/cgi-bin/gettoken',
      query: { corpid: corpId, corpsecret: secret },
      timeoutMs: tokenTimeout,
    })
    .catch((error: unknown) => {
      // Whatever became of this request, the call it is for was not sent.
      throw error instanceof CallFault ? new CallFault('not_sent', error.code) : error
    })
  const status = statusOf(answer)
  if (status === null || status.errcode === -1) throw new PassingFault(`TOKEN_${answer.status}`)
  const parsed = tokenShape.safeParse(answer.json)
  if (status.errcode !== 0 || !parsed.success) throw new WecomError(status)
  return { token: parsed.data.access_token, expiresInSeconds: parsed.data.expires_in }
}
