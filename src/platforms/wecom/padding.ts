/** The platform pads to 32 bytes, not to the cipher's 16. */
export const paddingBlock = 32

/** The length without PKCS#7 padding of 1 to 32 equal bytes; null where it is none. */
export function unpaddedLength(plain: Uint8Array): number | null {
  const count = plain.at(-1) ?? 0
  if (count < 1 || count > paddingBlock || count > plain.length) return null
  const isPadding = plain.subarray(plain.length - count).every((byte) => byte === count)
  return isPadding ? plain.length - count : null
}
