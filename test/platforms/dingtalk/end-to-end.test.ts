import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { docxOfSize } from '../../docx-of-size.ts'
import { callback, fileOf, quoteOf, textOf, type Talk } from '../../fakes/dingtalk/callbacks.ts'
import { boundGroup, eventually, report, startBench, type DingtalkBench } from './a-dingtalk.ts'

let bench: DingtalkBench
beforeEach(async () => {
  bench = await startBench()
})
afterEach(() => bench.stop())

const taken = { status: 200, text: '{"msgtype":"empty"}' }

/** In the group that is bound, with a session. */
function inGroup(): Talk {
  return { group: boundGroup, session: bench.fake.openSession(boundGroup) }
}

function alone(life?: number): Talk {
  return { session: bench.fake.openSession('single', life) }
}

function countOf(endpoint: string): number {
  return bench.fake.records.filter((record) => record.endpoint === endpoint).length
}

describe('a report', () => {
  test('sent in a single chat is checked, kept and answered by the session', async () => {
    const code = bench.fake.addFile(report.name, report.bytes)
    expect(await bench.deliver(callback(bench.fake, alone(), fileOf(report.name, code)))).toEqual([taken])
    const [seen] = await bench.sees(1)
    expect(seen).toMatchObject({ way: 'session', to: 'single', type: 'markdown', at: [] })
    expect(seen?.text).toContain(report.agency)
    expect(seen?.text).toContain('已收存')
    expect(countOf('group') + countOf('person')).toBe(0)
  })

  test('quoted in a group is answered there, and the asker is called on', async () => {
    const code = bench.fake.addFile(report.name, report.bytes)
    const quoted = {
      ...{ msgId: 'msgF==', msgType: 'file', senderId: '$:LWCP_v1:$c', createdAt: 1 },
      content: { fileName: report.name, downloadCode: code },
    }
    await bench.deliver(callback(bench.fake, inGroup(), quoteOf(' 核对', quoted)))
    const [seen] = await bench.sees(1)
    expect(seen).toMatchObject({ way: 'session', to: boundGroup, at: ['zhangsan'] })
    expect(seen?.text).toMatch(/^@zhangsan\n\n/)
    expect(seen?.text).toContain('已收存')
  })

  test('quoted by its message alone is found by what was sent before', async () => {
    const code = bench.fake.addFile(report.name, report.bytes)
    const first = callback(bench.fake, alone(), fileOf(report.name, code))
    await bench.deliver(first)
    await bench.sees(1)
    const again = quoteOf('核对', { msgId: first['msgId'], msgType: 'unknownMsgType' })
    await bench.deliver(callback(bench.fake, alone(), again))
    const seen = await bench.sees(2)
    expect(seen[1]?.text).toContain(report.agency)
  })

  test('quoted in a way that hands nothing over is asked for in a single chat', async () => {
    const body = callback(
      bench.fake,
      inGroup(),
      quoteOf(' 核对', { msgId: 'x==', msgType: 'unknownMsgType' }),
    )
    await bench.deliver(body)
    const [seen] = await bench.sees(1)
    expect(seen?.text).toContain('没有取到被引用的文件')
    expect(seen?.text).toContain('单聊')
  })

  test('whose code has expired is asked for again, once', async () => {
    const code = bench.fake.addFile(report.name, report.bytes)
    bench.fake.expireCode(code)
    await bench.deliver(callback(bench.fake, alone(), fileOf(report.name, code)))
    const [seen] = await bench.sees(1)
    expect(seen?.text).toContain('已经失效')
    expect(countOf('download')).toBe(1)
  })

  test('over 20 MB is refused with the limit', async () => {
    const code = bench.fake.addFile('大.docx', Buffer.alloc(20 * 1024 * 1024 + 1))
    await bench.deliver(callback(bench.fake, alone(), fileOf('大.docx', code)))
    const [seen] = await bench.sees(1)
    expect(seen?.text).toContain('20 MB')
  })
})

describe('a file whose host is away', () => {
  const quoted = (code: string): object =>
    quoteOf(' 核对', {
      msgId: `m${code}`,
      msgType: 'file',
      content: { fileName: report.name, downloadCode: code },
    })

  test('holds up nobody in its group, and takes no newer version’s place when it comes at last', async () => {
    const old = bench.fake.addFile(report.name, docxOfSize(report.bytes, report.bytes.byteLength + 5_000))
    bench.fake.fail('file', { kind: 'answer', status: 503 }, 4)
    await bench.deliver(callback(bench.fake, inGroup(), quoted(old)))
    for (const [tries, wait] of [1_500, 7_000, 40_000].entries()) {
      await eventually(() => countOf('file') > tries)
      await eventually(() => bench.logged().split('message postponed').length > tries + 1)
      bench.pass(wait)
    }
    await eventually(() => bench.logged().split('message postponed').length > 4)
    const other = { ...inGroup(), staffId: 'lisi' }
    await bench.deliver(callback(bench.fake, other, textOf(' 谢谢')))
    expect((await bench.sees(1))[0]?.text).toContain('不客气')
    const code = bench.fake.addFile(report.name, report.bytes)
    await bench.deliver(callback(bench.fake, inGroup(), quoted(code)))
    expect((await bench.sees(2))[1]?.text).toContain('收存：已收存')
    bench.pass(150_000)
    const late = (await bench.sees(3))[2]?.text
    expect(late).toContain('收存：没有收存。')
    expect(late).toContain('已收存为第 1 版，以那一份为准')
    // Sent again it is the newest.
    await bench.deliver(callback(bench.fake, inGroup(), quoted(old)))
    expect((await bench.sees(4))[3]?.text).toContain('收存：已收存，是第 2 版')
  })
})

