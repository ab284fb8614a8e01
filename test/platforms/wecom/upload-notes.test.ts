import { describe, expect, test } from '@jest/globals'
import { StoreUnavailableError } from '../../../src/errors.ts'
import type { SharedMarks } from '../../../src/platforms/platform.ts'
import { createUploadNotes, type UploadNotes } from '../../../src/platforms/wecom/upload-notes.ts'
import { sharedMarks } from '../../shared-marks.ts'

const [first, second] = [
  { type: 'image', mediaId: 'M1' },
  { type: 'image', mediaId: 'M2' },
] as const
const day = 24 * 60 * 60 * 1000

/** Two processes on the same marks, with one clock. */
function processes(marks: SharedMarks = sharedMarks()): {
  readonly one: UploadNotes
  readonly other: UploadNotes
  readonly pass: (milliseconds: number) => void
} {
  let now = Date.parse('2026-01-12T01:00:00Z')
  const notes = (): UploadNotes => createUploadNotes(marks, () => new Date(now))
  return { one: notes(), other: notes(), pass: (milliseconds) => (now += milliseconds) }
}

describe('an upload', () => {
  test('is known to every process, under its name alone', async () => {
    const { one, other } = processes()
    await one.note('a', first)
    expect(await one.find('a')).toMatchObject(first)
    expect(await other.find('a')).toMatchObject(first)
    expect(await other.find('b')).toBeNull()
  })

  test('of the quicker counts where two are made at once', async () => {
    const { one, other } = processes()
    expect(await one.note('a', first)).toMatchObject(first)
    expect(await other.note('a', second)).toMatchObject(first)
    expect(await other.find('a')).toMatchObject(first)
  })

  test('is over after two days, and the next one counts', async () => {
    const { one, other, pass } = processes()
    await one.note('a', first)
    pass(2 * day - 1)
    expect(await other.find('a')).toMatchObject(first)
    pass(1)
    expect(await one.find('a')).toBeNull()
    expect(await other.find('a')).toBeNull()
    expect(await other.note('a', second)).toMatchObject(second)
    expect(await other.find('a')).toMatchObject(second)
  })

  test('that the platform does not know any more is made again, and is not mixed up with it', async () => {
    const { one } = processes()
    await one.note('a', first)
    one.forget('a')
    expect(await one.find('a')).toBeNull()
    expect(await one.note('a', second)).toMatchObject(second)
    expect(await one.find('a')).toMatchObject(second)
  })

  test('is known to its own process while the store is away', async () => {
    const away = (): Promise<never> => Promise.reject(new StoreUnavailableError('走开'))
    const { one, other } = processes({ settle: away, settled: away })
    expect(await one.note('a', first)).toMatchObject(first)
    expect(await one.find('a')).toMatchObject(first)
    expect(await other.find('a')).toBeNull()
  })
})
