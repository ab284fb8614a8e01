import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FetchedFile, Message, Outcome } from '../src/bot.ts'
import type * as handlersModule from '../handlers/index.ts'
import type * as checkerModule from '../src/checker.ts'
import type { Checker, CheckerOptions } from '../src/checker.ts'
import type { Reading } from '../src/delivery/worker.ts'
import { silentLog } from '../src/log.ts'
import { createMetrics } from '../src/metrics.ts'
import { packageFolder } from '../src/package-folder.ts'
import type * as responderModule from '../src/responder.ts'
import { emptyRoster } from '../src/roster/roster.ts'
import type * as storeModule from '../src/store/index.ts'
import type { Store } from '../src/store/store.ts'
import { version } from '../src/version.ts'
import { aMessage } from './a-message.ts'
import { until } from './delivery/delivery-bench.ts'
import { buildDocx, xml } from './docx-builder.ts'
import { startMongoServer } from './mongo-server.ts'
import { tempFolder } from './temp-folder.ts'

/** The built program's own module: threads start from built files only, and errors are known by their class. */
async function built(module: string): Promise<unknown> {
  return import(pathToFileURL(path.join(packageFolder, 'dist', module)).href)
}
const { createChecker } = (await built('src/checker.js')) as typeof checkerModule
const { createResponder } = (await built('src/responder.js')) as typeof responderModule
const { handlers } = (await built('handlers/index.js')) as typeof handlersModule
const { openStore } = (await built('src/store/index.js')) as typeof storeModule

/** Within every limit of size, and takes a reader several seconds and much memory. */
const heavy = buildDocx({
  body: [
    xml(`<w:p><w:r><w:pict><w:txbxContent>${'<w:p/>'.repeat(190_000)}</w:txbxContent></w:pict></w:r></w:p>`),
  ],
})
const light = new TextEncoder().encode('会议通知\n\n请于明天上午九点到会。\n')
const roomy = { timeLimit: 30_000, heapLimit: 256 }
const now = new Date('2026-01-12T02:00:00Z')

const server = await startMongoServer()
afterAll(async () => {
  await server?.stop()
})

let dataDir: string
const open = new Set<{ readonly close: () => Promise<void> }>()
beforeEach(() => {
  dataDir = tempFolder()
})
afterEach(async () => {
  for (const part of open) await part.close()
  open.clear()
})

interface Bot {
  readonly store: Store
  /** Files whose reading began, by hash. */
  readonly begun: readonly string[]
  /** Files handed to the threads, by name: being read or in line. */
  readonly inLine: readonly string[]
  readonly sends: (bytes: Uint8Array, name: string) => Promise<Outcome>
  readonly close: () => Promise<void>
}

/** A responder over the real threads and a real store, with the limits of the test. */
async function startBot(
  mongodbUri: string | undefined,
  limits: Partial<CheckerOptions> = {},
  begin: Reading['begin'] = () => Promise.resolve(),
  wrap: (store: Store) => Store = (store) => store,
): Promise<Bot> {
  const opened = await openStore({ dataDir, mongodbUri, mode: 'serve' })
  const store = wrap(opened)
  const threads = createChecker({ roster: emptyRoster, threads: 1, ...roomy, ...limits })
  const inLine: string[] = []
  const checker: Checker = {
    ...threads,
    check: (load, name, ...more) => {
      inLine.push(name)
      return threads.check(load, name, ...more)
    },
  }
  const clock = (): Date => now
  const respond = createResponder({
    ...{ handlers, store, roster: emptyRoster, checker, clock, log: silentLog, secret: 'a secret' },
    links: {
      reportLink: () => 'https://bot.example/reports/1',
    } as unknown as Parameters<typeof createResponder>[0]['links'],
    uploads: { make: () => '' } as unknown as Parameters<typeof createResponder>[0]['uploads'],
    painter: { png: () => Promise.reject(new Error('nothing is drawn here')) },
    sandboxLink: null,
    metrics: createMetrics(clock),
  })
  const begun: string[] = []
  const bot: Bot = {
    store,
    begun,
    inLine,
    sends: async (bytes, name) => {
      const file = { sha256: await opened.putFile(bytes), name, size: bytes.byteLength }
      const files: readonly FetchedFile[] = [{ kind: 'fetched', file }]
      const message: Message = aMessage({ text: '', receivedAt: now })
      const reading: Reading = {
        begin: async (sha256) => {
          begun.push(sha256)
          await begin(sha256)
        },
        isSuspect: false,
      }
      return respond(message, files, reading)
    },
    close: async () => {
      open.delete(bot)
      await checker.close()
      await opened.close()
    },
  }
  open.add(bot)
  return bot
}

