import type { Context } from 'koa'
import { asciiName } from './ascii-name.ts'

/** A browser shows a bare picture in a page of its own making, whose styles are inline; nothing of ours stands in it. */
const policy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** Whether these are the bytes of a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length))
}

/** Answers with a PNG that is seen and not saved: only what `isPng` says is one. */
export function showPng(ctx: Context, name: string, bytes: Uint8Array): void {
  ctx.attachment(name, { type: 'inline', fallback: asciiName(name) })
  ctx.set({ 'Content-Type': 'image/png', 'Content-Security-Policy': policy })
  ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
