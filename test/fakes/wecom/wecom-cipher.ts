import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** The platform's side of the crypto, written from its documentation alone: the program's must agree with it. */
export class WecomCipher {
  readonly #token: string
  readonly #key: Buffer

  constructor(token: string, aesKey: string) {
    this.#token = token
    this.#key = Buffer.from(`${aesKey}=`, 'base64')
  }

  sign(timestamp: string, nonce: string, ciphertext: string): string {
    const parts = [this.#token, timestamp, nonce, ciphertext].sort((one, other) => (one < other ? -1 : 1))
    return createHash('sha1').update(parts.join('')).digest('hex')
  }

  /** random(16) | length(4) | text | receiveid, padded to 32. */
  encrypt(text: string, receiveId: string, random = randomBytes(16)): string {
    const message = Buffer.from(text)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(message.length)
    return this.encryptFrame(pad(Buffer.concat([random, length, message, Buffer.from(receiveId)])))
  }

  /** Encrypts whole blocks as they are, so that tests can make frames that are wrong inside. */
  encryptFrame(frame: Buffer): string {
    return this.#cipher(frame).toString('base64')
  }

  decrypt(ciphertext: string): { readonly text: string; readonly receiveId: string } {
    const cipher = createDecipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false)
    const plain = Buffer.concat([cipher.update(ciphertext, 'base64'), cipher.final()])
    const frame = plain.subarray(0, plain.length - (plain.at(-1) ?? 0))
    const end = 20 + frame.readUInt32BE(16)
    return { text: frame.toString('utf8', 20, end), receiveId: frame.toString('utf8', end) }
  }

  /** A file as the file host hands it out: no frame, only padding. */
  encryptFile(bytes: Uint8Array): Buffer {
    return this.#cipher(pad(Buffer.from(bytes)))
  }

  #cipher(plain: Buffer): Buffer {
    const cipher = createCipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([cipher.update(plain), cipher.final()])
  }
}

/** PKCS#7 with blocks of 32. */
export function pad(plain: Buffer): Buffer {
  const count = 32 - (plain.length % 32)
  return Buffer.concat([plain, Buffer.alloc(count, count)])
}
