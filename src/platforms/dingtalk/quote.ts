import { shownFileName } from '../../http/shown-file-name.ts'
import type { CallbackBody, CallbackContent, RepliedMessage, RichPiece } from './callback-shape.ts'

/** A file that can be fetched by its code. */
export interface CodedFile {
  readonly kind: 'file' | 'picture'
  readonly name: string | null
  readonly code: string
}

/** What a message quotes. */
export interface Quote {
  /** Files that came with their codes. */
  readonly files: readonly CodedFile[]
  /** Under which messages the codes may have come before, where none came now. */
  readonly lookUp: readonly string[]
  /** What was quoted is a file, as far as it can be told. */
  readonly isFile: boolean
  /** The name of the file, where it came without a code. */
  readonly name: string | null
  readonly text: string
}

/** So many files of one message are looked at. */
const mostFiles = 20
/** `unknownMsgType` is what older clients make of a quoted file. */
const fileTypes = ['file', 'picture', 'audio', 'video', 'unknownMsgType']

/** What the message quotes, in all the forms that were seen (they are not documented); null: nothing. */
export function quoteOf(body: CallbackBody): Quote | null {
  const replied = body.text?.repliedMsg ?? body.content?.repliedMsg
  const text = quotedText(body, replied)
  const ids = quotedIds(body, replied)
  const files = filesOf(replied?.content, replied?.msgType)
  if (replied === undefined && ids.length === 0 && text === '') return null
  const hasFiles = files.length > 0
  return {
    files,
    lookUp: hasFiles || text !== '' ? [] : ids,
    isFile: hasFiles || looksLikeFile(body, replied),
    name: nameOf(replied),
    text,
  }
}

function nameOf(replied: RepliedMessage | undefined): string | null {
  return shownFileName(replied?.content?.fileName ?? '')
}

function quotedIds(body: CallbackBody, replied: RepliedMessage | undefined): readonly string[] {
  const ids = [replied?.msgId, body.originalMsgId, body.quoteMessage?.msgId]
  return [...new Set(ids.filter((id) => id !== undefined))]
}

/** By its type; a quote of which nothing at all was handed over is a file as well. */
function looksLikeFile(body: CallbackBody, replied: RepliedMessage | undefined): boolean {
  const type = replied?.msgType ?? body.quoteMessage?.msgtype
  if (type !== undefined) return fileTypes.includes(type)
  return replied !== undefined && replied.content === undefined
}

/** The files in the content of a message of this type. */
export function filesOf(
  content: CallbackContent | undefined,
  type: string | undefined,
): readonly CodedFile[] {
  if (content === undefined) return []
  const own =
    content.downloadCode === undefined
      ? []
      : [codedFile(type === 'picture' ? 'picture' : 'file', content.fileName, content.downloadCode)]
  const inside = (content.richText ?? []).flatMap((piece) =>
    piece.downloadCode === undefined
      ? []
      : [codedFile(typeOf(piece) === 'file' ? 'file' : 'picture', piece.fileName, piece.downloadCode)],
  )
  const byCode = new Map([...own, ...inside].map((file) => [file.code, file]))
  return [...byCode.values()].slice(0, mostFiles)
}

/** The words of a richText; line breaks are pieces of their own, mentions are left out. */
export function richTextOf(content: CallbackContent | undefined): string {
  const wordless = ['at', 'picture', 'file']
  return (content?.richText ?? [])
    .filter((piece) => !wordless.includes(typeOf(piece)))
    .map((piece) => piece.text ?? piece.content ?? '')
    .join('')
    .trim()
}

function typeOf(piece: RichPiece): string {
  return piece.type ?? piece.msgType ?? 'text'
}

function codedFile(kind: CodedFile['kind'], name: string | undefined, code: string): CodedFile {
  return { kind, name: shownFileName(name ?? ''), code }
}

function quotedText(body: CallbackBody, replied: RepliedMessage | undefined): string {
  const content = replied?.content
  const candidates = [
    ...[content?.text, richTextOf(content), content?.content],
    ...[body.quoteMessage?.text?.content, body.content?.quoteContent],
  ]
  return candidates.map((text) => text?.trim() ?? '').find((text) => text !== '') ?? ''
}
