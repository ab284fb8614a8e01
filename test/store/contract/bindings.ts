import { describe, expect, test } from '@jest/globals'
import type { GroupBinding } from '../../../src/bot.ts'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, claimAt } from './samples.ts'

/** What groups are bound to in chat. */
export function bindingContract(subject: Subject): void {
  describe('bindings', () => {
    test('an outcome binds, replaces, leaves and unbinds its group, and no other', async () => {
      const store = subject.store()
      const steps: readonly (readonly [GroupBinding | null | undefined, GroupBinding | null])[] = [
        [undefined, null],
        [{ agencies: ['甲区教育局', '甲区民政局'] }, { agencies: ['甲区教育局', '甲区民政局'] }],
        [undefined, { agencies: ['甲区教育局', '甲区民政局'] }],
        [{ agencies: 'all' }, { agencies: 'all' }],
        [null, null],
        [null, null],
        [{ agencies: ['甲区民政局'] }, { agencies: ['甲区民政局'] }],
      ]
      for (const [n, [binding, expected]] of steps.entries()) {
        await store.keepMessage(aMessage(`m${n}`, 'group-1', n))
        const claimed = await store.claimMessage(claimAt(n))
        if (claimed === null) throw new Error('nothing to claim')
        await store.commitOutcome(claimed.lease, anOutcome(n, binding === undefined ? {} : { binding }))
        expect(await store.bindingOf('sandbox', 'group-1')).toStrictEqual(expected)
      }
      expect(await store.bindingOf('sandbox', 'group-2')).toBeNull()
      expect(await store.bindingOf('wecom', 'group-1')).toBeNull()
      expect(await (await subject.restart()).bindingOf('sandbox', 'group-1')).toStrictEqual({
        agencies: ['甲区民政局'],
      })
    })
  })
}
