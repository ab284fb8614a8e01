import type { Block, Paragraph } from '../../readers/document.ts'
import { compacted, compactText, printedOffset, type CompactText } from '../wording/compact-text.ts'
import { headingNumeral, smallNumber } from './heading-numeral.ts'
import { formAtStart, partOfWording } from './heading-wording.ts'

/**
 * The same blocks, with every heading of a part in a paragraph of its own: cut out of a line it shares with text,
 * of a paragraph with soft line breaks, or of a whole document in one line.
 * The pieces keep the place of what they were cut from.
 */
export function splitHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] =>
    block.kind === 'paragraph' ? splitParagraph(block) : [block],
  )
}

/** What may stand before a heading in its line: marks of a web page or a converter. */
export const lineMarks = /^(?:\[(?:bookmark|image)[^\]]{0,60}\]|[#*_|>●■◆•▪])+/

function splitParagraph(paragraph: Paragraph): readonly Paragraph[] {
  const pieces = linesWithHeadings(paragraph.text).flatMap(splitLine)
  if (pieces.length === 1) return [paragraph]
  return pieces.filter((text) => text.trim() !== '').map((text) => ({ ...paragraph, text }))
}

/** Soft line breaks part a paragraph only where a heading stands between them. */
function linesWithHeadings(text: string): readonly string[] {
  const lines = text.split('\n')
  if (lines.length === 1 || isHeading(compacted(text))) return [text]
  return lines.some((line) => startsHeading(compacted(line))) ? lines : [text]
}

function isHeading(text: string): boolean {
  const { style, value, length } = headingNumeral(text)
  return style !== 'none' && partOfWording(text.slice(length), value) !== null
}

function startsHeading(text: string): boolean {
  const { style, length } = headingNumeral(text)
  return style === 'chinese' && (formAtStart(text.slice(length)) !== null || isHeading(text))
}

function splitLine(line: string): readonly string[] {
  const compact = compactText(line)
  const starts = [0, ...headingsInside(compact.text)]
  const cuts = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? compact.text.length
    const length = runInLength(compact, start, end)
    return length === null ? [start] : [start, start + length]
  })
  return cuts.map((cut, index) => {
    const next = cuts[index + 1]
    const from = cut === 0 ? 0 : printedOffset(compact, cut)
    const piece = line.slice(from, next === undefined ? line.length : printedOffset(compact, next))
    return index > 0 && !starts.includes(cut) ? piece.replace(/^[\s:：。.—-]+/, '') : piece
  })
}

const insideHeading = /(?:第[一二三四五六]部分[、:]?|([一二三四五六])[、.]|(?<=[。!?])([1-6])[、.])/g

/** Where headings begin in the middle of a line: a right numeral, an official wording, and no list around them. */
function headingsInside(text: string): readonly number[] {
  const found: number[] = []
  for (const match of text.matchAll(insideHeading)) {
    const start = match.index
    const length = match[0].length
    const form = formAtStart(text.slice(start + length))
    const value = smallNumber(match[1] ?? match[2] ?? match[0].charAt(1))
    if (start === 0 || form?.number !== value) continue
    if (/[、,;“"《(〈「]/.test(text.charAt(start - 1)) || lineMarks.test(text.slice(0, start))) continue
    if (!isListed(text.slice(start + length + form.length))) found.push(start)
  }
  return found
}

/** True for what follows the name of a part in a list of the parts: `；二、…`, `六部分组成`. */
function isListed(rest: string): boolean {
  return /^[、,;”"》)」〉]|^(?:等|共|这)?(?:[六6]个?大?|几个)(?:部分|方面)|^等(?:内容|部分|[,。])/.test(rest)
}

/** Length of a heading at the start of a piece that runs on into text; null if none does. */
function runInLength({ text, offsets, printed }: CompactText, start: number, end: number): number | null {
  const line = text.slice(start, end)
  const marks = lineMarks.exec(line)?.[0].length ?? 0
  const numeral = headingNumeral(line.slice(marks))
  const head = marks + numeral.length
  const wording = line.slice(head)
  if (numeral.style === 'none') return null
  const form = formAtStart(wording)
  if (form !== null && (numeral.style === 'chinese' || form.number === numeral.value)) {
    return isText(wording.slice(form.length)) ? head + form.length : null
  }
  if (isKnown(wording, numeral.value)) return null
  if (numeral.style !== 'chinese' || !numeral.marked) return null
  const phrase = firstPhrase(wording, (index) => isWideGap(printed, offsets, start + head + index))
  return isKnown(phrase, numeral.value, numeral.value) ? head + phrase.length : null
}

/** True for the wording of a part (of this part, if one is named) that is more than a hint. */
function isKnown(wording: string, expected: number, number?: number): boolean {
  const known = partOfWording(wording, expected)
  if (known === null || known.strength === 'hint') return false
  return number === undefined || known.number === number
}

/**
 * True for what is text and no more of the heading (综述, 统计表), of a list of headings, or of a table of contents
 * (……3).
 */
function isText(rest: string): boolean {
  if (isListed(rest) || /^[.…·。:\-—_\d]*$/.test(rest)) return false
  return rest.length > 8 || /^(?:暂?无|本|我|未|一是|全|今|去|[\d(])|[。,;:!?]/.test(rest)
}

/** The words up to the first colon, full stop or wide gap; empty if there is none. */
function firstPhrase(wording: string, isGap: (index: number) => boolean): string {
  for (let index = 2; index <= Math.min(wording.length - 1, 30); index += 1) {
    if (/[:。]/.test(wording.charAt(index)) || isGap(index)) return wording.slice(0, index)
  }
  return ''
}

function isWideGap(printed: string, offsets: readonly number[], index: number): boolean {
  const from = offsets[index - 1]
  const to = offsets[index]
  if (from === undefined || to === undefined) return false
  return /\t|\u3000|[ \u00A0]{2}/.test(printed.slice(from + 1, to))
}
