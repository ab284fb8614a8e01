import { expect, test } from '@jest/globals'
import { createAnswerBudget } from '../../../src/platforms/outgoing/answer-budget.ts'
import { codeOfFault } from './an-arrived-fetch.ts'

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('one at a time goes beyond what there is; small answers wait for nobody', async () => {
  const budget = createAnswerBudget({ small: 10, shared: 100 })
  const got: string[] = []
  const ends = new Map<string, () => void>()
  const read = (name: string, pieces: readonly number[]): Promise<void> =>
    budget.read(new AbortController().signal, async (room) => {
      for (const bytes of pieces) await room(bytes)
      got.push(name)
      if (name !== 'small') await new Promise<void>((resolve) => ends.set(name, resolve))
    })
  const reading = [read('first', [60, 20])]
  await soon()
  reading.push(read('second', [5, 55]))
  await soon()
  reading.push(read('third', [20, 20]))
  await soon()
  await read('small', [4, 6])
  expect(got).toEqual(['first', 'second', 'small'])
  ends.get('second')?.()
  await soon()
  expect(got).toEqual(['first', 'second', 'small', 'third'])
  ends.get('first')?.()
  ends.get('third')?.()
  await Promise.all(reading)
  const next = read('next', [110])
  await soon()
  expect(got.at(-1)).toBe('next')
  ends.get('next')?.()
  await next
})

test('who is broken off while it waits gets the reason, and holds up nobody', async () => {
  const budget = createAnswerBudget({ small: 0, shared: 100 })
  let end = (): void => undefined
  const first = budget.read(new AbortController().signal, async (room) => {
    await room(150)
    await new Promise<void>((resolve) => (end = resolve))
  })
  const waiting = new AbortController()
  const second = codeOfFault(budget.read(waiting.signal, (room) => room(50)))
  await soon()
  waiting.abort(Object.assign(new Error('broken off'), { code: 'GONE' }))
  expect(await second).toBe('GONE')
  const third = budget.read(new AbortController().signal, (room) => room(100))
  end()
  await Promise.all([first, third])
})
