import { afterAll, describe, expect, test } from '@jest/globals'
import { startMongoServer } from '../../mongo-server.ts'
import { openTestMongo, openTestSqlite, type TestStore } from '../../store/open-test-store.ts'
import { group, WecomHouse } from './wecom-house.ts'
import { tempFolder } from '../../temp-folder.ts'

const server = await startMongoServer()
afterAll(async () => {
  await server?.stop()
})

type Opened = TestStore & { readonly dataDir: string }

const withFolder = (opened: TestStore): Opened => ({ ...opened, dataDir: tempFolder() })

/** Each message comes once to five times, at once, to every instance; each gives one reply by its own way. */
async function deliverOften(houses: readonly WecomHouse[]): Promise<void> {
  const [first] = houses
  if (first === undefined) throw new Error('no instance')
  for (let times = 1; times <= 5; times++) {
    const fields = first.fields({ MsgType: 'text', Content: `第 ${times} 条` })
    await Promise.all(houses.map((house) => house.app.sayXml(fields, times)))
    const url = first.fake.fileUrl(Buffer.from('内容'), 'attachment; filename="report.docx"')
    const quote = { msgtype: 'file', file: { url } }
    const text = { content: `@公开 助手 第 ${times} 次` }
    const payload = first.payload({ msgtype: 'text', text, quote }, group)
    const frames = await Promise.all(houses.map((house) => house.bot.say(payload, times)))
    const ids = frames.flat().map((frame) => frame.stream.id)
    // Whichever the platform keeps, every instance knows it.
    expect(new Set(ids).size).toBe(1)
    const [id = ''] = ids
    const { stream } = await first.bot.finished(payload, id)
    expect(stream.content).toBe(`收到：第 ${times} 次report.docx（6）`)
    await first.hasShown(times)
  }
  await first.isQuiet()
  for (const house of houses) house.pass(60_000)
  await first.isQuiet()
  expect(await first.hasShown(5)).toEqual([1, 2, 3, 4, 5].map((n) => `收到：第 ${n} 条`))
  expect(houses.flatMap(({ heard }) => heard.map(({ key }) => key))).toHaveLength(10)
}

describe('each message gives one reply, however often it comes', () => {
  test('on the embedded store', async () => {
    const opened = await openTestSqlite()
    const house = await WecomHouse.open({ on: opened })
    try {
      await deliverOften([house])
    } finally {
      await house.close()
      await opened.dispose()
    }
  })

  const testWithServer = server === null ? test.skip : test
  testWithServer('on MongoDB, to three instances', async () => {
    if (server === null) throw new Error('no server')
    const opened = withFolder(await openTestMongo(server))
    const first = await WecomHouse.open({ on: opened, owner: 'one' })
    const others: WecomHouse[] = []
    try {
      for (const owner of ['two', 'three']) {
        const on = withFolder({ ...opened, store: await opened.beside() })
        others.push(await WecomHouse.open({ on, owner, fake: first.fake }))
      }
      others[0]?.pass(1_500)
      await deliverOften([first, ...others])
    } finally {
      for (const house of [...others, first]) await house.close()
      await opened.dispose()
    }
  })
})
