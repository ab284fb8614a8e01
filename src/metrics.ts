import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Clock } from './clock.ts'
import type { CallbackOrigin, Refusal } from './platforms/callback-origin.ts'

/** What the program counts; no ids, no names, few labels. */
export interface Metrics {
  /** A message came in: what became of it. */
  readonly callback: (platform: string, result: CallbackResult) => void
  /** A callback was acknowledged, so many seconds after its headers came. */
  readonly acknowledged: (platform: string, seconds: number) => void
  /** A callback was refused, and why. */
  readonly refused: (refusal: Refusal) => void
  /** A callback was verified: signature, key and time are right. */
  readonly verified: (origin: CallbackOrigin) => void
  /** A file was read, to its end or in vain: its format and how long it took, in seconds. */
  readonly read: (format: ReadFormat, seconds: number) => void
  /** A file could not be read, and why: the error's code, or that it was not read again. */
  readonly unreadable: (reason: string) => void
  /** An access token was asked for. */
  readonly tokenRefresh: (result: TokenRefresh) => void
  /** A check found something. */
  readonly finding: (rule: string) => void
  /** A try to send a reply ended. */
  readonly outbox: (platform: string, outcome: OutboxOutcome) => void
  /** A message was given up. */
  readonly dead: () => void
  /** Where the depth of the inbox and the spill's bytes come from, asked for whenever somebody reads the metrics. */
  readonly watch: (source: () => Promise<DepthFigures>) => void
  /** The metrics as Prometheus text, with its content type. */
  readonly text: () => Promise<{ readonly contentType: string; readonly body: string }>
}

/** `lost`: neither store nor spill took it, so that its platform has to come again. */
export type CallbackResult = 'kept' | 'known' | 'spilled' | 'lost'
export type ReadFormat = 'docx' | 'txt' | 'other'
export type TokenRefresh = 'ok' | 'failed'
export type OutboxOutcome = 'sent' | 'later' | 'unknown' | 'refused' | 'expired'

export interface DepthFigures {
  readonly waiting: number
  readonly working: number
  readonly dead: number
  readonly oldestWaiting: Date | null
  readonly spillBytes?: number
}

/** Makes the metrics in a registry of their own, so that two programs in one process do not share figures. */
export function createMetrics(clock: Clock): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const { callbacks, findings, outbox, dead, unreadable, tokens } = countersIn(registers)
  const reading = readingTime(registers)
  const acknowledging = acknowledgingTime(registers)
  const depth = createDepthGauges(registers, clock)

  return {
    callback: (platform, result) => {
      callbacks.inc({ platform, result })
    },
    acknowledged: (platform, seconds) => {
      acknowledging.observe({ platform }, seconds)
    },
    ...callbackCounts(registers, callbacks, clock),
    read: (format, seconds) => {
      reading.observe({ format }, seconds)
    },
    unreadable: (reason) => {
      unreadable.inc({ reason })
    },
    tokenRefresh: (result) => {
      tokens.inc({ result })
    },
    finding: (rule) => {
      findings.inc({ rule })
    },
    outbox: (platform, outcome) => {
      outbox.inc({ platform, outcome })
    },
    dead: () => {
      dead.inc()
    },
    watch: depth.watch,
    text: async () => {
      await depth.refresh()
      return { contentType: registry.contentType, body: await registry.metrics() }
    },
  }
}

function counterIn(registers: Registry[]) {
  return <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> =>
    new Counter({ name: `gongkai_${name}`, help, labelNames, registers })
}

function gaugeIn(registers: Registry[]) {
  return <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Gauge<Label> =>
    new Gauge({ name: `gongkai_${name}`, help, labelNames, registers })
}

/** Refused and verified callbacks, and when the last of each came; the doctor's own trials count under their source. */
function callbackCounts(
  registers: Registry[],
  callbacks: Counter<'platform' | 'result'>,
  clock: Clock,
): Pick<Metrics, 'refused' | 'verified'> {
  const counter = counterIn(registers)
  const gauge = gaugeIn(registers)
  const [origin, last] = [['platform', 'route', 'source'] as const, 'in seconds since 1970']
  const refusals = counter('refused_total', 'Callbacks that were refused', [...origin, 'reason'])
  const refusedAt = gauge('refused_last_seconds', `The last of them, ${last}`, [...origin, 'reason'])
  const verified = counter('verified_total', 'Callbacks with a right signature, key and time', origin)
  const verifiedAt = gauge('verified_last_seconds', `The last of them, ${last}`, origin)
  const now = (): number => clock().getTime() / 1000
  return {
    refused: ({ platform, route, source, reason }) => {
      const labels = { platform, route, source, reason }
      if (source === 'other') callbacks.inc({ platform, result: 'refused' })
      refusals.inc(labels)
      refusedAt.set(labels, now())
    },
    verified: ({ platform, route, source }) => {
      const labels = { platform, route, source }
      verified.inc(labels)
      verifiedAt.set(labels, now())
    },
  }
}

function countersIn(registers: Registry[]) {
  const counter = counterIn(registers)
  return {
    callbacks: counter('callbacks_total', 'Messages that came in, by what became of them', [
      'platform',
      'result',
    ]),
    findings: counter('findings_total', 'Findings of the checks, by rule', ['rule']),
    outbox: counter('outbox_total', 'Tries to send a reply, by outcome', ['platform', 'outcome']),
    dead: counter('dead_total', 'Messages given up', []),
    unreadable: counter('unreadable_total', 'Files that could not be read, by reason', ['reason']),
    tokens: counter('token_refresh_total', 'Access tokens asked for, by result', ['result']),
  }
}

function readingTime(registers: Registry[]): Histogram<'format'> {
  return new Histogram({
    name: 'gongkai_read_seconds',
    help: 'Reading and checking one file',
    labelNames: ['format'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
}

function acknowledgingTime(registers: Registry[]): Histogram<'platform'> {
  return new Histogram({
    name: 'gongkai_ack_seconds',
    help: 'From a callback to its acknowledgement',
    labelNames: ['platform'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
}

interface DepthGauges {
  readonly watch: Metrics['watch']
  /** Asks the source; rejects never. */
  readonly refresh: () => Promise<void>
}

function createDepthGauges(registers: Registry[], clock: Clock): DepthGauges {
  const gauge = gaugeIn(registers)
  const inbox = gauge('inbox_depth', 'Messages of the inbox, by state', ['state'])
  const oldest = gauge('oldest_waiting_seconds', 'Age of the oldest message that waits; 0 if none does', [])
  const spill = gauge('spill_bytes', 'Bytes in the spill journal', [])
  let source: (() => Promise<DepthFigures>) | undefined

  const refresh = async (): Promise<void> => {
    if (source === undefined) return
    try {
      const depth = await source()
      inbox.set({ state: 'waiting' }, depth.waiting)
      inbox.set({ state: 'working' }, depth.working)
      inbox.set({ state: 'dead' }, depth.dead)
      const age = depth.oldestWaiting === null ? 0 : clock().getTime() - depth.oldestWaiting.getTime()
      oldest.set(Math.max(0, age / 1000))
      spill.set(depth.spillBytes ?? 0)
    } catch {
      // A store that is away must not take the other figures with it: no depth is told then.
      for (const stale of [inbox, oldest, spill]) stale.reset()
    }
  }
  return {
    watch: (given) => {
      source = given
    },
    refresh,
  }
}
