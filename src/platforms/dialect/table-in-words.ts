import type { Block } from './blocks.ts'
import type { Inline, Line } from './inline.ts'

/** A table where none can be shown: a line for each row, 列名：值；列名：值. */
export function tableInWords({ header, rows }: Extract<Block, { kind: 'table' }>): Block {
  const ofRow = (row: readonly Line[]): Line =>
    row.flatMap((cell, column) => [
      ...(column === 0 ? [] : [text('；')]),
      ...named(header[column] ?? []),
      ...(cell.length === 0 ? [text('（空白）')] : cell),
    ])
  return { kind: 'paragraph', lines: rows.length === 0 ? [header.flatMap(listed)] : rows.map(ofRow) }
}

function named(name: Line): Line {
  return name.length === 0 ? [] : [...name, text('：')]
}

function listed(name: Line, column: number): Line {
  return column === 0 ? name : [text('；'), ...name]
}

function text(words: string): Inline {
  return { kind: 'text', text: words }
}
