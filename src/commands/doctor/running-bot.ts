import type { Clock } from '../../clock.ts'
import type { Settings } from '../../config/settings.ts'
import { callbacks } from './callbacks.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import { createProbe, type Probe } from './probe.ts'

const lines = linesOf('正在运行')

/** Callbacks that one wrong setting makes the bot refuse, by platform and reason. */
const refusals: Readonly<Record<string, string>> = {
  'wecom signature': 'Token 和管理后台不一致',
  'wecom padding': 'EncodingAESKey 和管理后台不一致',
  'wecom length': 'EncodingAESKey 和管理后台不一致',
  'wecom ciphertext': '反向代理改动了内容',
  'wecom receiveid': 'WECOM_CORP_ID 不对',
  'wecom parameter': '反向代理没有原样转发查询参数',
  'wecom timestamp': '本机时钟差了一天以上',
  'wecom host': 'PUBLIC_URL 没有设对，或反向代理没有原样转发 Host',
  'dingtalk host': 'PUBLIC_URL 没有设对，或反向代理没有原样转发 Host',
  'dingtalk sign': 'DINGTALK_CLIENT_SECRET 和开发者后台不一致',
  'dingtalk timestamp': '反向代理没有转发请求头 timestamp、sign',
  'dingtalk stale': '本机时钟差了一小时以上',
}

/** What the bot that runs on the configured port says of itself; nothing where another program sits there. */
export async function runningBot(settings: Settings, clock: Clock): Promise<readonly Diagnosis[]> {
  const base = `http://${reachableHost(settings.host)}:${settings.port}`
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
    ...refused(metrics),
    ...(await callbacks(settings, { name: '本机', base, isPublic: false }, clock)),
  ]
}

/** Refused callbacks: anybody can make some, but where nothing else ever came they are the platform's own. */
function refused(metrics: string): readonly Diagnosis[] {
  const taken = figures(metrics, 'gongkai_callbacks_total', 'result').filter(
    ({ label }) => label !== 'refused',
  )
  return figures(metrics, 'gongkai_refused_total', 'reason').flatMap(({ platform, label, count }) => {
    const cause = refusals[`${platform} ${label}`]
    if (cause === undefined || count === 0) return []
    const told = linesOf(platform === 'wecom' ? '企业微信回调' : '钉钉回调')
    const hasKept = taken.some((one) => one.platform === platform && one.count > 0)
    const message = `启动以来拒绝了 ${count} 次（${label}）`
    return hasKept
      ? told.notice(`${message}，也收到过正确的；多半是别人在乱试，如果有人没得到回复，请查${cause}`)
      : told.wrong(`${message}，没有一次正确的：多半是${cause}`)
  })
}

interface Figure {
  readonly platform: string
  readonly label: string
  readonly count: number
}

function figures(metrics: string, name: string, label: string): readonly Figure[] {
  const line = new RegExp(`^${name}\\{platform="(\\w+)",${label}="([^"]*)"\\} (\\d+)$`, 'gm')
  return [...metrics.matchAll(line)].map(([, platform = '', found = '', count = '']) => ({
    platform,
    label: found,
    count: Number(count),
  }))
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
