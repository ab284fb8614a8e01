import type { Clock } from '../../clock.ts'
import type { Settings } from '../../config/settings.ts'
import { callbacks } from './callbacks.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import type { OwnRefusals } from './own-refusals.ts'
import { createProbe, type Probe } from './probe.ts'
import { refusedCallbacks } from './refused-callbacks.ts'

const lines = linesOf('正在运行')

/** What the bot that runs on the configured port says of itself; nothing where another program sits there. */
export async function runningBot(
  settings: Settings,
  ownRefusals: OwnRefusals,
  clock: Clock,
): Promise<readonly Diagnosis[]> {
  const base = ownBase(settings)
  const probe = createProbe({ variable: 'HOST、PORT', base })
  const metrics = await textOf(probe, '/metrics')
  if (!metrics.includes('gongkai_')) return []
  const ready = await probe({ method: 'GET', path: '/readyz' })
  const isReady = ready.kind === 'answer' && ready.answer.status === 200
  const state = isReady
    ? lines.ok(`公开助手在 ${base} 运行，能收件`)
    : lines.wrong(`公开助手在 ${base} 运行，但现在不能收件（/readyz），请看存储、磁盘和日志`)
  return [
    state,
    ...refusedCallbacks(metrics),
    ...(await callbacks(settings, { name: '本机', base, isPublic: false, ownRefusals }, clock)),
  ]
}

/** The metrics of the bot that runs here; '' where there is none. */
export function readOwnMetrics(settings: Settings): Promise<string> {
  return textOf(createProbe({ variable: 'HOST、PORT', base: ownBase(settings) }), '/metrics')
}

function ownBase({ host, port }: Settings): string {
  return `http://${reachableHost(host)}:${port}`
}

async function textOf(probe: Probe, path: string): Promise<string> {
  const probed = await probe({ method: 'GET', path })
  return probed.kind === 'answer' ? Buffer.from(probed.answer.bytes).toString() : ''
}

/** Whoever listens on every address is reached on the loopback one. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
