import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextDownload } from '../../src/delivery/next-download.ts'

const receivedAt = new Date('2026-01-12T01:00:00Z')

/** Seconds after the message at which a download is tried whose tries all fail after so many seconds. */
function tries(linkSeconds: number | null, { takes = 0, random = 0.5 } = {}): readonly number[] {
  const after = (seconds: number): Date => new Date(receivedAt.getTime() + seconds * 1000)
  const until = linkSeconds === null ? null : after(linkSeconds)
  const seconds: number[] = []
  let at: Date | null = receivedAt
  for (let faults = 1; at !== null; faults++) {
    const tried = (at.getTime() - receivedAt.getTime()) / 1000
    seconds.push(tried)
    at = nextDownload({ faults, receivedAt, until, now: after(tried + takes), random })
  }
  return seconds
}

describe('a download whose tries fail', () => {
  test.each<[string, number | null, number, readonly number[]]>([
    ['is tried all through the 5 minutes of a link', 300, 0, [0, 1, 6, 36, 86, 136, 186, 236, 280]],
    ['is so where each try hangs for 10 s', 300, 10, [0, 11, 26, 66, 126, 186, 246, 280]],
    ['is tried by the usual waits where no end is known', null, 0, [0, 1, 6, 36, 156, 756, 2556, 9756]],
    [
      'is tried longer where its link lives longer',
      3600,
      0,
      [0, 1, 6, 36, 156, 756, 1356, 1956, 2556, 3156, 3580],
    ],
    ['is tried once where its link has ended before', 0, 0, [0]],
  ])('%s', (_, link, takes, expected) => {
    expect(tries(link, { takes })).toEqual(expected)
  })

  test('is tried several times within any link, without a long gap, and last shortly before its end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 7200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (link, random) => {
          const all = tries(link, { random })
          const gaps = all.slice(1).map((at, index) => at - (all[index] ?? 0))
          expect(all.length).toBeGreaterThanOrEqual(5)
          expect(all.length).toBeLessThanOrEqual(16)
          expect(Math.max(...gaps)).toBeLessThanOrEqual(link / 4)
          expect(all.at(-1)).toBe(link - 20)
        },
      ),
      { seed: 20260112 },
    )
  })
})
