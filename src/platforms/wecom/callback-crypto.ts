import { createDecipheriv } from 'node:crypto'
import { encrypt, getSignature } from '@wecom/crypto'
import { isSameSecret } from '../../http/same-secret.ts'
import type { CallbackQuery } from './callback-query.ts'
import { paddingBlock, unpaddedLength } from './padding.ts'
import { RefusedCallback } from '../refused-callback.ts'

/** What a callback was encrypted with, from the admin console. */
export interface CallbackSecrets {
  readonly token: string
  /** EncodingAESKey: 43 base64 characters. */
  readonly aesKey: string
  /** Whom the platform may have encrypted for: the corp id; for the 智能机器人 also the empty string. */
  readonly receiveIds: readonly string[]
}

/** A callback's plain text; `receiveId` is what an encrypted answer must carry. */
export interface OpenedCallback {
  readonly text: string
  readonly receiveId: string
}

/** An encrypted answer, to be put into the envelope of its channel. */
export interface SealedAnswer {
  readonly encrypt: string
  readonly signature: string
  readonly timestamp: number
  readonly nonce: string
}

export interface CallbackCrypto {
  /** Verifies, then decrypts; throws RefusedCallback for whatever is wrong. */
  readonly open: (query: CallbackQuery, ciphertext: string) => OpenedCallback
  readonly seal: (
    text: string,
    to: { readonly receiveId: string; readonly nonce: string },
    now: Date,
  ) => SealedAnswer
}

/** Random bytes and a length before the message. */
const frameHead = 20

/**
 * The crypto of all callbacks. @wecom/crypto gives signature and encryption; its decryption takes noise without
 * complaint, so that the frame is opened here, each part of it checked. Throws where the key is not 43 base64
 * characters.
 */
export function createCallbackCrypto({ token, aesKey, receiveIds }: CallbackSecrets): CallbackCrypto {
  const key = decodeAesKey(aesKey)
  const isOwnSignature = (query: CallbackQuery, ciphertext: string): boolean =>
    isSameSecret(getSignature(token, query.timestamp, query.nonce, ciphertext), query.signature)

  return {
    open: (query, ciphertext) => {
      if (!isOwnSignature(query, ciphertext)) throw new RefusedCallback('signature')
      const { text, receiveId } = openFrame(decipher(key, decodeBase64(ciphertext)))
      if (!receiveIds.includes(receiveId)) throw new RefusedCallback('receiveid')
      return { text, receiveId }
    },
    seal: (text, { receiveId, nonce }, now) => {
      const timestamp = Math.floor(now.getTime() / 1000)
      const ciphertext = encrypt(aesKey, text, receiveId)
      const signature = getSignature(token, timestamp.toString(), nonce, ciphertext)
      return { encrypt: ciphertext, signature, timestamp, nonce }
    },
  }
}

/** The 32 bytes of an EncodingAESKey; throws where it is not exactly 43 base64 characters. */
export function decodeAesKey(aesKey: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}$/.test(aesKey)) throw new Error('EncodingAESKey must be 43 base64 characters')
  return Buffer.from(`${aesKey}=`, 'base64')
}

/** Decrypts whole blocks without touching the padding. */
export function decipher(key: Buffer, ciphertext: Uint8Array): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(ciphertext), cipher.final()])
}

function decodeBase64(text: string): Buffer {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new RefusedCallback('ciphertext')
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length < paddingBlock || bytes.length % paddingBlock !== 0)
    throw new RefusedCallback('ciphertext')
  return bytes
}

function openFrame(plain: Buffer): OpenedCallback {
  const length = unpaddedLength(plain)
  if (length === null) throw new RefusedCallback('padding')
  if (length < frameHead) throw new RefusedCallback('length')
  const end = frameHead + plain.readUInt32BE(16)
  if (end > length) throw new RefusedCallback('length')
  return {
    text: plain.toString('utf8', frameHead, end),
    receiveId: plain.toString('utf8', end, length),
  }
}
