import { simplifiedCharacter } from './simplified.ts'

/**
 * A text made comparable: without spaces, line breaks and invisible characters, half-width, simplified. Each of
 * its characters knows where it stands in the print.
 */
export interface CompactText {
  readonly text: string
  /** The text as printed. */
  readonly printed: string
  /** Index in `printed` of each character of `text`. */
  readonly offsets: readonly number[]
}

const dropped = /[\s\u00AD\u200B-\u200F\u2060\uFEFF\uE000-\uF8FF]/
const folded = /[\uFF01-\uFF5E\u2F00-\u2FDF\uF900-\uFAFF]/

/** Makes a text comparable; never changes the order of characters. */
export function compactText(printed: string): CompactText {
  const offsets: number[] = []
  let text = ''
  for (let index = 0; index < printed.length; index += 1) {
    const character = printed.charAt(index)
    if (dropped.test(character)) continue
    const plain = folded.test(character) ? character.normalize('NFKC') : character
    text += simplifiedCharacter(plain).charAt(0)
    offsets.push(index)
  }
  return { text, printed, offsets }
}

/** The text alone, where nobody asks for its place in the print. */
export function compacted(printed: string): string {
  return compactText(printed).text
}

/** The printed words behind the characters from `start` to before `end`. */
export function printedSlice(compact: CompactText, start: number, end: number): string {
  return compact.printed.slice(printedOffset(compact, start), endOffset(compact, end))
}

/** Where character `index` stands in the print; the end of the print behind the last one. */
export function printedOffset(compact: CompactText, index: number): number {
  return compact.offsets[index] ?? compact.printed.length
}

function endOffset(compact: CompactText, end: number): number {
  const last = compact.offsets[end - 1]
  return last === undefined ? 0 : last + 1
}
