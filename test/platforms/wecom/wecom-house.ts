import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FetchedFile, Message, Outcome, Reply } from '../../../src/bot.ts'
import type { WecomSettings } from '../../../src/config/platform-settings.ts'
import { createLinks } from '../../../src/console/links.ts'
import { createHouse, type House } from '../../../src/house.ts'
import { createLog } from '../../../src/log.ts'
import { createMetrics } from '../../../src/metrics.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { createWecom } from '../../../src/platforms/wecom/index.ts'
import { createServer } from '../../../src/server.ts'
import type { Store } from '../../../src/store/store.ts'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { openTestSqlite, type TestStore } from '../../store/open-test-store.ts'
import { until } from '../../until.ts'
import { aesKey, corpId, token } from './secrets.ts'

export { until } from '../../until.ts'

/** Another key for the bot, so that the two ways cannot be mixed up. */
export const botAesKey = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'
export const botToken = 'BotToken1'
export const robotKey = 'robot-key-of-group-1'
export const group = 'wrGROUP1'

export type Respond = (message: Message, files: readonly FetchedFile[], store: Store) => Promise<Outcome>

export interface WecomHouseOptions {
  readonly respond?: Respond
  readonly settings?: Partial<WecomSettings>
  /** Of the API's base, as in a private deployment. */
  readonly prefix?: string
  readonly hasRobot?: boolean
  /** A store that is there already, with the folder for what lies beside it. */
  readonly on?: TestStore & { readonly dataDir: string }
  /** Of another instance, to share; it stays open. */
  readonly fake?: FakeWecom
  /** Besides the fake's own. */
  readonly downloadHosts?: readonly string[]
  /** Names this instance. */
  readonly owner?: string
  /** What its clock shows at first. */
  readonly now?: Date
}

/** WeChat Work against its fake, over real HTTP, store, inbox, worker and outbox; only what the bot says is the test's. */
export class WecomHouse {
  readonly fake: FakeWecom
  readonly heard: Message[] = []
  readonly logged: string[] = []
  readonly refused: string[] = []
  readonly app: CallbackDriver
  readonly bot: CallbackDriver
  readonly #close: () => Promise<void>
  readonly #clock: { now: Date }
  readonly store: Store
  readonly url: string
  readonly platform: Platform

