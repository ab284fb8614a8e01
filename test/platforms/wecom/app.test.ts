import { afterEach, describe, expect, test } from '@jest/globals'
import { WecomCipher } from '../../fakes/wecom/wecom-cipher.ts'
import { aesKey, corpId, token } from './secrets.ts'
import { say, until, visible, WecomHouse, type WecomHouseOptions } from './wecom-house.ts'

let house: WecomHouse
afterEach(() => house.close())

async function open(options: WecomHouseOptions = {}): Promise<WecomHouse> {
  house = await WecomHouse.open(options)
  return house
}

const send = '/cgi-bin/message/send'
const text = (content: string): Record<string, string> => house.fields({ MsgType: 'text', Content: content })
const was = (state: string): boolean => house.logged.some((line) => line.includes(state))

describe('a message', () => {
  test('delivered five times at once is acknowledged with nothing and answered once', async () => {
    const { app, fake } = await open()
    const answers = await app.sayXml(text(' 帮助 '), 5)
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(5).fill([200, '']))
    expect(await house.hasShown(1)).toEqual(['收到：帮助'])
    await house.isQuiet()
    expect(house.heard).toMatchObject([
      {
        key: `wecom:app:${corpId}:4561255354251345929`,
        conversation: { id: 'wecom:app:zhangsan', kind: 'single' },
      },
    ])
    expect(fake.shown).toMatchObject([{ via: 'app', to: 'zhangsan', type: 'text' }])
    expect(fake.requestsTo('/cgi-bin/gettoken')).toHaveLength(1)
  })

  test('may call the bot by its name, as in a group', async () => {
    const { app } = await open()
    await app.sayXml(text('@公开 助手 帮助'))
    expect(await house.hasShown(1)).toEqual(['收到：帮助'])
  })

  test('said twice is answered twice, though the platform drops what repeats', async () => {
    const { app, fake } = await open()
    await app.sayXml(text('帮助'))
    await house.hasShown(1)
    await app.sayXml(text('帮助'))
    expect(await house.hasShown(2)).toEqual(['收到：帮助', '收到：帮助'])
    expect(fake.requestsTo(send).every(({ json }) => json?.['enable_duplicate_check'] === 1)).toBe(true)
  })

  test('with a picture or a file is fetched by its media id', async () => {
    const { app, fake } = await open()
    const file = fake.api.putMedia('年报 2025.docx', Buffer.from('内容'))
    const picture = fake.api.putMedia('图.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: file, FileName: '年报.docx' }))
    await house.hasShown(1)
    await app.sayXml(house.fields({ MsgType: 'image', PicUrl: 'https://example.com/x', MediaId: picture }))
    expect(await house.hasShown(2)).toEqual(['收到：年报.docx（6）', '收到：图.png（8）'])
  })

  test('with a file whose name is nothing but dots is named as its download says', async () => {
    const { app, fake } = await open()
    const file = fake.api.putMedia('年报 2025.docx', Buffer.from('内容'))
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: file, FileName: '..' }))
    expect(await house.hasShown(1)).toEqual(['收到：年报 2025.docx（6）'])
  })

  test('with a file of more than 20 MB in one piece is fetched in pieces', async () => {
    const { app, fake } = await open()
    const bytes = Buffer.alloc(20_500_000, 'x')
    const media = fake.api.putMedia('大.docx', bytes)
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: media }))
    expect(await house.hasShown(1)).toEqual(['收到：大.docx（20500000）'])
    const huge = fake.api.putMedia('更大.docx', Buffer.alloc(21_000_000, 'x'))
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: huge }))
    expect((await house.hasShown(2))[1]).toBe('收到：无名（file＿too＿large）')
  })

  test('with a file that some gateway stands before is fetched later', async () => {
    const { app, fake } = await open()
    fake.fail('/cgi-bin/media/get', { kind: 'status', status: 302 })
    const media = fake.api.putMedia('年报.docx', Buffer.from('内容'))
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: media }))
    await until(() => house.logged.some((line) => line.includes('message postponed')))
    house.pass(7_000)
    expect(await house.hasShown(1)).toEqual(['收到：年报.docx（6）'])
  })

  test('with a medium that is over or unknown is told so', async () => {
    const { app } = await open()
    await app.sayXml(house.fields({ MsgType: 'file', MediaId: 'unknown', FileName: '年报.docx' }))
    expect(await house.hasShown(1)).toEqual(['收到：年报.docx（file＿gone）'])
  })

  test.each(['voice', 'video', 'location', 'link'])(
    'of the type %s reaches the bot without text',
    async (type) => {
      await open()
      await house.app.sayXml(house.fields({ MsgType: type, MediaId: 'x', Title: 't', Label: 'l' }))
      expect(await house.hasShown(1)).toEqual(['收到：'])
    },
  )
})

