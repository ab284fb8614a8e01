const signature = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

/** Whether the bytes are an OLE compound file: Word, Excel or WPS before 2007, or an encrypted newer one. */
export function isOle(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

const entryBytes = 128

/**
 * Names of the streams and storages in an OLE compound file. Directory entries of 128 bytes stand at multiples of
 * their size: a UTF-16 name, its length in bytes, the kind of entry. They are found without following the
 * sector chains, so also in a file that is cut off.
 */
export function oleNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = new Set<string>()
  for (let start = 512; start + entryBytes <= bytes.length; start += entryBytes) {
    const length = view.getUint16(start + 64, true)
    const kind = bytes[start + 66]
    const isEntry =
      length >= 4 && length <= 64 && length % 2 === 0 && (kind === 1 || kind === 2 || kind === 5)
    if (!isEntry || view.getUint16(start + length - 2, true) !== 0) continue
    names.add(Buffer.from(bytes.buffer, bytes.byteOffset + start, length - 2).toString('utf16le'))
  }
  return names
}