  private constructor(parts: {
    readonly fake: FakeWecom
    readonly store: Store
    readonly url: string
    readonly platform: Platform
    readonly clock: { now: Date }
    readonly close: () => Promise<void>
  }) {
    this.fake = parts.fake
    this.store = parts.store
    this.url = parts.url
    this.platform = parts.platform
    this.#close = parts.close
    this.#clock = parts.clock
    const now = (): Date => parts.clock.now
    this.app = new CallbackDriver({ url: `${this.url}/wecom/app`, token, aesKey, receiveId: corpId, now })
    this.bot = new CallbackDriver({
      ...{ url: `${this.url}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '', now },
    })
  }

  static async open(options: WecomHouseOptions = {}): Promise<WecomHouse> {
    const clock = { now: options.now ?? new Date('2026-01-12T01:00:00Z') }
    const now = (): Date => clock.now
    const fake = options.fake ?? (await startFake(now, options))
    const opened = options.on ?? (await openTestSqlite())
    const notes = { heard: [] as Message[], logged: [] as string[], refused: [] as string[] }
    const house = await houseOn(opened, { now, fake, notes, options })
    const platform = house.platforms.get('wecom')
    if (platform === undefined) throw new Error('no platform')
    const server = createServer({
      routers: platform.routes === undefined ? [] : [platform.routes],
      readiness: () => Promise.resolve('ready'),
      ...{
        door: null,
        home: null,
        hosts: null,
        metrics: createMetrics(now),
        log: createLog('error', now, () => undefined),
      },
    })
    const url = await listen(server)
    await house.start()
    const close = async (): Promise<void> => {
      fake.release()
      server.close()
      server.closeAllConnections()
      await house.stopWork()
      if (options.fake === undefined) await fake.close()
      await house.close()
      if (options.on === undefined) await opened.dispose()
    }
    const made = new WecomHouse({ fake, store: opened.store, url, platform, clock, close })
    Object.assign(made, notes)
    return made
  }

  get now(): Date {
    return this.#clock.now
  }

  /** Moves the clock of the program and of the platform. */
  pass(milliseconds: number): void {
    this.#clock.now = new Date(this.#clock.now.getTime() + milliseconds)
  }

  /** A message to the 智能机器人 in a single chat or in the group, with what it holds laid over it. */
  payload(content: Readonly<Record<string, unknown>>, chatId?: string): Readonly<Record<string, unknown>> {
    return {
      msgid: `M${this.#count++}`,
      aibotid: 'AIBOT1',
      ...(chatId === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: chatId }),
      from: { userid: 'zhangsan' },
      response_url: this.fake.responseUrl({
        userId: 'zhangsan',
        ...(chatId === undefined ? {} : { chatId }),
      }),
      ...content,
    }
  }

  /** The fields of a message to the app. */
  fields(content: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return {
      ToUserName: corpId,
      FromUserName: 'zhangsan',
      CreateTime: Math.floor(this.now.getTime() / 1000).toString(),
      MsgId: (4561255354251345929n + BigInt(this.#count++)).toString(),
      AgentID: '1000002',
      ...content,
    }
  }

  /** What people saw, once it is so many messages. */
  async hasShown(count: number): Promise<readonly string[]> {
    await until(() => this.fake.shown.length >= count)
    return this.fake.shown.map(({ content }) => visible(content))
  }

  /** Once nothing is left to work on or to send. */
  async isQuiet(): Promise<void> {
    await until(async () => {
      const { waiting, working } = await this.store.inboxDepth()
      return waiting + working + (await this.store.outboxDepth()).waiting === 0
    })
  }

  /** Once every message is worked on; replies may wait for their stream. */
  async isWorkedOff(): Promise<void> {
    await until(async () => {
      const { waiting, working } = await this.store.inboxDepth()
      return waiting + working === 0
    })
  }

  close(): Promise<void> {
    return this.#close()
  }

  #count = 0
}

/** A fake with everything that the houses of these tests use. */
export async function startFake(
  now: () => Date,
  { prefix }: Pick<WecomHouseOptions, 'prefix'> = {},
): Promise<FakeWecom> {
  const fake = new FakeWecom({
    ...{ now, corpId, secret: 'app-secret', agentId: 1000002, users: ['zhangsan', 'lisi'] },
    ...{ robotKeys: [robotKey], botSecrets: { token: botToken, aesKey: botAesKey } },
    ...(prefix === undefined ? {} : { prefix }),
  })
  await fake.listen()
  return fake
}

async function houseOn(
  opened: TestStore & { readonly dataDir: string },
  parts: {
    readonly now: () => Date
    readonly fake: FakeWecom
    readonly notes: { readonly heard: Message[]; readonly logged: string[]; readonly refused: string[] }
    readonly options: WecomHouseOptions
  },
): Promise<House> {
  const { now, fake, notes, options } = parts
  const { store, dataDir } = opened
  const log = createLog('warn', now, (line) => notes.logged.push(line))
  const links = createLinks({
    secret: 'a secret of the tests',
    publicUrl: () => 'https://bot.example.cn',
    clock: now,
  })
  const settings: WecomSettings = {
    corpId,
    app: { agentId: 1000002, secret: 'app-secret', token, aesKey },
    bot: { botId: 'AIBOT1', token: botToken, aesKey: botAesKey, name: '公开 助手' },
    apiBase: fake.base,
    ...options.settings,
  }
  const respond = options.respond ?? echo
  return createHouse({
    ...{
      store,
      dataDir,
      owner: options.owner ?? 'test',
      links,
      clock: now,
      log,
      metrics: createMetrics(now),
    },
    isCoordinator: () => false,
    takesFiles: () => Promise.resolve(true),
    secondsPerFile: () => 1,
    respond: (message, files) => {
      notes.heard.push(message)
      return respond(message, files, store)
    },
    platforms: ({ desk, files, marks }) => [
      createWecom({
        ...{
          settings,
          desk,
          files,
          marks,
          clock: now,
          log,
          downloadHosts: [fake.host, ...(options.downloadHosts ?? [])],
        },
        webhooks:
          options.hasRobot === true ? [{ groupName: '联络群', conversationId: group, key: robotKey }] : [],
        welcome: { title: '欢迎', markdown: '**您好**，发年报给我。' },
        onRefused: ({ reason }) => notes.refused.push(reason),
        onVerified: () => undefined,
        onTokenRefresh: () => undefined,
      }),
    ],
  })
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Says what it heard. */
export const echo: Respond = (message, files) => {
  const names = files.map((file) =>
    file.kind === 'fetched'
      ? `${file.file.name}（${file.file.size}）`
      : `${file.name ?? '无名'}（${file.code}）`,
  )
  return say([`收到：${message.text}${names.join('、')}`])
}

/** An outcome of these replies. */
export function say(markdown: readonly string[], more: Partial<Reply> = {}): Promise<Outcome> {
  return Promise.resolve({
    replies: markdown.map((text) => ({ title: '核对结果', markdown: text, ...more })),
  })
}

/** Without what nobody sees. */
export function visible(text: string): string {
  return text.replaceAll(/\p{Cf}/gu, '')
}
