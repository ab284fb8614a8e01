import { expect, test } from '@jest/globals'
import { createGate } from '../../src/http/gate.ts'

test('never more than its width runs at once, in order, and a failure makes room', async () => {
  const gate = createGate(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const jobs = [0, 1, 2, 3].map((job) =>
    gate(async () => {
      begun.push(job)
      await new Promise<void>((resolve) => (ends[job] = resolve))
      if (job === 0) throw new Error('failed')
      return job
    }).catch(() => 'failed'),
  )
  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends[0]?.()
  expect(await jobs[0]).toBe('failed')
  expect(begun).toEqual([0, 1, 2])
  ends[1]?.()
  await jobs[1]
  expect(begun).toEqual([0, 1, 2, 3])
  ends[2]?.()
  ends[3]?.()
  expect(await Promise.all(jobs)).toEqual(['failed', 1, 2, 3])
  // The room it made is all there again.
  expect(await gate(() => Promise.resolve('again'))).toBe('again')
})
