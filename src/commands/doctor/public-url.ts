import type { Settings } from '../../config/settings.ts'
import { hasPlatform } from '../../platforms/index.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('访问地址')

/**
 * Whether people can open the links in replies. With a platform they sit elsewhere, so a link to this machine itself is
 * wrong, unless the platform's servers stand on this machine as well: a rehearsal.
 */
export function publicUrl(settings: Settings): Diagnosis {
  const { publicUrl: url, port } = settings
  const isForOthers = hasPlatform(settings) && !apiBases(settings).every(isThisMachine)
  const state = isForOthers ? lines.wrong : lines.notice
  const mend = '请设成别人能打开的网址，如 https://gongkai.example.cn'
  if (url === null)
    return state(`没有设置 PUBLIC_URL，回复里的链接写作 http://localhost:${port}，只有本机打得开；${mend}`)
  if (isThisMachine(url)) return state(`PUBLIC_URL 是 ${url}，只有本机打得开；${mend}`)
  if (hasPlatform(settings) && url.startsWith('http:'))
    return lines.notice(`${url}：没有用 HTTPS，链接和钉钉的消息会明文经过网络；不在内网时请改用 https://`)
  return lines.ok(url)
}

function apiBases({ wecom, dingtalk }: Settings): readonly string[] {
  return [wecom?.apiBase ?? [], dingtalk?.apiBase ?? []].flat()
}

function isThisMachine(url: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(new URL(url).hostname)
}
