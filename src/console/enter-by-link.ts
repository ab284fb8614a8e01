import type { RouterContext } from '@koa/router'
import { noticePage } from '../../templates/pages/notice.ts'
import type { Clock } from '../clock.ts'
import type { Links, Pass } from './links.ts'

/** What stands behind signed links: each path with a cookie of its own. */
export interface LinkDoor {
  readonly links: Links
  readonly clock: Clock
  /** True where people come by https: the cookie then never travels without it. */
  readonly isSecure: boolean
  /** Before every path, as in the links: `/sandbox` or nothing. */
  readonly prefix?: string
  /** How to come by another link, in a sentence. */
  readonly again: string
}

const cookieName = 'gongkai_pass'

/**
 * Lets the visitor in, or answers and gives null. A good token is exchanged for a cookie of this path alone and
 * leaves the address bar: a browser is sent on to the clean address; what does not follow pages gets its answer.
 */
export function enterByLink(ctx: RouterContext, path: string, door: LinkDoor): Pass | null {
  const { links, clock, isSecure, again, prefix = '' } = door
  const token = ctx.query['t']
  if (token !== undefined) {
    const check = links.check(path, typeof token === 'string' ? token : undefined)
    if (check.kind !== 'valid') return refuse(ctx, check.kind, again)
    const seconds = Math.ceil((check.pass.expiresAt.getTime() - clock().getTime()) / 1000)
    const flags = `Path=${prefix}${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
    ctx.append('Set-Cookie', `${cookieName}=${String(token)}; ${flags}`)
    if (ctx.get('Sec-Fetch-Mode') !== 'navigate') return check.pass
    ctx.status = 303
    ctx.redirect(ctx.path)
    return null
  }
  const check = links.check(path, ctx.cookies.get(cookieName, { signed: false }))
  return check.kind === 'valid' ? check.pass : refuse(ctx, check.kind, again)
}

function refuse(ctx: RouterContext, kind: 'expired' | 'invalid', again: string): null {
  ctx.status = 403
  ctx.type = 'html'
  ctx.body = noticePage({
    title: kind === 'expired' ? '这个链接已经过期' : '这个链接打不开',
    lines: [
      kind === 'expired'
        ? '为了安全，链接只在半小时内有效，而且只给收到它的人。'
        : '链接不完整，或者已经失效。请从群聊里直接点开，不要手工抄写。',
      again,
    ],
  })
  return null
}
