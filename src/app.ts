import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { statfs } from 'node:fs/promises'
import type { Server } from 'node:http'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type Router from '@koa/router'
import { handlers } from '../handlers/index.ts'
import { welcomeReply } from '../templates/help.ts'
import { sandboxPage } from '../templates/pages/sandbox.ts'
import { rosterFor, takesFiles } from './asker-scope.ts'
import { createPainter, type Painter } from './charts/painter.ts'
import { createChecker, readingLimits, type Checker } from './checker.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './config/settings.ts'
import { createAssets } from './console/assets.ts'
import { createChartRoutes } from './console/chart-routes.ts'
import { createFileRoutes } from './console/file-routes.ts'
import { createLinks, type Links } from './console/links.ts'
import { createReportRoutes } from './console/report-routes.ts'
import { createSandboxDoor } from './console/sandbox-door.ts'
import { createUploadLinks, type UploadLinks } from './console/upload-links.ts'
import { createUploadRoutes } from './console/upload-routes.ts'
import { errorCode, GongkaiError, StoreUnavailableError } from './errors.ts'
import { houseSecret } from './house-secret.ts'
import { createHouse, type House, type HouseOptions } from './house.ts'
import { instanceId } from './instance-id.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { packageFolder } from './package-folder.ts'
import type { Platform } from './platforms/platform.ts'
import { createPlatforms, hasPlatform } from './platforms/index.ts'
import { createSandbox, type Sample } from './platforms/sandbox/index.ts'
import { createResponder, type ResponderParts } from './responder.ts'
import type { Roster } from './roster/roster.ts'
import { isCoordinator } from './roster/scope.ts'
import { readSamples } from './samples.ts'
import { allowedHosts, createServer } from './server.ts'
import { createHostRefusals } from './server/host-refusals.ts'
import { openStore } from './store/index.ts'
import type { Store } from './store/store.ts'

export interface AppOptions {
  readonly settings: Settings
  readonly roster: Roster
  readonly clock: Clock
  readonly log: Log
  /** Reads and checks files; by default in worker threads of the built program. */
  readonly checker?: Checker
  /** Draws pictures; by default in a worker thread of the built program. */
  readonly painter?: Painter
}

/** The running bot. */
export interface App {
  /** Where it listens: `http://host:port`. */
  readonly url: string
  /** Opens the sandbox; null where it is off. Beside a platform it is a signed link, good for half an hour. */
  readonly sandboxUrl: string | null
  /** Takes nothing new, lets running work end, gives the rest back; within 8 s. */
  readonly stop: () => Promise<void>
}

const samplesFolder = path.join(packageFolder, 'samples')

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
  const { settings, log } = options
  const owner = instanceId(settings.dataDir)
  await store.freeLeases(owner)
  const samples = settings.sandbox ? readSamples(samplesFolder) : []
  const parts = await putTogether({ store, owner, samples }, options)
  const { server, houses } = parts
  const url = await parts.listen()
  for (const house of houses) await house.start()
  log.info('started', { engine: store.engine })
  warmUp(parts.checker, samples)

  return {
    url,
    sandboxUrl: settings.sandbox ? parts.sandboxUrl() : null,
    stop: async () => {
      parts.refuse()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      await Promise.all(houses.map((house) => house.stopWork()))
      server.closeAllConnections()
      await closed
      await Promise.all([parts.checker.close(), parts.painter.close()])
      for (const house of houses) await house.close()
      log.info('stopped')
    },
  }
}

interface Parts {
  readonly server: Server
  readonly houses: readonly House[]
  readonly checker: Checker
  readonly painter: Painter
  /** Resolves to the address once the server listens. */
  readonly listen: () => Promise<string>
  /** Opens the sandbox, for whoever started the program. */
  readonly sandboxUrl: () => string
  /** From now on /readyz says that the bot is stopping. */
  readonly refuse: () => void
}

/** What is opened before the parts are put together. */
interface Opened {
  readonly store: Store
  readonly owner: string
  readonly samples: readonly Sample[]
}

