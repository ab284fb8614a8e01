import type { Block, Place } from '../../../readers/document.ts'
import { isPartHeading } from '../../labels/form-words.ts'
import { withoutInvisible, withoutWrapping } from './plain-marks.ts'
import { foldCharacters } from '../items/text-pieces.ts'

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

/** A border between the rows of a drawn table, also where a merged cell goes on beside it: `│    ├────┼───┤`. */
const boxBorder = /[─━═]{2,}[┐┘┤┬┴┼┨┥┯┷┿╂╫╪╣╦╩╬╗╝]|[┌└├┬┴┼┝┠┏┗┣╔╚╠╞╟][─━═]{2,}/
const asciiBorder = /^\s*\+(?:[-=]+\+)+\s*$/
const boxMarks = /[\u2500-\u257F]/g
const asciiMarks = /^\s*[|+].*[|+]\s*$/

/** Markdown writes a mark that could be one of its own behind a backslash. */
const escaped = /\\([!-/:-@[-`{-~])/g

/** The marks that draw the lines of a text's tables, where it has some. */
interface Drawing {
  readonly box: boolean
  readonly ascii: boolean
}

function plainText(text: string, drawing: Drawing): string {
  if (ruler.test(text) || asciiBorder.test(text)) return ''
  const bare = withoutWrapping(withoutMarks(text, drawing))
  return bare.includes('|')
    ? bare.replace(escaped, (whole, mark: string) => (mark === '|' ? whole : mark))
    : bare
}

/**
 * A drawn table whose cells could not be told has come as lines, and between two of its rules may stand a row over
 * several lines as well as several rows: its marks say no more than spaces.
 */
function withoutMarks(text: string, { box, ascii }: Drawing): string {
  const bare = box ? text.replace(boxMarks, ' ') : text
  return ascii && asciiMarks.test(bare) ? bare.replace(/\||\+(?=[-=]{2}|\s*$)|(?<=[-=]{2})\+/g, ' ') : bare
}

function drawingOf(blocks: readonly Block[]): Drawing {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
  return {
    box: lines.some((line) => boxBorder.test(line)),
    ascii: lines.some((line) => asciiBorder.test(line)),
  }
}

/** The lines of the blocks from `from` to before `to`; a table or picture is a line that bars. */
export function linesOf(blocks: readonly Block[], from: number, to: number): readonly TextLine[] {
  const drawing = drawingOf(blocks.slice(from, to))
  return blocks.slice(from, to).flatMap((block, index): TextLine[] => {
    const at = { block: from + index, place: block.place }
    if (block.kind !== 'paragraph') return [{ text: '', ...at, isBarrier: true, isPageNumber: false }]
    return withoutInvisible(block.text)
      .split('\n')
      .map((text) => ({
        text: plainText(text, drawing),
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
