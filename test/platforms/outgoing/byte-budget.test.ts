import { expect, test } from '@jest/globals'
import { createByteBudget } from '../../../src/platforms/outgoing/byte-budget.ts'
import { codeOfFault } from './an-arrived-fetch.ts'

test('answers share what there is: the one beyond it is broken off, and what ends makes room', async () => {
  const budget = createByteBudget(100)
  let end = (): void => undefined
  const first = budget.read(async (onBytes) => {
    onBytes(60)
    await new Promise<void>((resolve) => (end = resolve))
    onBytes(40)
    return 'whole'
  })
  const second = async (count: number): Promise<string> =>
    codeOfFault(
      budget.read(async (onBytes) => {
        onBytes(count)
        return Promise.resolve()
      }),
    )
  expect(await second(41)).toBe('UND_ERR_BYTE_BUDGET')
  expect(await second(40)).toBe('')
  end()
  expect(await first).toBe('whole')
  expect(await second(100)).toBe('')
})