async function putTogether({ store, owner, samples }: Opened, options: AppOptions): Promise<Parts> {
  const { settings, roster, clock, log } = options
  const secret = await houseSecret(settings.sessionSecret, store)
  const metrics = createMetrics(clock)
  const checker = options.checker ?? createChecker({ roster, threads: readingThreads(), ...readingLimits })
  const painter = options.painter ?? createPainter({ fontFolder: path.join(packageFolder, 'assets/fonts') })
  let base = settings.publicUrl ?? `http://localhost:${settings.port}`
  const publicUrl = (): string => base
  const links = createLinks({ secret, publicUrl, clock })
  const uploads = createUploadLinks({ secret, publicUrl, clock })
  const isBeside = settings.sandbox && hasPlatform(settings)
  const shared = { handlers, roster, checker, painter, uploads, secret, clock, log, metrics }

  const main = await createHouse({
    ...{ store, owner, links, clock, log, metrics, dataDir: settings.dataDir },
    secondsPerFile: checker.secondsPerFile,
    ...asksOf(roster, store),
    respond: createResponder({ ...shared, store, links, sandboxLink: isBeside ? links.sandboxLink : null }),
    platforms: (offered) => [
      ...createPlatforms({
        ...{ ...offered, settings, groups: roster.groups, clock, log },
        ...{ onRefused: metrics.refused, onVerified: metrics.verified, onTokenRefresh: metrics.tokenRefresh },
        welcome: welcomeReply(),
      }),
      ...(settings.sandbox && !isBeside ? [sandboxOn(store, samples, options)] : []),
    ],
  })
  const play = isBeside ? await openPlayHouse({ ...shared, owner, publicUrl, samples }, options) : null
  const houses = play === null ? [main] : [main, play.house]
  metrics.watch(async () => ({ ...(await store.inboxDepth()), spillBytes: main.spilled() }))

  const isSecure = base.startsWith('https:')
  let isStopping = false
  const server = createServer({
    door: play === null ? null : createSandboxDoor({ links, clock, isSecure }),
    routers: routersOf({ links, uploads, store, houses, play, clock, isSecure }),
    readiness: () => (isStopping ? Promise.resolve('stopping') : readinessOf(main, settings.dataDir)),
    home: settings.sandbox ? '/sandbox' : null,
    hosts: allowedHosts(settings.host, base),
    onForeignHost: createHostRefusals({ clock, log, onRefused: metrics.refused }),
    ...{ metrics, metricsFrom: settings.metricsFrom, log },
  })
  return {
    ...{ server, houses, checker, painter },
    listen: async () => {
      const url = await listen(server, settings)
      base = settings.publicUrl ?? url
      return url
    },
    sandboxUrl: () =>
      isBeside ? links.sandboxLink({ platform: 'console', userId: 'starter' }) : `${base}/sandbox`,
    refuse: () => {
      isStopping = true
    },
  }
}

/** The platforms' routes first. */
function routersOf(parts: {
  readonly links: Links
  readonly uploads: UploadLinks
  readonly store: Store
  readonly houses: readonly House[]
  readonly play: { readonly reportRoutes: Router } | null
  readonly clock: Clock
  readonly isSecure: boolean
}): readonly Router[] {
  const { links, uploads, store, houses, play, clock, isSecure } = parts
  return [
    ...(play === null ? [] : [play.reportRoutes]),
    ...houses.flatMap(routesOf),
    createAssets(path.join(packageFolder, 'assets')),
    createReportRoutes({ store, links, clock, isSecure }),
    createFileRoutes({ store, links }),
    createChartRoutes({ store, links, clock, isSecure }),
    createUploadRoutes({
      links: uploads,
      deskOf: (platform) => houses.find((house) => house.platforms.has(platform)),
      clock,
    }),
  ]
}

/** What a house asks of the roster. */
function asksOf(roster: Roster, store: Store): Pick<HouseOptions, 'isCoordinator' | 'takesFiles'> {
  return {
    isCoordinator: (message) => isCoordinator(message, rosterFor(message.platform, roster)),
    takesFiles: (message) => takesFiles(message, roster, store),
  }
}

function routesOf(house: House): readonly Router[] {
  return [...house.platforms.values()].flatMap(({ routes }) => (routes === undefined ? [] : [routes]))
}

function sandboxOn(store: Store, samples: readonly Sample[], options: AppOptions): Platform {
  const { roster, clock, log } = options
  return createSandbox({ store, roster, samples, page: sandboxPage(), clock, log })
}

/**
 * The sandbox beside real platforms: an embedded store of its own in DATA_DIR/sandbox, so that nothing typed there
 * reaches the real reports or groups.
 */
async function openPlayHouse(
  parts: Omit<ResponderParts, 'store' | 'links' | 'sandboxLink'> & {
    readonly owner: string
    readonly publicUrl: () => string
    readonly samples: readonly Sample[]
  },
  options: AppOptions,
): Promise<{ readonly house: House; readonly reportRoutes: Router }> {
  const { clock, log, metrics, owner, samples } = parts
  const dataDir = path.join(options.settings.dataDir, 'sandbox')
  const store = await openStore({ dataDir, mongodbUri: undefined, mode: 'serve' })
  await store.freeLeases(owner)
  const secret = createHmac('sha256', parts.secret).update('sandbox').digest('hex')
  const links = createLinks({ secret, publicUrl: () => `${parts.publicUrl()}/sandbox`, clock })
  const house = await createHouse({
    ...{ store, owner, links, clock, log, metrics, dataDir },
    secondsPerFile: parts.checker.secondsPerFile,
    ...asksOf(parts.roster, store),
    respond: createResponder({ ...parts, secret, store, links, sandboxLink: null }),
    platforms: () => [sandboxOn(store, samples, options)],
  })
  const isSecure = parts.publicUrl().startsWith('https:')
  return { house, reportRoutes: createReportRoutes({ store, links, clock, isSecure, prefix: '/sandbox' }) }
}

/** Messages that find no store go to the spill: to take this replica out then would lose them. */
async function readinessOf({ store, canSpill }: House, dataDir: string): Promise<'ready' | 'spilling'> {
  await refuseFullDisk(dataDir)
  try {
    await store.ping()
    return 'ready'
  } catch (error) {
    if (canSpill()) return 'spilling'
    throw error
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
