import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Router from '@koa/router'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Serves the style sheets, scripts and icons of assets/, read once; a browser asks each time whether they changed. */
export function createAssets(folder: string): Router {
  const files = new Map(
    readdirSync(folder).flatMap((name) => {
      const type = types[path.extname(name)]
      if (type === undefined) return []
      const bytes = readFileSync(path.join(folder, name))
      return [
        [name, { type, bytes, etag: createHash('sha256').update(bytes).digest('hex').slice(0, 20) }] as const,
      ]
    }),
  )
  const router = new Router()
  router.get('/assets/:name', (ctx) => {
    const file = files.get(ctx.params['name'] ?? '')
    if (file === undefined) return
    ctx.set('Cache-Control', 'no-cache')
    ctx.set('Content-Type', file.type)
    ctx.etag = file.etag
    ctx.status = 200
    if (ctx.fresh) ctx.status = 304
    else ctx.body = file.bytes
  })
  router.get('/favicon.ico', (ctx) => {
    ctx.redirect('/assets/icon.svg')
  })
  return router
}
