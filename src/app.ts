import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { statfs } from 'node:fs/promises'
import type { Server } from 'node:http'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type Router from '@koa/router'
import { handlers } from '../handlers/index.ts'
import { failureReply } from '../templates/failure.ts'
import { sandboxPage } from '../templates/pages/sandbox.ts'
import { createChecker, readingLimits, type Checker } from './checker.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './config/settings.ts'
import { createAssets } from './console/assets.ts'
import { createLinks } from './console/links.ts'
import { createReportRoutes } from './console/report-routes.ts'
import { createInbox, type Inbox } from './delivery/inbox.ts'
import { Outbox } from './delivery/outbox.ts'
import { openSpill, type Spill } from './delivery/spill.ts'
import { MessageWorker } from './delivery/worker.ts'
import { errorCode, GongkaiError, StoreUnavailableError } from './errors.ts'
import { startHousekeeping } from './housekeeping.ts'
import { instanceId } from './instance-id.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { packageFolder } from './package-folder.ts'
import type { Platform } from './platforms/platform.ts'
import { createSandbox, type Sample } from './platforms/sandbox/index.ts'
import { createResponder } from './responder.ts'
import type { Roster } from './roster/roster.ts'
import { readSamples } from './samples.ts'
import { allowedHosts, createServer } from './server.ts'
import { openStore } from './store/index.ts'
import type { Store } from './store/store.ts'

export interface AppOptions {
  readonly settings: Settings
  readonly roster: Roster
  readonly clock: Clock
  readonly log: Log
  /** Reads and checks files; by default in worker threads of the built program. */
  readonly checker?: Checker
}

/** The running bot. */
export interface App {
  /** Where it listens: `http://host:port`. */
  readonly url: string
  /** Takes nothing new, lets running work end, gives the rest back; within 8 s. */
  readonly stop: () => Promise<void>
}

const samplesFolder = path.join(packageFolder, 'samples')

/** Looks whether spilled messages can go into the store. */
const drainEvery = 5_000

/**
 * Puts the parts together and starts them. Rejects with GongkaiError `store_unavailable`, `store_locked` or
 * `port_in_use`; nothing is left running then.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { settings } = options
  const store = await openStore({ dataDir: settings.dataDir, mongodbUri: settings.mongodbUri, mode: 'serve' })
  try {
    return await startOn(store, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function startOn(store: Store, options: AppOptions): Promise<App> {
  const { settings, clock, log } = options
  const owner = instanceId(settings.dataDir)
  await store.freeLeases(owner)
  const spill = await openSpill(settings.dataDir)
  const samples = settings.sandbox ? readSamples(samplesFolder) : []
  const parts = await putTogether({ store, spill, owner, samples }, options)
  const { server, inbox, platforms } = parts
  const url = await parts.listen()
  for (const platform of platforms.values()) await platform.start(inbox)
  parts.outbox.start()
  parts.worker.start()
  const draining = setInterval(() => void inbox.drain(), drainEvery)
  const housekeeping = startHousekeeping(store, clock, log)
  log.info('started', { engine: store.engine })
  warmUp(parts.checker, samples)

  return {
    url,
    stop: async () => {
      parts.refuse()
      clearInterval(draining)
      housekeeping.stop()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      await parts.worker.stop(5_000)
      await parts.outbox.stop(1_000)
      for (const platform of platforms.values()) await platform.stop()
      server.closeAllConnections()
      await closed
      await parts.checker.close()
      await spill.close()
      await store.close()
      log.info('stopped')
    },
  }
}

interface Parts {
  readonly server: Server
  readonly platforms: ReadonlyMap<string, Platform>
  readonly inbox: Inbox
  readonly worker: MessageWorker
  readonly outbox: Outbox
  readonly checker: Checker
  /** Resolves to the address once the server listens. */
  readonly listen: () => Promise<string>
  /** From now on /readyz says that the bot is stopping. */
  readonly refuse: () => void
}

/** What is opened before the parts are put together. */
interface Opened {
  readonly store: Store
  readonly spill: Spill
  readonly owner: string
  readonly samples: readonly Sample[]
}

