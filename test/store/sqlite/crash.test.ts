import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { openStore } from '../../../src/store/index.ts'
import { dataFile } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { numberOf, Sql } from '../../../src/store/sqlite/sql.ts'
import { aMessage } from '../contract/samples.ts'
import { tempFolder } from '../../temp-folder.ts'

const load = fileURLToPath(new URL('load.mjs', import.meta.url))

/** Another process, from the built program, writes into the data directory of the test. */
describe('an embedded store in another process', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = tempFolder()
  })

  test('killed under load, three times: no acknowledged message is lost, and the file is whole', async () => {
    const acknowledged: string[] = []
    for (const [round, killAt] of [37, 150, 400].entries()) {
      const child = spawn(process.execPath, [load, dataDir, '500', `r${round}-`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let seen = 0
      for await (const line of linesOf(child)) {
        if (line === 'open') continue
        acknowledged.push(line)
        if (++seen === killAt) child.kill('SIGKILL')
      }
      expect(seen).toBeGreaterThanOrEqual(killAt)
      await expectWhole(acknowledged)
    }
  })

  test('a serve in another process holds the directory until it is killed', async () => {
    const child = spawn(process.execPath, [load, dataDir, '1', 'k'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await expectStarted(child)
    await expect(openStore({ dataDir, mode: 'serve' })).rejects.toMatchObject({ code: 'store_locked' })
    const beside = await openStore({ dataDir, mode: 'write' })
    expect(await beside.keepMessage(aMessage('beside'))).toBe('kept')
    await beside.close()
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    const store = await openStore({ dataDir, mode: 'serve' })
    expect(await store.keepMessage(aMessage('beside'))).toBe('known')
    await store.close()
  })

  // A limit on the size of files stands for a full disk: every write beyond it fails.
  const limited = process.platform === 'linux' ? test : test.skip
  limited(
    'a disk that is full: what was acknowledged is there, what was refused is not, and all goes on',
    async () => {
      const command = `trap '' XFSZ; ulimit -f 4096; exec "$0" "$@"`
      const child = spawn('sh', ['-c', command, process.execPath, load, dataDir, '20000', 'k'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const acknowledged: string[] = []
      const refused: string[] = []
      let isClosed = false
      for await (const line of linesOf(child)) {
        const [, key] = /^refused store_unavailable (.*)$/.exec(line) ?? []
        if (key !== undefined) refused.push(key)
        else if (line === 'closed') isClosed = true
        else if (line !== 'open') acknowledged.push(line)
      }
      expect(isClosed).toBe(true)
      expect(refused.length).toBeGreaterThan(0)
      expect(acknowledged.length).toBeGreaterThan(10)
      await expectWhole(acknowledged)
      const store = await openStore({ dataDir, mode: 'serve' })
      for (const key of refused) expect(await store.keepMessage(aMessage(key))).toBe('kept')
      await store.close()
    },
  )

  async function expectWhole(acknowledged: readonly string[]): Promise<void> {
    const sql = new Sql(join(dataDir, dataFile))
    expect(sql.pragma('integrity_check')).toBe('ok')
    const row = sql.one('SELECT count(*) AS count FROM inbox')
    expect(row === undefined ? 0 : numberOf(row, 'count')).toBeGreaterThanOrEqual(acknowledged.length)
    sql.close()
    const store = await openStore({ dataDir, mode: 'serve' })
    const answers = await Promise.all(acknowledged.map((key) => store.keepMessage(aMessage(key))))
    expect(answers.filter((answer) => answer !== 'known')).toStrictEqual([])
    await store.close()
  }
})

/** Waits for the first line of a child; it has none where the program was not built (npm run build). */
async function expectStarted(child: ChildProcess): Promise<void> {
  const lines = linesOf(child)[Symbol.asyncIterator]()
  expect(await lines.next()).toMatchObject({ value: 'open' })
}

function linesOf(child: ChildProcess): AsyncIterable<string> {
  if (child.stdout === null) throw new Error('the child has no output')
  return createInterface({ input: child.stdout })
}
