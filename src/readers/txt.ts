import type { Block, Document, Place } from './document.ts'
import type { Budget } from './limits.ts'
import { commaTables } from './txt/comma-tables.ts'
import { drawnTables } from './txt/drawn-tables.ts'
import { undressed } from './txt/undressed.ts'
import { tableOf, withinLimits } from './txt/printed-table.ts'

/**
 * Reads plain text: one paragraph a line, its tabs, pipes and runs of spaces left as they are; comma-separated rows
 * and tables drawn with rules are tables. A page break ends a line too, but is not counted as one. Marks of the converters that write such texts: `[image: NAME]` stands for a
 * picture, `[bookmark: NAME]` for nothing.
 */
export function readTxt(text: string, budget: Budget): Document {
  budget.spendCharacters(text.length)
  const split = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/)
  if (split.at(-1) === '') split.pop()
  const lines = undressed(split)
  return { format: 'txt', blocks: blocksOf(lines, budget) }
}

function blocksOf(lines: readonly string[], budget: Budget): readonly Block[] {
  const printed = [...drawnTables(lines), ...commaTables(lines)].sort((a, b) => a.from - b.from)
  const blocks: Block[] = []
  let at = 0
  const readUntil = (end: number): void => {
    for (; at < end; at += 1) blocks.push(...readLine(lines[at] ?? '', { line: at + 1 }, budget))
  }
  for (const table of withinLimits(printed)) {
    if (table.from < at) continue
    readUntil(table.from)
    blocks.push(tableOf(table, budget))
    at = table.to
  }
  readUntil(lines.length)
  return blocks
}

function readLine(line: string, place: Place, budget: Budget): readonly Block[] {
  const pieces = line.split(/[\f\v]/)
  const written = pieces.length === 1 ? pieces : pieces.filter((piece) => piece !== '')
  return (written.length === 0 ? [''] : written).flatMap((piece) => readPiece(piece, place, budget))
}

const mark = /\[(image|bookmark): ?[^\][]*\]/g

function readPiece(piece: string, place: Place, budget: Budget): readonly Block[] {
  budget.spendParagraph(0)
  const before: Block[] = []
  const after: Block[] = []
  let text = ''
  let end = 0
  for (const found of piece.matchAll(mark)) {
    text += piece.slice(end, found.index)
    end = found.index + found[0].length
    if (found[1] !== 'image') continue
    budget.spendParagraph(0)
    const side = text.trim() === '' ? before : after
    side.push({ kind: 'picture', name: found[0], width: undefined, height: undefined, place })
  }
  text += piece.slice(end)
  const isPictureOnly = before.length + after.length > 0 && text.trim() === ''
  return [
    ...before,
    ...(isPictureOnly ? [] : [{ kind: 'paragraph', text, style: 'body', place } as const]),
    ...after,
  ]
}
