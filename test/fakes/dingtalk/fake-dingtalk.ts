import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Busboy } from '@fastify/busboy'
import { finished } from 'node:stream/promises'
import { endpoints } from './endpoints.ts'
import type { Answer, Endpoint, Fault, Recorded, Seen } from './record.ts'
import { currentToken, newId, newState, type FakeApp, type FakeFile, type FakeState } from './state.ts'

export type { Fault, Recorded, Seen } from './record.ts'
export type { FakeApp } from './state.ts'

/**
 * A DingTalk of our own: real HTTP on a port of its own, both APIs under a path prefix each, and the host of files. It
 * refuses what the real one refuses, does badly what it is told to, and remembers everything.
 */
export interface FakeDingtalk {
  readonly app: FakeApp
  readonly apiBase: string
  readonly oapiBase: string
  /** `host:port` of the files, for DOWNLOAD_HOSTS. */
  readonly fileHost: string
  readonly records: readonly Recorded[]
  /** What people saw, in order. */
  readonly seen: readonly Seen[]
  /** Opens a session for a conversation; gives its address and end. */
  readonly openSession: (
    conversationId: string,
    life?: number,
  ) => { readonly url: string; readonly until: number }
  /** A file somebody sent; gives its download code. */
  readonly addFile: (name: string, bytes: Uint8Array) => string
  readonly expireCode: (code: string) => void
  readonly addGroup: (conversationId: string) => void
  readonly addPerson: (staffId: string) => void
  /** Messages to this person are over a limit, or no longer. */
  readonly limitPerson: (staffId: string, isLimited: boolean) => void
  readonly addRobot: (token: string, secret: string | null) => void
  /** Takes the access token back: the next call with it is refused. */
  readonly revokeToken: () => void
  readonly endSessions: () => void
  /** Makes the next requests of a kind go wrong. */
  readonly fail: (on: Endpoint, fault: Fault, times?: number) => void
  /** Away: nothing listens any more, until `comeBack`. */
  readonly goAway: () => Promise<void>
  readonly comeBack: () => Promise<void>
  readonly stop: () => Promise<void>
}

const usualLife = 90 * 60_000
const codeLife = 24 * 3_600_000

/** Starts one. */
export async function startFakeDingtalk(
  options: { readonly app?: FakeApp; readonly now?: () => Date } = {},
): Promise<FakeDingtalk> {
  const app = options.app ?? { clientId: 'dingkey', clientSecret: 'SEC-of-the-app', robotCode: 'dingkey' }
  const state = newState(app, options.now ?? ((): Date => new Date()))
  const server = await listen(state, 0)
  const { port } = server.address
  state.origin = `http://127.0.0.1:${port}`
  let running: Listening | null = server
  const goAway = async (): Promise<void> => {
    await running?.close()
    running = null
  }
  return {
    app,
    apiBase: `${state.origin}/api`,
    oapiBase: `${state.origin}/oapi`,
    fileHost: `127.0.0.1:${port}`,
    records: state.records,
    seen: state.seen,
    openSession: (conversationId, life = usualLife) => {
      const id = newId('s')
      const until = state.now().getTime() + life
      state.sessions.set(id, { conversationId, until })
      return { url: `${state.origin}/oapi/robot/sendBySession?session=${id}`, until }
    },
    addFile: (name, bytes) => {
      const code = newId('code')
      const until = state.now().getTime() + codeLife
      state.codes.set(code, { file: { name, bytes: Buffer.from(bytes) }, until })
      return code
    },
    expireCode: (code) => {
      const known = state.codes.get(code)
      if (known !== undefined) known.until = 0
    },
    addGroup: (id) => void state.groups.add(id),
    addPerson: (id) => void state.people.add(id),
    limitPerson: (id, isLimited) => {
      if (isLimited) state.tooFast.add(id)
      else state.tooFast.delete(id)
    },
    addRobot: (token, secret) => void state.robots.set(token, { secret, posts: [], deafUntil: 0 }),
    revokeToken: () => {
      currentToken(state)
      state.token = null
    },
    endSessions: () => {
      state.sessions.clear()
    },
    fail: (on, fault, times = 1) => void state.faults.push({ on, fault, times }),
    goAway,
    comeBack: async () => {
      running ??= await listen(state, port)
    },
    stop: goAway,
  }
}

