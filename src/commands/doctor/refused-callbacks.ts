import { callbackFigures } from './callback-figures.ts'
import { callbackSettings, isCallbackPath, type CallbackPath } from './callback-settings.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

/** What a reason of refusals tells: what came, and which setting it points at. */
interface Cause {
  readonly what: string
  readonly cause: string
  /** Nobody without the platform's own secret gets as far as to be refused for it. */
  readonly isProof: boolean
}

const shownTime = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hour12: false },
  ...{ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
})

/**
 * What the callbacks that the running bot refused since its start say of the settings. A callback that is signed and
 * refused all the same proves that one is wrong; whatever else is refused, anybody may have sent, and it is told as a
 * hint. Either is past once a later callback of the same route was right. The doctor's own do not count.
 */
export function refusedCallbacks(metrics: string): readonly Diagnosis[] {
  const verified = callbackFigures(metrics, 'gongkai_verified_last_seconds')
  const last = callbackFigures(metrics, 'gongkai_refused_last_seconds')
  return callbackFigures(metrics, 'gongkai_refused_total').flatMap(({ route, source, reason, value }) => {
    if (source !== 'other' || value === 0 || !isCallbackPath(route)) return []
    const cause = causeOf(route, reason)
    const at = last.find((one) => one.route === route && one.source === source && one.reason === reason)
    const rightAt = verified.find((one) => one.route === route && one.source === source)?.value ?? null
    if (cause === null || at === undefined || (rightAt !== null && rightAt >= at.value)) return []
    return [told(route, cause, { count: value, reason, at: at.value, hadRight: rightAt !== null })]
  })
}

interface Refused {
  readonly count: number
  readonly reason: string
  /** The last of them, in seconds. */
  readonly at: number
  readonly hadRight: boolean
}

function told(
  route: CallbackPath,
  { what, cause, isProof }: Cause,
  { count, reason, at, hadRight }: Refused,
): Diagnosis {
  const lines = linesOf(callbackSettings[route].name)
  const seen = `启动以来有 ${count} 次${what}被拒（${reason}），最近一次是 ${shownTime.format(at * 1000)}`
  if (isProof) return lines.wrong(`${seen}，之后没有正确的：${cause}`)
  const isTrial = ['parameter', 'timestamp'].includes(reason)
  const others = hadRight
    ? '之前也有正确的，多半是有人乱试'
    : `也可能是${isTrial ? '试网址时没有带签名，或' : ''}有人乱试`
  const space = /^\w/.test(cause) ? ' ' : ''
  return lines.notice(`${seen}：可能是${space}${cause}；${others}。${howToKnow(route)}`)
}

function howToKnow(route: CallbackPath): string {
  return route === '/dingtalk/robot'
    ? '在单聊里给机器人发“帮助”，有回复就没有问题'
    : '在管理后台把这个 URL 再保存一次，能保存就没有问题'
}

function causeOf(route: CallbackPath, reason: string): Cause | null {
  if (reason === 'host') {
    const cause = 'PUBLIC_URL 没有设对，或反向代理没有原样转发 Host'
    return { what: '主机名不对', cause, isProof: false }
  }
  return route === '/dingtalk/robot' ? dingtalkCause(reason) : wecomCause(route, reason)
}

const clockOff = '本机时钟不对（或有人把旧消息重新发来），请校准系统时间'

function wecomCause(route: '/wecom/app' | '/wecom/bot', reason: string): Cause | null {
  const { token, key } = callbackSettings[route]
  switch (reason) {
    case 'padding':
    case 'length':
      return {
        what: '签名正确、内容解不开而',
        cause: `${key} 和管理后台的 EncodingAESKey 不一致（Token 是对的）`,
        isProof: true,
      }
    case 'receiveid':
      return {
        what: '签名正确、企业 ID 不同而',
        cause: 'WECOM_CORP_ID 和管理后台的企业 ID 不一致',
        isProof: true,
      }
    case 'timestamp':
      return { what: '签名正确、时间差一天以上而', cause: clockOff, isProof: true }
    case 'signature':
      return {
        what: '签名不对',
        cause: `${token} 和管理后台的 Token 不一致（应用和智能机器人各有各的 Token，不要写反）`,
        isProof: false,
      }
    case 'parameter':
      return { what: '没有带齐签名参数', cause: '反向代理没有原样转发查询参数', isProof: false }
    default:
      return null
  }
}

function dingtalkCause(reason: string): Cause | null {
  switch (reason) {
    case 'stale':
      return { what: '签名正确、时间差一小时以上而', cause: clockOff, isProof: true }
    case 'sign':
      return {
        what: '签名不对',
        cause: 'DINGTALK_CLIENT_SECRET 和开发者后台的 Client Secret 不一致',
        isProof: false,
      }
    case 'timestamp':
      return { what: '没有带时间戳', cause: '反向代理没有转发请求头 timestamp、sign', isProof: false }
    default:
      return null
  }
}
