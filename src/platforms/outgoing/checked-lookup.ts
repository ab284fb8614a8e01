import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { addressKind } from './address-kind.ts'
import { RefusedUrlError } from './arrived-url.ts'

/** Resolves a name to all its addresses; rejects with a code such as `ENOTFOUND`. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

/** The machine's own resolver. */
export const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) => {
      if (error === null) resolve(addresses)
      else reject(error)
    })
  })

/**
 * The lookup a connection makes: every address is checked, and one of those checked is connected to, so that a second
 * answer of the resolver cannot slip in.
 */
export function checkedLookup(resolve: Resolve, mayBeInner: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = refusal(hostname, addresses, mayBeInner)
        const [first] = addresses
        if (refused !== null) callback(refused, '')
        else if (first === undefined)
          callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '')
        else if (options.all === true) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error('lookup failed'), '')
      },
    )
  }
}

function refusal(
  hostname: string,
  addresses: readonly LookupAddress[],
  mayBeInner: boolean,
): RefusedUrlError | null {
  const kinds = addresses.map(({ address }) => addressKind(address))
  if (kinds.includes('metadata')) return new RefusedUrlError('metadata_address', hostname)
  return kinds.includes('inner') && !mayBeInner ? new RefusedUrlError('inner_address', hostname) : null
}
