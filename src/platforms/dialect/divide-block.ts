import type { Block } from './blocks.ts'
import { divideLine } from './divide-line.ts'
import type { Line } from './inline.ts'
import { tableInWords } from './table-in-words.ts'

/** A block in two: what still fits, and what comes in the next part. */
export interface Divided {
  readonly head: Block
  readonly tail: readonly Block[]
}

type Fits = (head: Block) => boolean

/** Divides a block at its own borders: lines, items, rows with the header repeated. null: not even the first fits. */
export function divideBlock(block: Block, fits: Fits): Divided | null {
  switch (block.kind) {
    case 'paragraph':
      return atBorder(block.lines, (lines) => ({ ...block, lines }), fits)
    case 'code':
      return atBorder(block.lines, (lines) => ({ ...block, lines }), fits)
    case 'table':
      return atBorder(block.rows, (rows) => ({ ...block, rows }), fits)
    case 'list':
      return atBorder(
        block.items,
        (items, skipped) => ({ ...block, items, ...later(block.start, skipped) }),
        fits,
      )
    case 'quote':
      return atBorder(block.blocks, (blocks) => ({ ...block, blocks }), fits)
    case 'heading':
    case 'rule':
      return null
  }
}

/** Divides a block whose smallest piece is longer than a part: inside an item, a row or a line. */
export function breakBlock(block: Block, fits: Fits): Divided | null {
  switch (block.kind) {
    case 'paragraph':
      return breakLines(block.lines, fits)
    case 'heading':
      return breakLines([block.line], fits)
    case 'code':
      return breakLines(
        block.lines.map((text) => [{ kind: 'text', text }]),
        fits,
      )
    case 'table':
      return breakBlock(tableInWords(block), fits)
    case 'quote':
      return breakInner(block.blocks, (blocks) => ({ ...block, blocks }), fits)
    case 'list': {
      const [first = [], ...others] = block.items
      const divided = breakInner(first, (item) => ({ ...block, items: [item] }), fits)
      if (divided === null || others.length === 0) return divided
      return { ...divided, tail: [...divided.tail, { ...block, items: others, ...later(block.start, 1) }] }
    }
    case 'rule':
      return null
  }
}

function later(start: number | null, skipped: number): { readonly start: number | null } {
  return { start: start === null ? null : start + skipped }
}

function atBorder<Piece>(
  pieces: readonly Piece[],
  make: (pieces: readonly Piece[], skipped: number) => Block,
  fits: Fits,
): Divided | null {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(make(pieces.slice(0, middle), 0))) low = middle
    else high = middle - 1
  }
  return low < 1 ? null : { head: make(pieces.slice(0, low), 0), tail: [make(pieces.slice(low), low)] }
}

function breakLines(lines: readonly Line[], fits: Fits): Divided | null {
  const [first = [], ...others] = lines
  const halves = divideLine(first, (line) => fits({ kind: 'paragraph', lines: [line] }))
  if (halves === null) return null
  const rest = [...(halves[1].length === 0 ? [] : [halves[1]]), ...others]
  return {
    head: { kind: 'paragraph', lines: [halves[0]] },
    tail: rest.length === 0 ? [] : [{ kind: 'paragraph', lines: rest }],
  }
}

/** The rest of what is broken inside stands by itself in the next part. */
function breakInner(
  blocks: readonly Block[],
  make: (blocks: readonly Block[]) => Block,
  fits: Fits,
): Divided | null {
  const [first, ...others] = blocks
  if (first === undefined) return null
  const inside: Fits = (head) => fits(make([head]))
  if (inside(first)) {
    const whole = divideBlock(
      { kind: 'quote', blocks },
      (head) => head.kind === 'quote' && fits(make(head.blocks)),
    )
    if (whole?.head.kind !== 'quote') return null
    return {
      head: make(whole.head.blocks),
      tail: whole.tail.flatMap((rest) => (rest.kind === 'quote' ? rest.blocks : [])),
    }
  }
  const divided = divideBlock(first, inside) ?? breakBlock(first, inside)
  return divided === null ? null : { head: make([divided.head]), tail: [...divided.tail, ...others] }
}
