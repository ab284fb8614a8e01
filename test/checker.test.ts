import { setImmediate as othersTurn } from 'node:timers/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from '@jest/globals'
import type * as checkerModule from '../src/checker.ts'
import { packageFolder } from '../src/package-folder.ts'
import { emptyRoster } from '../src/roster/roster.ts'

/** Threads start from built files only. */
const { createChecker } = (await import(
  pathToFileURL(path.join(packageFolder, 'dist/src/checker.js')).href
)) as typeof checkerModule

const notice = new TextEncoder().encode('会议通知\n\n请于明天上午九点到会。\n')
let checker: checkerModule.Checker | undefined
afterEach(() => checker?.close())

function start(threads: number): checkerModule.Checker {
  checker = createChecker({ roster: emptyRoster, threads, timeLimit: 30_000, heapLimit: 256 })
  return checker
}

describe('a file that may take the process with it', () => {
  test('is read while no other is, and those behind it come after it', async () => {
    const { check } = start(3)
    let running = 0
    const seen: { readonly name: string; readonly beside: number }[] = []
    const read = async (name: string, alone: boolean): Promise<void> => {
      const load = async (): Promise<Uint8Array> => {
        // Whoever waits for the file before this one hears first that it has ended.
        await othersTurn()
        seen.push({ name, beside: running })
        running += 1
        return notice
      }
      await check(load, `${name}.txt`, null, alone).catch(() => undefined)
      running -= 1
    }
    await Promise.all([
      read('a', false),
      read('b', false),
      read('suspect', true),
      read('c', false),
      read('d', false),
    ])
    expect(seen.map(({ name }) => name)).toEqual(['a', 'b', 'suspect', 'c', 'd'])
    const besides = Object.fromEntries(seen.map(({ name, beside }) => [name, beside]))
    expect(besides).toMatchObject({ a: 0, b: 1, suspect: 0, c: 0, d: 1 })
  })
})

describe('closing', () => {
  test('ends what is read and what waits as stopping, and what comes later', async () => {
    const { check, close } = start(1)
    const load = (): Promise<Uint8Array> => new Promise(() => undefined)
    const answers = [check(load, 'a.txt'), check(load, 'b.txt')].map((answer) =>
      expect(answer).rejects.toMatchObject({ name: 'StoppingError' }),
    )
    await close()
    await Promise.all(answers)
    await expect(check(load, 'c.txt')).rejects.toMatchObject({ name: 'StoppingError' })
  })
})

describe('bytes that cannot be had', () => {
  test('reject with the reason, and the thread goes on to the next file', async () => {
    const { check } = start(1)
    const gone = check(() => Promise.reject(new Error('gone')), 'a.txt')
    const next = check(() => Promise.resolve(notice), 'b.txt')
    await expect(gone).rejects.toThrow('gone')
    await expect(next).rejects.toMatchObject({ code: 'not_a_report' })
  })
})

test('the seconds a file takes are learned', async () => {
  const { check, secondsPerFile } = start(1)
  const before = secondsPerFile()
  for (let n = 0; n < 5; n += 1) await check(() => Promise.resolve(notice), 'a.txt').catch(() => undefined)
  expect(secondsPerFile()).toBeLessThan(before)
  expect(secondsPerFile()).toBeGreaterThan(0)
})
