import { isIP } from 'node:net'
import { connect } from 'node:tls'
import { errorCode } from '../../errors.ts'
import { checkedLookup, type Resolve } from '../../platforms/outgoing/checked-lookup.ts'

const patience = 4_000

/** Begins TLS with a `host` or `host:port` that the operator named, and says nothing; the code of what went wrong, or null. */
export function handshake(entry: string, resolve: Resolve): Promise<string | null> {
  const url = new URL(`https://${entry}`)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = url.port === '' ? 443 : Number(url.port)
  return new Promise((done) => {
    const socket = connect({
      ...{ host, port, timeout: patience, lookup: checkedLookup(resolve, true) },
      ...(isIP(host) === 0 ? { servername: host } : {}),
    })
    const end = (code: string | null): void => {
      socket.destroy()
      done(code)
    }
    socket.once('secureConnect', () => {
      end(null)
    })
    socket.once('error', (error) => {
      end(errorCode(error))
    })
    socket.once('timeout', () => {
      end('ETIMEDOUT')
    })
  })
}
