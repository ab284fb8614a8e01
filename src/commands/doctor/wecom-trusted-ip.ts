import { statusOf } from '../../platforms/wecom/wecom-error.ts'
import type { ApiAnswer } from '../../platforms/outgoing/api-client.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import type { Probe } from './probe.ts'

const lines = linesOf('企业可信 IP')

/** Whether the API takes calls from this machine, asked by one that any app may make (platforms, 2.3). */
export async function trustedIp(probe: Probe, token: string): Promise<Diagnosis> {
  const probed = await probe({
    ...{ method: 'GET', path: '/cgi-bin/getcallbackip' },
    query: { access_token: token },
  })
  if (probed.kind === 'fault') return lines.wrong(probed.reason)
  const status = statusOf(probed.answer)
  switch (status?.errcode ?? Number.NaN) {
    case 0:
      return lines.ok('接口接受本机的调用')
    case 60020:
      return untrustedIp(probed.answer)
    case 48002:
      return lines.wrong('应用没有调用接口的权限（48002），请在管理后台查看应用是否停用、接口权限是否开通')
    default:
      return lines.notice(`没有查成（${status?.errcode ?? `HTTP ${probed.answer.status}`}）`)
  }
}

/** 60020: the answer tells the address that the platform sees. */
export function untrustedIp(answer: ApiAnswer): Diagnosis {
  const ip = /from ip:\s*([\da-fA-F.:]+[\da-fA-F])/.exec(statusOf(answer)?.errmsg ?? '')?.[1]
  const which = ip ?? '本机出口的公网 IP'
  return lines.wrong(`本机不在应用的可信 IP 里（60020），请在“应用管理 → 应用 → 企业可信 IP”里加上 ${which}`)
}
