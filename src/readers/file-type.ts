import { UnreadableFileError } from '../errors.ts'

/** A kind of file that is known but not read: how people call it, and what its sender can do. */
export interface UnreadType {
  readonly name: string
  readonly advice: Advice
}

type Advice = 'save as docx' | 'send text' | 'unpack' | 'send report'

const adviceText: Readonly<Record<Advice, string>> = {
  'save as docx': '请用 Word 或 WPS 打开，另存为 .docx 后再发送',
  'send text': '请发送报告的 Word 文件（.docx）或文本文件（.txt）',
  unpack: '请解压后，把里面的报告（.docx 或 .txt）直接发送',
  'send report': '请发送 .docx 或 .txt 格式的年度报告',
}

/** The error for a file of a type that is not read. */
export function unsupportedType(type: UnreadType): UnreadableFileError {
  return new UnreadableFileError(
    'unsupported_type',
    `暂不能读取${type.name}，目前支持 .docx 和 .txt；${adviceText[type.advice]}。`,
  )
}

/** What the program takes for none of the types it knows. */
export const unknownType: UnreadType = { name: '这种类型的文件', advice: 'send report' }

interface Signature extends UnreadType {
  /** Bytes from `offset` on, as Latin-1. */
  readonly magic: string
  readonly offset?: number
}

const binarySignatures: readonly Signature[] = [
  { magic: '%PDF', name: ' PDF 文件', advice: 'send text' },
  { magic: '{\\rtf', name: ' RTF 文件', advice: 'save as docx' },
  ...['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x1f\x8b\x08', 'BZh', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd'].map(
    (magic): Signature => ({ magic, name: '压缩包', advice: 'unpack' }),
  ),
  ...['\x89PNG\r\n', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'].map((magic): Signature => ({
    magic,
    name: '图片',
    advice: 'send text',
  })),
  { magic: 'WEBP', offset: 8, name: '图片', advice: 'send text' },
  { magic: 'ftypheic', offset: 4, name: '图片', advice: 'send text' },
  { magic: 'ftyp', offset: 4, name: '视频文件', advice: 'send report' },
  { magic: 'ID3', name: '音频文件', advice: 'send report' },
  { magic: 'MZ\x90', name: '程序文件', advice: 'send report' },
  { magic: '\x7fELF', name: '程序文件', advice: 'send report' },
]

/** The type of a binary file by its first bytes; undefined if none is known. */
export function binaryType(bytes: Uint8Array): UnreadType | undefined {
  const head = latin1(bytes, 0, 64)
  if (head.startsWith('BM') && isBitmap(bytes)) return { name: '图片', advice: 'send text' }
  return binarySignatures.find(({ magic, offset = 0 }) => head.startsWith(magic, offset))
}

/** `BM` may begin a text: a bitmap also states its own length. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 14) return false
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) === bytes.length
}

const zipContents: readonly (readonly [RegExp, UnreadType])[] = [
  [/(^|\/)ofd\.xml$/i, { name: ' OFD 文件', advice: 'send text' }],
  [/^word\/document\.xml$/i, { name: '不完整的 Word 文件', advice: 'save as docx' }],
  [/^meta-inf\/container\.xml$/i, { name: '电子书文件', advice: 'send report' }],
  [/^content\.xml$/i, { name: ' OpenDocument 文件', advice: 'save as docx' }],
]

/** What a zip container without `[Content_Types].xml` is, by the names inside. */
export function zipType(names: readonly string[]): UnreadType {
  const known = zipContents.find(([pattern]) => names.some((name) => pattern.test(name)))
  return known?.[1] ?? { name: '压缩包', advice: 'unpack' }
}

const textSignatures: readonly (readonly [RegExp, UnreadType])[] = [
  [/^\{\\rtf/, { name: ' RTF 文件', advice: 'save as docx' }],
  [
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,20}mime-version:/i,
    { name: '网页归档文件（MHT）', advice: 'save as docx' },
  ],
  [
    /^<\?mso-application|^<\?xml[^>]*>\s*(?:<!--(?:(?!-->)[^])*-->\s*)?<\?mso-application/,
    { name: ' Office XML 文件', advice: 'save as docx' },
  ],
  [
    /^(?:<!--(?:(?!-->)[^])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|meta|body|table|div|p|script|style)\b/i,
    { name: '网页文件（HTML）', advice: 'save as docx' },
  ],
  [/^<\?xml/, { name: ' XML 文件', advice: 'send report' }],
]

/** How much of a text is looked at to tell markup from plain words. */
const headLength = 4_096

/** The type of a text file that is not plain text; undefined for plain text. */
export function markupType(text: string): UnreadType | undefined {
  const head = text.slice(0, headLength).trimStart()
  return textSignatures.find(([pattern]) => pattern.test(head))?.[1]
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)
}
