import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net'
import { testCertificate, testKey } from './test-certificate.ts'

/** A server on a port of its own that notes what it is asked. */
export interface RunningServer {
  readonly port: number
  /** `http://127.0.0.1:port`. */
  readonly base: string
  readonly requests: readonly IncomingMessage[]
  readonly close: () => Promise<void>
}

/** Starts a server; `tls` with the certificate for files.test. */
export async function aServer(listener: RequestListener, { tls = false } = {}): Promise<RunningServer> {
  const requests: IncomingMessage[] = []
  const noting: RequestListener = (request, response) => {
    requests.push(request)
    listener(request, response)
  }
  const server = tls
    ? createSecureServer({ cert: testCertificate, key: testKey }, noting)
    : createServer(noting)
  const port = await listen(server)
  return {
    port,
    base: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await ended(server)
    },
  }
}

/** A server that takes connections and does with them what it is told. */
export async function aTcpServer(
  onConnection: (socket: Socket) => void,
): Promise<Omit<RunningServer, 'requests'>> {
  const sockets: Socket[] = []
  const server = createTcpServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  const port = await listen(server)
  return {
    port,
    base: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await ended(server)
    },
  }
}

/** A port on which nobody listens. */
export async function aDeadPort(): Promise<number> {
  const server = await aTcpServer(() => undefined)
  await server.close()
  return server.port
}

async function listen(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function ended(server: Server | TcpServer): Promise<void> {
  await new Promise((resolve) => server.close(resolve))
}
