import Router, { type RouterContext } from '@koa/router'
import { chartPage } from '../../templates/pages/chart.ts'
import { noticePage } from '../../templates/pages/notice.ts'
import type { Clock } from '../clock.ts'
import { isPng, showPng } from '../http/show-png.ts'
import type { FileStore } from '../store/store.ts'
import { readChartRecord, type ChartRecord } from './chart-record.ts'
import { enterByLink } from './enter-by-link.ts'
import type { Links } from './links.ts'

export interface ChartRouteOptions {
  readonly store: Pick<FileStore, 'getFile'>
  readonly links: Links
  readonly clock: Clock
  /** True where people come by https. */
  readonly isSecure: boolean
}

const again = '要再看这张图，请回到群聊，再问公开助手一次，它会给您新的链接。'

/** /charts/:record and its picture, for whoever holds a link from a chat that takes no pictures. */
export function createChartRoutes(options: ChartRouteOptions): Router {
  const { store } = options
  const router = new Router()
  const recordOf = async (ctx: RouterContext): Promise<ChartRecord | null> => {
    const hash = ctx.params['record'] ?? ''
    if (enterByLink(ctx, `/charts/${hash}`, { ...options, again }) === null) return null
    const bytes = await store.getFile(hash)
    const record = bytes === null ? null : readChartRecord(bytes)
    if (record === null) notFound(ctx)
    return record
  }

  router.get('/charts/:record', async (ctx) => {
    const record = await recordOf(ctx)
    if (record === null) return
    ctx.type = 'html'
    ctx.body = chartPage({ ...record, pictureHref: `${ctx.path}/picture` })
  })
  router.get('/charts/:record/picture', async (ctx) => {
    const record = await recordOf(ctx)
    if (record === null) return
    const bytes = await store.getFile(record.png)
    if (bytes === null || !isPng(bytes)) notFound(ctx)
    // Shown, not saved: a browser inside a chat saves what one keeps the finger on, and nothing else.
    else showPng(ctx, record.name, bytes)
  })
  return router
}

function notFound(ctx: RouterContext): void {
  ctx.status = 404
  ctx.type = 'html'
  ctx.body = noticePage({ title: '没有这张图', lines: [again] })
}