const said = (outcome: Outcome): string => outcome.replies.map(({ markdown }) => markdown).join('\n')

const engines: readonly (readonly [string, () => string | undefined])[] = [
  ['the embedded store', () => undefined],
  ...(server === null
    ? []
    : [['MongoDB', () => server.uriOf(`reading_${path.basename(dataDir).replaceAll(/\W/g, '_')}`)] as const]),
]

describe.each(engines)('on %s', (_engine, uri) => {
  test('a file that outlasts its time is answered at once when it comes again, also after a restart', async () => {
    const first = await startBot(uri(), { timeLimit: 100 })
    expect(said(await first.sends(heavy, '年报.docx'))).toContain('读了很久也没有读完，已经停止')
    const again = await first.sends(heavy, '年报改名.docx')
    expect(said(again)).toContain('“年报改名.docx”以前读过，读了很久也没有读完，所以这次没有再读')
    expect(said(again)).toContain('另存为新的 .docx')
    expect(again.failures).toMatchObject([{ code: 'read_timeout' }])
    // Other files are read as before, in the thread that took its place.
    expect(said(await first.sends(light, '通知.txt'))).toContain('看起来不是政府信息公开工作年度报告')
    expect(first.begun).toHaveLength(2)
    await first.close()

    const second = await startBot(uri())
    expect(said(await second.sends(heavy, '年报.docx'))).toContain('所以这次没有再读')
    expect(second.begun).toEqual([])
  })

  test('a file that ends its thread by its memory is not read again', async () => {
    const bot = await startBot(uri(), { heapLimit: 24 })
    expect((await bot.sends(heavy, '年报.docx')).failures).toMatchObject([{ code: 'read_timeout' }])
    expect(said(await bot.sends(heavy, '年报.docx'))).toContain('所以这次没有再读')
    expect(bot.begun).toHaveLength(1)
  })

  test('the same file waiting twice is read once', async () => {
    const bot = await startBot(uri(), { timeLimit: 300 })
    const answers = await Promise.all([bot.sends(heavy, '一.docx'), bot.sends(heavy, '二.docx')])
    // Which of the two is claimed first is the store's choice.
    expect(answers.filter((outcome) => said(outcome).includes('没有再读'))).toHaveLength(1)
    expect(bot.begun).toHaveLength(1)
  })

  test('a file that failed under an earlier version of the reader is read', async () => {
    const bot = await startBot(uri())
    const sha256 = await bot.store.putFile(light)
    await bot.store.quarantineFile(sha256, `${version}-older`, { reason: 'reader_died', at: now })
    expect(said(await bot.sends(light, '通知.txt'))).toContain('看起来不是')
    await bot.store.quarantineFile(sha256, version, { reason: 'reader_died', at: now })
    expect(said(await bot.sends(light, '通知.txt'))).toContain('读到一半读取程序就中断了，所以这次没有再读')
  })

  test('a store that is away quarantines nothing', async () => {
    const away = Object.assign(new Error('away'), { code: 'ECONNRESET' })
    const bot = await startBot(uri(), {}, undefined, (store) => ({
      ...store,
      getFile: () => Promise.reject(away),
    }))
    await expect(bot.sends(light, '通知.txt')).rejects.toThrow('away')
    expect(await bot.store.quarantined(await bot.store.putFile(light), version)).toBeNull()
  })

  test('a store that is slower than the limit quarantines nothing', async () => {
    const bot = await startBot(uri(), { timeLimit: 200 }, undefined, (store) => ({
      ...store,
      getFile: () => new Promise(() => undefined),
    }))
    await expect(bot.sends(light, '通知.txt')).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(await bot.store.quarantined(await bot.store.putFile(light), version)).toBeNull()
  })

  test('a stop while a file is read quarantines nothing, and does not answer it', async () => {
    let tellBegun = (): void => undefined
    const hasBegun = new Promise<void>((resolve) => (tellBegun = resolve))
    const bot = await startBot(uri(), {}, () => {
      tellBegun()
      return Promise.resolve()
    })
    const answer = bot.sends(heavy, '年报.docx')
    const waiting = bot.sends(light, '通知.txt')
    const refused = Promise.all([
      expect(answer).rejects.toMatchObject({ name: 'StoppingError' }),
      expect(waiting).rejects.toMatchObject({ name: 'StoppingError' }),
    ])
    await hasBegun
    // Before that it asks the store, and a stop would find it there.
    await until(() => bot.inLine.length === 2)
    await bot.close()
    await refused
    const next = await startBot(uri())
    expect(await next.store.quarantined(await next.store.putFile(heavy), version)).toBeNull()
    expect(said(await next.sends(light, '通知.txt'))).toContain('看起来不是')
  })
})
