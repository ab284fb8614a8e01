import Router from '@koa/router'
import { noticePage } from '../../templates/pages/notice.ts'
import { asciiName } from '../http/ascii-name.ts'
import type { FileStore } from '../store/store.ts'
import type { Links } from './links.ts'

/**
 * /files/:sha256/:name, for whoever holds a link from the chat. A text is shown as one, since a browser inside a chat
 * saves nothing; anything else is only ever saved.
 */
export function createFileRoutes(options: {
  readonly store: Pick<FileStore, 'getFile'>
  readonly links: Links
}): Router {
  const { store, links } = options
  const router = new Router()
  router.get('/files/:sha256/:name', async (ctx) => {
    const { sha256 = '', name = '' } = ctx.params
    const token = ctx.query['t']
    const check = links.check(`/files/${sha256}`, typeof token === 'string' ? token : undefined)
    const bytes = check.kind === 'valid' ? await store.getFile(sha256) : null
    if (bytes === null) {
      ctx.status = check.kind === 'valid' ? 404 : 403
      ctx.type = 'html'
      ctx.body = noticePage({
        title: '这个链接打不开',
        lines: ['为了安全，文件的链接只在半小时内有效。请回到群聊里，再问公开助手一次，它会给您新的链接。'],
      })
      return
    }
    const isText = name.toLowerCase().endsWith('.txt')
    ctx.attachment(name, { type: isText ? 'inline' : 'attachment', fallback: asciiName(name) })
    ctx.set('Content-Type', isText ? 'text/plain; charset=utf-8' : 'application/octet-stream')
    ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  })
  return router
}
