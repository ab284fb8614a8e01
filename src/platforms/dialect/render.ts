import { readBlocks, type Block } from './blocks.ts'
import { dialects, type Dialect, type DialectName } from './dialect.ts'
import { harmless } from './harmless.ts'
import type { Line } from './inline.ts'
import { renderLine } from './render-line.ts'
import { tableInWords } from './table-in-words.ts'

export type { DialectName } from './dialect.ts'

/**
 * A reply's Markdown as the dialect shows it. What the dialect lacks is worded otherwise; text is made harmless:
 * whatever it says, it neither mentions nor links nor formats.
 */
export function renderReply(markdown: string, dialect: DialectName): string {
  return renderBlocks(readBlocks(markdown), dialect)
}

/** The same for blocks. */
export function renderBlocks(blocks: readonly Block[], dialect: DialectName): string {
  return join(blocks, dialects[dialect])
}

function join(blocks: readonly Block[], dialect: Dialect): string {
  return blocks.map((block) => renderBlock(block, dialect)).join('\n\n')
}

function renderBlock(block: Block, dialect: Dialect): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) => renderLine(line, dialect)).join(dialect.newline)
    case 'heading':
      return dialect.heading
        ? `${'#'.repeat(block.level)} ${renderLine(block.line, dialect, false)}`
        : renderLine(block.line, dialect)
    case 'list':
      return list(block, dialect)
    case 'quote':
      return quoted(join(block.blocks, dialect), dialect)
    case 'code':
      return code(block.lines, dialect)
    case 'table':
      return dialect.table ? table(block, dialect) : renderBlock(tableInWords(block), dialect)
    case 'rule':
      return dialect.rule
  }
}

function list({ start, items }: Extract<Block, { kind: 'list' }>, dialect: Dialect): string {
  const isMarked = start === null || dialect.isOrderedList
  return items
    .map((item, index) => {
      const mark = start === null ? dialect.bullet : dialect.ordinal(start + index)
      const [first = '', ...others] = join(item, dialect)
        .split('\n')
        .filter((line) => line.trim() !== '')
      const indent = isMarked ? ' '.repeat(mark.length) : '　'
      return [`${mark}${first}`, ...others.map((line) => `${indent}${line}`)].join('\n')
    })
    .join(isMarked ? '\n' : dialect.newline)
}

function quoted(text: string, dialect: Dialect): string {
  return dialect.quote
    ? text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    : text
}

function code(lines: readonly string[], dialect: Dialect): string {
  const shown = lines.map((line) => `${/^\s*/.exec(line)?.[0] ?? ''}${harmless(line.trim())}`)
  return dialect.codeBlock
    ? ['```', ...shown, '```'].join('\n')
    : shown.map((line) => line.trim()).join(dialect.newline)
}

function table({ header, rows }: Extract<Block, { kind: 'table' }>, dialect: Dialect): string {
  const row = (cells: readonly Line[]): string =>
    `| ${cells.map((cell) => renderLine(cell, dialect, false)).join(' | ')} |`
  return [row(header), `|${header.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n')
}
