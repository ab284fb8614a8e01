import Router from '@koa/router'
import type { Context } from 'koa'
import { callbackBody } from '../callback-body.ts'
import { callbackEdge } from '../callback-edge.ts'
import { sourceOf } from '../callback-origin.ts'
import type { PlatformInbox } from '../platform.ts'
import { refuseOtherMethods } from '../empty-answer.ts'
import { RefusedCallback } from '../refused-callback.ts'
import { readCallback } from './callback-shape.ts'
import { hear, type Heard } from './heard.ts'
import { notices } from './notices.ts'
import type { DingtalkOptions } from './options.ts'
import type { SeenFiles } from './seen-files.ts'
import { signatureFault } from './signature.ts'

export interface RouteOptions extends Pick<
  DingtalkOptions,
  'settings' | 'notify' | 'clock' | 'log' | 'onRefused' | 'onVerified'
> {
  readonly seen: SeenFiles
  /** Throws GongkaiError `store_unavailable` before the platform is started: nothing could be kept then. */
  readonly inbox: () => PlatformInbox
}

const path = '/dingtalk/robot'

/** `POST /dingtalk/robot`: verify, read, keep, acknowledge. What was not kept is not acknowledged. */
export function createRoutes(options: RouteOptions): Router {
  const { settings, clock, seen } = options
  const router = new Router()
  router.post(path, callbackEdge({ ...options, platform: 'dingtalk', route: path }), async (ctx: Context) => {
    const inbox = options.inbox()
    const now = clock()
    const headers = { timestamp: ctx.get('timestamp'), sign: ctx.get('sign') }
    const fault = signatureFault(headers, settings.clientSecret, now)
    if (fault !== null) throw new RefusedCallback(fault)
    options.onVerified({ platform: 'dingtalk', route: path, source: sourceOf(ctx) })
    const body = readCallback(await callbackBody(ctx.req))
    if (body === null) throw new RefusedCallback('body')
    const heard = await hear(body, { robotCode: settings.robotCode, now, seenBefore: seen.find })
    if (heard.kind === 'malformed') throw new RefusedCallback('body')
    await keep(heard, now, inbox, options)
    ctx.status = 200
    ctx.body = { msgtype: 'empty' }
  })
  refuseOtherMethods(router, path, ['POST'])
  return router
}

async function keep(
  heard: Exclude<Heard, { kind: 'malformed' }>,
  receivedAt: Date,
  inbox: PlatformInbox,
  { notify, seen, log }: RouteOptions,
): Promise<void> {
  switch (heard.kind) {
    case 'message':
      await inbox.keep(heard.message)
      // Not waited for: the acknowledgement must not depend on it.
      void seen.remember(heard.codes)
      return
    case 'notice': {
      log.warn('callback without content or sender', { platform: 'dingtalk', reason: heard.about })
      const { messageKey, to } = heard
      await notify({ messageKey, to, reply: notices[heard.about], receivedAt })
      return
    }
    case 'nothing':
      log.warn('callback with nothing to do', { platform: 'dingtalk' })
  }
}
