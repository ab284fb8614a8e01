import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { PlatformSettings } from '../../config/platform-settings.ts'
import { doctorAgent } from '../../platforms/callback-origin.ts'
import { signatureOf } from '../../platforms/dingtalk/signature.ts'
import type { ApiAnswer } from '../../platforms/outgoing/api-client.ts'
import { createCallbackCrypto } from '../../platforms/wecom/callback-crypto.ts'
import { callbackSettings, type CallbackPath } from './callback-settings.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import type { OwnRefusals } from './own-refusals.ts'
import { createProbe, type Probe, type Probed } from './probe.ts'

/** A callback address of the bot, called as the platform would. */
interface CallbackCheck {
  readonly path: CallbackPath
  readonly call: (probe: Probe) => Promise<Probed>
  readonly isGood: (answer: ApiAnswer) => boolean
}

export interface CallbackPlace {
  /** `本机`, or the public address. */
  readonly name: string
  readonly base: string
  /** Where it passes through a proxy, on which more can go wrong. */
  readonly isPublic: boolean
  /** Why the bot that runs here refused a call, where it says so. */
  readonly ownRefusals: OwnRefusals
}

/**
 * Calls the running bot with the settings' own tokens and keys: whether it runs with the same ones, and whether a
 * proxy before it hands everything on. Nothing is kept of these calls, and the bot counts them apart.
 */
export async function callbacks(
  settings: PlatformSettings,
  place: CallbackPlace,
  clock: Clock,
): Promise<readonly Diagnosis[]> {
  const probe = createProbe({ variable: place.isPublic ? 'PUBLIC_URL' : 'HOST、PORT', base: place.base })
  const marked: Probe = (request) =>
    probe({ ...request, headers: { ...request.headers, 'user-agent': doctorAgent } })
  return Promise.all(
    checksOf(settings, clock).map(async (check) => told(check, await check.call(marked), place)),
  )
}

async function told(check: CallbackCheck, probed: Probed, place: CallbackPlace): Promise<Diagnosis> {
  const { name, base, isPublic, ownRefusals } = place
  const settings = callbackSettings[check.path]
  const lines = linesOf(`${settings.name}（${name}）`)
  const address = `${base}${check.path}`
  if (probed.kind === 'fault') {
    // From inside, an address of one's own is often not reachable; the platform comes from outside.
    return isPublic
      ? lines.notice(`从本机打不开 ${address}：${probed.reason}；请在外网的机器上再试`)
      : lines.wrong(probed.reason)
  }
  const { status } = probed.answer
  const secrets = settings.key === null ? settings.token : `${settings.token}、${settings.key}`
  if (check.isGood(probed.answer)) return lines.ok(`${address} 通，${secrets} 一致`)
  if (status === 403) {
    const why = (await ownRefusals(check.path)) ?? `${secrets} 不一致`
    const isOfProxy = isPublic && !why.includes('反向代理')
    const proxy = isOfProxy ? '，或反向代理改动了查询参数、请求头' : ''
    return lines.wrong(
      `${address} 拒绝了正确的签名（403）：正在运行的公开助手和这里的设置对不上，${why}${proxy}；请改好后重启`,
    )
  }
  if (status === 404)
    return lines.wrong(
      `${address} 没有这个地址（404）：公开助手启动时没有这些设置，请重启；或反向代理没有转过来`,
    )
  if (status === 421)
    return lines.wrong(`${address} 不认这个主机名（421），请设好 PUBLIC_URL，让反向代理原样转发 Host`)
  return lines.wrong(`${address} 回答 HTTP ${status}，请检查反向代理，以及公开助手是否在运行`)
}

function checksOf({ wecom, dingtalk }: PlatformSettings, clock: Clock): readonly CallbackCheck[] {
  const checks: CallbackCheck[] = []
  if (wecom?.app && wecom.corpId !== null) {
    const { token, aesKey } = wecom.app
    checks.push(wecomCheck('/wecom/app', { token, aesKey, receiveId: wecom.corpId }, clock))
  }
  if (wecom?.bot) {
    const { token, aesKey } = wecom.bot
    checks.push(wecomCheck('/wecom/bot', { token, aesKey, receiveId: '' }, clock))
  }
  if (dingtalk !== null) checks.push(dingtalkCheck(dingtalk.clientSecret, clock))
  return checks
}

/** The URL verification, as the admin console does it on saving. */
function wecomCheck(
  path: CallbackPath,
  {
    token,
    aesKey,
    receiveId,
  }: { readonly token: string; readonly aesKey: string; readonly receiveId: string },
  clock: Clock,
): CallbackCheck {
  const crypto = createCallbackCrypto({ token, aesKey, receiveIds: [receiveId] })
  const echo = randomUUID()
  return {
    path,
    call: (probe) => {
      const { encrypt, signature, timestamp, nonce } = crypto.seal(
        echo,
        { receiveId, nonce: randomUUID() },
        clock(),
      )
      const query = { msg_signature: signature, timestamp: timestamp.toString(), nonce, echostr: encrypt }
      return probe({ method: 'GET', path, query })
    },
    isGood: ({ status, bytes }) => status === 200 && Buffer.from(bytes).toString() === echo,
  }
}

const acknowledged = z.object({ msgtype: z.literal('empty') })

/** A signed callback that brings no message: the bot takes it and does nothing. */
function dingtalkCheck(secret: string, clock: Clock): CallbackCheck {
  const path = '/dingtalk/robot'
  return {
    path,
    call: (probe) => {
      const timestamp = clock().getTime().toString()
      const headers = { timestamp, sign: signatureOf(timestamp, secret) }
      return probe({ method: 'POST', path, headers, json: { errorMessage: 'gongkai doctor' } })
    },
    isGood: ({ status, json }) => status === 200 && acknowledged.safeParse(json).success,
  }
}
