import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a store and its server, and cuts the line at a chosen write. */
export interface CuttingProxy {
  /** The address of the database, by way of the proxy. */
  readonly uri: string
  /**
   * Cuts all lines at the n-th write from now on: `before` it reached the server, or `after` the server did it and
   * before the answer arrived. From then on nobody gets through.
   */
  readonly cutAt: (write: number, when: 'before' | 'after') => void
  /** Cuts all lines now. */
  readonly cut: () => void
  /** From now on lines stay open and nothing comes through, either way. */
  readonly swallow: () => void
  /** Lets everything through again. */
  readonly mend: () => void
  /** Writes that went through since the last cutAt or mend. */
  readonly writes: () => number
  readonly stop: () => Promise<void>
}

const writeCommands = new Set(['insert', 'update', 'delete', 'findAndModify'])

/** A proxy to the server of an address. */
export async function startCuttingProxy(uri: string): Promise<CuttingProxy> {
  const address = /^mongodb:\/\/([^@/]*@)?([^:/?,]+)(?::(\d+))?[^/]*\/([^?]*)\??(.*)$/.exec(uri)
  const [, user = '', host = '', port = '27017', database = '', options = ''] = address ?? []
  const sockets = new Set<Socket>()
  let isCut = false
  let swallows = false
  let writes = 0
  let plan: { readonly write: number; readonly when: 'before' | 'after' } | undefined
  const cut = (): void => {
    isCut = true
    plan = undefined
    for (const socket of sockets) socket.destroy()
  }
  const listener = createServer((client) => {
    if (isCut) {
      client.destroy()
      return
    }
    const upstream = connect(Number(port), host)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => {
        client.destroy()
        upstream.destroy()
      })
    }
    let cutAtAnswer = false
    eachMessage(client, (message) => {
      if (swallows) return
      if (writeCommands.has(commandOf(message))) {
        if (plan?.write === ++writes) {
          if (plan.when === 'before') {
            cut()
            return
          }
          cutAtAnswer = true
        }
      }
      upstream.write(message)
    })
    eachMessage(upstream, (message) => {
      if (swallows) return
      if (cutAtAnswer) cut()
      else client.write(message)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const own = listener.address()
  if (own === null || typeof own === 'string') throw new Error('the proxy has no port')
  return {
    uri: `mongodb://${user}127.0.0.1:${own.port}/${database}?${options}&directConnection=true&retryWrites=false`,
    cutAt: (write, when) => {
      writes = 0
      plan = { write, when }
    },
    cut,
    swallow: () => {
      swallows = true
    },
    mend: () => {
      swallows = false
      writes = 0
      plan = undefined
      isCut = false
    },
    writes: () => writes,
    stop: async () => {
      cut()
      listener.close()
      await once(listener, 'close')
    },
  }
}

/** Hands over a stream's messages of the wire protocol whole; each begins with its length. */
function eachMessage(socket: Socket, handle: (message: Buffer) => void): void {
  let waiting = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
      const length = waiting.readInt32LE(0)
      const message = waiting.subarray(0, length)
      waiting = waiting.subarray(length)
      handle(message)
    }
  })
}

/** The name of a command: the first key of the document in an OP_MSG. */
function commandOf(message: Buffer): string {
  const opMsg = 2013
  const firstKey = 16 + 4 + 1 + 4 + 1
  if (message.length <= firstKey || message.readInt32LE(12) !== opMsg) return ''
  return message.toString('latin1', firstKey, message.indexOf(0, firstKey))
}
