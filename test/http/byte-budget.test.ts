import { expect, test } from '@jest/globals'
import { ByteBudget, type Account } from '../../src/http/byte-budget.ts'

/** Takes, and notes when it has got it. */
function taking(account: Account, bytes: number, name: string, got: string[]): Promise<void> {
  return account.take(bytes).then(() => void got.push(name))
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('where all is used up, the longest waiting goes on to its end, and then the next', async () => {
  const budget = new ByteBudget({ shared: 10, patience: 60_000 })
  const [a, b, c] = [budget.open(), budget.open(), budget.open()]
  const got: string[] = []
  await Promise.all([a.take(5), b.take(5)])
  const waits = [taking(a, 3, 'a', got), taking(b, 3, 'b', got), taking(c, 3, 'c', got)]
  await soon()
  expect(got).toEqual(['a'])
  expect([a.waitedUntil() > 0, b.waitedUntil()]).toEqual([true, Infinity])
  await a.take(100)
  await soon()
  expect(got).toEqual(['a'])
  a.close()
  await Promise.all(waits)
  expect(got).toEqual(['a', 'b', 'c'])
  b.close()
  c.close()
  // Everything was given back: ten bytes are free again, and no more.
  const [d, e] = [budget.open(), budget.open()]
  await d.take(10)
  expect(d.waitedUntil()).toBe(0)
  await e.take(1)
  expect(e.waitedUntil()).toBeGreaterThan(0)
})

test('who waits too long is told so, and holds up nobody', async () => {
  const budget = new ByteBudget({ shared: 10, patience: 20 })
  const [full, beyond, late] = [budget.open(), budget.open(), budget.open()]
  await full.take(10)
  await beyond.take(1)
  await expect(late.take(1)).rejects.toMatchObject({ status: 503, message: expect.stringMatching(/稍等/) })
  late.close()
  full.close()
  const next = budget.open()
  await next.take(9)
  expect(next.waitedUntil()).toBe(0)
})

test('one that leaves while it waits gets nothing and keeps nothing', async () => {
  const budget = new ByteBudget({ shared: 10, patience: 60_000 })
  const [full, beyond, leaving] = [budget.open(), budget.open(), budget.open()]
  await full.take(10)
  await beyond.take(1)
  const left = expect(leaving.take(5)).rejects.toMatchObject({ status: 503 })
  leaving.close()
  await left
  await expect(leaving.take(1)).rejects.toMatchObject({ status: 400 })
  full.close()
  beyond.close()
  const next = budget.open()
  await next.take(10)
  expect(next.waitedUntil()).toBe(0)
})