describe('an event', () => {
  test.each([
    'enter_agent',
    'unsubscribe',
    'click',
    'view',
    'LOCATION',
    'template_card_event',
    'sys_unheard_of',
  ])('%s is answered with nothing, whatever its AgentID', async (event) => {
    await open()
    const answers = await house.app.sayXml(
      house.fields({ MsgType: 'event', Event: event, EventKey: 'k', AgentID: '0', FromUserName: 'sys' }),
      3,
    )
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, '']))
    expect(house.heard).toEqual([])
  })

  test('subscribe is welcomed in the response', async () => {
    const { app } = await open()
    const [answer] = await app.sayXml(house.fields({ MsgType: 'event', Event: 'subscribe' }))
    const parts =
      /<Encrypt><!\[CDATA\[(.+)\]\]><\/Encrypt><MsgSignature><!\[CDATA\[(.+)\]\]><\/MsgSignature><TimeStamp>(\d+)<\/TimeStamp><Nonce><!\[CDATA\[(.+)\]\]><\/Nonce>/
    const [, encrypt = '', signature, timestamp = '', nonce = ''] = parts.exec(answer?.body ?? '') ?? []
    const cipher = new WecomCipher(token, aesKey)
    expect(signature).toBe(cipher.sign(timestamp, nonce, encrypt))
    const opened = cipher.decrypt(encrypt)
    expect(opened.receiveId).toBe(corpId)
    expect(opened.text).toContain('<ToUserName><![CDATA[zhangsan]]></ToUserName>')
    expect(opened.text).toContain('<Content><![CDATA[您好，发年报给我。]]></Content>')
  })
})

