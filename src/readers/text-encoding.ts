/**
 * Text from bytes: UTF-16 with a byte order mark, UTF-8, else GB18030 (of which GBK and GB2312 are parts).
 * Undefined where the bytes are no text: invalid in each of these, or full of control characters.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decode(bytes)
  return text === undefined || looksBinary(text) ? undefined : text
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  const utf8 = decodeAs('utf-8', bytes)
  if (utf8 !== undefined) return utf8
  // A file cut off inside its last character is still text, in the encoding that its other characters show.
  const cutUtf8 = decodeAs('utf-8', bytes, { stream: true })
  if (cutUtf8 !== undefined && /[^\0-\x7f]/.test(cutUtf8)) return cutUtf8
  return decodeAs('gb18030', bytes) ?? decodeAs('gb18030', bytes, { stream: true })
}

function decodeAs(encoding: string, bytes: Uint8Array, options?: { stream: boolean }): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, options)
  } catch {
    return undefined
  }
}

/** Written texts hold line ends, tabs and page breaks, and hardly any other control character; never a NUL. */
function looksBinary(text: string): boolean {
  let controls = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0) return true
    if (code < 0x09 || (code > 0x0d && code < 0x20) || code === 0x7f) controls += 1
  }
  return controls > text.length / 100
}