async function putTogether({ store, spill, owner, samples }: Opened, options: AppOptions): Promise<Parts> {
  const { settings, roster, clock, log } = options
  const secret =
    settings.sessionSecret ?? (await store.settle('session-secret', randomBytes(32).toString('hex')))
  const metrics = createMetrics(clock)
  const checker = options.checker ?? createChecker({ roster, threads: readingThreads(), ...readingLimits })
  let publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`
  const links = createLinks({ secret, publicUrl: () => publicUrl, clock })
  const platforms = startablePlatforms({ store, samples, ...options })

  const common = { store, platforms, owner, clock, random: Math.random, log, metrics }
  const outbox = new Outbox(common)
  const worker = new MessageWorker({
    ...common,
    respond: createResponder({ handlers, store, roster, checker, links, secret, clock, log, metrics }),
    apologise: (message, reference) =>
      failureReply({ code: 'internal' }, message.attachments[0]?.name ?? null, reference),
    onReplies: () => {
      outbox.wake()
    },
  })
  const inbox = createInbox({
    ...{ store, spill, log, metrics },
    onKept: () => {
      worker.wake()
    },
  })
  metrics.watch(async () => ({ ...(await store.inboxDepth()), spillBytes: spill.size() }))

  let isStopping = false
  const server = createServer({
    routers: [
      ...[...platforms.values()].flatMap(({ routes }): Router[] => (routes === undefined ? [] : [routes])),
      createAssets(path.join(packageFolder, 'assets')),
      createReportRoutes({ store, links, clock, isSecure: publicUrl.startsWith('https:') }),
    ],
    readiness: async () => {
      if (isStopping) return 'stopping'
      await refuseFullDisk(settings.dataDir)
      await store.ping()
      return 'ready'
    },
    home: settings.sandbox ? '/sandbox' : null,
    hosts: allowedHosts(settings.host, publicUrl),
    ...{ metrics, log },
  })
  return {
    ...{ server, platforms, inbox, worker, outbox, checker },
    listen: async () => {
      const url = await listen(server, settings)
      publicUrl = settings.publicUrl ?? url
      return url
    },
    refuse: () => {
      isStopping = true
    },
  }
}

/** Reads a sample once and forgets it, so that the first person need not wait for a thread to load its modules. */
function warmUp(checker: Checker, [sample]: readonly Sample[]): void {
  if (sample !== undefined)
    void checker.check(() => Promise.resolve(sample.bytes), sample.name).catch(() => undefined)
}

/** Below this the next upload may not fit any more. */
const diskReserve = 200 * 1024 * 1024

async function refuseFullDisk(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < diskReserve) throw new StoreUnavailableError('磁盘剩余不足 200 MB，请清理')
}

/** Reading keeps one core free for the callbacks. */
function readingThreads(): number {
  return Math.max(1, availableParallelism() - 1)
}

/** The platforms that the settings switch on, by name. */
function startablePlatforms(parts: {
  readonly store: Store
  readonly samples: readonly Sample[]
  readonly roster: Roster
  readonly settings: Settings
  readonly clock: Clock
  readonly log: Log
}): ReadonlyMap<string, Platform> {
  const { store, samples, roster, settings, clock, log } = parts
  const platforms: Platform[] = []
  if (settings.sandbox) {
    platforms.push(createSandbox({ store, roster, samples, page: sandboxPage(), clock, log }))
  }
  return new Map(platforms.map((platform) => [platform.name, platform]))
}

/** Resolves to the address once the server listens. */
async function listen(server: Server, { port, host }: Settings): Promise<string> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = errorCode(error)
    throw new GongkaiError('port_in_use', reasonNotListening(code, host, port), { cause: error })
  }
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown}:${actual}`
}

function reasonNotListening(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被别的程序占用。请先停掉那个程序，或用环境变量 PORT 换一个端口`
  }
  if (code === 'EACCES') return `没有权限使用端口 ${port}，请用环境变量 PORT 换一个大于 1024 的端口`
  return `无法在 ${host}:${port} 上监听（${code}），请检查环境变量 HOST 和 PORT`
}
