/** A stretch of a drawn line between two marks (rules that go up or down), by display columns. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Nothing but a horizontal rule. */
  readonly isRule: boolean
}

/** How many columns wide a kind of character is shown. */
export interface CharacterWidths {
  readonly han: 1 | 2
  readonly box: 1 | 2
  /** Quotes, dashes and circled numbers, which are as wide as the font has them. */
  readonly ambiguous: 1 | 2
}

/** What the programs that draw such tables assume, the most usual first. */
export const characterWidths: readonly CharacterWidths[] = [
  { han: 2, box: 1, ambiguous: 1 },
  { han: 2, box: 1, ambiguous: 2 },
  { han: 2, box: 2, ambiguous: 2 },
  { han: 2, box: 2, ambiguous: 1 },
  { han: 1, box: 1, ambiguous: 1 },
]

const boxHorizontal = /[─━┄┅┈┉╌╍═╴╶╸╺╼╾]/
const boxVertical = /[│┃┆┇┊┋╎╏║]/
const boxJunction = /[┌-╋╒-╬]/
const wideCharacter =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/
const ambiguousCharacter = /[·×‐—–‘’“”…※←-↓①-⓿■-◯★☆]/

const drawn = /^\s*[│┃┆┇┊┋╎╏║┌-╋╒-╬].*[│┃┆┇┊┋╎╏║┌-╋╒-╬]\s*$/
const asciiBorder = /^\s*\+(?:[-=]+\+)+\s*$/
const asciiLine = /^\s*[|+].*[|+]\s*$/

/** Which characters draw the lines of a table: `box` for box-drawing characters, `ascii` for `+`, `-` and `|`. */
export type Drawing = 'box' | 'ascii'

/** Whether a line may begin a drawn table. */
export function drawingOf(line: string): Drawing | null {
  if (drawn.test(line)) return 'box'
  return asciiBorder.test(line) ? 'ascii' : null
}

/** Whether a line belongs to a table drawn in this way. */
export function isDrawnLine(line: string, drawing: Drawing): boolean {
  return drawing === 'box' ? drawn.test(line) : asciiLine.test(line)
}

/** The stretches of a line between its marks, from left to right. */
export function segmentsOf(line: string, drawing: Drawing, widths: CharacterWidths): readonly Segment[] {
  const segments: Segment[] = []
  let column = 0
  let from: number | null = null
  let text = ''
  const characters = Array.from(line)
  characters.forEach((character, index) => {
    if (isMark(characters, index, drawing)) {
      if (from !== null) segments.push({ from, to: column, text, isRule: isRule(text, drawing) })
      column += drawing === 'box' ? widths.box : 1
      from = column
      text = ''
    } else {
      text += character
      column += widthOf(character, widths)
    }
  })
  return segments
}

function isMark(characters: readonly string[], index: number, drawing: Drawing): boolean {
  const character = characters[index] ?? ''
  if (drawing === 'box') return boxVertical.test(character) || boxJunction.test(character)
  if (character === '|') return true
  // A sign before a number is no corner.
  return (
    character === '+' &&
    [characters[index - 1], characters[index + 1]].some((near) => /[-=]/.test(near ?? ''))
  )
}

function isRule(text: string, drawing: Drawing): boolean {
  if (text === '') return false
  if (drawing === 'ascii') return /^[-=]{2,}$/.test(text)
  return Array.from(text).every((character) => boxHorizontal.test(character))
}

/** How many columns a text is shown over. */
export function displayWidth(text: string, widths: CharacterWidths): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character, widths), 0)
}

function widthOf(character: string, widths: CharacterWidths): number {
  if (boxHorizontal.test(character)) return widths.box
  if (wideCharacter.test(character)) return widths.han
  return ambiguousCharacter.test(character) ? widths.ambiguous : 1
}
