import { afterEach, describe, expect, test } from '@jest/globals'
import { until, WecomHouse } from './wecom-house.ts'

let house: WecomHouse
afterEach(() => house.close())

async function open(): Promise<WecomHouse> {
  house = await WecomHouse.open()
  return house
}

const send = '/cgi-bin/message/send'
const text = (content: string): Record<string, string> => house.fields({ MsgType: 'text', Content: content })
const was = (state: string): boolean => house.logged.some((line) => line.includes(state))

describe('when the platform', () => {
  test.each([40014, 42001])('refuses a new token too (%i), the reply comes later', async (errcode) => {
    const { app, fake } = await open()
    fake.fail(send, { kind: 'errcode', errcode }, { kind: 'errcode', errcode })
    await app.sayXml(text('一'))
    await until(() => was(`TOKEN_${errcode}`))
    house.pass(10_000)
    expect(await house.hasShown(1)).toEqual(['收到：一'])
    expect(fake.requestsTo(send)).toHaveLength(3)
  })

  test('refuses every token, it is not asked for ever', async () => {
    const { app, fake } = await open()
    fake.fail(send, ...Array.from({ length: 40 }, () => ({ kind: 'errcode', errcode: 40014 }) as const))
    await app.sayXml(text('一'))
    await until(async () => {
      house.pass(3_600_000)
      return (await house.store.outboxDepth()).failed === 1
    })
    expect(fake.requestsTo(send).length).toBeLessThanOrEqual(16)
  })

  test('refuses the token of a download twice, the file is fetched later', async () => {
    const { app, fake } = await open()
    const media = fake.api.putMedia('年报.docx', Buffer.from('内容'))
    const refused = { kind: 'errcode', errcode: 40014 } as const
    fake.fail('/cgi-bin/media/get', refused, refused)
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: media }))
    await until(() => was('message postponed'))
    house.pass(7_000)
    expect(await house.hasShown(1)).toEqual(['收到：年报.docx（6）'])
  })

  test('says 40001 to a new token, the secret is wrong: an administrator hears of it', async () => {
    const { app, fake } = await open()
    fake.fail(send, { kind: 'errcode', errcode: 40001 }, { kind: 'errcode', errcode: 40001 })
    await app.sayXml(text('一'))
    await until(async () => (await house.store.outboxDepth()).failed === 1)
    expect(was('"code":"40001"')).toBe(true)
    expect(fake.requestsTo(send)).toHaveLength(2)
  })
})
