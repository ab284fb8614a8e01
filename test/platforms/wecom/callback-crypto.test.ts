import { describe, expect, test } from '@jest/globals'
import { encrypt } from '@wecom/crypto'
import { createCallbackCrypto, decodeAesKey } from '../../../src/platforms/wecom/callback-crypto.ts'
import { callbackQuery, echostrOf, refuseStale } from '../../../src/platforms/wecom/callback-query.ts'
import { decryptFile, FileCipherError } from '../../../src/platforms/wecom/file-cipher.ts'
import { RefusedCallback } from '../../../src/platforms/refused-callback.ts'
import { xmlFields } from '../../../src/platforms/wecom/xml-fields.ts'
import { pad, WecomCipher } from '../../fakes/wecom/wecom-cipher.ts'
import { aesKey, corpId, token } from './secrets.ts'

const forApp = createCallbackCrypto({ token, aesKey, receiveIds: [corpId] })
const forBot = createCallbackCrypto({ token, aesKey, receiveIds: ['', corpId] })
const cipher = new WecomCipher(token, aesKey)
const random = Buffer.from('0123456789abcdef')

const verification = {
  query: {
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    timestamp: '1409659589',
    nonce: '263014780',
  },
  echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
}

const message = {
  query: {
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    timestamp: '1409659813',
    nonce: '1372623149',
  },
  encrypt:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
}

/** Why opening is refused; fails the test where it is not. */
function refusalOf(open: () => unknown): string {
  try {
    open()
  } catch (error) {
    if (error instanceof RefusedCallback) return error.reason
    throw error
  }
  throw new Error('not refused')
}

/** Signs whatever is given, so that only what is inside can be wrong. */
function signed(ciphertext: string): { signature: string; timestamp: string; nonce: string } {
  const [timestamp, nonce] = ['1700000000', 'nonce1']
  return { signature: cipher.sign(timestamp, nonce, ciphertext), timestamp, nonce }
}

describe('the official vectors', () => {
  test('URL verification', () => {
    expect(forApp.open(verification.query, verification.echostr)).toEqual({
      text: '1616140317555161061',
      receiveId: corpId,
    })
  })

  test('a message, whose padding of 30 bytes Node refuses by itself', () => {
    const { text, receiveId } = forApp.open(message.query, message.encrypt)
    expect(receiveId).toBe(corpId)
    expect(Object.fromEntries(xmlFields(text) ?? [])).toMatchObject({
      FromUserName: 'mycreate',
      MsgType: 'text',
      Content: 'hello',
      MsgId: '4561255354251345929',
      AgentID: '218',
    })
  })

  test('the key', () => {
    expect(decodeAesKey(aesKey).toString('hex')).toBe(
      '8d69989bbaabe67328014c194631ad0719b3dca035b64023df292447aab60760',
    )
  })
})

describe('own vectors', () => {
  const cases = [
    {
      text: '{"msgid":"m1","aibotid":"AIBOT1","chattype":"single","from":{"userid":"zhangsan"},"msgtype":"text","text":{"content":"你好"}}',
      timestamp: '1700000000',
      encrypted:
        'sKqRbbiSUnDhFHOvPjtUMd+aogCKCpBjy4qGVFChbStKvU5n2TNFbASobTuNl47HmbJyhf8eMhVR3iygwMCFkm34Zz+V0+sRs9n++olaHGgET2EzPKiNZPUjcPAYB4bucILLyIPPmc0XkrQ/ajpC3PrZBbqSFVQm1+0PyDEjHc8BED7A+N5uS1CNSiy0xSMzvh+6D1v+ZRk/xx7Et1OuMA==',
      signature: '61cf119030e540c1a0970b207435664255f21d10',
    },
    {
      text: '{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"收到"}}',
      timestamp: '1700000001',
      encrypted:
        'sKqRbbiSUnDhFHOvPjtUMTyjUwe2MrmqVjeWqmzykPIgrJiyR3Mh55RQvnI0y4m+Xed4jwA5sQwzy6V3183d2MS8mrLMrt3HNL+dvMDWTYg1PeBjnrkewTsWqOQHqKRQ',
      signature: '661c29292d8b3766c0689e0bc529dd5e77e1122f',
    },
  ]
  test.each(cases)('$text', ({ text, timestamp, encrypted, signature }) => {
    expect(forBot.open({ signature, timestamp, nonce: 'nonce1' }, encrypted)).toEqual({ text, receiveId: '' })
    expect(cipher.encrypt(text, '', random)).toBe(encrypted)
    expect(encrypt(aesKey, text, '', random)).toBe(encrypted)
  })

  test('what is sealed the platform opens', () => {
    const now = new Date(1_700_000_001_999)
    const sealed = forBot.seal('{"收":"到"}', { receiveId: corpId, nonce: 'n' }, now)
    expect(sealed.timestamp).toBe(1_700_000_001)
    expect(sealed.signature).toBe(cipher.sign('1700000001', 'n', sealed.encrypt))
    expect(cipher.decrypt(sealed.encrypt)).toEqual({ text: '{"收":"到"}', receiveId: corpId })
  })
})

