import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { DingtalkSettings } from '../../config/platform-settings.ts'
import type { ApiAnswer } from '../../platforms/outgoing/api-client.ts'
import { clockAgainst } from './clock.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import { dingtalkRobot } from './dingtalk-robot.ts'
import { createApiProbe } from './probe.ts'
import { secretEnd } from './secret-end.ts'

const lines = linesOf('钉钉接口')
const tokenShape = z.object({ accessToken: z.string().min(1) })
const refusal = z.object({ code: z.coerce.string() })

/** DingTalk's API: reached, in time, and the app's credentials and robot code. */
export async function dingtalk(settings: DingtalkSettings, clock: Clock): Promise<readonly Diagnosis[]> {
  const { apiBase, clientId, clientSecret } = settings
  const probe = createApiProbe({ variable: 'DINGTALK_API_BASE', base: apiBase })
  const json = { appKey: clientId, appSecret: clientSecret }
  const probed = await probe({ method: 'POST', path: '/v1.0/oauth2/accessToken', json })
  if (probed.kind === 'fault') return [lines.wrong(probed.reason)]
  const { answer } = probed
  const time = clockAgainst('钉钉', answer.headers.get('date'), clock())
  const token = tokenShape.safeParse(answer.json).data?.accessToken
  if (token === undefined) return [noToken(answer, settings), ...time]
  const fine = lines.ok(`连得上 ${new URL(apiBase).host}，Client ID 和 Client Secret 正确`)
  return [fine, ...time, await dingtalkRobot(probe, token, settings.robotCode)]
}

const olderShape = z.object({ errcode: z.coerce.number() })

/**
 * The older API, which takes files for sending and answers into sessions. Asked for a token without a word of whose,
 * it answers with an error of its own kind, and nobody else does: a page, or the newer API, is at a wrong address.
 */
export async function dingtalkOapi({ oapiBase }: DingtalkSettings): Promise<Diagnosis> {
  const probe = createApiProbe({ variable: 'DINGTALK_OAPI_BASE', base: oapiBase })
  const probed = await probe({ method: 'GET', path: '/gettoken' })
  const older = linesOf('钉钉旧接口')
  if (probed.kind === 'fault') return older.wrong(probed.reason)
  const host = new URL(oapiBase).host
  const { status, json } = probed.answer
  if (status >= 500 || status === 429) return older.notice(`${host} 暂时有问题（HTTP ${status}），请稍后再查`)
  return olderShape.safeParse(json).success
    ? older.ok(`连得上 ${host}`)
    : older.wrong(
        `${host} 回答的不是钉钉旧接口（HTTP ${status}），群里的回复和文件会发不出去，请检查 DINGTALK_OAPI_BASE 的主机和路径前缀，以及中间的代理`,
      )
}

function noToken(
  { status, json }: ApiAnswer,
  { apiBase, clientId, clientSecret }: DingtalkSettings,
): Diagnosis {
  const host = new URL(apiBase).host
  if (status >= 500) return lines.notice(`${host} 暂时有问题（HTTP ${status}），凭证没有查成，请稍后再查`)
  const code = refusal.safeParse(json).data?.code
  if (code === undefined) {
    return lines.wrong(
      `${host} 回答的不是钉钉接口（HTTP ${status}），请检查 DINGTALK_API_BASE 的主机和路径前缀，以及中间的代理`,
    )
  }
  if (status === 429) return lines.notice(`钉钉说调用太频繁（${code}），凭证没有查成，请过一分钟再查`)
  return lines.wrong(
    `凭证不对（${code}），请在开发者后台的“凭证与基础信息”里重抄 DINGTALK_CLIENT_ID（现在是 ${clientId}）和 DINGTALK_CLIENT_SECRET（现在的${secretEnd(clientSecret)}）`,
  )
}
