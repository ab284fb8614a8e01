import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { packageFolder } from '../src/package-folder.ts'

/** A server of MongoDB's protocol for one test file. */
export interface MongoServer {
  /** The address of a database on it. */
  readonly uriOf: (database: string) => string
  readonly stop: () => Promise<void>
}

const jarFolder = join(packageFolder, 'test/mongo-server/target')

/**
 * A real server over a socket, from the first place that has one: MONGODB_TEST_URI; a mongod on the machine
 * (MONGOMS_SYSTEM_BINARY or the PATH); mongo-java-server, once test/mongo-server/build.sh has built it. Else null,
 * with one loud line – or an error where GONGKAI_TEST_REQUIRE names mongo.
 */
export async function startMongoServer(): Promise<MongoServer | null> {
  const given = process.env['MONGODB_TEST_URI']
  if (given !== undefined && given !== '')
    return { uriOf: addressOn(given), stop: async () => Promise.resolve() }
  const mongod = process.env['MONGOMS_SYSTEM_BINARY'] ?? onPath('mongod')
  if (mongod !== undefined) return startMongod(mongod)
  const java = onPath('java')
  if (java !== undefined && existsSync(join(jarFolder, 'mongo-server-1.jar'))) return startJavaServer(java)
  const hint =
    'set MONGODB_TEST_URI, install mongod, or install a JDK and Maven and run test/mongo-server/build.sh'
  if ((process.env['GONGKAI_TEST_REQUIRE'] ?? '').includes('mongo')) {
    throw new Error(`GONGKAI_TEST_REQUIRE asks for MongoDB, and there is none: ${hint}`)
  }
  process.stderr.write(`\n*** SKIPPED: no MongoDB server for the tests of the MongoDB half: ${hint} ***\n\n`)
  return null
}

async function startMongod(binary: string): Promise<MongoServer> {
  process.env['MONGOMS_RUNTIME_DOWNLOAD'] = 'false'
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false'
  const { MongoMemoryServer } = await import('mongodb-memory-server-core')
  const server = await MongoMemoryServer.create({ binary: { systemBinary: binary } })
  return {
    uriOf: addressOn(server.getUri()),
    stop: async () => {
      await server.stop()
    },
  }
}

async function startJavaServer(java: string): Promise<MongoServer> {
  const classPath = [join(jarFolder, '*'), join(jarFolder, 'lib', '*')].join(delimiter)
  const options = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m']
  // It ends with its standard input, so also when this process is killed.
  const child = spawn(java, [...options, '-cp', classPath, 'Main'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const port = await firstLine(child)
  return {
    uriOf: addressOn(`mongodb://127.0.0.1:${port}/`),
    stop: async () => {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('\n')) resolve(said.trim())
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      reject(new Error(`mongo-java-server ended with ${String(code)} before it had a port`))
    })
  })
}

/** Puts a database into an address that may name another, keeping its options. */
function addressOn(uri: string): (database: string) => string {
  const [, server = uri, options = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(uri) ?? []
  return (database) => `${server}/${database}${options}`
}

function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
