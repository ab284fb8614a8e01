import type { Block } from './blocks.ts'
import type { Inline, Line } from './inline.ts'

/** Blocks as CommonMark again: read anew, they are the same blocks. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockSource).join('\n\n')
}

function blockSource(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) => escapedStart(lineSource(line))).join('\n')
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineSource(block.line)}`
    case 'list':
      return listSource(block)
    case 'quote':
      return indented(toMarkdown(block.blocks), '> ', '> ')
    case 'code':
      return codeSource(block.lines)
    case 'table':
      return tableSource(block)
    case 'rule':
      return '---'
  }
}

function listSource({ start, items }: Extract<Block, { kind: 'list' }>): string {
  return items
    .map((item, index) => {
      const mark = start === null ? '- ' : `${start + index}. `
      // Blank lines would part what stands close together.
      return indented(item.map(blockSource).join('\n\n'), mark, ' '.repeat(mark.length))
    })
    .join('\n')
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n')
}

function codeSource(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines, fence].join('\n')
}

function tableSource({ header, rows }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly Line[]): string => `| ${cells.map(lineSource).join(' | ')} |`
  return [row(header), `|${header.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n')
}

function lineSource(line: Line): string {
  return line.map(inlineSource).join('')
}

function inlineSource(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.replaceAll(/[\\`*_[\]<>|~#&!$]/g, '\\$&')
    case 'code':
      return codeSpan(inline.text)
    case 'strong':
      return marked(lineSource(inline.content), '**')
    case 'emphasis':
      return marked(lineSource(inline.content), '*')
    case 'struck':
      return marked(lineSource(inline.content), '~~')
    case 'link':
      return `[${lineSource(inline.content)}](<${inline.href.replaceAll(/[<>\\]/g, encodeURIComponent)}>)`
  }
}

/** Marks stand close to the words: with a blank between, they would be none. */
function marked(text: string, mark: string): string {
  const words = text.trim()
  return words === '' ? text : text.replace(words, () => `${mark}${words}${mark}`)
}

function codeSpan(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1)
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${room}${text}${room}${fence}`
}

/** What would make a list or a rule of a line of words. */
function escapedStart(line: string): string {
  return line.replace(/^([-+=]|\d{1,9}[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
}
