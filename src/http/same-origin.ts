import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that changes something may come from where it says: another site's page is refused, a program
 * without the headers that only browsers send is not.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
