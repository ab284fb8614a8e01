import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { GongkaiError } from '../../../src/errors.ts'
import { openStore } from '../../../src/store/index.ts'
import type { OpenMode } from '../../../src/store/open-mode.ts'
import { migrate } from '../../../src/store/sqlite/migrations.ts'
import { dataFile } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { Sql } from '../../../src/store/sqlite/sql.ts'
import type { Store } from '../../../src/store/store.ts'
import { encodeDocument } from '../../../src/store/stored-document.ts'
import { aFileMessage, aMessage, anOutcome, aReply, aReportToStore, claimAt } from '../contract/samples.ts'
import { tempFolder } from '../../temp-folder.ts'

describe('opening the embedded store', () => {
  let dataDir: string
  let open: Store[]

  beforeEach(() => {
    dataDir = tempFolder()
    open = []
  })
  afterEach(async () => {
    for (const store of open) await store.close()
  })

  const opened = async (mode: OpenMode, directory = dataDir): Promise<Store> => {
    const store = await openStore({ dataDir: directory, mode })
    open.push(store)
    return store
  }

  test('a second serve is refused, with a word on what to do, until the first has ended', async () => {
    const first = await opened('serve')
    const second = opened('serve')
    await expect(second).rejects.toThrow(GongkaiError)
    await expect(second).rejects.toMatchObject({ code: 'store_locked' })
    await expect(second).rejects.toThrow(`数据目录 ${dataDir} 正被另一个 gongkai serve 使用：请先停止它`)
    await first.keepMessage(aMessage('a'))
    await first.close()
    const third = await opened('serve')
    expect(await third.keepMessage(aMessage('a'))).toBe('known')
  })

  test('other commands write and read beside a serve, and see each other', async () => {
    const [serve, write, read] = [await opened('serve'), await opened('write'), await opened('read')]
    const saved = await write.saveReport(aReportToStore('甲局', 2025, 'import'))
    expect(await serve.shelf.newest('甲局', 2025)).toStrictEqual(saved)
    expect(await read.shelf.newest('甲局', 2025)).toStrictEqual(saved)
    await Promise.all([
      serve.saveReport(aReportToStore('乙局', 2025, 'a')),
      write.saveReport(aReportToStore('乙局', 2025, 'b')),
    ])
    expect(await read.reportVersions('乙局', 2025)).toHaveLength(2)
    await expect(read.keepMessage(aMessage('a'))).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(read.ping()).resolves.toBeUndefined()
  })

  test('a command that writes may be the first', async () => {
    const write = await opened('write')
    await write.saveReport(aReportToStore('甲局', 2025, 'import'))
    const serve = await opened('serve')
    expect(await serve.shelf.holdings()).toStrictEqual([{ agency: '甲局', years: [2025] }])
  })

  test('reading a directory without data finds nothing and makes nothing', async () => {
    const missing = join(dataDir, 'missing')
    const read = await opened('read', missing)
    expect(await read.shelf.holdings()).toStrictEqual([])
    expect(await read.getFile('ab'.repeat(32))).toBeNull()
    expect(existsSync(missing)).toBe(false)
  })

  test('a serve frees the leases an earlier one left; the tries stay counted', async () => {
    const before = await opened('serve')
    await before.keepMessage(aMessage('answered', 'a'))
    const answered = await before.claimMessage(claimAt(0))
    if (answered === null) throw new Error('nothing to claim')
    await before.commitOutcome(answered.lease, anOutcome(0, { replies: [aReply(answered.message)] }))
    await before.claimReply(claimAt(0))
    await before.keepMessage(aMessage('in work', 'b'))
    await before.claimMessage(claimAt(0))
    await before.close()
    const after = await opened('serve')
    await after.freeLeases('any')
    expect(await after.claimMessage(claimAt(1))).toMatchObject({ message: { key: 'in work' }, attempts: 2 })
    expect(await after.claimReply(claimAt(1))).toMatchObject({ attempts: 2 })
  })

  test('a data file that was removed or replaced takes no more writes', async () => {
    const store = await opened('serve')
    rmSync(dataDir, { recursive: true })
    await expect(store.keepMessage(aMessage('lost', 'a'))).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    await expect(store.ping()).rejects.toMatchObject({ code: 'store_unavailable' })
  })

  test('data of a newer program is refused and left alone', async () => {
    await (await opened('serve')).close()
    onFile((sql) => {
      sql.exec('PRAGMA user_version = 99')
    })
    for (const mode of ['serve', 'write', 'read'] as const) {
      await expect(opened(mode)).rejects.toThrow('数据由更新版本的程序写成（数据结构版本 99')
    }
    onFile((sql) => {
      expect(sql.pragma('user_version')).toBe(99)
    })
  })

  test('messages and replies of an older program are fetched, worked on and sent', async () => {
    const [file, text, sent] = [aFileMessage('file', 'a'), aMessage('text', 'b'), aReply(aMessage('m', 'c'))]
    onFile((sql) => {
      migrate(sql, 3)
      const insert = (table: string, row: Readonly<Record<string, string | number>>): void => {
        const names = Object.keys(row)
        sql.run(
          `INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`,
          ...Object.values(row),
        )
      }
      for (const [message, files] of [[file, 1] as const, [text, 0] as const]) {
        insert('inbox', {
          ...{
            key: message.key,
            lane: `sandbox/${message.conversation.id}`,
            turn: message.receivedAt.getTime(),
          },
          ...{ state: 'waiting', due_at: 0, document: encodeDocument(message), person: 'sandbox/person-1' },
          ...{ conversation: `sandbox/${message.conversation.id}`, file_count: files },
        })
      }
      const reply = { key: sent.key, lane: 'sandbox/c', turn: 0, state: 'waiting', due_at: 0, cause: 'm' }
      insert('outbox', { ...reply, uncertain: 1, document: encodeDocument(sent) })
    })
    const store = await opened('serve')
    expect(await store.claimMessage(claimAt(0))).toMatchObject({ message: text })
    expect(await store.claimMessage(claimAt(0))).toBeNull()
    expect(await store.claimDownload({ ...claimAt(0), exceptPlatforms: ['sandbox'] })).toBeNull()
    expect(await store.claimDownload(claimAt(0))).toMatchObject({ message: file })
    expect(await store.claimReply({ ...claimAt(0), exceptPlatforms: ['sandbox'] })).toBeNull()
    expect(await store.claimReply(claimAt(0))).toMatchObject({ row: sent, perhaps: [{ way: '' }] })
  })

  test.each([1, 2, 3])(
    'all that an older program of version %i left is worked on, sent and read',
    async (version) => {
      const [file, text, sent] = [
        aFileMessage('file', 'a'),
        aMessage('text', 'b'),
        aReply(aMessage('m', 'c')),
      ]
      const report = { ...aReportToStore('甲局', 2025, 'import'), version: 1 }
      onFile((sql) => {
        migrate(sql, version)
        for (const message of [file, text]) {
          sql.run(
            `INSERT INTO inbox (key, lane, turn, state, due_at, document) VALUES (?, ?, ?, 'waiting', 0, ?)`,
            ...[message.key, `sandbox/${message.conversation.id}`, message.receivedAt.getTime()],
            encodeDocument(message),
          )
        }
        sql.run(
          `INSERT INTO outbox (key, lane, turn, state, due_at, cause, document) VALUES (?, 'sandbox/c', 0, 'waiting', 0, 'm', ?)`,
          ...[sent.key, encodeDocument(sent)],
        )
        sql.run(
          `INSERT INTO reports (id, cause, agency, year, version, verdict, received_at, document)
         VALUES (?, 'import', '甲局', 2025, 1, 'fail', 0, ?)`,
          ...[report.id, encodeDocument(report)],
        )
      })
      const store = await opened('serve')
      const work = [await store.claimMessage(claimAt(0)), await store.claimMessage(claimAt(0))]
      expect(work).toMatchObject([{ message: file, files: null }, { message: text }])
      expect(await store.claimReply(claimAt(0))).toMatchObject({ row: sent, attempts: 1, perhaps: [] })
      expect(await store.shelf.newest('甲局', 2025)).toStrictEqual(report)
    },
  )

  test('data of an older program is not read before a serve has brought it up to date', async () => {
    onFile((sql) => {
      sql.exec('CREATE TABLE before (x)')
    })
    await expect(opened('read')).rejects.toThrow('请先启动一次 gongkai serve 完成升级')
    await (await opened('serve')).close()
    await expect(opened('read')).resolves.toBeDefined()
  })

  test('a file that is no database is refused, with a word', async () => {
    writeFileSync(join(dataDir, dataFile), '这不是数据库'.repeat(500))
    await expect(opened('serve')).rejects.toThrow('数据文件已损坏或不是本程序的数据')
  })

  test('a directory that cannot be made is refused, with its name', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(opened('serve', join(file, 'data'))).rejects.toThrow(`数据目录 ${join(file, 'data')} 打不开`)
  })

  const onFile = (work: (sql: Sql) => void): void => {
    const sql = new Sql(join(dataDir, dataFile))
    work(sql)
    sql.close()
  }
})
