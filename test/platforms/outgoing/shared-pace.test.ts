import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSharedPace, type SharedPace } from '../../../src/platforms/outgoing/shared-pace.ts'
import type { SharedMarks } from '../../../src/platforms/platform.ts'
import { sharedMarks } from '../../shared-marks.ts'

// In the middle of a minute of the clock.
const start = new Date('2024-01-08T01:00:30Z').getTime()
const minute = 60_000

function replicas(count: number, perMinute: number, marks: SharedMarks = sharedMarks()) {
  const state = { now: start }
  const clock = (): Date => new Date(state.now)
  const one = (): SharedPace => createSharedPace({ name: 'test', perMinute, marks, clock })
  return { state, paces: Array.from({ length: count }, one) }
}

describe('the pace of several replicas', () => {
  test('is one, also for messages at the same moment, and says when the next may go', async () => {
    const { state, paces } = replicas(3, 5)
    const waits = await Promise.all(paces.flatMap((pace) => [pace, pace, pace]).map((pace) => pace.wait('a')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
    expect(waits.filter((wait) => wait === minute)).toHaveLength(4)
    state.now += minute - 1
    for (const pace of paces) expect(await pace.wait('a')).toBe(1)
    state.now += 1
    expect(await paces[0]?.wait('a')).toBe(0)
  })

  test('is each one’s own', async () => {
    const { paces } = replicas(2, 1)
    expect(await paces[0]?.wait('a')).toBe(0)
    expect(await paces[1]?.wait('b')).toBe(0)
    expect(await paces[1]?.wait('a')).toBe(minute)
  })

  test('is known to a replica that starts, over the border of a minute', async () => {
    const { state, paces } = replicas(2, 3)
    for (let count = 0; count < 3; count++) {
      state.now += 5_000
      expect(await paces[0]?.wait('a')).toBe(0)
    }
    state.now += 20_000
    expect(await paces[1]?.wait('a')).toBe(minute - 30_000)
  })

  test('names neither people nor keys', async () => {
    const marks = sharedMarks()
    await replicas(1, 1, marks).paces[0]?.wait('zhangsan')
    expect(marks.names()).toHaveLength(1)
    expect(marks.names()[0]).toMatch(/^told pace test [0-9a-f]{32} \d+ 0$/)
  })

  test('is each replica’s own while the store is away', async () => {
    const away = (): Promise<never> => Promise.reject(new Error('away'))
    const { paces } = replicas(2, 2, { settle: away, settled: away })
    for (const pace of paces)
      expect([await pace.wait('a'), await pace.wait('a'), await pace.wait('a')]).toEqual([0, 0, minute])
  })

  test('never lets more than allowed through in any minute, and all of it when it may', async () => {
    const step = fc.record({
      by: fc.integer({ min: 0, max: 2 }),
      after: fc.integer({ min: 0, max: 20_000 }),
      count: fc.integer({ min: 1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, most) => {
          const { state, paces } = replicas(3, most)
          const sent: number[] = []
          for (const { by, after, count } of steps) {
            state.now += after
            const waits = await Promise.all(
              Array.from({ length: count }, async (_, index) => paces[(by + index) % 3]?.wait('a')),
            )
            const before = sent.filter((at) => at > state.now - minute).length
            const passed = waits.filter((wait) => wait === 0).length
            expect(passed).toBe(Math.min(count, most - before))
            sent.push(...Array.from({ length: passed }, () => state.now))
          }
        },
      ),
      { seed: 20240108, numRuns: 200 },
    )
  })
})
