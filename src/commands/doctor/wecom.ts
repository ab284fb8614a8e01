import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { WecomSettings } from '../../config/platform-settings.ts'
import { statusOf } from '../../platforms/wecom/wecom-error.ts'
import type { ApiAnswer } from '../../platforms/outgoing/api-client.ts'
import type { Roster } from '../../roster/roster.ts'
import { clockAgainst } from './clock.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import { createApiProbe, type Probe } from './probe.ts'
import { secretEnd } from './secret-end.ts'
import { trustedIp, untrustedIp } from './wecom-trusted-ip.ts'
import { visibleRange } from './wecom-visible-range.ts'
import { wecomContacts } from './wecom-contacts.ts'

const lines = linesOf('企业微信接口')
const tokenShape = z.object({ access_token: z.string().min(1) })

/** The API of WeChat Work: reached, in time, and the app's credentials, trusted IP, visible range and contacts. */
export async function wecom(
  settings: WecomSettings,
  roster: Roster | null,
  clock: Clock,
): Promise<readonly Diagnosis[]> {
  const { apiBase, app, corpId } = settings
  const probe = createApiProbe({ variable: 'WECOM_API_BASE', base: apiBase })
  const credentials = { corpid: corpId ?? '', corpsecret: app?.secret ?? '' }
  const probed = await probe({ method: 'GET', path: '/cgi-bin/gettoken', query: credentials })
  if (probed.kind === 'fault') return [lines.wrong(probed.reason)]
  const { answer } = probed
  const time = clockAgainst('企业微信', answer.headers.get('date'), clock())
  const host = new URL(apiBase).host
  if (statusOf(answer) === null) return [notTheApi(answer, host), ...time]
  // The 智能机器人 alone needs no credentials: that the API answers is all there is to see.
  if (app === null || corpId === null) return [lines.ok(`连得上 ${host}`), ...time]
  const token = tokenShape.safeParse(answer.json).data?.access_token
  if (token === undefined) return [noToken(answer, corpId, app.secret), ...time]
  const fine = lines.ok(`连得上 ${host}，企业 ID 和 Secret 正确`)
  return [fine, ...time, ...(await withToken(probe, token, { agentId: app.agentId, roster }))]
}

async function withToken(
  probe: Probe,
  token: string,
  { agentId, roster }: { readonly agentId: number; readonly roster: Roster | null },
): Promise<readonly Diagnosis[]> {
  const ip = await trustedIp(probe, token)
  if (ip.state === 'wrong') return [ip]
  const range = await visibleRange(probe, token, agentId)
  // Without the app nothing can be said of whom it may reach.
  if (range.state === 'wrong' || roster === null) return [ip, range]
  return [ip, range, ...(await wecomContacts(probe, token, roster))]
}

function notTheApi({ status }: ApiAnswer, host: string): Diagnosis {
  return status >= 500
    ? lines.notice(`${host} 暂时有问题（HTTP ${status}），请稍后再查`)
    : lines.wrong(
        `${host} 回答的不是企业微信接口（HTTP ${status}），请检查 WECOM_API_BASE 的主机和路径前缀，以及中间的代理`,
      )
}

function noToken(answer: ApiAnswer, corpId: string, secret: string): Diagnosis {
  const errcode = statusOf(answer)?.errcode ?? 0
  switch (errcode) {
    case 40013:
      return lines.wrong(`企业微信不认识企业 ID（40013），请核对 WECOM_CORP_ID（现在是 ${corpId}）`)
    case 40001:
    case 40091:
      return lines.wrong(
        `Secret 不对（${errcode}），请在“应用管理”里打开应用，重抄 WECOM_SECRET（现在的${secretEnd(secret)}）`,
      )
    case 60020:
      return untrustedIp(answer)
    case -1:
    case 45009:
    case 45033:
      return lines.notice(`企业微信正忙（${errcode}），凭证没有查成，请过一分钟再查`)
    default:
      return lines.wrong(`取不到令牌（${errcode}），请核对 WECOM_CORP_ID、WECOM_SECRET 和 WECOM_API_BASE`)
  }
}