describe('a + on the way', () => {
  const spaced = verification.echostr.replaceAll('+', ' ')

  test('as a space gives the signature that the document names, and fails', () => {
    expect(cipher.sign('1409659589', '263014780', spaced)).toBe('f4455856ea39cd4169aad045937055fde10bc819')
    expect(refusalOf(() => forApp.open(verification.query, spaced))).toBe('signature')
    // Even a signature over the spaces does not help.
    const query = { ...verification.query, signature: 'f4455856ea39cd4169aad045937055fde10bc819' }
    expect(refusalOf(() => forApp.open(query, spaced))).toBe('ciphertext')
  })

  test('is mended in echostr alone, where base64 has no spaces', () => {
    const echostr = echostrOf({ echostr: spaced })
    expect(forApp.open(verification.query, echostr).text).toBe('1616140317555161061')
  })
})

describe('what is signed but wrong inside is refused', () => {
  const frame = (text: string, receiveId: string, length = Buffer.byteLength(text)): Buffer => {
    const head = Buffer.alloc(20)
    random.copy(head)
    head.writeUInt32BE(length, 16)
    return Buffer.concat([head, Buffer.from(text), Buffer.from(receiveId)])
  }
  const withLastBytes = (...bytes: readonly number[]): Buffer => {
    const padded = Buffer.from(pad(frame('x'.repeat(40), corpId)))
    padded.set(bytes, padded.length - bytes.length)
    return padded
  }
  const cases: readonly (readonly [name: string, ciphertext: string, reason: string])[] = [
    ['padding of 0', cipher.encryptFrame(withLastBytes(0)), 'padding'],
    ['padding of 33', cipher.encryptFrame(withLastBytes(33)), 'padding'],
    ['padding of unequal bytes', cipher.encryptFrame(withLastBytes(7, 2, 3)), 'padding'],
    ['no room for a head', cipher.encryptFrame(pad(Buffer.from('short'))), 'length'],
    ['a length beyond the end', cipher.encryptFrame(pad(frame('text', corpId, 4_000_000_000))), 'length'],
    ['a length one too long', cipher.encryptFrame(pad(frame('text', corpId, 5))), 'receiveid'],
    ['a length one too short', cipher.encryptFrame(pad(frame('text', corpId, 3))), 'receiveid'],
    ['another receiveid', cipher.encrypt('text', 'wx0000000000000000'), 'receiveid'],
    ['no receiveid', cipher.encrypt('text', ''), 'receiveid'],
    ['a receiveid with more behind it', cipher.encrypt('text', `${corpId} `), 'receiveid'],
    ['half a block', Buffer.alloc(16).toString('base64'), 'ciphertext'],
    ['a block and a half', Buffer.alloc(48).toString('base64'), 'ciphertext'],
    ['no bytes', '', 'ciphertext'],
    ['no base64', '!'.repeat(44), 'ciphertext'],
    ['noise', Buffer.alloc(64, 'noise').toString('base64'), 'padding'],
  ]
  test.each(cases)('%s', (_, ciphertext, reason) => {
    expect(refusalOf(() => forApp.open(signed(ciphertext), ciphertext))).toBe(reason)
  })

  test('the bot takes no receiveid but none and the corp id', () => {
    for (const [receiveId, isTaken] of [
      ['', true],
      [corpId, true],
      ['other', false],
    ] as const) {
      const ciphertext = cipher.encrypt('text', receiveId)
      const open = (): unknown => forBot.open(signed(ciphertext), ciphertext)
      if (isTaken) expect(open()).toEqual({ text: 'text', receiveId })
      else expect(refusalOf(open)).toBe('receiveid')
    }
  })

  test('all 32 lengths of padding are taken', () => {
    for (let length = 0; length < 32; length++) {
      const text = 'x'.repeat(length)
      const ciphertext = cipher.encrypt(text, corpId)
      expect(forApp.open(signed(ciphertext), ciphertext).text).toBe(text)
    }
  })
})

describe('a key that is not 43 base64 characters', () => {
  test.each(['', aesKey.slice(1), `${aesKey}=`, `${aesKey}A`, `${aesKey.slice(1)} `, `-${aesKey.slice(1)}`])(
    '%j is no key',
    (key) => {
      expect(() => createCallbackCrypto({ token, aesKey: key, receiveIds: [''] })).toThrow('43')
    },
  )
})

