import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CallbackDriver, WireAnswer, WireCallback } from '../../fakes/wecom/callback-driver.ts'
import { corpId } from './secrets.ts'
import { WecomHouse } from './wecom-house.ts'

let house: WecomHouse
beforeAll(async () => {
  house = await WecomHouse.open()
})
afterAll(() => house.close())

/** A good callback of each way. */
function good(way: 'app' | 'bot'): WireCallback {
  if (way === 'bot') {
    const payload = house.payload({ msgtype: 'text', text: { content: '帮助' } })
    return house.bot.sealed(house.bot.cipher.encrypt(JSON.stringify(payload), ''))
  }
  const xml = `<xml><FromUserName><![CDATA[zhangsan]]></FromUserName><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[帮助]]></Content><MsgId>1</MsgId></xml>`
  return house.app.sealedXml(house.app.cipher.encrypt(xml, corpId))
}

const driverOf = (way: 'app' | 'bot'): CallbackDriver => house[way]

function expectRefusal({ status, body, headers }: WireAnswer): void {
  expect([status, body]).toEqual([403, ''])
  expect(headers.get('content-length')).toBe('0')
  expect(headers.get('connection')).toBe('close')
}

const ways = ['app', 'bot'] as const
const parameters = ['msg_signature', 'timestamp', 'nonce'] as const

/** Changes one character of a text to another one that means something else. */
const changed = (text: string, at: number, to: string): string => {
  const place = at % text.length
  return `${text.slice(0, place)}${to}${text.slice(place + 1)}`
}

describe('a changed callback', () => {
  const mutation = fc.oneof(
    fc.record({
      kind: fc.constant('parameter' as const),
      name: fc.constantFrom(...parameters),
      at: fc.nat(99),
      to: fc.string({ minLength: 1, maxLength: 1 }),
    }),
    fc.record({ kind: fc.constant('absent' as const), name: fc.constantFrom(...parameters) }),
    fc.record({
      kind: fc.constant('ciphertext' as const),
      at: fc.nat(9999),
      to: fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '+', '/', '=', ' ', '-'),
    }),
    fc.record({ kind: fc.constant('body' as const), text: fc.string({ unit: 'binary', maxLength: 200 }) }),
  )

  const mutated = (
    callback: WireCallback,
    change: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
  ): WireCallback => {
    const { query, body } = callback
    switch (change.kind) {
      case 'parameter':
        return {
          query: { ...query, [change.name]: changed(query[change.name] ?? '', change.at, change.to) },
          body,
        }
      case 'absent':
        return {
          query: Object.fromEntries(Object.entries(query).filter(([name]) => name !== change.name)),
          body,
        }
      case 'ciphertext':
        return {
          query,
          body: body.replace(/[A-Za-z0-9+/]{40,}={0,2}/, (text) => changed(text, change.at, change.to)),
        }
      case 'body':
        return { query, body: change.text }
    }
  }

  test.each(ways)('of the %s is answered with the same empty 403, and nothing is kept', async (way) => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const callback = good(way)
        const bent = mutated(callback, change)
        fc.pre(JSON.stringify(bent) !== JSON.stringify(callback))
        expectRefusal(await driverOf(way).post(bent))
      }),
      { seed: 20260112, numRuns: 1_500 },
    )
    expect(await house.store.inboxDepth()).toMatchObject({ waiting: 0, working: 0 })
    expect(house.heard).toEqual([])
    expect(house.refused.length).toBeGreaterThan(1_000)
    expect(house.logged.length).toBeLessThan(5)
  })
})

describe('what is signed but wrong inside', () => {
  test.each(ways)('is refused likewise by the %s', async (way) => {
    const driver = driverOf(way)
    const wire = (encrypt: string): WireCallback =>
      way === 'app' ? driver.sealedXml(encrypt) : driver.sealed(encrypt)
    for (const encrypt of [
      driver.cipher.encrypt('{"msgid":"1"}', 'another-corp'),
      driver.cipher.encrypt('neither JSON nor XML', way === 'app' ? corpId : ''),
      driver.cipher.encryptFrame(Buffer.alloc(32)),
      driver.cipher.encryptFrame(Buffer.alloc(64, 33)),
      Buffer.alloc(64, 'noise').toString('base64'),
      Buffer.alloc(48).toString('base64'),
    ]) {
      expectRefusal(await driver.post(wire(encrypt)))
    }
    expect(house.heard).toEqual([])
  })

  test.each(ways)('repeated parameters are refused by the %s', async (way) => {
    const { query, body } = good(way)
    const text = new URLSearchParams(query).toString()
    for (const name of parameters) {
      const repeated = `${text}&${name}=${query[name] ?? ''}`
      const response = await fetch(`${house.url}/wecom/${way}?${repeated}`, { method: 'POST', body })
      expect([response.status, await response.text()]).toEqual([403, ''])
    }
  })

  test.each(ways)('a URL verification with a wrong signature is refused by the %s', async (way) => {
    const { query } = driverOf(way).sealed(driverOf(way).cipher.encrypt('1', way === 'app' ? corpId : ''))
    for (const echostr of ['', 'x', driverOf(way).cipher.encrypt('1', corpId)]) {
      const response = await fetch(
        `${house.url}/wecom/${way}?${new URLSearchParams({ ...query, echostr }).toString()}`,
      )
      expect([response.status, await response.text()]).toEqual([403, ''])
    }
  })
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not allowed, in an empty answer', async (method) => {
  for (const way of ways) {
    const response = await fetch(`${house.url}/wecom/${way}`, { method })
    expect([response.status, await response.text()]).toEqual([405, ''])
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
  }
})

test('timestamp and nonce exchanged keep the signature, and the message is still known by its id', async () => {
  const payload = house.payload({ msgtype: 'text', text: { content: '帮助' } })
  const encrypt = house.bot.cipher.encrypt(JSON.stringify(payload), '')
  const seconds = Math.floor(house.now.getTime() / 1000).toString()
  const signature = house.bot.cipher.sign(seconds, '1768179601', encrypt)
  for (const [timestamp, nonce] of [
    [seconds, '1768179601'],
    ['1768179601', seconds],
  ] as const) {
    const answer = await house.bot.post({
      query: { msg_signature: signature, timestamp, nonce },
      body: JSON.stringify({ encrypt }),
    })
    expect(answer.status).toBe(200)
  }
  await house.isWorkedOff()
  expect(house.heard).toHaveLength(1)
})

test.each(ways)('a body over 256 KiB is not read to its end by the %s', async (way) => {
  const { query } = good(way)
  const answer = await driverOf(way).post({ query, body: 'x'.repeat(300 * 1024) })
  expect([answer.status, answer.body]).toEqual([413, ''])
})