describe('a reply', () => {
  test('with formatting goes as markdown, to the base with its prefix', async () => {
    const { app, fake } = await open({
      prefix: '/gov/wecom',
      respond: () => say(['**核对完毕**\n\n[打开](https://bot.example.cn/r)']),
    })
    await app.sayXml(text('核对'))
    expect(await house.hasShown(1)).toEqual(['**核对完毕**\n\n[打开](https://bot.example.cn/r)'])
    expect(fake.shown[0]?.type).toBe('markdown')
  })

  test('too long for one message comes in numbered parts of at most 2048 bytes, in order', async () => {
    const paragraphs = Array.from({ length: 12 }, (_, n) => `第 ${n} 段${'字'.repeat(120)}`)
    const { app, fake } = await open({ respond: () => say([paragraphs.join('\n\n')]) })
    await app.sayXml(text('核对'))
    const shown = await house.hasShown(3)
    await house.isQuiet()
    expect(fake.shown.every(({ content }) => Buffer.byteLength(content) <= 2048)).toBe(true)
    expect(shown.map((part) => part.slice(0, 5))).toEqual(['（1/3）', '（2/3）', '（3/3）'])
    expect(shown.map((part) => part.slice(5)).join('\n\n')).toBe(paragraphs.join('\n\n'))
  })

  test('too long for three messages comes as a file', async () => {
    const verdict = '**有 186 处错误**\n\n单位：甲局\n年度：2025 年\n\n**公布前必须改正**'
    const { app, fake } = await open({
      respond: () => say([`${verdict}\n\n${'很长的一段。'.repeat(2_000)}`]),
    })
    await app.sayXml(text('核对'))
    const shown = await house.hasShown(2)
    expect(shown).toEqual([
      '**有 186 处错误**\n\n单位：甲局\n年度：2025 年\n\n内容较长，这里只有开头，全文在文件里，请打开文件查看。',
      '核对结果.txt',
    ])
    const [upload] = fake.requestsTo('/cgi-bin/media/upload')
    expect(upload?.form[0]?.bytes.toString()).toContain('很长的一段。'.repeat(2_000))
  })

  test('with files brings them as files, pictures as pictures, and what is too small as a link', async () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex')
    const { app, fake } = await open({
      respond: async (_, __, store) => {
        const file = async (kind: 'file' | 'picture', name: string, bytes: Buffer) =>
          ({ kind, name, sha256: await store.putFile(bytes), size: bytes.length }) as const
        return say(['三个文件'], {
          files: [
            await file('file', '汇总 2025.xlsx', Buffer.from('spreadsheet')),
            await file('picture', '图.png', png),
            await file('file', '空.txt', Buffer.from('x')),
          ],
        })
      },
    })
    await app.sayXml(text('汇总'))
    const shown = await house.hasShown(4)
    expect(fake.shown.map(({ type }) => type)).toEqual(['text', 'file', 'image', 'markdown'])
    expect(shown.slice(0, 3)).toEqual(['三个文件', '汇总 2025.xlsx', '图.png'])
    expect(shown[3]).toMatch(/^\[打开文件：空\.txt\]\(https:\/\/bot\.example\.cn\//)
  })
})

describe('when the platform', () => {
  test('revokes the token midway, one new one is fetched and nothing is lost', async () => {
    const { app, fake } = await open()
    await app.sayXml(text('一'))
    await house.hasShown(1)
    fake.api.revokeTokens()
    await Promise.all(['二', '三'].map((word) => app.sayXml(text(word))))
    expect(await house.hasShown(3)).toEqual(expect.arrayContaining(['收到：一', '收到：二', '收到：三']))
    expect(fake.requestsTo('/cgi-bin/gettoken')).toHaveLength(2)
  })

  test('lets the token run out, it is fetched before', async () => {
    const { app, fake } = await open()
    await app.sayXml(text('一'))
    await house.hasShown(1)
    house.pass(7_000_000)
    await app.sayXml(text('二'))
    await house.hasShown(2)
    expect(fake.requestsTo('/cgi-bin/gettoken')).toHaveLength(2)
    expect(fake.requestsTo(send)).toHaveLength(2)
  })

  test('says 45009, a minute passes before the next try', async () => {
    const { app, fake } = await open()
    fake.fail(send, { kind: 'errcode', errcode: 45009 })
    await app.sayXml(text('一'))
    await until(() => was('errcode 45009'))
    house.pass(50_000)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(fake.requestsTo(send)).toHaveLength(1)
    house.pass(15_000)
    expect(await house.hasShown(1)).toEqual(['收到：一'])
  })

  const lost = [
    { kind: 'reset', when: 'after' },
    { kind: 'reset', when: 'before' },
    { kind: 'status', status: 502 },
    { kind: 'errcode', errcode: -1 },
  ] as const
  test.each(lost)('fails with %j, the reply is shown once all the same', async (fault) => {
    const { app, fake } = await open()
    fake.fail(send, fault)
    await app.sayXml(text('一'))
    await until(() => was('reply not sent'))
    house.pass(10_000)
    await house.isQuiet()
    expect(fake.shown.map(({ content }) => visible(content))).toEqual(['收到：一'])
  })

  test('hangs after it has read, the reply is shown once all the same', async () => {
    const { app, fake } = await open()
    fake.fail(send, { kind: 'hang', when: 'after' })
    await app.sayXml(text('一'))
    await until(() => was('ETIMEDOUT'))
    house.pass(10_000)
    await house.isQuiet()
    expect(fake.requestsTo(send)).toHaveLength(2)
    expect(fake.shown.map(({ content }) => visible(content))).toEqual(['收到：一'])
  })

  test('is away for minutes, replies wait and come in order', async () => {
    const { app, fake } = await open()
    await fake.close()
    await app.sayXml(text('一'))
    await until(() => was('ECONNREFUSED'))
    await app.sayXml(text('二'))
    house.pass(120_000)
    await until(() => house.logged.filter((line) => line.includes('ECONNREFUSED')).length > 1)
    await fake.listen()
    house.pass(120_000)
    expect(await house.hasShown(2)).toEqual(['收到：一', '收到：二'])
  })

  test.each([60020, 48002, 60011, 40056, 81013])(
    'refuses with %i, it is not tried again and an administrator hears of it',
    async (errcode) => {
      const { app, fake } = await open()
      const errmsg =
        'not allow to access from your ip, from ip: 203.0.113.7, more info at https://example.com'
      fake.fail(send, { kind: 'errcode', errcode, errmsg })
      await app.sayXml(text('一'))
      await until(async () => (await house.store.outboxDepth()).failed === 1)
      expect(was(`"code":"${errcode}"`)).toBe(true)
      expect(was('203.0.113.7')).toBe(true)
      expect(was('example.com')).toBe(false)
      expect(fake.requestsTo(send)).toHaveLength(1)
    },
  )

  test('knows no such person, the reply is not called sent', async () => {
    const { app } = await open()
    await app.sayXml({ ...text('一'), FromUserName: 'nobody' })
    await until(async () => (await house.store.outboxDepth()).failed === 1)
    expect(house.fake.shown).toEqual([])
  })

  test('refuses the credentials, no call is made without a token', async () => {
    const { app, fake } = await open()
    fake.fail('/cgi-bin/gettoken', { kind: 'errcode', errcode: 40001 })
    await app.sayXml(text('一'))
    await until(async () => (await house.store.outboxDepth()).failed === 1)
    expect(fake.requestsTo(send)).toEqual([])
  })

  test('would drop the 31st message of a minute, it waits', async () => {
    const { app, fake } = await open()
    for (let n = 0; n < 32; n++) await app.sayXml(text(`${n}`))
    await until(() => was('member rate'))
    expect(fake.shown.length).toBeLessThan(30)
    house.pass(61_000)
    const shown = await house.hasShown(32)
    expect(new Set(shown).size).toBe(32)
  })
})