describe('parameters', () => {
  const now = new Date(1_700_000_000_000)
  const good = { msg_signature: 'a'.repeat(40), timestamp: '1700000000', nonce: 'n1' }

  test('are taken as they are', () => {
    expect(callbackQuery(good)).toEqual({
      signature: 'a'.repeat(40),
      timestamp: '1700000000',
      nonce: 'n1',
    })
  })

  const day = 24 * 60 * 60
  const cases: readonly (readonly [name: string, bent: Record<string, string | string[] | undefined>])[] = [
    ['no signature', { msg_signature: undefined }],
    ['an empty signature', { msg_signature: '' }],
    ['two signatures', { msg_signature: ['a'.repeat(40), 'a'.repeat(40)] }],
    ['an over-long signature', { msg_signature: 'a'.repeat(41) }],
    ['a signature that is not ASCII', { msg_signature: 'é'.repeat(40) }],
    ['no timestamp', { timestamp: undefined }],
    ['nine digits', { timestamp: '170000000' }],
    ['milliseconds', { timestamp: '1700000000000' }],
    ['a sign', { timestamp: '+170000000' }],
    ['a fraction', { timestamp: '17000000.0' }],
    ['full-width digits', { timestamp: '１７００００００００' }],
    ['two timestamps', { timestamp: ['1700000000', '1700000000'] }],
    ['no nonce', { nonce: undefined }],
    ['an over-long nonce', { nonce: 'n'.repeat(129) }],
    ['a nonce that is not ASCII', { nonce: '随机' }],
    ['a nonce with a line end', { nonce: 'n\n1' }],
  ]
  test.each(cases)('%s is refused', (_, bent) => {
    expect(refusalOf(() => callbackQuery({ ...good, ...bent }))).toBe('parameter')
  })

  test.each([-day, 0, day])('%i seconds off is taken', (seconds) => {
    const query = callbackQuery({ ...good, timestamp: String(1_700_000_000 + seconds) })
    expect(() => {
      refuseStale(query, now)
    }).not.toThrow()
  })

  test.each([-day - 1, day + 1])('%i seconds off is refused', (seconds) => {
    const query = callbackQuery({ ...good, timestamp: String(1_700_000_000 + seconds) })
    expect(
      refusalOf(() => {
        refuseStale(query, now)
      }),
    ).toBe('timestamp')
  })
})

describe('files of the bot', () => {
  const key = decodeAesKey(aesKey)
  const cases = [
    { plain: 'a,b\n', encrypted: 'XKM86Q97uKtTMQ/HmaGaUfDOzZWg3VIIIiPun7FIMm0=' },
    { plain: '日报,数量\n1,2\n', encrypted: 'Yc+iib2+mCLIAAR/gJNJCQ5euIxZ46lzYAtO/rQG32A=' },
    {
      plain: 'a'.repeat(32),
      encrypted: '2JaQ0H0H/TuqGM/rDRTva/bwHy4zEpRZ/kwB6bVs86vaj9PZBAC+9vQfKkN/usneLZ8jnFoP5SxcpZZe4RuUHg==',
    },
  ]
  test.each(cases)('$plain', ({ plain, encrypted }) => {
    expect(Buffer.from(decryptFile(key, Buffer.from(encrypted, 'base64'))).toString()).toBe(plain)
    expect(cipher.encryptFile(Buffer.from(plain)).toString('base64')).toBe(encrypted)
  })

  test('under another key, cut off or empty are not taken for files', () => {
    const other = new WecomCipher(token, 'A'.repeat(43)).encryptFile(Buffer.from('a,b\n'))
    const cut = cipher.encryptFile(Buffer.alloc(100, 'x')).subarray(0, 100)
    for (const bytes of [other, cut, Buffer.alloc(0)]) {
      expect(() => decryptFile(key, bytes)).toThrow(FileCipherError)
    }
  })
})

describe('XML', () => {
  test('keeps what people write, digit for digit', () => {
    const fields = xmlFields(
      '<xml><A><![CDATA[<!DOCTYPE x> & ]]]]><![CDATA[> 你好 ]]></A><B>4561255354251345929</B><C>1 &lt; 2</C><D/></xml>',
    )
    expect(Object.fromEntries(fields ?? [])).toEqual({
      A: '<!DOCTYPE x> & ]]> 你好 ',
      B: '4561255354251345929',
      C: '1 < 2',
      D: '',
    })
  })

  test.each([
    ['帮&#21161;', '帮助'],
    ['帮&#x52A9;&#x1f600;', '帮助😀'],
    ['<![CDATA[帮&#21161;&amp;]]>', '帮&#21161;&amp;'],
    ['&amp;#20013;&#38;lt;', '&#20013;&lt;'],
    ['&#0;&#xD800;中', '中'],
    ['&#x110000;&#99999999999;&#;', '&#x110000;&#99999999999;&#;'],
    ['&lol;&constructor;', '&lol;&constructor;'],
  ])('resolves characters by their numbers, once: %s', (written, read) => {
    expect(xmlFields(`<xml><A>${written}</A></xml>`)?.get('A')).toBe(read)
  })

  test.each([
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>',
    '<?xml version="1.0"?><!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><A>x</A></xml>',
    '<xml><!ENTITY a "b"><A>x</A></xml>',
    '<other><A>x</A></other>',
    'no xml',
    '',
  ])('%s is none', (text) => {
    expect(xmlFields(text)).toBeNull()
  })
})
