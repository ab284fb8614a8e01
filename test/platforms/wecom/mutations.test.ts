import { expect, test } from '@jest/globals'
import { createCallbackCrypto } from '../../../src/platforms/wecom/callback-crypto.ts'
import { callbackQuery } from '../../../src/platforms/wecom/callback-query.ts'
import { RefusedCallback } from '../../../src/platforms/refused-callback.ts'
import { WecomCipher } from '../../fakes/wecom/wecom-cipher.ts'
import { aesKey, corpId, token } from './secrets.ts'

const crypto = createCallbackCrypto({ token, aesKey, receiveIds: [corpId] })
const cipher = new WecomCipher(token, aesKey)
const letters = 'ABCXYZabcxyz0189+/=-_ é中\n'

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function opens(parts: readonly string[]): boolean {
  const [msg_signature, timestamp, nonce, encrypt = ''] = parts
  try {
    crypto.open(callbackQuery({ msg_signature, timestamp, nonce }), encrypt)
    return true
  } catch (error) {
    if (error instanceof RefusedCallback) return false
    throw error
  }
}

test('none of 100 000 callbacks with one character changed, lost or doubled is taken', () => {
  const below = numbers(20_260_112)
  const encrypt = cipher.encrypt('<xml><MsgId>1</MsgId></xml>', corpId)
  const good = [cipher.sign('1700000000', 'nonce1', encrypt), '1700000000', 'nonce1', encrypt]
  expect(opens(good)).toBe(true)
  let taken = 0
  for (let n = 0; n < 100_000; n++) {
    const part = below(good.length)
    const text = good[part] ?? ''
    const at = below(text.length)
    const put = [letters[below(letters.length)] ?? '', '', text.slice(at, at + 1).repeat(2)][below(3)] ?? ''
    const bent = `${text.slice(0, at)}${put}${text.slice(at + 1)}`
    if (bent !== text && opens(good.map((whole, index) => (index === part ? bent : whole)))) taken += 1
  }
  expect(taken).toBe(0)
})
