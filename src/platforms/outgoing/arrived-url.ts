import { addressKind } from './address-kind.ts'

export type RefusedUrlReason =
  'not_a_url' | 'too_long' | 'scheme' | 'user_info' | 'host' | 'port' | 'inner_address' | 'metadata_address'

/**
 * A URL that arrived in a message, or that a redirect led to, and that may not be fetched. Of the URL it holds the host
 * alone, which an administrator may have to name: the rest may be a secret.
 */
export class RefusedUrlError extends Error {
  readonly code = 'url_refused'
  readonly reason: RefusedUrlReason
  /** With its port, where it has one of its own; empty where it could not be read. */
  readonly host: string

  constructor(reason: RefusedUrlReason, host: string) {
    super(`url refused: ${reason}`)
    this.name = 'RefusedUrlError'
    this.reason = reason
    this.host = host
  }
}

export interface UrlGuardOptions {
  /** `myqcloud.com`: itself and label-wise subdomains, https on port 443; an `http:` URL becomes https. */
  readonly vendorHosts: readonly string[]
  /** Exact `host` or `host:port` (DOWNLOAD_HOSTS): http and inner addresses too. Without a port: the scheme's own. */
  readonly extraHosts: readonly string[]
  /**
   * Configured bases of an API: URLs of exactly their scheme, host and port, whatever their path; `http:` becomes https
   * where they are.
   */
  readonly bases?: readonly string[]
}

/** Decides which URLs out of messages and answers may be fetched. */
export interface UrlGuard {
  /** The URL to fetch, path and query as they came; throws RefusedUrlError. */
  readonly check: (url: string) => URL
  /** Whether the operator named the host of this checked URL, so that it may lie at an inner address. */
  readonly mayBeInner: (url: URL) => boolean
}

const maxLength = 8192

/** The guard of operations.md section 8: what of an address can be seen before it is resolved. */
export function createUrlGuard({ vendorHosts, extraHosts, bases = [] }: UrlGuardOptions): UrlGuard {
  const vendors = vendorHosts.map((host) => host.toLowerCase())
  const named = new Set(extraHosts.map(normalizedHost))
  const origins = new Set(bases.map((base) => new URL(base).origin))

  const isVendor = (url: URL): boolean =>
    vendors.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  const isNamedPort = (url: URL): boolean => named.has(`${nameOf(url)}:${portOf(url)}`)
  const isNamed = (url: URL): boolean => isNamedPort(url) || (url.port === '' && named.has(nameOf(url)))
  const mayBeInner = (url: URL): boolean => isNamed(url) || origins.has(url.origin)

  const admit = (url: URL): URL => {
    if (origins.has(url.origin)) return url
    const secure = asHttps(url)
    if (secure !== null && origins.has(secure.origin)) return secure
    if (isNamedPort(url)) return url
    if (isVendor(url)) {
      if (secure?.port !== '') throw new RefusedUrlError('port', url.host)
      return secure
    }
    if (isNamed(url)) return url
    throw new RefusedUrlError(hasOtherPort(url, named) ? 'port' : 'host', url.host)
  }

  return {
    mayBeInner,
    check: (text) => {
      const url = admit(parseUrl(text))
      const kind = literalKind(url)
      if (kind === 'metadata') throw new RefusedUrlError('metadata_address', url.host)
      if (kind === 'inner' && !mayBeInner(url)) throw new RefusedUrlError('inner_address', url.host)
      return url
    },
  }
}

function parseUrl(text: string): URL {
  if (text.length > maxLength) throw new RefusedUrlError('too_long', '')
  // The parser mends these silently, so that two readers of one URL could see two hosts.
  if (/[\s\\\p{Cc}]/u.test(text)) throw new RefusedUrlError('not_a_url', '')
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?/i.exec(text)
  if (match === null || !URL.canParse(text)) throw new RefusedUrlError('not_a_url', '')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new RefusedUrlError('scheme', url.host)
  const authority = match[2]
  if (authority === undefined || authority === '') throw new RefusedUrlError('not_a_url', '')
  if (authority.includes('@')) throw new RefusedUrlError('user_info', url.host)
  url.hash = ''
  return url
}

/** The same address by https, on the port it names; null where `http:` names a port of its own. */
function asHttps(url: URL): URL | null {
  if (url.protocol === 'https:') return url
  if (url.port !== '' && url.port !== '443') return null
  const secure = new URL(url)
  secure.protocol = 'https:'
  return secure
}

/** Without the dot of a full name, which an entry has no more. */
function nameOf({ hostname }: URL): string {
  return hostname.replace(/\.$/, '')
}

function portOf(url: URL): string {
  if (url.port !== '') return url.port
  return url.protocol === 'https:' ? '443' : '80'
}

function hasOtherPort(url: URL, named: ReadonlySet<string>): boolean {
  const name = nameOf(url)
  return [...named].some((entry) => entry === name || entry.startsWith(`${name}:`))
}

/** An entry spelled as the URL parser spells hosts, so that both can be compared. */
function normalizedHost(entry: string): string {
  const isBareIpv6 = (entry.match(/:/g) ?? []).length > 1 && !entry.startsWith('[')
  const text = `http://${isBareIpv6 ? `[${entry}]` : entry}`
  if (!URL.canParse(text)) return entry.toLowerCase()
  const url = new URL(text)
  const [hostname, port] = [nameOf(url), url.port]
  // The parser drops the port that http has anyway.
  return /\]?:0*80$/.test(entry) && !isBareIpv6
    ? `${hostname}:80`
    : `${hostname}${port === '' ? '' : `:${port}`}`
}

/** The kind of a host that is an address itself: no resolver is asked about those. */
function literalKind(url: URL): ReturnType<typeof addressKind> | null {
  const bare = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return /^[\d.]+$/.test(bare) || bare.includes(':') ? addressKind(bare) : null
}
