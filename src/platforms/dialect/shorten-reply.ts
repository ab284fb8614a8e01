import type { Reply, ReplyFile } from '../../bot.ts'
import type { PlatformFiles } from '../platform.ts'
import { readBlocks, type Block } from './blocks.ts'
import { takePart } from './cut-blocks.ts'
import type { DialectName } from './dialect.ts'
import { toMarkdown } from './markdown-source.ts'
import { byteLength } from './part-number.ts'
import { renderBlocks, renderReply } from './render.ts'

export interface Shortening {
  readonly dialect: DialectName
  /** Of one message, as its dialect shows it, in UTF-8. */
  readonly maxBytes: number
  readonly files: Pick<PlatformFiles, 'put'>
}

/** Bytes of what is shown beside the file, some thousand characters: more than a screen nobody reads in a chat. */
const longestSummary = 3_000

const note: Block = {
  kind: 'paragraph',
  lines: [[{ kind: 'text', text: '内容较长，这里只有开头，全文在文件里，请打开文件查看。' }]],
}

/**
 * A reply that is too long for its channel: as much of its beginning (the verdict, the first findings) as one message
 * holds, the link that it ends with, if it does, and the whole of it in a text file, which comes first of its files.
 */
export async function shortenReply(whole: Reply, { dialect, maxBytes, files }: Shortening): Promise<Reply> {
  const room = Math.min(maxBytes, longestSummary)
  const fits = (part: readonly Block[]): boolean => byteLength(renderBlocks(part, dialect)) <= room
  const blocks = readBlocks(whole.markdown)
  const last = blocks.at(-1)
  const end = [note, ...(last !== undefined && isLink(last) && fits([note, last]) ? [last] : [])]
  const beginning = takePart(blocks, (part) => fits([...part, ...end])).part
  const shown = [...beginning, ...end]
  return {
    ...whole,
    markdown: toMarkdown(fits(shown) ? shown : end),
    files: [await wholeText(whole, files), ...(whole.files ?? [])],
  }
}

function isLink(block: Block): boolean {
  return block.kind === 'paragraph' && block.lines.length === 1 && block.lines[0]?.[0]?.kind === 'link'
}

async function wholeText({ title, markdown }: Reply, files: Shortening['files']): Promise<ReplyFile> {
  // With its mark, even old editors on Windows open it as UTF-8.
  const bytes = Buffer.from(`\ufeff${renderReply(markdown, 'plain')}\n`)
  const sha256 = await files.put(bytes)
  return { kind: 'file', name: `${fileName(title)}.txt`, sha256, size: bytes.byteLength }
}

/** A title as the name of a file on any system. */
function fileName(title: string): string {
  const name = title.replaceAll(/[\p{Cc}\p{Cf}"*/:<>?\\|]/gu, ' ').trim()
  return name === '' ? '全文' : Array.from(name).slice(0, 40).join('')
}
