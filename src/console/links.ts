import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { isSameSecret } from '../http/same-secret.ts'

export interface LinkOptions {
  /** At least 16 characters; the same one in every replica. */
  readonly secret: string
  /** How people reach the console, without a slash at the end; asked for each time, since a port may be chosen late. */
  readonly publicUrl: () => string
  readonly clock: Clock
}

/** Who a link was made for: a mark that only tells two people apart, not who they are. */
export interface Pass {
  readonly person: string
  readonly expiresAt: Date
}

/** `expired`: it was good once; `invalid`: it never was, for this path. */
export type LinkCheck =
  { readonly kind: 'valid'; readonly pass: Pass } | { readonly kind: 'expired' | 'invalid' }

/** Signed links of the console. */
export interface Links {
  /** The address that opens a report for one person for half an hour. */
  readonly reportLink: (id: string, person: Holder) => string
  /** The address that gives a file that a reply carries, for half an hour. */
  readonly fileLink: (file: { readonly sha256: string; readonly name: string }, person: Holder) => string
  /** The address that shows a chart in a browser, by the hash of its record, for half an hour. */
  readonly chartLink: (record: string, person: Holder) => string
  /** The address that opens the sandbox where it is not open to everybody. */
  readonly sandboxLink: (person: Holder) => string
  /** A token for another path that the holder of a pass may see as well, no longer than the pass. */
  readonly extend: (pass: Pass, path: string) => string
  /** Checks a token for a path, in constant time. */
  readonly check: (path: string, token: string | undefined) => LinkCheck
}

/** Who a link is for. */
export interface Holder {
  readonly platform: string
  readonly userId: string
}

/** How long a link is good. */
export const linkMinutes = 30

const pattern = /^([0-9a-z]{1,9})\.([\w-]{16})\.([\w-]{43})$/

/** A token is `expiry.person.signature`; the signature covers the path too. */
export function createLinks({ secret, publicUrl, clock }: LinkOptions): Links {
  const sign = (...parts: readonly string[]): string =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')

  const token = (path: string, pass: Pass): string => {
    const expiry = Math.floor(pass.expiresAt.getTime() / 1000).toString(36)
    return `${expiry}.${pass.person}.${sign('link', path, pass.person, expiry)}`
  }

  const address = (path: string, { platform, userId }: Holder, shown = path): string => {
    const person = sign('person', platform, userId).slice(0, 16)
    const expiresAt = new Date(clock().getTime() + linkMinutes * 60_000)
    return `${publicUrl()}${shown}?t=${token(path, { person, expiresAt })}`
  }

  return {
    reportLink: (id, holder) => address(`/reports/${id}`, holder),
    fileLink: ({ sha256, name }, holder) =>
      address(`/files/${sha256}`, holder, `/files/${sha256}/${encodeURIComponent(name)}`),
    chartLink: (record, holder) => address(`/charts/${record}`, holder),
    sandboxLink: (holder) => address('/sandbox', holder),
    extend: (pass, path) => token(path, pass),
    check: (path, given) => {
      const [, expiry, person, signature] = pattern.exec(given ?? '') ?? []
      if (expiry === undefined || person === undefined || signature === undefined) return { kind: 'invalid' }
      if (!isSameSecret(signature, sign('link', path, person, expiry))) return { kind: 'invalid' }
      const expiresAt = new Date(Number.parseInt(expiry, 36) * 1000)
      return expiresAt > clock() ? { kind: 'valid', pass: { person, expiresAt } } : { kind: 'expired' }
    },
  }
}
