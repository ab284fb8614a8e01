import { drawableText, textWidth } from './text.ts'

/** What a line does not begin with, and what it does not end with. */
const closing = /^[、，。；：！？）》」』】〉〕”’％,.;:!?)\]}%…—]/u
const opening = /[（《「『【〈〔“‘([{]$/u
/** What is torn apart only where a line cannot hold it. */
const pieces = /[\p{Script=Latin}\p{Nd}.+\-−%]+| |./gu

/**
 * Breaks a text into lines of at most `width`: between Chinese characters, not inside numbers, not before a comma; as
 * few as hold it, and about as long as each other, so that no word is torn for the sake of one character.
 */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const parts = unbroken(drawableText(text))
  const fullest = filled(parts, size, width)
  let [low, high] = [width / 2, width]
  while (fullest.length > 1 && high - low > size / 4) {
    const middle = (low + high) / 2
    if (filled(parts, size, middle).length <= fullest.length) high = middle
    else low = middle
  }
  return high === width ? fullest : filled(parts, size, high)
}

/** Fills one line after the other. */
function filled(parts: readonly string[], size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const put = (piece: string): void => {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line = line === '' ? piece.trimStart() : line + piece
  }
  for (const piece of parts) {
    if (textWidth(piece, size) <= width) put(piece)
    else for (const character of piece) put(character)
  }
  lines.push(line.trimEnd())
  return lines
}

/** Pieces between which a line may end. */
function unbroken(text: string): readonly string[] {
  const found: string[] = []
  for (const [piece] of text.matchAll(pieces)) {
    const last = found.at(-1)
    if (last !== undefined && (closing.test(piece) || opening.test(last)))
      found[found.length - 1] = last + piece
    else found.push(piece)
  }
  return found
}