describe('each message is answered once', () => {
  test('however often it is delivered, at once and later', async () => {
    const body = callback(bench.fake, inGroup(), textOf(' 帮助'))
    expect(await bench.deliver(body, { times: 5 })).toEqual([taken, taken, taken, taken, taken])
    await bench.sees(1)
    bench.pass(60_000)
    expect(await bench.deliver(body)).toEqual([taken])
    await bench.deliver(callback(bench.fake, inGroup(), textOf('谢谢')))
    const seen = await bench.sees(2)
    expect(seen).toHaveLength(2)
    expect(seen[1]?.text).toContain('不客气')
  })

  test('and five deliveries of one report store one', async () => {
    const code = bench.fake.addFile(report.name, report.bytes)
    await bench.deliver(callback(bench.fake, alone(), fileOf(report.name, code)), { times: 5 })
    await bench.sees(1)
    await bench.deliver(callback(bench.fake, alone(), textOf('谢谢')))
    const seen = await bench.sees(2)
    expect(seen.map(({ text }) => text.includes('已收存'))).toEqual([true, false])
    expect(countOf('download')).toBe(1)
  })
})

describe('the way of a reply', () => {
  test('is the OpenAPI where the session ends within a minute', async () => {
    await bench.deliver(callback(bench.fake, alone(59_000), textOf('谢谢')))
    const [seen] = await bench.sees(1)
    expect(seen).toMatchObject({ way: 'person', to: 'zhangsan', type: 'sampleMarkdown' })
    expect(countOf('session')).toBe(0)
  })

  test('is the OpenAPI where the session is gone', async () => {
    const talk = inGroup()
    bench.fake.endSessions()
    await bench.deliver(callback(bench.fake, talk, textOf('谢谢')))
    const [seen] = await bench.sees(1)
    expect(seen).toMatchObject({ way: 'group', to: boundGroup, at: [] })
    expect(countOf('session')).toBe(1)
  })

  test('never is an address that is not the API’s', async () => {
    const url = `http://localhost:${new URL(bench.url).port}/robot/sendBySession?session=x`
    const talk = { ...alone(), session: { url, until: bench.now().getTime() + 3_600_000 } }
    await bench.deliver(callback(bench.fake, talk, textOf('谢谢')))
    expect((await bench.sees(1))[0]?.way).toBe('person')
    expect(bench.logged()).toMatch(/session address refused.*host localhost:\d+"/)
    expect(bench.logged()).not.toContain('sendBySession')
  })

  test.each(['/robot/sendBySession', '/oapi/session/abc'])(
    'is the session at the API’s host, at %s too, and calls on who asked',
    async (path) => {
      const talk = inGroup()
      const url = new URL(talk.session?.url ?? '')
      url.pathname = path
      await bench.deliver(
        callback(
          bench.fake,
          { ...talk, session: { until: talk.session?.until ?? 0, url: url.href } },
          textOf('谢谢'),
        ),
      )
      expect(await bench.sees(1)).toMatchObject([{ way: 'session', at: ['zhangsan'] }])
    },
  )

  test('goes on with a new token where the old one is taken back midway, fetched once', async () => {
    const talk: Talk = {}
    await bench.deliver(callback(bench.fake, talk, textOf('谢谢')))
    await bench.sees(1)
    bench.fake.revokeToken()
    await bench.deliver(callback(bench.fake, talk, textOf('谢谢')))
    await bench.sees(2)
    expect(countOf('token')).toBe(2)
    expect(countOf('person')).toBe(3)
  })

  test('goes on where the token is refused by 400 and words', async () => {
    bench.fake.fail('person', {
      kind: 'answer',
      status: 400,
      json: { code: 'x', message: 'Invalid access_token' },
    })
    await bench.deliver(callback(bench.fake, {}, textOf('谢谢')))
    await bench.sees(1)
    expect(countOf('person')).toBe(2)
  })
})

describe('a platform that is not well', () => {
  test('and takes no new token either gets the reply later', async () => {
    bench.fake.fail('person', { kind: 'answer', status: 401, json: { code: 'InvalidAuthentication' } }, 2)
    await bench.deliver(callback(bench.fake, {}, textOf('谢谢')))
    await eventually(() => bench.logged().includes('reply not sent'))
    bench.pass(10_000)
    expect(await bench.sees(1)).toHaveLength(1)
    expect(countOf('person')).toBe(3)
  })

  test('and says it is too fast gets the reply a minute later, once', async () => {
    bench.fake.fail('session', {
      kind: 'answer',
      status: 200,
      json: { errcode: '130101', errmsg: 'too fast' },
    })
    await bench.deliver(callback(bench.fake, alone(), textOf('谢谢')))
    await eventually(() => bench.logged().includes('130101'))
    bench.pass(59_000)
    await bench.deliver(callback(bench.fake, { group: boundGroup }, textOf('谢谢')))
    expect((await bench.sees(1))[0]?.to).toBe(boundGroup)
    bench.pass(2_000)
    const seen = await bench.sees(2)
    expect(seen[1]).toMatchObject({ way: 'session', to: 'single' })
    expect(countOf('session')).toBe(2)
  })

  test('and limits one person gets the reply later', async () => {
    bench.fake.limitPerson('zhangsan', true)
    await bench.deliver(callback(bench.fake, {}, textOf('谢谢')))
    await eventually(() => bench.logged().includes('flowControlledStaffIdList'))
    bench.fake.limitPerson('zhangsan', false)
    bench.pass(61_000)
    expect(await bench.sees(1)).toHaveLength(1)
  })

  test('and is away gets the reply when it is back', async () => {
    const body = callback(bench.fake, alone(), textOf('谢谢'))
    await bench.fake.goAway()
    expect(await bench.deliver(body)).toEqual([taken])
    await eventually(() => bench.logged().includes('reply not sent'))
    await bench.fake.comeBack()
    bench.pass(10_000)
    expect(await bench.sees(1)).toHaveLength(1)
  })

  test('and is away before the file is fetched gives it when it is back', async () => {
    const code = bench.fake.addFile(report.name, report.bytes)
    const body = callback(bench.fake, alone(), fileOf(report.name, code))
    await bench.fake.goAway()
    await bench.deliver(body)
    await eventually(() => bench.logged().includes('message postponed'))
    await bench.fake.comeBack()
    bench.pass(10_000)
    expect((await bench.sees(1))[0]?.text).toContain('已收存')
  })

  test.each([
    ['the API', 'download'],
    ['the host of files', 'file'],
  ] as const)('and answers 503 at %s gives the file a little later', async (_, endpoint) => {
    bench.fake.fail(endpoint, { kind: 'answer', status: 503 })
    const code = bench.fake.addFile(report.name, report.bytes)
    await bench.deliver(callback(bench.fake, alone(), fileOf(report.name, code)))
    await eventually(() => bench.logged().includes('message postponed'))
    bench.pass(10_000)
    expect((await bench.sees(1))[0]?.text).toContain('已收存')
  })

  test('and cuts the line before it reads gets the reply once more, half a minute later', async () => {
    bench.fake.fail('session', { kind: 'reset_before' })
    await bench.deliver(callback(bench.fake, alone(), textOf('谢谢')))
    await eventually(() => bench.logged().includes('reply not sent'))
    bench.pass(31_000)
    expect(await bench.sees(1)).toHaveLength(1)
  })

  test('and cuts the line twice after it has read is not asked a third time', async () => {
    bench.fake.fail('session', { kind: 'reset_after' }, 2)
    await bench.deliver(callback(bench.fake, alone(), textOf('谢谢')))
    await bench.sees(1)
    await eventually(() => bench.logged().includes('reply not sent'))
    bench.pass(31_000)
    const [shown, again] = await bench.sees(2)
    const said = shown?.text ?? ''
    expect(again?.text).toMatch(new RegExp(`^${said}\\n\\n（上一次发送没有得到确认，.*编号：\\S{8}）$`))
    bench.pass(3_600_000 - 120_000)
    await bench.deliver(callback(bench.fake, alone(), textOf('帮助')))
    expect(await bench.sees(3)).toHaveLength(3)
  })
})

describe('what the bot cannot work on', () => {
  test('a person without a userid is told so once, however often it is delivered', async () => {
    const talk = { ...inGroup(), staffId: undefined }
    const answers = await bench.deliver(callback(bench.fake, talk, textOf(' 帮助')), { times: 3 })
    expect(answers).toEqual([taken, taken, taken])
    await bench.sees(1)
    await bench.deliver(callback(bench.fake, inGroup(), textOf('谢谢')))
    const seen = await bench.sees(2)
    expect(seen.map(({ text }) => text.includes('无法识别您的身份'))).toEqual([true, false])
  })

  test('a message that DingTalk kept to itself is answered', async () => {
    const parts = { msgtype: 'text', errorCode: 20001, errorMessage: '受调用量超量影响' }
    await bench.deliver(callback(bench.fake, inGroup(), parts))
    expect((await bench.sees(1))[0]?.text).toContain('没有把这条消息的内容传给我')
  })

  test.each([
    ['a video', { msgtype: 'video', content: { downloadCode: 'c', videoType: 'mp4', duration: 3 } }],
    ['an unknown type', { msgtype: 'unknownMsgType', content: { unknownMsgType: '暂不支持接收' } }],
  ])('%s is answered with what works', async (_, parts) => {
    await bench.deliver(callback(bench.fake, alone(), parts))
    expect((await bench.sees(1))[0]?.text).toContain('直接把文件发给我')
  })
})
