import type { Block, Place } from '../../readers/document.ts'
import { isPartHeading } from '../labels/form-words.ts'
import { foldCharacters } from './text-pieces.ts'

/** A line of a paragraph. */
export interface TextLine {
  readonly text: string
  /** Index of the block it stands in. */
  readonly block: number
  readonly place: Place
  readonly isBarrier: boolean
  readonly isPageNumber: boolean
}

const pageNumber =
  /^\s*(?:[-—–―·~]+\s*\d{1,4}\s*[-—–―·~]+|第\s*[\d一二三四五六七八九十]+\s*页.*|\d{1,3}\s*\/\s*\d{1,3}|page\s*\d+.*)\s*$/i
const ruler = /^[\s|+:─━┄┈=-]*(?:-{3}|[─━=]{2})[\s|+:─━┄┈=-]*$/

/** The border of a box below a row, also where a merged cell goes on beside it: `│    ├────┼───┤`. */
const border = /[─━]{2,}[┤┼┴┬┘┐]|[├┼└┌][─━]{2,}/
const bordered = /[┌┐└┘├┤┬┴┼─━┈┄]+/g

/** Markdown writes a mark that could be one of its own behind a backslash. */
const escaped = /\\([!-/:-@[-`{-~])/g

function plainText(text: string): string {
  if (ruler.test(text)) return ''
  const bare = border.test(text) ? text.replace(bordered, ' ') : text
  return bare.includes('|')
    ? bare.replace(escaped, (whole, mark: string) => (mark === '|' ? whole : mark))
    : bare
}

/** The lines of the blocks from `from` to before `to`; a table or picture is a line that bars. */
export function linesOf(blocks: readonly Block[], from: number, to: number): readonly TextLine[] {
  return blocks.slice(from, to).flatMap((block, index): TextLine[] => {
    const at = { block: from + index, place: block.place }
    if (block.kind !== 'paragraph') return [{ text: '', ...at, isBarrier: true, isPageNumber: false }]
    return block.text.split('\n').map((text) => ({
      text: plainText(text),
      ...at,
      isBarrier: block.style === 'title' || isPartHeading(text),
      isPageNumber: pageNumber.test(foldCharacters(text)),
    }))
  })
}

/** Whether a line holds nothing but spaces; so is one that is not there. */
export function isBlankLine(line: TextLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}
