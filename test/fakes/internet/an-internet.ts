import { readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type RequestListener } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageFolder } from '../../../src/package-folder.ts'
import { aServer } from '../../platforms/outgoing/a-server.ts'
import { testCertificate } from '../../platforms/outgoing/test-certificate.ts'
import { tempFolder } from '../../temp-folder.ts'

/** An address that nobody owns and that counts as public. */
export const publicAddress = '203.0.114.7'

/**
 * The hosts of the world as the built program sees them: names resolve as a test says, and every connection to port 443
 * or 80, whatever its address, arrives here, with TLS and a certificate that the program is told to trust.
 */
export interface Internet {
  /** For the program. */
  readonly env: Readonly<Record<string, string>>
  /** Answers for a host; its name resolves to a public address, or to these in turn, of which the last one stays. */
  readonly host: (name: string, listener: RequestListener, addresses?: readonly string[]) => void
  /** `host:port address` of every connection the program began. */
  readonly connections: () => readonly string[]
  /** `GET https://host/path?query` of every request that arrived. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts one. */
export async function anInternet(): Promise<Internet> {
  const folder = tempFolder()
  const [names, notes, ca] = ['names.json', 'notes', 'ca.pem'].map((file) => path.join(folder, file)) as [
    string,
    string,
    string,
  ]
  const hosts = new Map<
    string,
    { readonly listener: RequestListener; readonly addresses: readonly string[] }
  >()
  const asked: string[] = []
  const server = await aServer(
    (request, response) => {
      const host = request.headers.host ?? ''
      asked.push(`${request.method ?? ''} https://${host}${request.url ?? ''}`)
      const known = hosts.get(host)
      if (known === undefined) response.writeHead(404).end()
      else known.listener(request, response)
    },
    { tls: true },
  )
  const preload = path.join(packageFolder, 'test/fakes/internet/names-and-connections.mjs')
  const write = (): void => {
    const table = [...hosts].map(([name, { addresses }]) => [name, addresses] as const)
    writeFileSync(names, JSON.stringify(Object.fromEntries(table)))
  }
  write()
  writeFileSync(notes, '')
  writeFileSync(ca, testCertificate)
  return {
    env: {
      NODE_OPTIONS: `--import=${pathToFileURL(preload).href}`,
      NODE_EXTRA_CA_CERTS: ca,
      FAKE_INTERNET: JSON.stringify({ names, notes, port: server.port }),
    },
    host: (name, listener, addresses = [publicAddress]) => {
      hosts.set(name, { listener, addresses })
      write()
    },
    connections: () => readFileSync(notes, 'utf8').split('\n').slice(0, -1),
    asked,
    close: server.close,
  }
}

/** Hands requests on to a server of the test, and gives its answers, reworded. */
export function forwardTo(base: string, reword = (text: string): string => text): RequestListener {
  return (request, response) => {
    const url = new URL(base)
    const onward = httpRequest(
      {
        ...{ host: url.hostname, port: url.port, method: request.method },
        path: `${url.pathname.replace(/\/$/, '')}${request.url ?? ''}`,
        headers: { ...request.headers, host: url.host },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('latin1')
          const { 'content-type': type = '', 'content-disposition': disposition } = answer.headers
          response.writeHead(answer.statusCode ?? 500, {
            'content-type': type,
            ...(disposition === undefined ? {} : { 'content-disposition': disposition }),
          })
          response.end(Buffer.from(reword(text), 'latin1'))
        })
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }
}
