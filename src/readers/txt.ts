import type { Block, Document, Place } from './document.ts'
import type { Budget } from './limits.ts'

/**
 * Reads plain text: one paragraph a line, its tabs, pipes and runs of spaces left as they are. A page break ends a
 * line too, but is not counted as one. Marks of the converters that write such texts: `[image: NAME]` stands for a
 * picture, `[bookmark: NAME]` for nothing.
 */
export function readTxt(text: string, budget: Budget): Document {
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/)
  if (lines.at(-1) === '') lines.pop()
  return {
    format: 'txt',
    blocks: lines.flatMap((line, index) => readLine(line, { line: index + 1 }, budget)),
  }
}

function readLine(line: string, place: Place, budget: Budget): readonly Block[] {
  const pieces = line.split(/[\f\v]/)
  const written = pieces.length === 1 ? pieces : pieces.filter((piece) => piece !== '')
  return (written.length === 0 ? [''] : written).flatMap((piece) => readPiece(piece, place, budget))
}

const mark = /\[(image|bookmark): ?([^\][]*)\]/g

function readPiece(piece: string, place: Place, budget: Budget): readonly Block[] {
  budget.spendParagraph(piece.length)
  const before: Block[] = []
  const after: Block[] = []
  const text = piece.replace(mark, (printed: string, kind: string, _name: string, offset: number) => {
    const isFirst = piece.slice(0, offset).replace(mark, '').trim() === ''
    if (kind === 'image') (isFirst ? before : after).push(pictureOf(printed, place))
    return ''
  })
  const isPictureOnly = before.length + after.length > 0 && text.trim() === ''
  if (isPictureOnly) return [...before, ...after]
  return [...before, { kind: 'paragraph', text, style: 'body', place }, ...after]
}

function pictureOf(printed: string, place: Place): Block {
  return { kind: 'picture', name: printed, width: undefined, height: undefined, place }
}
