import type { Block, Paragraph } from '../../../src/readers/document.ts'

/** One paragraph a line, as the txt reader makes them. */
export function linesOf(text: string | readonly string[]): readonly Paragraph[] {
  const lines = typeof text === 'string' ? text.split('\n') : text
  return lines.map((line, index) => ({
    kind: 'paragraph',
    text: line,
    style: 'body',
    place: { line: index + 1 },
  }))
}

/** A picture among the blocks. */
export function picture(line: number): Block {
  return { kind: 'picture', name: 'image1.png', width: 400, height: 300, place: { line } }
}
