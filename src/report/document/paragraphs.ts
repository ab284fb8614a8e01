import type { Block, Paragraph } from '../../readers/document.ts'
import { compacted } from '../wording/compact-text.ts'
import { headingNumeral } from '../parts/heading-numeral.ts'
import type { TextParagraph } from '../read-report.ts'

/** `- 3 -`, `—3—`, `第3页 共10页`: the foot of a page, not of a sentence. */
const pageNumber =
  /^(?:[-—–·]{1,2}\d{1,3}[-—–·]{1,2}|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3}页?)$/
const converterMark = /\[bookmark:[^\]]{0,80}\]/g

/**
 * The running text among the blocks `from` … `to` (not included): without the blocks left out, page numbers and
 * empty lines. Lines that a page layout broke are put together again, so that no word hangs over a line end.
 * `wrap` is the width of wrapWidth.
 */
export function paragraphsOf(
  blocks: readonly Block[],
  from: number,
  to: number,
  leftOut: ReadonlySet<Block>,
  wrap: number | null,
): readonly TextParagraph[] {
  const paragraphs: Open[] = []
  let previous = from - 1
  for (let index = from; index < to; index += 1) {
    const block = blocks[index]
    const text = block?.kind === 'paragraph' && !leftOut.has(block) ? plainText(block) : ''
    if (block === undefined || text === '') continue
    const last = paragraphs.at(-1)
    const isNext = !blocks.slice(previous + 1, index).some((between) => isBreak(between, leftOut))
    if (last !== undefined && isNext && goesOn(last, text, wrap)) {
      last.text += text
      last.lastLine = text
      last.lineCount += 1
    } else {
      paragraphs.push({ text, lastLine: text, lineCount: 1, place: block.place })
    }
    previous = index
  }
  return paragraphs.map(({ text, place }) => ({ text, place }))
}

interface Open extends TextParagraph {
  text: string
  lastLine: string
  lineCount: number
}

/** Text of a paragraph, trimmed; empty for a page number. */
function plainText(paragraph: Paragraph): string {
  const text = paragraph.text.replace(converterMark, '').trim()
  return pageNumber.test(compacted(text)) ? '' : text
}

function isBreak(block: Block, leftOut: ReadonlySet<Block>): boolean {
  return block.kind !== 'paragraph' || leftOut.has(block)
}

/** The characters a full line holds where the file's lines are those of a printed page; null where they are not. */
export function wrapWidth(blocks: readonly Block[], leftOut: ReadonlySet<Block>): number | null {
  const prose = blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph' && !leftOut.has(block))
    .map((block) => compacted(block.text))
    .filter((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 12)
  const widths = prose.map(widthOf).sort((one, other) => one - other)
  const full = widths[Math.floor(widths.length * 0.9)]
  if (full === undefined || prose.length < 6 || full > 70) return null
  const broken = prose.filter((text) => !hasEnded(text) && widthOf(text) >= full * 0.8)
  return broken.length >= prose.length * 0.3 ? full : null
}

/** Width of a compact text in Chinese characters. */
function widthOf(text: string): number {
  return text.length - (text.match(/[\u0020-\u007e]/g)?.length ?? 0) / 2
}

function hasEnded(text: string): boolean {
  return /[。!?;:…][”"』」)]?$/.test(text)
}

/** True where a line goes on in the next one. */
function goesOn(paragraph: Open, next: string, wrap: number | null): boolean {
  const line = compacted(paragraph.lastLine)
  const following = compacted(next)
  const isFull = wrap !== null && widthOf(line) >= wrap * 0.9
  // A full line that ends with a colon may go on in the next one: `电子邮箱：`.
  if (hasEnded(line) && !(isFull && line.endsWith(':') && !startsItem(following))) return false
  if (/[、,“《‘(〔]$/.test(line)) return headingNumeral(following).style !== 'chinese'
  if (wrap === null || startsItem(following)) return false
  if (paragraph.lineCount > 1 || widthOf(line) >= wrap * 0.75) return !isDate(following)
  return /^[《“‘、,。)》”]/.test(following) && widthOf(line) >= wrap * 0.4
}

function startsItem(text: string): boolean {
  const { style, marked } = headingNumeral(text)
  return style !== 'none' && marked && !/^\d{1,2}\.\d/.test(text)
}

function isDate(text: string): boolean {
  return /^(?:\d{4}|[〇零○一二三四五六七八九]{4})年.{1,3}月.{1,4}日$/.test(text)
}
