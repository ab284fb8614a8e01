import { describe, expect, test } from '@jest/globals'
import type { Memory } from '../../../src/bot.ts'
import type { ClaimedMessage, Store, StoredOutcome } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, aReply, aReportToStore, at, claimAt } from './samples.ts'

/** What came of a message is stored as one, once. */
export function outcomeContract(subject: Subject): void {
  describe('outcome', () => {
    test('reports, failures, memory and replies are there with “done”, also after a restart', async () => {
      const { lease } = await claimed(subject.store())
      expect(await subject.store().commitOutcome(lease, fullOutcome())).toBe('committed')
      await expectStoredOnce(subject.store())
      await expectStoredOnce(await subject.restart())
    })

    test('committing again under the same lease changes nothing', async () => {
      const store = subject.store()
      const { lease } = await claimed(store)
      await store.commitOutcome(lease, fullOutcome())
      expect(await store.commitOutcome(lease, fullOutcome())).toBe('committed')
      await expectStoredOnce(store)
    })

    test('ten commits at once under the same lease store it once', async () => {
      const [one, two] = [subject.store(), await subject.beside()]
      const { lease } = await claimed(one)
      const answers = await Promise.all(
        [one, two, one, two, one, two, one, two, one, two].map((store) =>
          store.commitOutcome(lease, fullOutcome()),
        ),
      )
      expect(answers).toStrictEqual(Array(10).fill('committed'))
      await expectStoredOnce(one)
    })

    test('two commits in a race for one message store the outcome of one of them, whole', async () => {
      const store = subject.store()
      const late = await claimed(store)
      const next = await store.claimMessage(claimAt(60, 'next'))
      if (next === null) throw new Error('the lease did not run out')
      const answers = await Promise.all([
        store.commitOutcome(late.lease, anOutcome(61, { state: 'dead', replies: [aReply(late.message, 3)] })),
        store.commitOutcome(next.lease, fullOutcome()),
      ])
      expect(answers).toStrictEqual(['lost', 'committed'])
      await expectStoredOnce(store)
    })

    test('memory: undefined leaves it, null forgets it, a new one replaces it, an old one has run out', async () => {
      const store = subject.store()
      const steps: readonly (readonly [Memory | null | undefined, Memory | null])[] = [
        [aMemory(2023), aMemory(2023)],
        [undefined, aMemory(2023)],
        [aMemory(2024), aMemory(2024)],
        [null, null],
        [null, null],
        [aMemory(2025), aMemory(2025)],
      ]
      for (const [n, [memory, expected]] of steps.entries()) {
        const { lease } = await claimed(store, aMessage(`m${n}`, 'group-1', n))
        await store.commitOutcome(lease, anOutcome(n, { memory }))
        expect(await store.memoryOf('group-1', 'person-1', at(599))).toStrictEqual(expected)
      }
      expect(await store.memoryOf('group-1', 'person-1', at(600))).toBeNull()
      expect(await store.memoryOf('group-1', 'person-2', at(0))).toBeNull()
      expect(await store.memoryOf('group-2', 'person-1', at(0))).toBeNull()
    })

    test('failures come newest first, as many as asked for', async () => {
      const store = subject.store()
      for (const n of [0, 1, 2]) {
        const { lease } = await claimed(store, aMessage(`m${n}`, `group-${n}`, n))
        const failures = [aFailure(`${n}a.pdf`), aFailure(`${n}b.pdf`)]
        await store.commitOutcome(lease, anOutcome(n * 10, { failures }))
      }
      expect(await store.failures(3)).toStrictEqual([
        { ...aFailure('2b.pdf'), cause: 'm2', at: at(20) },
        { ...aFailure('2a.pdf'), cause: 'm2', at: at(20) },
        { ...aFailure('1b.pdf'), cause: 'm1', at: at(10) },
      ])
    })
  })
}

/** Everything an outcome can hold, for the message `m`. */
export function fullOutcome(): StoredOutcome {
  const message = aMessage('m')
  return anOutcome(61, {
    reports: [
      aReportToStore('甲区教育局', 2025, 'm/0', { receivedAt: at(0) }),
      aReportToStore('甲区民政局', 2025, 'm/1', { receivedAt: at(0) }),
    ],
    failures: [aFailure('坏.docx')],
    replies: [aReply(message, 0), aReply(message, 1)],
    memory: aMemory(2025),
  })
}

/** That the full outcome of `m` lies in the store exactly once, and `m` is done. */
export async function expectStoredOnce(store: Store): Promise<void> {
  const outcome = fullOutcome()
  const depth = await store.inboxDepth()
  expect(depth).toStrictEqual({ waiting: 0, working: 0, dead: 0, oldestWaiting: null })
  for (const report of outcome.reports) {
    expect(await store.reportVersions(report.agency, report.year)).toStrictEqual([{ ...report, version: 1 }])
    expect(await store.shelf.newest(report.agency, report.year)).toStrictEqual({ ...report, version: 1 })
    expect(await store.reportById(report.id)).toStrictEqual({ ...report, version: 1 })
  }
  expect(await store.failures(10)).toStrictEqual([{ ...aFailure('坏.docx'), cause: 'm', at: outcome.at }])
  expect(await store.memoryOf('group-1', 'person-1', at(0))).toStrictEqual(outcome.memory)
  expect(await store.repliesTo('m')).toStrictEqual(
    outcome.replies.map((reply) => ({ ...reply, state: 'waiting', attempts: 0 })),
  )
  expect(await store.claimMessage(claimAt(1000))).toBeNull()
}

function aMemory(year: number): Memory {
  return {
    kind: 'which_report',
    file: { sha256: 'ef'.repeat(32), name: '年报.docx', size: 5 },
    agency: null,
    year,
    expiresAt: at(600),
  }
}

function aFailure(name: string): StoredOutcome['failures'][number] {
  return { file: { sha256: '01'.repeat(32), name, size: 3 }, code: 'damaged_file' }
}

async function claimed(store: Store, message = aMessage('m')): Promise<ClaimedMessage> {
  await store.keepMessage(message)
  const won = await store.claimMessage(claimAt(0, 'late'))
  if (won === null) throw new Error('nothing to claim')
  return won
}
