import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { Message } from '../../src/bot.ts'
import { openStore } from '../../src/store/index.ts'
import type { OpenMode } from '../../src/store/open-mode.ts'
import type { Store } from '../../src/store/store.ts'
import { aMessage } from '../a-message.ts'
import { startMongoServer } from '../mongo-server.ts'
import { tempFolder } from '../temp-folder.ts'

const bot = fileURLToPath(new URL('deadly-file.mjs', import.meta.url))

const server = await startMongoServer()
afterAll(async () => {
  await server?.stop()
})

/** A file of a conversation of its own, so that all can be in work at once. */
function fileIn(conversation: string, name: string, n: number): Message {
  return aMessage({
    key: `sandbox:${conversation}`,
    conversation: { id: conversation, kind: 'group', name: null },
    attachments: [{ kind: 'file', name, quoted: false, ref: `内容 ${name}` }],
    receivedAt: new Date(Date.now() - 60_000 + n),
  })
}

/** Runs the bot in a process of its own; gives the signal that ended it, or its exit status. */
async function run(dataDir: string, uri: string | undefined): Promise<unknown> {
  const child = spawn(process.execPath, [bot, dataDir, uri ?? ''], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [status, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return signal ?? status
}

const engines: readonly (readonly [string, string | undefined])[] = [
  ['the embedded store', undefined],
  ...(server === null ? [] : [['MongoDB', server.uriOf('deadly_file')] as const]),
]

describe.each(engines)('a file that kills the process, on %s', (_engine, uri) => {
  test('is given up after three deaths and quarantined; ten that waited beside it are answered', async () => {
    const dataDir = tempFolder()
    const inStore = async <T>(mode: OpenMode, work: (store: Store) => Promise<T>): Promise<T> => {
      const store = await openStore({ dataDir, mongodbUri: uri, mode })
      try {
        return await work(store)
      } finally {
        await store.close()
      }
    }
    const innocent = Array.from({ length: 10 }, (_, n) => `g${n}`)
    await inStore('serve', async (store) => {
      await store.keepMessage(fileIn('deadly', '致命.docx', 0))
      for (const [n, name] of innocent.entries()) await store.keepMessage(fileIn(name, `${name}.docx`, n + 1))
    })

    const ends = []
    for (let n = 0; n < 4; n += 1) ends.push(await run(dataDir, uri))
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 0])

    await inStore('read', async (store) => {
      const said = async (name: string): Promise<readonly string[]> =>
        (await store.repliesTo(`sandbox:${name}`)).map(({ reply }) => reply.markdown)
      expect(await said('deadly')).toEqual(['处理失败 reader_died'])
      for (const name of innocent) expect(await said(name)).toEqual([`读完 ${name}.docx`])
      expect(await store.inboxDepth()).toMatchObject({ waiting: 0, working: 0, dead: 1 })
      const hash = createHash('sha256').update('内容 致命.docx').digest('hex')
      expect(await store.quarantined(hash, 'v1')).toMatchObject({ reason: 'reader_died' })
      expect(await store.failures(10)).toMatchObject([{ code: 'reader_died', file: { sha256: hash } }])
    })
  })
})
