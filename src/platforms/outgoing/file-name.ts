import { parse } from 'content-disposition'
import { shownFileName } from '../../http/shown-file-name.ts'

/**
 * The name of a downloaded file: from Content-Disposition (RFC 6266 and 5987, and what servers make of them), else one
 * of ours (`unnamed`) with the extension that the content asks for.
 */
export function fileName(
  contentDisposition: string | null,
  bytes: Uint8Array,
  unnamed = '未命名文件',
): string {
  const given = contentDisposition === null ? null : shownFileName(givenName(contentDisposition))
  return given ?? `${unnamed}${extensionOf(bytes)}`
}

function givenName(header: string): string {
  const name = parsedName(header) ?? looseName(header)
  // An extended value is decoded already; in a plain one many servers percent-encode all the same.
  const isExtended = /filename\*\s*=/i.test(header)
  return fromUtf8(isExtended ? name : percentDecoded(name))
}

function parsedName(header: string): string | null {
  try {
    return parse(header).parameters['filename'] ?? null
  } catch {
    return null
  }
}

/** Headers outside the grammar: bare spaces or other characters in an unquoted name, say. */
function looseName(header: string): string {
  const extended = /filename\*\s*=\s*(?:[\w-]*'[^']*')?([^;]+)/i.exec(header)?.[1]
  if (extended !== undefined) return percentDecoded(extended.trim().replaceAll('"', ''))
  const plain = /filename\s*=\s*(?:"([^"]*)"?|([^;]*))/i.exec(header)
  return (plain?.[1] ?? plain?.[2] ?? '').trim()
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** HTTP headers are read as Latin-1; bytes that make sense as UTF-8 were meant as such. */
function fromUtf8(text: string): string {
  // eslint-disable-next-line no-control-regex -- the range of one byte
  if (!/[\x80-\xff]/.test(text) || !/^[\x00-\xff]*$/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

const signatures: readonly (readonly [extension: string, head: string])[] = [
  ['.pdf', '25504446'],
  ['.doc', 'd0cf11e0'],
  ['.png', '89504e47'],
  ['.jpg', 'ffd8ff'],
  ['.gif', '47494638'],
]

function extensionOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('hex', 0, 4)
  if (head.startsWith('504b')) return packageExtension(buffer)
  return signatures.find(([, start]) => head.startsWith(start))?.[0] ?? ''
}

function packageExtension(buffer: Buffer): string {
  if (buffer.includes('word/')) return '.docx'
  return buffer.includes('xl/') ? '.xlsx' : '.zip'
}
