import type { Block } from '../../readers/document.ts'
import { isWholeName } from './agency-name.ts'
import { compactText, type CompactText } from '../wording/compact-text.ts'
import { parseTitle, type TitleText } from './title-text.ts'

/** A title that stands among other words. */
export interface TitleInside {
  /** The title's own words. */
  readonly text: CompactText
  readonly title: TitleText
}

/** Ends of a title inside a line: no sentence goes on behind them. */
const ending = /报告|年报/g
const goesOn =
  /^(?:[的》”"』」]|有关|格式|编制|专栏|专题|栏目|工作|已|在|全文|如下|公布|予以|等|中|电子|通知|要求|及|和)/
const wordEnd = /[\s>＞»›|｜_:：\]】/]/

/**
 * Titles among other words of a block: behind a label (`标题：…`) or a breadcrumb, before the name of a web site or
 * the lead, in a cell of a table of metadata. Less sure than a title on lines of its own.
 */
export function titlesInside(block: Block): readonly TitleInside[] {
  if (block.kind === 'picture') return []
  if (block.kind === 'paragraph') return titlesIn(block.text)
  return block.cells.flatMap((cell) => {
    const text = compactText(cell.text.trim())
    const title = text.text.length > 90 ? null : parseTitle(text.text)
    return title?.isOfDisclosure === true ? [{ text, title }] : []
  })
}

function titlesIn(text: string): readonly TitleInside[] {
  const found: TitleInside[] = []
  for (const match of text.slice(0, 1000).matchAll(ending)) {
    const end = match.index + match[0].length
    if (goesOn.test(text.slice(end).trimStart())) continue
    const title = titleEndingAt(text, end)
    if (title !== null) found.push(title)
  }
  return found
}

/**
 * Tries the beginnings of words before `end`, the nearest first: words of the page may stand right before the title.
 * An agency's name with its area counts; one without, only if no word before makes it whole.
 */
function titleEndingAt(text: string, end: number): TitleInside | null {
  let partial: TitleInside | null = null
  for (let start = end - 8; start >= Math.max(0, end - 90); start -= 1) {
    const opens = start === 0 || wordEnd.test(text.charAt(start - 1))
    if (!opens || wordEnd.test(text.charAt(start))) continue
    const compact = compactText(text.slice(start, end))
    const title = parseTitle(compact.text)
    if (title?.isOfDisclosure !== true || title.year === null || title.agency === null) continue
    const found = { text: compact, title }
    if (isWholeName(compact.text.slice(title.agency.start, title.agency.end))) return found
    partial ??= found
  }
  return partial
}