interface Listening {
  readonly address: AddressInfo
  readonly close: () => Promise<void>
}

async function listen(state: FakeState, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    void answer(state, request, response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    // A server that listens on a port has an address with one.
    address: server.address() as AddressInfo,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(state: FakeState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', state.origin)
  const endpoint = endpointOf(request.method ?? '', url.pathname)
  const fault = nextFault(state, endpoint)
  if (fault?.kind === 'hang_before') return
  if (fault?.kind === 'reset_before') request.socket.destroy()
  else await work(state, { request, response, endpoint, url, fault })
}

interface Work {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly endpoint: Endpoint
  readonly url: URL
  readonly fault: Fault | undefined
}

async function work(state: FakeState, { request, response, endpoint, url, fault }: Work): Promise<void> {
  const { recorded, form } = await receive(request, endpoint, url)
  state.records.push(recorded)
  if (fault?.kind === 'answer') {
    write(response, fault)
    return
  }
  const done = endpoints[endpoint](state, recorded, form)
  if (fault?.kind === 'reset_after') request.socket.destroy()
  else if (fault?.kind !== 'hang_after') write(response, done)
}

const paths: Readonly<Record<string, Endpoint>> = {
  'POST /api/v1.0/oauth2/accessToken': 'token',
  'POST /api/v1.0/robot/messageFiles/download': 'download',
  'POST /api/v1.0/robot/groupMessages/send': 'group',
  'POST /api/v1.0/robot/oToMessages/batchSend': 'person',
  'GET /oapi/gettoken': 'old token',
  'POST /oapi/robot/sendBySession': 'session',
  // Where a session lies is for DingTalk to say: all that is fixed is the host.
  'POST /robot/sendBySession': 'session',
  'POST /oapi/session/abc': 'session',
  'POST /oapi/robot/send': 'robot',
  'POST /oapi/media/upload': 'upload',
}

function endpointOf(method: string, path: string): Endpoint {
  if (method === 'GET' && path.startsWith('/files/')) return 'file'
  return paths[`${method} ${path}`] ?? 'unknown'
}

function nextFault(state: FakeState, endpoint: Endpoint): Fault | undefined {
  const index = state.faults.findIndex(({ on }) => on === endpoint)
  const [scripted] = index < 0 ? [] : state.faults.splice(index, 1)
  if (scripted !== undefined && scripted.times > 1)
    state.faults.splice(index, 0, { ...scripted, times: scripted.times - 1 })
  return scripted?.fault
}

async function receive(
  request: IncomingMessage,
  endpoint: Endpoint,
  url: URL,
): Promise<{ readonly recorded: Recorded; readonly form: readonly FakeFile[] }> {
  const contentType = request.headers['content-type'] ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const form = isForm ? await filesOf(request, contentType) : []
  const chunks: Buffer[] = []
  if (!isForm) for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  const json = contentType.startsWith('application/json') ? parsed(body) : undefined
  const query = Object.fromEntries(url.searchParams)
  return { recorded: { endpoint, path: url.pathname, query, headers, body, json }, form }
}

async function filesOf(request: IncomingMessage, contentType: string): Promise<readonly FakeFile[]> {
  const form = new Busboy({ headers: { ...request.headers, 'content-type': contentType } })
  const files: Promise<FakeFile>[] = []
  form.on('file', (field, stream, name) => {
    files.push(
      (async () => {
        const chunks: Buffer[] = []
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
        return { name: field === 'media' ? name : '', bytes: Buffer.concat(chunks) }
      })(),
    )
  })
  request.pipe(form)
  await finished(form)
  return Promise.all(files)
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function write(response: ServerResponse, { status, json, bytes, headers = {} }: Answer): void {
  const isJson = bytes === undefined
  response.writeHead(status, {
    'content-type': isJson ? 'application/json;charset=utf-8' : 'application/octet-stream',
    ...headers,
  })
  response.end(isJson ? JSON.stringify(json ?? {}) : bytes)
}
