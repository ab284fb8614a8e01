import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../src/store/store.ts'
import { aMessage } from '../a-message.ts'
import { DeliveryBench, until } from './delivery-bench.ts'

let bench: DeliveryBench
beforeEach(async () => {
  bench = await DeliveryBench.open()
})
afterEach(() => bench.close())

describe('a crash', () => {
  const operations = ['claimMessage', 'recordFiles', 'commitOutcome', 'claimReply', 'settleReply'] as const
  const cases = operations.flatMap((operation) =>
    (['before', 'after'] as const).map((side) => [side, operation] as const),
  )
  test.each(cases)('%s %s still gives the reply, and one', async (side, operation) => {
    const attachments = [{ kind: 'file', name: '年报.docx', quoted: false, ref: '内容' }] as const
    await bench.store.keepMessage(aMessage({ attachments }))
    const { store, crashed } = crashingStore(bench.store, operation, side)
    const first = bench.startBot(undefined, store)
    await crashed
    await first.stop()

    await bench.store.freeLeases('w1')
    bench.pass(61_000)
    bench.startBot()
    await bench.store.keepMessage(aMessage({ key: 'sandbox:m2', text: '完' }))
    bench.pass(0)
    await until(() => bench.texts.includes('回 完'))
    // Sent and not noted: a platform sees the reply again under the same key, and the sandbox shows it once.
    const keys = new Set(bench.platform.sent.map(({ key }) => key))
    expect([...keys].sort()).toEqual(['sandbox:m1#0', 'sandbox:m2#0'])
    const times = bench.platform.sent.filter(({ key }) => key === 'sandbox:m1#0').length
    expect(times).toBe(side === 'before' && operation === 'settleReply' ? 2 : 1)
    expect((await bench.store.repliesTo('sandbox:m1')).map(({ state }) => state)).toEqual(['sent'])
  })
})

/** A store whose process dies at an operation: from then on nothing works any more. */
function crashingStore(
  real: Store,
  operation: keyof Store,
  side: 'before' | 'after',
): { readonly store: Store; readonly crashed: Promise<void> } {
  let isDead = false
  let tell = (): void => undefined
  const crashed = new Promise<void>((resolve) => (tell = resolve))
  const die = (): never => {
    isDead = true
    tell()
    throw new Error('crashed')
  }
  const store = new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        if (isDead) throw new Error('crashed')
        const isTheOne = name === operation
        if (isTheOne && side === 'before') die()
        const result: unknown = await Reflect.apply(value, target, args)
        // A claim that found nothing is not yet the call in question.
        if (isTheOne && result !== null) die()
        return result
      }
    },
  })
  return { store, crashed }
}
