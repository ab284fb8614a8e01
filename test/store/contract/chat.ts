import { setImmediate as othersTurn } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { TranscriptLine } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { at, range } from './samples.ts'

/** Transcript and settings. */
export function chatContract(subject: Subject): void {
  describe('transcript', () => {
    test('lines are numbered over all conversations, ascending, each key once', async () => {
      const store = subject.store()
      const { number: first } = await store.appendLine(aLine('a', 'one'))
      const { number: second } = await store.appendLine(aLine('b', 'two'))
      const { number: third } = await store.appendLine(aLine('c', 'one'))
      expect(first).toBeGreaterThan(0)
      expect(second).toBeGreaterThan(first)
      expect(third).toBeGreaterThan(second)
      expect(await store.appendLine({ ...aLine('b', 'two'), text: 'again' })).toStrictEqual({
        ...aLine('b', 'two'),
        number: second,
      })
      expect(await store.linesOf('one', 0, 10)).toStrictEqual([
        { ...aLine('a', 'one'), number: first },
        { ...aLine('c', 'one'), number: third },
      ])
      expect(await store.linesOf('two', 0, 10)).toStrictEqual([{ ...aLine('b', 'two'), number: second }])
    })

    test('a line is found by its key, in its own conversation only', async () => {
      const store = subject.store()
      for (const n of range(5)) await store.appendLine(aLine(`l${n}`, 'one'))
      const stored = await store.appendLine(aLine('c', 'one'))
      expect(await store.lineByKey('one', 'c')).toStrictEqual(stored)
      expect(stored).toStrictEqual({ ...aLine('c', 'one'), number: stored.number })
      expect(await store.lineByKey('two', 'c')).toBeNull()
      expect(await store.lineByKey('one', 'none')).toBeNull()
    })

    test('gives the newest lines after a number, oldest of them first', async () => {
      const store = subject.store()
      const numbers: number[] = []
      for (const n of range(6)) numbers.push((await store.appendLine(aLine(`l${n}`, 'one'))).number)
      const keys = async (after: number, limit: number): Promise<readonly string[]> =>
        (await store.linesOf('one', after, limit)).map(({ key }) => key)
      expect(await keys(0, 2)).toStrictEqual(['l4', 'l5'])
      expect(await keys(numbers[2] ?? 0, 10)).toStrictEqual(['l3', 'l4', 'l5'])
      expect(await keys(numbers[5] ?? 0, 10)).toStrictEqual([])
    })

    test('forty lines at once: a reader who goes on from the last number misses none', async () => {
      const stores = [subject.store(), await subject.beside()]
      const appending = Promise.all(
        range(20).flatMap((n) =>
          stores.map((store, side) => store.appendLine(aLine(`l${n}-${side}`, 'one'))),
        ),
      ).then((lines) => new Set(lines.map(({ number }) => number)).size)
      const seen: string[] = []
      let last = 0
      const progress = { isOver: false }
      const over = appending.finally(() => (progress.isOver = true))
      do {
        const lines = await subject.store().linesOf('one', last, 100)
        seen.push(...lines.map(({ key }) => key))
        last = lines.at(-1)?.number ?? last
        await othersTurn()
      } while (!progress.isOver)
      seen.push(...(await subject.store().linesOf('one', last, 100)).map(({ key }) => key))
      expect(await over).toBe(40)
      expect(seen.toSorted()).toStrictEqual(
        range(20)
          .flatMap((n) => [`l${n}-0`, `l${n}-1`])
          .toSorted(),
      )
    })

    test('numbers go on after a restart', async () => {
      const before = (await subject.store().appendLine(aLine('a', 'one'))).number
      const store = await subject.restart()
      expect((await store.appendLine(aLine('b', 'one'))).number).toBeGreaterThan(before)
    })
  })

  describe('settings', () => {
    test('many who settle a value at once agree on one, for good', async () => {
      const stores = [subject.store(), await subject.beside()]
      const values = await Promise.all(
        range(10).flatMap((n) => stores.map((store, side) => store.settle('secret', `value ${n}-${side}`))),
      )
      expect(new Set(values).size).toBe(1)
      const store = await subject.restart()
      expect(await store.settle('secret', 'later')).toBe(values[0])
      expect(await store.settle('another', '另一个')).toBe('另一个')
      expect(await store.settled('another')).toBe('另一个')
      expect(await store.settled('secret')).toBe(values[0])
      expect(await store.settled('nothing')).toBeNull()
      expect(await store.settle('nothing', 'something')).toBe('something')
    })
  })
}

function aLine(key: string, conversationId: string): TranscriptLine {
  return {
    key,
    conversationId,
    author: { id: 'bot', name: '公开助手', isBot: true },
    text: `**${key}** 😀`,
    file: key === 'c' ? { sha256: 'ab'.repeat(32), name: '年报.docx', size: 9 } : null,
    quotes: key === 'b' ? 'a' : null,
    at: at(0.001),
  }
}
