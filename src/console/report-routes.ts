import Router, { type RouterContext } from '@koa/router'
import { asciiName } from '../http/ascii-name.ts'
import type { StoredReport } from '../report/stored-report.ts'
import type { FileStore, ReportStore } from '../store/store.ts'
import { noticePage } from '../../templates/pages/notice.ts'
import { reportPage } from '../../templates/pages/report.ts'
import type { Clock } from '../clock.ts'
import { enterByLink } from './enter-by-link.ts'
import type { Links, Pass } from './links.ts'

export interface ConsoleOptions {
  readonly store: Pick<ReportStore, 'reportById' | 'reportVersions'> & Pick<FileStore, 'getFile'>
  readonly links: Links
  readonly clock: Clock
  /** True where people come by https: the cookie then never travels without it. */
  readonly isSecure: boolean
  /** Before every path, as in the links: `/sandbox` or nothing. */
  readonly prefix?: string
}

const again =
  '要再看这份报告，请回到群聊，再向公开助手要一次，例如发“科技局2025年年报的链接”（写明单位和年份），它会给您新的链接。'

/** /reports/:id and the file behind it, for whoever holds a link from the chat. */
export function createReportRoutes(options: ConsoleOptions): Router {
  const { store, prefix = '' } = options
  const router = new Router({ prefix })

  router.get('/reports/:id', async (ctx) => {
    const pass = enterByLink(ctx, `/reports/${ctx.params['id'] ?? ''}`, { ...options, again })
    if (pass === null) return
    const stored = await store.reportById(ctx.params['id'] ?? '')
    if (stored === null) {
      notFound(ctx)
      return
    }
    const versions = await store.reportVersions(stored.agency, stored.year)
    ctx.type = 'html'
    ctx.body = reportPage({
      stored,
      versions: versions.map((one) => versionLink(one, stored, pass, options)),
      fileHref: `${prefix}/reports/${stored.id}/file`,
    })
  })
  router.get('/reports/:id/file', async (ctx) => {
    const pass = enterByLink(ctx, `/reports/${ctx.params['id'] ?? ''}`, { ...options, again })
    if (pass === null) return
    const stored = await store.reportById(ctx.params['id'] ?? '')
    const bytes = stored === null ? null : await store.getFile(stored.file.sha256)
    if (stored === null || bytes === null) {
      notFound(ctx)
      return
    }
    ctx.attachment(stored.file.name, { fallback: asciiName(stored.file.name) })
    ctx.type = 'application/octet-stream'
    ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  })
  return router
}

function versionLink(
  one: StoredReport,
  shown: StoredReport,
  pass: Pass,
  { links, prefix = '' }: ConsoleOptions,
): Parameters<typeof reportPage>[0]['versions'][number] {
  const path = `/reports/${one.id}`
  return {
    version: one.version,
    report: one.report,
    receivedAt: one.receivedAt,
    href: `${prefix}${path}?t=${links.extend(pass, path)}`,
    isShown: one.id === shown.id,
  }
}

function notFound(ctx: RouterContext): void {
  ctx.status = 404
  ctx.type = 'html'
  ctx.body = noticePage({
    title: '没有这份报告',
    lines: ['它可能已经被删除了。请回到群聊，把报告再发给公开助手一次。'],
  })
}
