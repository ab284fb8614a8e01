import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Message } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { isSameSecret } from '../http/same-secret.ts'

export interface UploadLinkOptions {
  /** At least 16 characters; the same one in every replica. */
  readonly secret: string
  /** How people reach the console, without a slash at the end. */
  readonly publicUrl: () => string
  readonly clock: Clock
}

/** What a link allows: one file, in the name of who asked for it, answered where it was asked. */
export interface UploadGrant {
  /** Key of the message that asked for the link. */
  readonly askedBy: string
  /** By its name alone a link finds whose it is. */
  readonly platform: string
  /** Key of the message that the upload becomes: a second upload by the same link has the same key. */
  readonly messageKey: string
}

/** `expired`: the file may no longer be sent, its result may still be looked at for a while. */
export type UploadCheck =
  { readonly kind: 'valid' | 'expired'; readonly grant: UploadGrant } | { readonly kind: 'invalid' }

/** One-time upload links. */
export interface UploadLinks {
  /** The address for one upload by the sender of this message, good for ten minutes. */
  readonly make: (message: Message) => string
  readonly check: (token: string) => UploadCheck
}

/** How long a file may be sent by a link. */
export const uploadMinutes = 10

/** How long after that its page still shows the result. */
const resultMinutes = 30

const payload = z.object({ m: z.string(), p: z.string(), e: z.number() })

/** A token is `payload.signature`, and names no person: who asked is found by the message, in the store. */
export function createUploadLinks({ secret, publicUrl, clock }: UploadLinkOptions): UploadLinks {
  const sign = (body: string): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['upload', body]))
      .digest('base64url')

  return {
    make: (message) => {
      const expiresAt = message.receivedAt.getTime() + uploadMinutes * 60_000
      const parts: z.infer<typeof payload> = { m: message.key, p: message.platform, e: expiresAt }
      const body = Buffer.from(JSON.stringify(parts)).toString('base64url')
      return `${publicUrl()}/upload/${body}.${sign(body)}`
    },
    check: (token) => {
      const [body = '', signature = ''] = token.split('.')
      if (!isSameSecret(signature, sign(body))) return { kind: 'invalid' }
      const { m, p, e } = payload.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
      const grant: UploadGrant = {
        askedBy: m,
        platform: p,
        messageKey: `${p}:upload:${createHash('sha256').update(m).digest('base64url')}`,
      }
      const now = clock().getTime()
      if (now >= e + resultMinutes * 60_000) return { kind: 'invalid' }
      return { kind: now < e ? 'valid' : 'expired', grant }
    },
  }
}
