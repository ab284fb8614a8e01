import { decipher } from './callback-crypto.ts'
import { unpaddedLength } from './padding.ts'

/** A file whose bytes are not encrypted with our key: the EncodingAESKey is wrong, or the bytes were cut off. */
export class FileCipherError extends Error {
  readonly code = 'wecom_file_cipher'

  constructor() {
    super('file cannot be decrypted with the configured EncodingAESKey')
    this.name = 'FileCipherError'
  }
}

/** The bytes of a file that the 智能机器人 hands out encrypted, without a frame; throws FileCipherError. */
export function decryptFile(key: Buffer, ciphertext: Uint8Array): Uint8Array {
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) throw new FileCipherError()
  const plain = decipher(key, ciphertext)
  const length = unpaddedLength(plain)
  if (length === null) throw new FileCipherError()
  return plain.subarray(0, length)
}
