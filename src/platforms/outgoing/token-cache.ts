import type { Clock } from '../../clock.ts'

/** An access token that several callers share. */
export interface TokenCache {
  /** The token; fetched where there is none, one fetch for all who wait. */
  readonly get: () => Promise<string>
  /** The platform refused this token: the next `get` fetches a new one. A token that was replaced already is left. */
  readonly drop: (token: string) => void
}

/** What a platform gives; `expiresInSeconds` counts from the answer. */
export interface FetchedToken {
  readonly token: string
  readonly expiresInSeconds: number
}

interface Held {
  readonly token: string
  readonly refreshAt: number
  readonly expiresAt: number
}

export interface TokenCacheOptions {
  /** Asks the platform for one; rejects where it gives none. */
  readonly fetchToken: () => Promise<FetchedToken>
  readonly clock: Clock
  /** Told of every fetch that ended. */
  readonly onRefresh: (result: 'ok' | 'failed') => void
}

const early = 5 * 60_000

/**
 * Keeps a token until 5 minutes before its end (half of its life where that is shorter). A refresh that fails leaves
 * the token in use while it lives.
 */
export function createTokenCache({ fetchToken, clock, onRefresh }: TokenCacheOptions): TokenCache {
  let held: Held | null = null
  let fetching: Promise<string> | null = null

  async function fetchOne(): Promise<string> {
    try {
      const { token, expiresInSeconds } = await fetchToken()
      const now = clock().getTime()
      const life = expiresInSeconds * 1000
      held = { token, refreshAt: now + Math.max(life - early, life / 2), expiresAt: now + life }
      onRefresh('ok')
      return token
    } catch (error) {
      onRefresh('failed')
      if (held !== null && clock().getTime() < held.expiresAt) return held.token
      throw error
    } finally {
      fetching = null
    }
  }

  return {
    get: async () => {
      if (held !== null && clock().getTime() < held.refreshAt) return held.token
      fetching ??= fetchOne()
      return fetching
    },
    drop: (token) => {
      if (held?.token === token) held = null
    },
  }
}
