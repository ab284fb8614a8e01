import type { FetchedFile, Message, Outcome } from '../../src/bot.ts'
import { standardLimits, type Limits } from '../../src/delivery/limits.ts'
import { noMetrics } from '../../src/delivery/delivery-metrics.ts'
import { Downloads } from '../../src/delivery/downloads.ts'
import { Outbox } from '../../src/delivery/outbox.ts'
import { MessageWorker, type Reading } from '../../src/delivery/worker.ts'
import { silentLog } from '../../src/log.ts'
import type { Store } from '../../src/store/store.ts'
import { createFakePlatform, type FakePlatform } from '../fake-platform.ts'
import { openTestSqlite, type TestStore } from '../store/open-test-store.ts'

/** A worker and an outbox that run. */
export interface Bot {
  readonly wake: () => void
  readonly stop: () => Promise<void>
  /** The events the log told of at level warn and above. */
  readonly logged: readonly string[]
}

/** An embedded store, a platform without a wire, a clock that stands until it is moved, and bots over them. */
export class DeliveryBench {
  readonly #opened: TestStore
  readonly #running = new Set<Bot>()
  readonly platform: FakePlatform = createFakePlatform()
  /** Further platforms. */
  readonly others: FakePlatform[] = []
  now = new Date('2026-01-12T01:00:00Z')
  limits: Limits = standardLimits
  /** Whether the files of a message may be fetched. */
  takesFiles = true
  /** Milliseconds after which what hangs makes room. */
  slowAfter = 60_000

  constructor(opened: TestStore) {
    this.#opened = opened
  }

  static async open(openStore: () => Promise<TestStore> = openTestSqlite): Promise<DeliveryBench> {
    return new DeliveryBench(await openStore())
  }

  get store(): Store {
    return this.#opened.store
  }

  /** What arrived so far. */
  get texts(): readonly string[] {
    return this.platform.sent.map(({ reply }) => reply.markdown)
  }

  /** Moves the clock and lets the bots look. */
  pass(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds)
    for (const bot of this.#running) bot.wake()
  }

  /** A bot that answers what it is asked, by what the test makes of it. */
  startBot(
    respond: (message: Message, files: readonly FetchedFile[], reading: Reading) => Promise<Outcome> = echo,
    store: Store = this.store,
  ): Bot {
    const logged: string[] = []
    const note = (event: string): void => {
      logged.push(event)
    }
    const common = {
      ...{ store, log: { ...silentLog, warn: note, error: note }, metrics: noMetrics },
      ...{ owner: 'w1', random: (): number => 0.5, clock: (): Date => this.now },
      platforms: new Map([this.platform, ...this.others].map((platform) => [platform.name, platform])),
      ...{ limitsOf: (): Limits => this.limits, slowAfter: this.slowAfter },
      takesFiles: (): Promise<boolean> => Promise.resolve(this.takesFiles),
    }
    const outbox = new Outbox({
      ...common,
      repeated: (reply, reference) => ({ ...reply, markdown: `${reply.markdown}（编号 ${reference}）` }),
    })
    const worker = new MessageWorker({
      ...common,
      respond,
      apologise: (_, reference) => ({ title: '处理失败', markdown: `处理失败 ${reference}` }),
      sayTooMuch: (_, { kind }) => ({ title: kind, markdown: kind }),
      quarantine: (sha256) => this.store.quarantineFile(sha256, '1', { reason: 'reader_died', at: this.now }),
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
    worker.start()
    downloads.start()
    outbox.start()
    const bot: Bot = {
      logged,
      wake: () => {
        downloads.wake()
        worker.wake()
        outbox.wake()
      },
      stop: async () => {
        this.#running.delete(bot)
        await Promise.all([downloads.stop(1_000), worker.stop(1_000)])
        await outbox.stop(1_000)
      },
    }
    this.#running.add(bot)
    return bot
  }

  async close(): Promise<void> {
    for (const platform of [this.platform, ...this.others]) platform.release()
    for (const bot of this.#running) await bot.stop()
    await this.#opened.dispose()
  }
}

/** An outcome of one reply. */
export const say = (text: string): Outcome => ({ replies: [{ title: text, markdown: text }] })

const echo = (message: Message): Promise<Outcome> => Promise.resolve(say(`回 ${message.text}`))

/** Lets the event loop turn until the condition holds; the test's own time limit ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve))
}
