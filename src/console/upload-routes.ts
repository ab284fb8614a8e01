import Router, { type RouterContext } from '@koa/router'
import { storedRef, type Message } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { ByteBudget } from '../http/byte-budget.ts'
import { receiveUpload } from '../http/upload.ts'
import { renderMarkdown } from '../platforms/dialect/html.ts'
import type { PlatformInbox, ReplyDesk } from '../platforms/platform.ts'
import type { FileStore, ReplyDeskStore } from '../store/store.ts'
import { uploadPage, type UploadState } from '../../templates/pages/upload.ts'
import { uploadMinutes, type UploadCheck, type UploadGrant, type UploadLinks } from './upload-links.ts'

/** Where the uploads of one platform go. */
export interface UploadDesk {
  readonly inbox: PlatformInbox
  readonly desk: ReplyDesk
  readonly store: Pick<FileStore, 'putFile'> & Pick<ReplyDeskStore, 'messageByKey'>
}

export interface UploadOptions {
  readonly links: UploadLinks
  /** By the platform's name; none for a platform that is not served. */
  readonly deskOf: (platform: string) => UploadDesk | undefined
  readonly clock: Clock
}

/** Held in memory by all uploads together. */
const budgetOptions = { shared: 44 * 1024 * 1024, patience: 30_000 }

/**
 * The page behind a one-time link: a form, then the bot's answer. The upload becomes a message under a key made from
 * the link, so a second one by the same link is known already. Works without scripts.
 */
export function createUploadRoutes(options: UploadOptions): Router {
  const router = new Router()
  const budget = new ByteBudget(budgetOptions)

  router.get('/upload/:token', async (ctx) => {
    const open = await openLink(ctx, options)
    if (open === null) return
    show(ctx, await stateOf(open))
  })
  router.post('/upload/:token', async (ctx) => {
    const open = await openLink(ctx, options)
    if (open === null) return
    const state = await stateOf(open)
    if (state.kind !== 'form') {
      // Sent twice, or by a second person: what was sent first holds.
      refuse(ctx, state.kind === 'expired' ? { kind: 'expired' } : { kind: 'used' })
      return
    }
    const account = budget.open()
    try {
      const { name, bytes } = await receiveUpload(ctx.req, account)
      if (bytes === null) {
        refuse(ctx, { kind: 'too_large' })
        return
      }
      if (bytes.byteLength === 0) {
        refuse(ctx, { kind: 'empty' })
        return
      }
      const sha256 = await open.desk.store.putFile(bytes)
      const result = await open.desk.inbox.keep(messageOf(open, name, sha256, options.clock()))
      if (result === 'known') {
        refuse(ctx, { kind: 'used' })
        return
      }
      ctx.status = 303
      ctx.redirect(ctx.path)
    } finally {
      account.close()
    }
  })
  return router
}

interface OpenLink {
  readonly kind: Exclude<UploadCheck['kind'], 'invalid'>
  readonly grant: UploadGrant
  /** The message that asked for the link. */
  readonly asked: Message
  readonly desk: UploadDesk
}

/** The link of this request, or null with the answer already given. */
async function openLink(ctx: RouterContext, { links, deskOf }: UploadOptions): Promise<OpenLink | null> {
  const check = links.check(ctx.params['token'] ?? '')
  if (check.kind !== 'invalid') {
    const { kind, grant } = check
    const desk = deskOf(grant.platform)
    const asked = (await desk?.store.messageByKey(grant.askedBy)) ?? null
    if (desk !== undefined && asked !== null) return { kind, grant, asked, desk }
  }
  refuse(ctx, { kind: 'invalid' })
  return null
}

async function stateOf({ kind, grant, asked, desk }: OpenLink): Promise<UploadState> {
  const collected = await desk.desk.collect(grant.messageKey)
  if (collected.kind === 'open') return { kind: 'working' }
  if (collected.kind === 'answered') {
    return { kind: 'answered', replies: collected.replies.map(({ reply }) => renderMarkdown(reply.markdown)) }
  }
  return kind === 'expired'
    ? { kind: 'expired' }
    : { kind: 'form', name: asked.sender.name, minutes: uploadMinutes }
}

/** In the name of who asked, with the same way back. */
function messageOf({ grant, asked }: OpenLink, name: string, sha256: string, now: Date): Message {
  return {
    ...asked,
    key: grant.messageKey,
    text: '',
    attachments: [{ kind: 'file', name, quoted: false, ref: `${storedRef}${sha256}` }],
    receivedAt: now,
  }
}

const statuses: Readonly<Partial<Record<UploadState['kind'], number>>> = {
  invalid: 403,
  expired: 403,
  used: 409,
  too_large: 413,
  empty: 400,
}

function show(ctx: RouterContext, state: UploadState): void {
  ctx.status = statuses[state.kind] ?? 200
  ctx.type = 'html'
  ctx.body = uploadPage(state)
}

/** Answers a form whose rest may still be coming in. */
function refuse(ctx: RouterContext, state: UploadState): void {
  if (ctx.method === 'POST') ctx.req.resume()
  show(ctx, state)
}
