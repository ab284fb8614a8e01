import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { callback, textOf } from '../../fakes/dingtalk/callbacks.ts'
import { boundGroup, startBench, type DingtalkBench } from './a-dingtalk.ts'

let bench: DingtalkBench
beforeEach(async () => {
  bench = await startBench()
})
afterEach(() => bench.stop())

const nothing = { status: 403, text: '' }

describe('a callback that is not DingTalk’s', () => {
  const body = (): unknown => callback(bench.fake, { group: boundGroup }, textOf('谢谢'))

  test('gets one and the same empty answer, whatever is wrong, and leaves no trace', async () => {
    const hour = 3_600_000
    const at = (ms: number): Date => new Date(bench.now().getTime() + ms)
    const answers = [
      await bench.deliver(body(), { secret: 'another' }),
      await bench.deliver(body(), { now: at(-hour - 5_000) }),
      await bench.deliver(body(), { now: at(hour + 5_000) }),
      await bench.deliver(body(), { headers: { sign: '' } }),
      await bench.deliver(body(), { headers: { timestamp: '1' } }),
      await bench.deliver(body(), { headers: { sign: 'x'.repeat(5_000) } }),
      await bench.deliver('{"msgId": ', {}),
      await bench.deliver('[]', {}),
      await bench.deliver({ msgtype: 'text' }, {}),
      // The size says nothing before the signature is known to be right.
      await bench.deliver('x'.repeat(300 * 1024), { secret: 'another' }),
    ].flat()
    expect(answers).toEqual(answers.map(() => nothing))
    await bench.deliver(body())
    expect(await bench.sees(1)).toHaveLength(1)
    const metrics = await (await fetch(new URL('/metrics', bench.url))).text()
    expect(metrics).toMatch(/refused.*sign/)
  })

  test('is logged once a second at most', async () => {
    for (let count = 0; count < 30; count++) await bench.deliver(body(), { secret: 'another' })
    expect(bench.logged().match(/callback refused/g)?.length).toBeLessThanOrEqual(5)
  })

  test('may be late by an hour, not more, and a replay is answered once', async () => {
    const once = body()
    const sent = bench.now()
    await bench.deliver(once, { now: sent })
    await bench.sees(1)
    bench.pass(3_500_000)
    expect((await bench.deliver(once, { now: sent }))[0]?.status).toBe(200)
    bench.pass(200_000)
    expect(await bench.deliver(once, { now: sent })).toEqual([nothing])
    await bench.deliver(body())
    expect(await bench.sees(2)).toHaveLength(2)
  })
})

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed, in an empty answer', async (method) => {
  const response = await fetch(bench.url, { method })
  expect([response.status, await response.text()]).toEqual([405, ''])
  expect(response.headers.get('allow')).toBe('POST')
})

test('a body over 256 KiB is not read', async () => {
  expect((await bench.deliver('x'.repeat(300 * 1024)))[0]?.status).toBe(413)
})

test('no secret and nothing personal reaches the log', async () => {
  const session = bench.fake.openSession(boundGroup)
  const code = bench.fake.addFile('机密文件名.docx', Buffer.from('no report'))
  // The refusal repeats a secret; the reply then goes by the OpenAPI.
  bench.fake.fail('session', { kind: 'answer', status: 200, json: { errcode: 1, errmsg: session.url } })
  const talk = { group: boundGroup, session, staffId: 'canaryuser', nick: '金丝雀' }
  const content = { fileName: '机密文件名.docx', downloadCode: code }
  await bench.deliver(
    callback(bench.fake, talk, {
      msgtype: 'text',
      text: { content: ' 鸟鸣问题', repliedMsg: { msgType: 'file', content } },
    }),
  )
  await bench.sees(1)
  const canaries = [
    ...[bench.fake.app.clientSecret, new URL(session.url).searchParams.get('session') ?? '', code],
    ...['canaryuser', '金丝雀', '鸟鸣', '机密文件名'],
  ]
  expect(canaries.filter((canary) => bench.logged().includes(canary))).toEqual([])
})

describe('whatever is sent', () => {
  const headers = fc.record(
    {
      timestamp: fc.oneof(fc.constant('1700000000000'), fc.stringMatching(/^[!-~]{0,20}$/)),
      sign: fc.oneof(fc.base64String({ maxLength: 60 }), fc.stringMatching(/^[!-~]{0,60}$/)),
    },
    { requiredKeys: [] },
  )

  test('unsigned gets the empty 403', async () => {
    await fc.assert(
      fc.asyncProperty(headers, fc.string(), async (mutated, text) => {
        fc.pre(Object.keys(mutated).length > 0)
        expect(await bench.deliver(text, { headers: mutated })).toEqual([nothing])
      }),
      { seed: 20260112, numRuns: 300 },
    )
  })

  test('signed gets an answer that is no fault of the server', async () => {
    const base = callback(bench.fake, { group: boundGroup }, textOf('谢谢'))
    const field = fc.constantFrom(...Object.keys(base), 'content', 'quoteMessage', 'errorMessage')
    const wild = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 600 }))
    const bodies = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.dictionary(field, wild).map((parts) => JSON.stringify({ ...base, ...parts })),
      fc.constantFrom(
        '['.repeat(120_000),
        '{"text":'.repeat(20_000),
        '\u0000',
        '\uFEFF{}',
        '{"msgId":"\\ud800"}',
      ),
    )
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const [answer] = await bench.deliver(body)
        expect([200, 403]).toContain(answer?.status)
      }),
      { seed: 20260112, numRuns: 300 },
    )
  })
})
