import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { FetchedFile, Message, Outcome } from '../src/bot.ts'
import { createAssets } from '../src/console/assets.ts'
import { createLinks, type Links } from '../src/console/links.ts'
import { createReportRoutes } from '../src/console/report-routes.ts'
import { Downloads } from '../src/delivery/downloads.ts'
import { createInbox } from '../src/delivery/inbox.ts'
import { noMetrics } from '../src/delivery/delivery-metrics.ts'
import { Outbox } from '../src/delivery/outbox.ts'
import { openSpill } from '../src/delivery/spill.ts'
import { MessageWorker } from '../src/delivery/worker.ts'
import { silentLog } from '../src/log.ts'
import { createMetrics } from '../src/metrics.ts'
import { packageFolder } from '../src/package-folder.ts'
import type { PlatformInbox } from '../src/platforms/platform.ts'
import { createSandbox } from '../src/platforms/sandbox/index.ts'
import { emptyRoster, type Roster } from '../src/roster/roster.ts'
import { readSamples } from '../src/samples.ts'
import { createServer } from '../src/server.ts'
import type { Store } from '../src/store/store.ts'
import { sandboxPage } from '../templates/pages/sandbox.ts'
import { openTestSqlite, type TestStore } from './store/open-test-store.ts'

/** The sandbox over real HTTP, store, inbox, worker and outbox; only what the bot says is the test's. */
export interface TestSandbox {
  readonly url: string
  readonly store: Store
  readonly links: Links
  /** Every message that reached the bot, in order. */
  readonly heard: readonly Message[]
  readonly dispose: () => Promise<void>
}

export interface TestSandboxOptions {
  readonly respond?: (message: Message, files: readonly FetchedFile[], links: Links) => Promise<Outcome>
  readonly roster?: Roster
  /** Stands before the real inbox, to make it fail. */
  readonly inbox?: (inbox: PlatformInbox) => PlatformInbox
  /** A store that is there already; it stays open. */
  readonly on?: TestStore & { readonly dataDir: string }
  readonly now?: () => Date
  /** A free one if left out. */
  readonly port?: number
}

/** Starts a sandbox on a port of its own. */
export async function startTestSandbox(options: TestSandboxOptions = {}): Promise<TestSandbox> {
  const opened = options.on ?? (await openTestSqlite())
  const { store } = opened
  const clock = options.now ?? ((): Date => new Date())
  const links = createLinks({ secret: 'a secret of the tests', publicUrl: () => '', clock })
  const sandbox = createSandbox({
    ...{ store, clock, log: silentLog, page: sandboxPage() },
    roster: options.roster ?? emptyRoster,
    samples: readSamples(path.join(packageFolder, 'samples')),
  })
  const heard: Message[] = []
  const respond = options.respond ?? echo
  const common = {
    ...{ store, clock, log: silentLog, metrics: noMetrics, owner: 'test', random: Math.random },
    platforms: new Map([[sandbox.name, sandbox]]),
  }
  const outbox = new Outbox({ ...common, repeated: (reply) => reply })
  const worker = new MessageWorker({
    ...common,
    respond: (message, files) => {
      heard.push(message)
      return respond(message, files, links)
    },
    apologise: () => ({ title: '处理失败', markdown: '处理失败' }),
    sayTooMuch: (_, { kind }) => ({ title: kind, markdown: kind }),
    quarantine: () => Promise.resolve(),
    onReplies: () => {
      outbox.wake()
    },
  })
  const downloads = new Downloads({
    ...common,
    onTried: () => {
      worker.wake()
    },
  })
  const spill = await openSpill(opened.dataDir)
  const inbox = createInbox({
    ...{ store, spill, log: silentLog, metrics: noMetrics },
    onKept: () => {
      downloads.wake()
      worker.wake()
    },
  })
  const server = createServer({
    routers: [
      ...(sandbox.routes === undefined ? [] : [sandbox.routes]),
      createAssets(path.join(packageFolder, 'assets')),
      createReportRoutes({ store, links, clock, isSecure: false }),
    ],
    readiness: () => store.ping().then(() => 'ready' as const),
    ...{
      door: null,
      home: '/sandbox',
      hosts: null,
      metrics: createMetrics(clock),
      log: silentLog,
    },
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  await sandbox.start(options.inbox?.(inbox) ?? inbox)
  outbox.start()
  worker.start()
  downloads.start()
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}`, store, links, heard },
    dispose: async () => {
      await sandbox.stop()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await worker.stop(1_000)
      await downloads.stop(1_000)
      await outbox.stop(1_000)
      await spill.close()
      if (options.on === undefined) await opened.dispose()
    },
  }
}

function echo(message: Message, files: readonly FetchedFile[]): Promise<Outcome> {
  const names = files.map((file) =>
    file.kind === 'fetched' ? file.file.name : `${file.name ?? ''}（${file.code}）`,
  )
  return Promise.resolve({
    replies: [{ title: '收到', markdown: `收到：${message.text}${names.join('、')}` }],
  })
}
