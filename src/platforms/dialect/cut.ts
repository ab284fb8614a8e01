/** Bytes that `numbered` may add to a part. */
export const numberingBytes = 16

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/**
 * Cuts text into parts of at most `maxBytes` UTF-8 bytes on line borders, inside a line only where it is longer than a
 * part, never inside a character. Joined they are the text.
 */
export function cutText(text: string, { maxBytes }: { readonly maxBytes: number }): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const piece of text.split(/(?<=\n)/).flatMap((line) => cutLine(line, maxBytes))) {
    if (part !== '' && byteLength(part) + byteLength(piece) > maxBytes) {
      parts.push(part)
      part = ''
    }
    part += piece
  }
  if (part !== '' || parts.length === 0) parts.push(part)
  return parts
}

/** Adds （1/3） where there are several parts. */
export function numbered(parts: readonly string[]): readonly string[] {
  if (parts.length < 2) return parts
  return parts.map((part, index) => `${numberOf(index, parts.length)}\n${part}`)
}

/** （1/3） for the first of three. */
export function numberOf(index: number, count: number): string {
  return `（${index + 1}/${count}）`
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A line in pieces that fit. */
export function cutLine(line: string, maxBytes: number): readonly string[] {
  if (byteLength(line) <= maxBytes) return [line]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(line)) {
    // A character of many code points may be longer than a part.
    for (const unit of byteLength(segment) > maxBytes ? segment : [segment]) {
      if (piece !== '' && byteLength(piece) + byteLength(unit) > maxBytes) {
        pieces.push(piece)
        piece = ''
      }
      piece += unit
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}
