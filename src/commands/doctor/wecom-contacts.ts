import { statusOf } from '../../platforms/wecom/wecom-error.ts'
import type { Roster } from '../../roster/roster.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import type { Probe } from './probe.ts'

const lines = linesOf('联络员')

/** Asked about at most: the answer is the same kind for all of them. */
const most = 60
const atOnce = 6

type Seen = 'seen' | 'out_of_range' | 'unknown' | 'not_told'

/** Whether the app may write to the contacts and coordinators of the roster. */
export async function wecomContacts(
  probe: Probe,
  token: string,
  roster: Roster,
): Promise<readonly Diagnosis[]> {
  const people = [...roster.coordinators, ...roster.agencies.flatMap(({ contacts }) => contacts)]
  const ids = [...new Set(people.filter(({ platform }) => platform === 'wecom').map(({ userId }) => userId))]
  const asked = ids.slice(0, most)
  const seen: { readonly id: string; readonly as: Seen }[] = []
  for (let start = 0; start < asked.length; start += atOnce) {
    const some = asked.slice(start, start + atOnce)
    seen.push(...(await Promise.all(some.map(async (id) => ({ id, as: await seenAs(probe, token, id) })))))
    if (seen.every(({ as }) => as === 'not_told')) break
  }
  const named = (as: Seen): string =>
    seen
      .filter((one) => one.as === as)
      .map(({ id }) => id)
      .join('、')
  if (seen.length === 0) return []
  const found: Diagnosis[] = []
  if (named('out_of_range') !== '') {
    found.push(lines.wrong(`不在应用的可见范围（60011）：${named('out_of_range')}，请在“可见范围”里加上`))
  }
  if (named('unknown') !== '') {
    found.push(
      lines.wrong(
        `通讯录里没有这个账号（60111）：${named('unknown')}，请按通讯录里的“账号”改 gongkai.yaml 的 userId`,
      ),
    )
  }
  if (found.length > 0) return found
  return named('seen') === ''
    ? [lines.notice('没有查成（应用不能读取成员），请在管理后台确认他们在应用的可见范围里')]
    : [lines.ok(`${ids.length} 人中查了 ${seen.length} 人，都在应用的可见范围里`)]
}

async function seenAs(probe: Probe, token: string, userid: string): Promise<Seen> {
  const query = { access_token: token, userid }
  const probed = await probe({ method: 'GET', path: '/cgi-bin/user/get', query })
  const errcode = probed.kind === 'fault' ? undefined : statusOf(probed.answer)?.errcode
  if (errcode === 0) return 'seen'
  if (errcode === 60011) return 'out_of_range'
  return errcode === 60111 || errcode === 40003 ? 'unknown' : 'not_told'
}
