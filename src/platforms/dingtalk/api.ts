import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { DingtalkSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import { CallFault, createApiClient, type ApiAnswer, type ApiClient } from '../outgoing/api-client.ts'
import { createTokenCache, type FetchedToken } from '../outgoing/token-cache.ts'
import { isOfTheApp } from './of-the-app.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** A call that was done, or was not for a reason. */
export type Called = Exclude<Verdict, { kind: 'token' }>
export type NotDone = Exclude<Called, { kind: 'ok' }>

/** The calls of DingTalk's server API. All of them reject with CallFault where there was no answer. */
export interface DingtalkApi {
  /** A call of the OpenAPI. */
  readonly post: (path: string, json: unknown) => Promise<Called>
  /** Uploads a file for sending; `ok` has its media id. */
  readonly upload: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    type: 'file' | 'image',
  ) => Promise<NotDone | { readonly kind: 'ok'; readonly mediaId: string }>
  /** Breaks off what is under way. */
  readonly close: () => Promise<void>
}

/** No token was given: the app's id or secret is wrong (`refused`), or DingTalk is away (`busy`). */
class NoToken extends Error {
  readonly verdict: NotDone

  constructor(verdict: NotDone) {
    super(`no access token: ${verdict.reason}`)
    this.name = 'NoToken'
    this.verdict = verdict
  }
}

const tokenShape = z.object({ accessToken: z.string().min(1), expireIn: z.coerce.number().positive() })
const mediaShape = z.object({ media_id: z.string().min(1) })
/** An upload of 20 MB over a slow line. */
const uploadTimeout = 40_000

export interface DingtalkApiOptions {
  readonly settings: DingtalkSettings
  readonly clock: Clock
  readonly log: Log
  /** For one call; an upload has its own time. */
  readonly timeoutMs: number
  /** Told of every token that was asked for. */
  readonly onTokenRefresh: (result: 'ok' | 'failed') => void
}

/**
 * Calls with a token that all share; one that is refused is renewed once, and the call repeated once. What an
 * administrator has to mend is logged as an error.
 */
export function createDingtalkApi(options: DingtalkApiOptions): DingtalkApi {
  const { settings, clock, log, timeoutMs, onTokenRefresh } = options
  const api = createApiClient({ base: settings.apiBase })
  const oapi = createApiClient({ base: settings.oapiBase })
  const tokens = createTokenCache({
    fetchToken: () => fetchToken(api, options),
    ...{ clock, onRefresh: onTokenRefresh },
  })

  const withToken = async (
    route: string,
    call: (token: string) => Promise<ApiAnswer>,
    settled: (verdict: Verdict) => Called,
  ): Promise<Called> => {
    const called = settled(await tried(call))
    if (called.kind === 'refused' && isOfTheApp(called.reason))
      log.error('call refused', { platform: 'dingtalk', route, code: called.reason })
    return called
  }
  const tried = async (call: (token: string) => Promise<ApiAnswer>): Promise<Verdict> => {
    try {
      const token = await tokens.get()
      const first = verdictOf(await call(token))
      if (first.kind !== 'token') return first
      tokens.drop(token)
      return verdictOf(await call(await tokens.get()))
    } catch (error) {
      if (error instanceof NoToken) return error.verdict
      throw error
    }
  }

  return {
    post: (path, json) =>
      withToken(
        path.split('/').slice(-2).join('/'),
        (token) => {
          const headers = { 'x-acs-dingtalk-access-token': token }
          return api.call({ method: 'POST', path, json, headers, timeoutMs })
        },
        withFreshToken,
      ),
    upload: async ({ name, bytes }, type) => {
      const post = (token: string): Promise<ApiAnswer> => {
        const form = new FormData()
        form.append('media', new File([Uint8Array.from(bytes)], name))
        const query = { access_token: token, type }
        return oapi.call({ method: 'POST', path: '/media/upload', query, form, timeoutMs: uploadTimeout })
      }
      // The old API of a private deployment may not know the tokens of the new one: a link goes instead.
      const verdict = await withToken('media/upload', post, withoutToken)
      if (verdict.kind !== 'ok') return verdict
      const media = mediaShape.safeParse(verdict.json)
      return media.success
        ? { kind: 'ok', mediaId: media.data.media_id }
        : { kind: 'refused', reason: 'no_media_id' }
    },
    close: async () => {
      await Promise.all([api.close(), oapi.close()])
    },
  }
}

/** Rejects with NoToken. */
async function fetchToken(
  api: ApiClient,
  { settings, timeoutMs }: Pick<DingtalkApiOptions, 'settings' | 'timeoutMs'>,
): Promise<FetchedToken> {
  const json = { appKey: settings.clientId, appSecret: settings.clientSecret }
  const answer = await api
    .call({ method: 'POST', path: '/v1.0/oauth2/accessToken', json, timeoutMs })
    .catch((error: unknown) => {
      // Whatever was to be done with the token has certainly not begun.
      throw error instanceof CallFault ? new NoToken({ kind: 'busy', reason: error.code }) : error
    })
  const called = withoutToken(verdictOf(answer))
  if (called.kind !== 'ok') throw new NoToken(called)
  const given = tokenShape.safeParse(called.json)
  if (!given.success) throw new NoToken({ kind: 'busy', reason: 'no_token' })
  return { token: given.data.accessToken, expiresInSeconds: given.data.expireIn }
}

/** The app's tokens, or the app itself, are not taken here. */
function withoutToken(verdict: Verdict): Called {
  return verdict.kind === 'token' ? { kind: 'refused', reason: verdict.reason } : verdict
}

/** A token that is refused just after it was given: not every server knows it yet, or somebody else is fetching some. */
function withFreshToken(verdict: Verdict): Called {
  return verdict.kind === 'token' ? { kind: 'busy', reason: verdict.reason } : verdict
}
