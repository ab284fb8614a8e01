/** Bytes that are put together as they come. */
export interface GrowingBytes {
  readonly add: (chunk: Uint8Array) => void
  /** What was added, without a copy. */
  readonly whole: () => Uint8Array
}

/** So much is there from the start, and the expected size only for a sender who has filled it. */
const atFirst = 64 * 1024

/** For about `expected` bytes (a hint) and never more than `most`. No copy is made once the hint proves right. */
export function growingBytes(expected: number, most: number): GrowingBytes {
  let buffer = Buffer.allocUnsafeSlow(Math.min(atFirst, most))
  let size = 0
  return {
    add: (chunk) => {
      const needed = size + chunk.byteLength
      if (needed > buffer.byteLength) {
        const larger = Buffer.allocUnsafeSlow(
          Math.max(needed, Math.min(most, Math.max(expected, 2 * needed))),
        )
        larger.set(buffer.subarray(0, size))
        buffer = larger
      }
      buffer.set(chunk, size)
      size = needed
    },
    whole: () => buffer.subarray(0, size),
  }
}
