import { describe, expect, test } from '@jest/globals'
import { signatureFault, signatureOf } from '../../../src/platforms/dingtalk/signature.ts'

const secret = 'SEC000'
const timestamp = '1700000000000'
const sign = 'ltBBey5eZrWKh1cPzFIdz3v3xpkc4Tjx4lLsPSHqdtA='
const now = new Date(Number(timestamp))
const later = (ms: number): Date => new Date(now.getTime() + ms)

test('the signature of the known vector is reproduced', () => {
  expect(signatureOf(timestamp, secret)).toBe(sign)
})

describe('a signature', () => {
  test.each([
    ['at its very time', now],
    ['an hour later', later(3_600_000)],
    ['an hour before', later(-3_600_000)],
  ])('is taken %s', (_, at) => {
    expect(signatureFault({ timestamp, sign }, secret, at)).toBeNull()
  })

  test('is taken with blanks around the headers', () => {
    expect(signatureFault({ timestamp: ` ${timestamp}\t`, sign: ` ${sign} ` }, secret, now)).toBeNull()
  })

  test.each([
    ['more than an hour old', later(3_600_001), { timestamp, sign }, 'stale'],
    ['more than an hour ahead', later(-3_600_001), { timestamp, sign }, 'stale'],
    ['of another secret', now, { timestamp, sign: signatureOf(timestamp, 'SEC001') }, 'sign'],
    ['of another time', now, { timestamp: '1700000000001', sign }, 'sign'],
    ['cut short', now, { timestamp, sign: sign.slice(0, -1) }, 'sign'],
    ['with something after it', now, { timestamp, sign: `${sign}, ${sign}` }, 'sign'],
    ['over-long', now, { timestamp, sign: sign.repeat(1000) }, 'sign'],
    ['not ASCII', now, { timestamp, sign: 'ｌtBBey5eZrWKh1cPzFIdz3v3xpkc4Tjx4lLsPSHqdtA=' }, 'sign'],
    ['missing', now, { timestamp, sign: '' }, 'sign'],
    ['encoded for a URL', now, { timestamp, sign: encodeURIComponent(sign) }, 'sign'],
    ['without a time', now, { timestamp: '', sign }, 'timestamp'],
    ['with a time in seconds', now, { timestamp: '1700000000', sign }, 'timestamp'],
    ['with a signed time', now, { timestamp: '+170000000000', sign }, 'timestamp'],
    ['with digits of another script', now, { timestamp: '１７０００００００００００', sign }, 'timestamp'],
    ['with two times', now, { timestamp: `${timestamp}, ${timestamp}`, sign }, 'timestamp'],
  ] as const)('%s is refused', (_, at, headers, fault) => {
    expect(signatureFault(headers, secret, at)).toBe(fault)
  })
})
