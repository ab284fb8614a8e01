import type { Middleware } from 'koa'
import { noticePage } from '../../templates/pages/notice.ts'
import type { Clock } from '../clock.ts'
import type { Links } from './links.ts'

export interface SandboxDoorOptions {
  readonly links: Links
  readonly clock: Clock
  /** True where people come by https: the cookie then never travels without it. */
  readonly isSecure: boolean
}

const cookieName = 'gongkai_sandbox'
const path = '/sandbox'

/** Once inside, a visitor may stay for a working day. */
const stay = 8 * 60 * 60 * 1000

/**
 * Stands before /sandbox where real platforms are served too: only a signed link opens it. The link is exchanged for a
 * cookie of this path and leaves the address bar.
 */
export function createSandboxDoor({ links, clock, isSecure }: SandboxDoorOptions): Middleware {
  return async (ctx, next) => {
    const isInside = ctx.path === path || ctx.path.startsWith(`${path}/`)
    const token = ctx.query['t']
    const cookie = links.check(path, ctx.cookies.get(cookieName, { signed: false }))
    // A page of a report in the sandbox has a link of its own.
    const hasOwnLink = ctx.path.startsWith(`${path}/reports/`)
    if (!isInside || hasOwnLink || (cookie.kind === 'valid' && token === undefined)) {
      await next()
      return
    }
    const check = links.check(path, typeof token === 'string' ? token : undefined)
    if (check.kind !== 'valid') {
      ctx.status = 403
      ctx.type = 'html'
      ctx.body = noticePage({
        title: check.kind === 'expired' ? '这个链接已经过期' : '沙盒要用链接打开',
        lines: [
          '已经接入了工作群，所以沙盒只能用带签名的链接打开。',
          '请协调员在群里或单聊里 @公开助手 发“沙盒”，它会给您新的链接；启动机器人时，窗口里也会打印一个。',
        ],
      })
      return
    }
    const inside = links.extend({ ...check.pass, expiresAt: new Date(clock().getTime() + stay) }, path)
    const flags = `Path=${path}; Max-Age=${stay / 1000}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
    ctx.append('Set-Cookie', `${cookieName}=${inside}; ${flags}`)
    ctx.status = 303
    ctx.redirect(path)
  }
}
