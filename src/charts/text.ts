import type { Anchor, Box, Point, TextMark } from './drawing.ts'
import { advances, drawable } from './glyphs.ts'

const ranges = drawable.split(' ').map((range): readonly [number, number] => {
  const [from = '', to = from] = range.split('-')
  return [parseInt(from, 16), parseInt(to, 16)]
})

const widths = new Map(
  advances.split(' ').map((entry) => {
    const [point = '', width] = entry.split(':')
    return [parseInt(point, 16), Number(width) / 1000]
  }),
)

/** Stands for a character that the fonts cannot draw. */
const missing = '□'

/** Whether the shipped fonts can draw a character. */
export function isDrawable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  let [low, high] = [0, ranges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= point) low = middle
    else high = middle - 1
  }
  const [from, to] = ranges[low] ?? [1, 0]
  return from <= point && point <= to
}

/** The text as it can be drawn, on one line: □ for what the fonts lack, nothing for what is never seen. */
export function drawableText(text: string): string {
  const visible = text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return Array.from(visible, (character) => (isDrawable(character) ? character : missing)).join('')
}

/** Width of a drawable text in the shipped fonts. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += widths.get(character.codePointAt(0) ?? 0) ?? 1
  return ems * size
}

/** Height that a line of text takes; its letters stand on `baseline`, both in font sizes. */
export const lineHeight = 1.25
export const baseline = 1

/** A line of text whose anchor is at `at.x` and whose box begins at `at.y`. */
export function textMark(
  role: TextMark['role'],
  text: string,
  size: number,
  at: Point,
  anchor: Anchor = 'start',
): TextMark {
  return { kind: 'text', role, text, size, anchor, box: textBox(text, size, at, anchor) }
}

function textBox(text: string, size: number, { x, y }: Point, anchor: Anchor): Box {
  const width = textWidth(text, size)
  const shift = { start: 0, middle: width / 2, end: width }[anchor]
  return { x: x - shift, y, width, height: size * lineHeight }
}
