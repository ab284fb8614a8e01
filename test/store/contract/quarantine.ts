import { describe, expect, test } from '@jest/globals'
import type { Subject } from '../contract.ts'
import { at, range } from './samples.ts'

const file = 'ab'.repeat(32)

/** Files that a version of the reader must not read again are remembered. */
export function quarantineContract(subject: Subject): void {
  describe('quarantine', () => {
    test('holds for the same bytes and reader version, over restarts and for others on the same data', async () => {
      expect(await subject.store().quarantined(file, '1.0.0')).toBeNull()
      await subject.store().quarantineFile(file, '1.0.0', { reason: 'read_timeout', at: at(1) })
      expect(await (await subject.beside()).quarantined(file, '1.0.0')).toStrictEqual({
        reason: 'read_timeout',
        at: at(1),
      })
      const store = await subject.restart()
      expect(await store.quarantined(file, '1.0.0')).toStrictEqual({ reason: 'read_timeout', at: at(1) })
      expect(await store.quarantined(file, '1.0.1')).toBeNull()
      expect(await store.quarantined('cd'.repeat(32), '1.0.0')).toBeNull()
    })

    test('the first reason stays, however many come after it or with it', async () => {
      const store = subject.store()
      await store.quarantineFile(file, '1.0.0', { reason: 'reader_died', at: at(1) })
      const beside = await subject.beside()
      await Promise.all(
        range(10).map((n) =>
          (n % 2 === 0 ? store : beside).quarantineFile(file, '1.0.0', {
            reason: 'read_timeout',
            at: at(2 + n),
          }),
        ),
      )
      expect(await store.quarantined(file, '1.0.0')).toStrictEqual({ reason: 'reader_died', at: at(1) })
    })
  })
}
