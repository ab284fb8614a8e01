import { describe, expect, test } from '@jest/globals'
import { backoff } from '../../src/delivery/backoff.ts'
import { settlementOf } from '../../src/delivery/outbox.ts'
import type { Delivery } from '../../src/platforms/platform.ts'

const now = new Date('2026-01-12T01:00:00Z')
const inMs = (milliseconds: number): Date => new Date(now.getTime() + milliseconds)
const middle = (): number => 0.5

describe('backoff', () => {
  test.each([
    [1, 1_000],
    [2, 5_000],
    [3, 30_000],
    [4, 120_000],
    [5, 600_000],
    [6, 1_800_000],
    [7, 7_200_000],
    [20, 7_200_000],
  ])('after fault %i waits %i ms, give or take a fifth', (fault, wait) => {
    expect(backoff(fault, middle)).toBe(wait)
    expect(backoff(fault, () => 0)).toBe(wait * 0.8)
    expect(backoff(fault, () => 1)).toBe(wait * 1.2)
  })
})

describe('settlementOf', () => {
  const cases: readonly [string, { attempts: number; uncertain: boolean }, Delivery, unknown][] = [
    [
      'sent is sent',
      { attempts: 1, uncertain: false },
      { kind: 'sent', platformMessageId: 'p1' },
      { kind: 'sent', at: now, platformMessageId: 'p1' },
    ],
    [
      'certainly not sent is tried again after the backoff',
      { attempts: 2, uncertain: false },
      { kind: 'later', reason: 'ECONNREFUSED' },
      { kind: 'retry', nextAt: inMs(5_000), reason: 'ECONNREFUSED', uncertain: false },
    ],
    [
      'the platform’s own wait wins where it is longer',
      { attempts: 1, uncertain: false },
      { kind: 'later', reason: '45009', afterMs: 60_000 },
      { kind: 'retry', nextAt: inMs(60_000), reason: '45009', uncertain: false },
    ],
    [
      'it is not tried for ever',
      { attempts: 8, uncertain: false },
      { kind: 'later', reason: 'away' },
      { kind: 'failed', at: now, reason: 'away' },
    ],
    [
      'perhaps sent is tried once more after 30 s',
      { attempts: 1, uncertain: false },
      { kind: 'unknown', reason: 'reset' },
      { kind: 'retry', nextAt: inMs(30_000), reason: 'reset', uncertain: true },
    ],
    [
      'perhaps sent twice ends',
      { attempts: 2, uncertain: true },
      { kind: 'unknown', reason: 'reset' },
      { kind: 'failed', at: now, reason: 'reset (twice uncertain)' },
    ],
    [
      'refused ends',
      { attempts: 1, uncertain: false },
      { kind: 'refused', reason: '60020' },
      { kind: 'failed', at: now, reason: '60020' },
    ],
  ]
  test.each(cases)('%s', (_, claimed, delivery, expected) => {
    expect(settlementOf(claimed, delivery, now, middle)).toEqual(expected)
  })
})
