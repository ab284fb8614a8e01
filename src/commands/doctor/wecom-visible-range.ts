import { z } from 'zod'
import { statusOf } from '../../platforms/wecom/wecom-error.ts'
import type { ApiAnswer } from '../../platforms/outgoing/api-client.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import type { Probe } from './probe.ts'
import { untrustedIp } from './wecom-trusted-ip.ts'

const lines = linesOf('可见范围')

const listIn = (field: string): z.ZodType<readonly unknown[] | undefined> =>
  z
    .record(z.string(), z.unknown())
    .transform((fields) => z.array(z.unknown()).safeParse(fields[field]).data)
    .optional()
    .catch(undefined)

/** What `agent/get` says of the app. */
const shape = z.object({
  close: z.coerce.number().catch(0),
  allow_userinfos: listIn('user'),
  allow_partys: listIn('partyid'),
  allow_tags: listIn('tagid'),
})
const byHand = '请在管理后台确认应用的可见范围包括要用的部门'

/** Whether the secret is this app's, the app is on, and anybody may see it. */
export async function visibleRange(probe: Probe, token: string, agentId: number): Promise<Diagnosis> {
  const query = { access_token: token, agentid: agentId.toString() }
  const probed = await probe({ method: 'GET', path: '/cgi-bin/agent/get', query })
  if (probed.kind === 'fault') return lines.wrong(probed.reason)
  const { answer } = probed
  const errcode = statusOf(answer)?.errcode
  switch (errcode ?? Number.NaN) {
    case 0:
      return rangeOf(answer)
    case 60020:
      return untrustedIp(answer)
    case 40056:
    case 301002:
      return lines.wrong(
        `AgentId ${agentId} 不是这个 Secret 的应用（${errcode}），请核对 WECOM_AGENT_ID 和 WECOM_SECRET`,
      )
    case 48002:
    case 60011:
    case 81013:
      return lines.wrong(
        `应用没有权限（${errcode}），请在“应用管理 → 应用 → 可见范围”里选上要用的部门，并查看应用是否停用`,
      )
    default:
      return lines.notice(`没有查成（${errcode ?? `HTTP ${answer.status}`}），${byHand}`)
  }
}

function rangeOf(answer: ApiAnswer): Diagnosis {
  const parsed = shape.safeParse(answer.json)
  if (!parsed.success) return lines.notice(`没有查成，${byHand}`)
  const { close, allow_partys: departments, allow_userinfos: people, allow_tags: labels } = parsed.data
  if (close === 1) return lines.wrong('应用已停用，请在“应用管理”里启用')
  const lists = [departments, people, labels]
  if (lists.every((list) => list === undefined)) return lines.notice(`没有查成，${byHand}`)
  const [parties = 0, members = 0, tags = 0] = lists.map((list) => list?.length)
  return parties + members + tags === 0
    ? lines.wrong('应用的可见范围是空的，谁也看不见它，请在“应用管理 → 应用 → 可见范围”里选上要用的部门')
    : lines.ok(`应用的可见范围：${parties} 个部门、${members} 个成员、${tags} 个标签`)
}
