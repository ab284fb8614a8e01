import { parse } from 'content-disposition'

/**
 * The file name in a Content-Disposition header, which was read as Latin-1: by RFC 6266 and 5987, and what servers make
 * of them (bare UTF-8 or GBK, percent signs in a plain name, encoded words of RFC 2047, any charset). Empty: none.
 */
export function dispositionName(header: string): string {
  const whole = parsedName(header)
  // An extended value is decoded already; in a plain one many servers encode all the same.
  if (whole !== null && /filename\*\s*=/i.test(header)) return whole
  return extendedName(header) ?? plainName(whole ?? looseName(header))
}

/** As the grammar has it; null where the header keeps to none, or its bytes are not in the charset that it names. */
function parsedName(header: string): string | null {
  try {
    const name = parse(literal(header)).parameters['filename'] ?? null
    return name?.includes('\ufffd') === true ? null : name
  } catch {
    return null
  }
}

/** A backslash that escapes neither a quote nor itself stands for itself: of a path, or half of a character in GBK. */
function literal(header: string): string {
  return header.replaceAll(/\\(["\\])?/g, (found, escaped?: string) =>
    escaped === undefined ? '\\\\' : found,
  )
}

/** `filename*=charset'language'percent-encoded`, quoted or not; null where there is none, or it is empty. */
function extendedName(header: string): string | null {
  const [, charset = '', value = ''] =
    /filename\*\s*=\s*"?(?:([\w.-]*)'[^']*')?"?([^;"]*)/i.exec(header) ?? []
  const name = value.trim()
  if (name === '') return null
  const bytes = percentBytes(name)
  return bytes === null ? name : (decodeAs(charset, bytes) ?? textOf(bytes) ?? name)
}

/** Headers outside the grammar: bare spaces or other characters in an unquoted name, say. */
function looseName(header: string): string {
  const plain = /filename\s*=\s*(?:"([^"]*)"?|([^;]*))/i.exec(header)
  return (plain?.[1] ?? plain?.[2] ?? '').trim().replace(/^'(.*)'$/, '$1')
}

function plainName(name: string): string {
  const words = encodedWords(name)
  if (words !== name) return words
  const [escaped, bare] = [percentBytes(name), latin1Bytes(name)]
  const decoded = escaped === null ? null : textOf(escaped)
  return decoded ?? (bare === null ? null : textOf(bare)) ?? name
}

/** `=?charset?B?base64?=` and `=?charset?Q?…?=`; the white space between two of them is none of the name. */
function encodedWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(
      /=\?([\w.-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi,
      (word, charset: string, way: string, code: string) => {
        const bytes =
          way.toLowerCase() === 'b'
            ? Buffer.from(code, 'base64')
            : percentBytes(code.replaceAll('_', ' ').replaceAll(/=(?=[\da-f]{2})/gi, '%'))
        return (bytes === null ? null : decodeAs(charset, bytes)) ?? word
      },
    )
}

/** The bytes behind percent signs; null where one stands for itself. */
function percentBytes(text: string): Buffer | null {
  if (/%(?![\da-f]{2})/i.test(text)) return null
  return latin1Bytes(
    text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
}

/** The bytes as they stood in the header; null where some character is none of Latin-1. */
function latin1Bytes(text: string): Buffer | null {
  // eslint-disable-next-line no-control-regex -- the range of one byte
  return /^[\x00-\xff]*$/.test(text) ? Buffer.from(text, 'latin1') : null
}

/** Bytes that make sense as UTF-8 were meant so, else as GB18030 where that gives Chinese; null: neither. */
function textOf(bytes: Buffer): string | null {
  const utf8 = decodeAs('utf-8', bytes)
  if (utf8 !== null) return utf8
  const chinese = decodeAs('gb18030', bytes)
  return chinese !== null && /\p{Script=Han}/u.test(chinese) ? chinese : null
}

function decodeAs(charset: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
