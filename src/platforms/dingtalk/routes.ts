import Router from '@koa/router'
import type { Context } from 'koa'
import { readBody } from '../../http/callback-body.ts'
import { sourceOf } from '../callback-origin.ts'
import type { PlatformInbox } from '../platform.ts'
import { answerEmpty, refuseEmpty, refuseOtherMethods } from '../empty-answer.ts'
import { createRefusals } from '../refusals.ts'
import { readCallback } from './callback-shape.ts'
import { hear, type Heard } from './heard.ts'
import { notices } from './notices.ts'
import type { DingtalkOptions } from './options.ts'
import type { SeenFiles } from './seen-files.ts'
import { signatureFault, type SignatureFault } from './signature.ts'

export interface RouteOptions extends Pick<
  DingtalkOptions,
  'settings' | 'notify' | 'clock' | 'log' | 'onRefused' | 'onVerified'
> {
  readonly seen: SeenFiles
  /** Null before the platform is started: nothing could be kept then. */
  readonly inbox: () => PlatformInbox | null
}

/** Why a callback was not taken. */
type RefusalReason = SignatureFault | 'body' | 'too_large' | 'too_slow'

const path = '/dingtalk/robot'

const statusOfBody = { too_large: 413, too_slow: 408, cut_off: 408 } as const

/** `POST /dingtalk/robot`: verify, read, keep, acknowledge. What was not kept is not acknowledged. */
export function createRoutes(options: RouteOptions): Router {
  const { settings, clock, seen } = options
  const count = createRefusals({ ...options, platform: 'dingtalk', route: path })
  const refuse = (ctx: Context, reason: RefusalReason, status = 403): void => {
    count(ctx, reason)
    refuseEmpty(ctx, status)
  }
  const router = new Router()
  router.post(path, async (ctx) => {
    const inbox = options.inbox()
    if (inbox === null) {
      answerEmpty(ctx, 503)
      return
    }
    const now = clock()
    const headers = { timestamp: ctx.get('timestamp'), sign: ctx.get('sign') }
    const fault = signatureFault(headers, settings.clientSecret, now)
    if (fault !== null) {
      refuse(ctx, fault)
      return
    }
    options.onVerified({ platform: 'dingtalk', route: path, source: sourceOf(ctx) })
    const read = await readBody(ctx.req)
    if (read.kind !== 'read') {
      refuse(ctx, read.kind === 'too_large' ? 'too_large' : 'too_slow', statusOfBody[read.kind])
      return
    }
    const body = readCallback(read.text)
    const heard: Heard =
      body === null
        ? { kind: 'malformed' }
        : await hear(body, { robotCode: settings.robotCode, now, seenBefore: seen.find })
    if (heard.kind === 'malformed') {
      refuse(ctx, 'body')
      return
    }
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
