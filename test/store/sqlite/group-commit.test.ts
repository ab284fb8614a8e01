import { join } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { StoreUnavailableError } from '../../../src/errors.ts'
import { GroupCommit } from '../../../src/store/sqlite/group-commit.ts'
import { Sql } from '../../../src/store/sqlite/sql.ts'
import { range } from '../contract/samples.ts'
import { tempFolder } from '../../temp-folder.ts'

class CountingSql extends Sql {
  commits = 0

  override exec(text: string): void {
    if (text === 'COMMIT') this.commits += 1
    super.exec(text)
  }
}

describe('group commit', () => {
  let folder: string
  let sql: CountingSql
  let commit: GroupCommit

  beforeEach(() => {
    folder = tempFolder()
    sql = openFile()
    sql.exec('CREATE TABLE words (word TEXT PRIMARY KEY, padding TEXT)')
    sql.commits = 0
    commit = new GroupCommit(sql)
  })
  afterEach(() => {
    commit.close()
    sql.close()
  })

  const openFile = (): CountingSql => {
    const opened = new CountingSql(join(folder, 'words.db'))
    opened.pragma('journal_mode = WAL')
    opened.pragma('busy_timeout = 10')
    return opened
  }
  const add = (word: string, padding = ''): Promise<number> =>
    commit.write((on) => on.run('INSERT INTO words (word, padding) VALUES (?, ?)', word, padding))
  const words = (): Promise<readonly unknown[]> =>
    commit.read((on) => on.all('SELECT word FROM words ORDER BY word').map((row) => row['word']))

  test('what waits together shares a transaction', async () => {
    await Promise.all(range(100).map((n) => add(`w${n}`)))
    expect(sql.commits).toBe(1)
    expect(await words()).toHaveLength(100)
  })

  test('one that fails takes nothing with it, and leaves nothing behind', async () => {
    const failing = commit.write((on) => {
      on.run("INSERT INTO words (word) VALUES ('half')")
      throw new RangeError('not this one')
    })
    const results = await Promise.allSettled([add('a'), failing, add('b'), add('a'), add('c')])
    expect(results.map(({ status }) => status)).toStrictEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    await expect(failing).rejects.toThrow(RangeError)
    expect(await words()).toStrictEqual(['a', 'b', 'c'])
  })

  test('a full disk refuses what does not fit, keeps what does, and goes on when there is room', async () => {
    sql.pragma('max_page_count = 30')
    const big = 'x'.repeat(1_000_000)
    const results = await Promise.allSettled([
      add('a'),
      add('big', big),
      add('b'),
      add('huge', big),
      add('c'),
    ])
    expect(results.map(({ status }) => status)).toStrictEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StoreUnavailableError)
    }
    await expect(add('big', big)).rejects.toThrow('磁盘空间不足')
    expect(await words()).toStrictEqual(['a', 'b', 'c'])
    sql.pragma('max_page_count = 100000')
    await add('big', big)
    expect(await words()).toStrictEqual(['a', 'b', 'big', 'c'])
    expect(sql.pragma('integrity_check')).toBe('ok')
  })

  test('waits for another process that is writing, and refuses when that lasts', async () => {
    const other = openFile()
    other.exec('BEGIN IMMEDIATE')
    const waiting = add('waits')
    await othersTurn()
    await othersTurn()
    other.exec('COMMIT')
    await expect(waiting).resolves.toBe(1)
    other.exec('BEGIN IMMEDIATE')
    await expect(Promise.allSettled([add('too late'), add('as well')])).resolves.toMatchObject([
      { status: 'rejected', reason: { code: 'store_unavailable' } },
      { status: 'rejected', reason: { code: 'store_unavailable' } },
    ])
    other.exec('ROLLBACK')
    other.close()
    await add('again')
    expect(await words()).toStrictEqual(['again', 'waits'])
  })

  test('what waits when it is closed is written; later work is refused', async () => {
    const waiting = [add('a'), add('b')]
    await Promise.resolve()
    commit.close()
    await Promise.all(waiting)
    await expect(add('c')).rejects.toThrow(StoreUnavailableError)
    await expect(words()).rejects.toThrow(StoreUnavailableError)
    expect(sql.all('SELECT word FROM words')).toHaveLength(2)
  })
})
