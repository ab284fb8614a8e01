import { z } from 'zod'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import type { Probe } from './probe.ts'

const lines = linesOf('钉钉机器人')
const refusal = z.object({ code: z.coerce.string(), message: z.string().catch('') })

/** No file has this code: asked for, DingTalk looks at the robot first, and nothing is sent or changed. */
const noFile = 'gongkai-doctor'

/** Whether the robot code is one of this app and the app may use robots (platforms, 8.3 and 8.5). */
export async function dingtalkRobot(probe: Probe, token: string, robotCode: string): Promise<Diagnosis> {
  const probed = await probe({
    ...{ method: 'POST', path: '/v1.0/robot/messageFiles/download' },
    headers: { 'x-acs-dingtalk-access-token': token },
    json: { downloadCode: noFile, robotCode },
  })
  if (probed.kind === 'fault') return lines.wrong(probed.reason)
  const { code = '', message = '' } = refusal.safeParse(probed.answer.json).data ?? {}
  if (/robotCode/i.test(code) || /robot ?不存在/.test(message)) {
    return lines.wrong(
      `机器人编码不对（${code}），请去掉 DINGTALK_ROBOT_CODE（现在用的是 ${robotCode}），或改成后台“机器人配置”里的编码`,
    )
  }
  if (/^Forbidden|AccessDenied|permission/i.test(code)) {
    return lines.wrong(
      `应用没有机器人的权限（${code}），请在“权限管理”里开通 qyapi_robot_sendmsg，再发布一版`,
    )
  }
  if (probed.answer.status === 401) return lines.wrong(`令牌刚取到就被拒绝（${code}），请检查中间的代理`)
  // A file that does not exist is refused, of course: by then the robot itself was accepted.
  return /downloadCode/i.test(code) || probed.answer.status < 300
    ? lines.ok(`机器人编码 ${robotCode} 可用`)
    : lines.notice(`机器人编码没有查成（${code === '' ? `HTTP ${probed.answer.status}` : code}）`)
}
