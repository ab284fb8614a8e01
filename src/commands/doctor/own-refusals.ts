import { callbackFigures } from './callback-figures.ts'
import { callbackSettings, type CallbackPath } from './callback-settings.ts'

/** Why the bot that runs here refused a call of the doctor's, by what is wrong; null where it cannot be told. */
export type OwnRefusals = (route: CallbackPath) => Promise<string | null>

/** Compares the metrics before and after the calls; `read` gives them, '' where there are none. */
export async function createOwnRefusals(read: () => Promise<string>): Promise<OwnRefusals> {
  const counts = async (): Promise<ReadonlyMap<string, number>> =>
    new Map(
      callbackFigures(await read(), 'gongkai_refused_total')
        .filter(({ source }) => source === 'doctor')
        .map(({ route, reason, value }) => [`${route} ${reason}`, value]),
    )
  let before = await counts()
  return async (route) => {
    const now = await counts()
    const risen = [...now]
      .filter(([key, value]) => key.startsWith(`${route} `) && value > (before.get(key) ?? 0))
      .map(([key]) => key.slice(route.length + 1))
    before = new Map([...before, ...[...now].filter(([key]) => key.startsWith(`${route} `))])
    const [only, ...others] = risen
    return only === undefined || others.length > 0 ? null : wrongBy(route, only)
  }
}

function wrongBy(route: CallbackPath, reason: string): string | null {
  const { token, key } = callbackSettings[route]
  const causes: Readonly<Record<string, string>> = {
    signature: `${token} 不一致`,
    sign: `${token} 不一致`,
    padding: `${key ?? ''} 不一致`,
    length: `${key ?? ''} 不一致`,
    receiveid: 'WECOM_CORP_ID 不一致',
    parameter: '查询参数没有带到，请让反向代理原样转发',
    timestamp:
      route === '/dingtalk/robot'
        ? '请求头 timestamp、sign 没有带到，请让反向代理原样转发'
        : '两边的时钟差一天以上',
    stale: '两边的时钟差一小时以上',
    host: '主机名不对，请查 PUBLIC_URL',
  }
  return causes[reason] ?? null
}
