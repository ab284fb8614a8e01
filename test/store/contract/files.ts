import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { Subject } from '../contract.ts'
import { range } from './samples.ts'

/** Files lie under their hash. */
export function fileContract(subject: Subject): void {
  describe('files', () => {
    test.each([0, 1, 4096, 2 * 1024 * 1024, 20 * 1024 * 1024])(
      '%d bytes come back by their hash',
      async (size) => {
        const bytes = randomBytes(size)
        const sha256 = await subject.store().putFile(bytes)
        expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
        expectSame(await subject.store().getFile(sha256), bytes)
        expectSame(await (await subject.restart()).getFile(sha256), bytes)
      },
    )

    test('the same bytes, many times at once, are one file', async () => {
      const bytes = randomBytes(3_000_000)
      const stores = [subject.store(), await subject.beside()]
      const hashes = await Promise.all(range(5).flatMap(() => stores.map((store) => store.putFile(bytes))))
      expect(new Set(hashes).size).toBe(1)
      expectSame(await subject.store().getFile(hashes[0] ?? ''), bytes)
      await subject.store().putFile(bytes)
      expectSame(await subject.store().getFile(hashes[0] ?? ''), bytes)
    })

    test('a view into a larger buffer is stored as what it shows', async () => {
      const bytes = new Uint8Array(randomBytes(1000).buffer, 8, 100)
      const sha256 = await subject.store().putFile(bytes)
      expectSame(await subject.store().getFile(sha256), bytes)
    })

    test.each(['00'.repeat(32), '', '../../gongkai.db', 'AB'.repeat(32)])(
      'there is no file %j',
      async (sha256) => {
        expect(await subject.store().getFile(sha256)).toBeNull()
      },
    )
  })
}

function expectSame(actual: Uint8Array | null, expected: Uint8Array): void {
  expect(actual?.byteLength).toBe(expected.byteLength)
  expect(actual !== null && Buffer.compare(actual, expected) === 0).toBe(true)
}
