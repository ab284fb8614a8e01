import { describe, expect, test } from '@jest/globals'
import { backoff } from '../../src/delivery/backoff.ts'
import { endedBefore, settlementOf } from '../../src/delivery/outbox.ts'
import type { Delivery } from '../../src/platforms/platform.ts'
import type { Settlement, Tried } from '../../src/store/store.ts'
import { aMessage, aReply } from '../store/contract/samples.ts'

const now = new Date('2026-01-12T01:00:00Z')
const inMs = (milliseconds: number): Date => new Date(now.getTime() + milliseconds)
const middle = (): number => 0.5
const aReplied = aMessage('m')

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

const tried = (secondsAgo: number): Tried => ({ way: 'session', at: inMs(-secondsAgo * 1000) })

describe('settlementOf', () => {
  const cases: readonly [string, number, Delivery, readonly Tried[], Settlement][] = [
    [
      'sent is sent',
      ...([1, { kind: 'sent', platformMessageId: 'p1' }, []] as const),
      { kind: 'sent', at: now, platformMessageId: 'p1' },
    ],
    [
      'certainly not sent is tried again after the backoff',
      ...([2, { kind: 'later', reason: 'ECONNREFUSED' }, []] as const),
      { kind: 'retry', nextAt: inMs(5_000), reason: 'ECONNREFUSED', perhaps: [] },
    ],
    [
      'the platform’s own wait wins where it is longer',
      ...([1, { kind: 'later', reason: '45009', afterMs: 60_000 }, []] as const),
      { kind: 'retry', nextAt: inMs(60_000), reason: '45009', perhaps: [] },
    ],
    [
      'that it was not sent this time does not undo an earlier try',
      ...([2, { kind: 'later', reason: 'ECONNREFUSED' }, [tried(45)]] as const),
      { kind: 'retry', nextAt: inMs(5_000), reason: 'ECONNREFUSED', perhaps: [tried(45)] },
    ],
    [
      'it is not tried for ever',
      ...([8, { kind: 'later', reason: 'away' }, []] as const),
      { kind: 'failed', at: now, reason: 'away' },
    ],
    [
      'perhaps sent is tried once more after 30 s',
      ...([1, { kind: 'unknown', reason: 'reset' }, [tried(15)]] as const),
      { kind: 'retry', nextAt: inMs(30_000), reason: 'reset', perhaps: [tried(15)] },
    ],
    [
      'perhaps sent twice ends',
      ...([2, { kind: 'unknown', reason: 'reset' }, [tried(60), tried(15)]] as const),
      { kind: 'failed', at: now, reason: 'reset (twice uncertain)' },
    ],
    [
      'refused ends',
      ...([1, { kind: 'refused', reason: '60020' }, []] as const),
      { kind: 'failed', at: now, reason: '60020' },
    ],
  ]
  test.each(cases)('%s', (_, attempts, delivery, perhaps, expected) => {
    expect(settlementOf({ attempts }, { delivery, perhaps }, now, middle)).toEqual(expected)
  })
})

describe('endedBefore', () => {
  const row = aReply(aReplied, 0, { expiresAt: inMs(1) })
  test.each<[string, readonly Tried[], Settlement | undefined]>([
    ['nothing may have arrived', [], undefined],
    ['a try was cut off long ago', [tried(30)], undefined],
    [
      'a try was cut off just now',
      [tried(10)],
      { kind: 'retry', nextAt: inMs(20_000), reason: 'cut off', perhaps: [tried(10)] },
    ],
    [
      'the repeat was cut off as well',
      [tried(90), tried(40)],
      { kind: 'failed', at: now, reason: 'cut off (twice uncertain)' },
    ],
  ])('where %s', (_, perhaps, expected) => {
    expect(endedBefore({ row, perhaps }, now)?.settlement).toEqual(expected)
  })

  test('where it is too late for the reply', () => {
    expect(endedBefore({ row, perhaps: [] }, inMs(1))).toMatchObject({
      isExpired: true,
      settlement: { kind: 'failed', reason: 'expired' },
    })
  })
})
