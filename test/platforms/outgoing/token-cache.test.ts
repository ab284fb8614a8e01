import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTokenCache, type FetchedToken } from '../../../src/platforms/outgoing/token-cache.ts'

const start = new Date('2024-01-08T01:00:00Z').getTime()

/** A platform that numbers its tokens, and a clock to set. */
function aPlatform(expiresInSeconds = 7200) {
  const state = { now: start, fetches: 0, fails: false, running: 0, mostRunning: 0, told: [] as string[] }
  const fetchToken = async (): Promise<FetchedToken> => {
    state.running += 1
    state.mostRunning = Math.max(state.mostRunning, state.running)
    await Promise.resolve()
    state.running -= 1
    if (state.fails) throw new Error('busy')
    state.fetches += 1
    return { token: `t${state.fetches}`, expiresInSeconds }
  }
  const clock = (): Date => new Date(state.now)
  return {
    state,
    cache: createTokenCache({ fetchToken, clock, onRefresh: (result) => state.told.push(result) }),
  }
}

describe('token cache', () => {
  test('fetches once for all who wait', async () => {
    const { state, cache } = aPlatform()
    const tokens = await Promise.all(Array.from({ length: 50 }, () => cache.get()))
    expect(new Set(tokens)).toEqual(new Set(['t1']))
    expect(state.fetches).toBe(1)
  })

  test.each([
    ['is kept until 5 minutes before its end', 7200, 6899, 't1'],
    ['is fetched anew 5 minutes before its end', 7200, 6900, 't2'],
    ['of a short life is kept half of it', 400, 199, 't1'],
    ['of a short life is fetched anew after half of it', 400, 200, 't2'],
  ])('a token %s', async (_, life, later, token) => {
    const { state, cache } = aPlatform(life)
    await cache.get()
    state.now += later * 1000
    expect(await cache.get()).toBe(token)
  })

  test('a refused token is fetched anew once, however many were refused with it', async () => {
    const { state, cache } = aPlatform()
    const old = await cache.get()
    cache.drop(old)
    const next = await cache.get()
    cache.drop(old)
    expect(await cache.get()).toBe(next)
    expect(state.fetches).toBe(2)
  })

  test('a refresh that fails leaves the token in use while it lives, and no longer', async () => {
    const { state, cache } = aPlatform()
    await cache.get()
    state.fails = true
    state.now += 7000 * 1000
    expect(await cache.get()).toBe('t1')
    state.now += 200 * 1000
    await expect(cache.get()).rejects.toThrow('busy')
    state.fails = false
    expect(await cache.get()).toBe('t2')
    expect(state.told).toEqual(['ok', 'failed', 'failed', 'ok'])
  })

  test('never has two fetches under way, and never gives a dropped or dead token', async () => {
    const step = fc.oneof(
      fc.constant({ kind: 'get' } as const),
      fc.constant({ kind: 'drop' } as const),
      fc.integer({ min: 1, max: 8000 }).map((seconds) => ({ kind: 'wait', seconds }) as const),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, callers) => {
          const { state, cache } = aPlatform()
          const dropped = new Set<string>()
          const born = new Map<string, number>()
          let last: string | null = null
          for (const each of steps) {
            if (each.kind === 'wait') state.now += each.seconds * 1000
            if (each.kind === 'drop' && last !== null) {
              cache.drop(last)
              dropped.add(last)
            }
            if (each.kind !== 'get') continue
            const tokens: string[] = await Promise.all(Array.from({ length: callers }, () => cache.get()))
            expect(new Set(tokens).size).toBe(1)
            last = tokens[0] ?? null
            if (last === null) throw new Error('no token')
            if (!born.has(last)) born.set(last, state.now)
            expect(dropped.has(last)).toBe(false)
            expect(state.now - (born.get(last) ?? 0)).toBeLessThan(6900 * 1000)
          }
          expect(state.mostRunning).toBeLessThanOrEqual(1)
        },
      ),
      { seed: 20240108, numRuns: 200 },
    )
  })
})
