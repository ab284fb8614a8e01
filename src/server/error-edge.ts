import { randomBytes } from 'node:crypto'
import Koa, { type Context, type Middleware } from 'koa'
import { GongkaiError, type ErrorCode } from '../errors.ts'
import { codeOf, type Log } from '../log.ts'
import { noticePage, statusNotice, type Notice } from '../../templates/pages/notice.ts'

/**
 * The only catch around a request. An error's own text leaves the house only where it was written for the person
 * at the page; everything else becomes a polite sentence, and a reference number that stands in the log as well.
 */
export function errorEdge(log: Log): Middleware {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body === undefined) refuse(ctx, 404, statusNotice(404), 'not_found')
    } catch (error) {
      answer(ctx, error, log)
    }
  }
}

function answer(ctx: Context, error: unknown, log: Log): void {
  const status = statusOf(error)
  const told = toldMessage(error)
  const usual = statusNotice(status)
  const notice = told === null ? usual : { title: usual.title, lines: [told] }
  if (status < 500) {
    refuse(ctx, status, notice, codeFor(error, status))
    return
  }
  const reference = randomBytes(4).toString('hex')
  log.error('request failed', { reference, code: codeOf(error), method: ctx.method, status })
  const lines = [...notice.lines, `参考号：${reference}`]
  refuse(ctx, status, { ...notice, lines }, codeFor(error, status))
}

function refuse(ctx: Context, status: number, notice: Notice, code: string): void {
  ctx.status = status
  ctx.remove('Content-Disposition')
  ctx.set('Cache-Control', 'no-store')
  if (ctx.accepts('json', 'html') === 'html') {
    ctx.type = 'html'
    ctx.body = noticePage(notice)
    return
  }
  ctx.type = 'json'
  ctx.body = JSON.stringify({ error: { code, message: notice.lines.join('') } })
}

const statusByCode: Readonly<Partial<Record<ErrorCode, number>>> = {
  empty_file: 422,
  file_too_large: 413,
  unsupported_type: 422,
  encrypted_file: 422,
  damaged_file: 422,
  unsafe_file: 422,
  not_a_report: 422,
  file_gone: 404,
  file_expired: 404,
  store_unavailable: 503,
  store_locked: 503,
}

function statusOf(error: unknown): number {
  if (error instanceof GongkaiError) return statusByCode[error.code] ?? 500
  if (error instanceof Koa.HttpError) return error.status
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined
  if (typeof status === 'number' && status >= 400 && status < 600) return status
  return 500
}

function codeFor(error: unknown, status: number): string {
  if (error instanceof GongkaiError) return error.code
  return status >= 500 ? 'internal' : `http_${status}`
}

/** What may be told: our own sentences. Errors of libraries are written for programmers. */
function toldMessage(error: unknown): string | null {
  if (error instanceof GongkaiError) return (statusByCode[error.code] ?? 500) < 500 ? error.message : null
  if (!(error instanceof Error) || error instanceof Koa.HttpError) return null
  return 'expose' in error && error.expose === true ? error.message : null
}
