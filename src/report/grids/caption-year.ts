import type { Block } from '../../readers/document.ts'
import { compacted } from '../wording/compact-text.ts'
import type { PlacedHeading } from '../tables/table-spans.ts'
import type { YearMark } from './year-mark.ts'
import { yearMarkOf } from './year-mark.ts'

/** A caption and a line for the unit of measure. */
const mostLines = 2
const longestLine = 20
const announces = /如下|下表|[表:]$/

/** The year that the caption over a table names: in the lines between it and what stands above it. */
export function captionYear(
  blocks: readonly Block[],
  index: number,
  headings: readonly PlacedHeading[],
): YearMark | null {
  let lines = 0
  for (let at = index - 1; at >= 0 && lines < mostLines; at -= 1) {
    const block = blocks[at]
    if (block?.kind !== 'paragraph' || headings.some((heading) => heading.index === at)) return null
    if (block.text.trim() === '') continue
    lines += 1
    const mark = isCaption(block.text) ? yearMarkOf(block.text) : null
    if (mark !== null) return mark
  }
  return null
}

/** One line that is no sentence, or words that lead to the table. */
function isCaption(text: string): boolean {
  const plain = compacted(text)
  const isSentence = /[。;!?]/.test(plain) || (plain.length > longestLine && plain.includes(','))
  return !isSentence || announces.test(plain)
}
