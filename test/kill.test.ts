import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import path from 'node:path'
import { packageFolder } from '../src/package-folder.ts'
import { startMongoServer } from './mongo-server.ts'
import { answersTo, endAll, firstGroup, sendFile, sendText, startBuiltBot } from './running-bot.ts'
import { tempFolder } from './temp-folder.ts'

const report = path.join(packageFolder, 'test/fixtures/reports/samples/001-gaoxinqu-kechuang-2024.docx')

/** Kills the built program so long after the upload was acknowledged, starts it again, and looks for the reply. */
async function killAfter(milliseconds: number, env: Readonly<Record<string, string>>): Promise<void> {
  const cwd = tempFolder()
  const first = await startBuiltBot(cwd, env)
  const line = await sendFile(await firstGroup(first.url), report, 'upload-000001')
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  expect(await first.end('SIGKILL')).toBeNull()

  const second = await startBuiltBot(cwd, env)
  const conversation = await firstGroup(second.url)
  await answersTo(conversation, line.key)
  // A second reply would have come before the answer to what is said after it.
  const help = await sendText(conversation, '帮助', 'question-0001')
  await answersTo(conversation, help.key)
  const answers = await answersTo(conversation, line.key)
  expect(answers).toHaveLength(1)
  expect(answers[0]?.html).toContain('济宁高新区科技创新局')
  expect(answers[0]?.html).toContain('已收存')
  expect(answers[0]?.html).not.toContain('第 2 版')
  expect(await second.end('SIGTERM')).toBe(0)
}

const server = await startMongoServer()

afterEach(endAll)
afterAll(async () => {
  await server?.stop()
})

const delays = [0, 40, 120, 400]

describe('killed between upload and reply, on the embedded store', () => {
  test.each(delays)('%i ms after the upload: started again, the reply appears, once', async (delay) => {
    await killAfter(delay, {})
  })
})

const describeWithServer = server === null ? describe.skip : describe

describeWithServer('killed between upload and reply, on MongoDB', () => {
  test.each(delays)('%i ms after the upload: started again, the reply appears, once', async (delay) => {
    if (server === null) throw new Error('no server')
    await killAfter(delay, { MONGODB_URI: server.uriOf(`kill_${delay}`) })
  })
})
