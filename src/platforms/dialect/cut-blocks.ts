import type { Block } from './blocks.ts'
import { breakBlock, divideBlock } from './divide-block.ts'

/**
 * Shares blocks out over as few parts as fit, in order: cut between blocks, else between lines, items or rows (the
 * header repeated), inside a line only where it is longer than a part.
 */
export function cutBlocks(
  blocks: readonly Block[],
  fits: (part: readonly Block[]) => boolean,
): readonly (readonly Block[])[] {
  const parts: (readonly Block[])[] = []
  let rest = blocks
  do {
    const taken = takePart(rest, fits)
    parts.push(taken.part)
    rest = taken.rest
  } while (rest.length > 0)
  return parts
}

/** The first of these parts, and the blocks of the others. Where not even a piece of the first block fits, it is that. */
export function takePart(
  blocks: readonly Block[],
  fits: (part: readonly Block[]) => boolean,
): { readonly part: readonly Block[]; readonly rest: readonly Block[] } {
  const part: Block[] = []
  for (const [index, block] of blocks.entries()) {
    if (fits([...part, block])) {
      part.push(block)
      continue
    }
    const others = blocks.slice(index + 1)
    const divided = divide(block, part, fits)
    if (divided !== null) return { part: [...part, divided.head], rest: [...divided.tail, ...others] }
    if (part.length === 0) return { part: [block], rest: others }
    const orphans = part.length > 1 && isHeading(part.at(-1)) ? part.splice(-1) : []
    return { part, rest: [...orphans, block, ...others] }
  }
  return { part, rest: [] }
}

function divide(
  block: Block,
  before: readonly Block[],
  fits: (part: readonly Block[]) => boolean,
): ReturnType<typeof divideBlock> {
  // A table or code that a part of its own can hold is not torn.
  const staysWhole = block.kind === 'table' || block.kind === 'code'
  if (before.length > 0 && staysWhole && fits([block])) return null
  const inside = (head: Block): boolean => fits([...before, head])
  return divideBlock(block, inside) ?? (before.length === 0 ? breakBlock(block, inside) : null)
}

/** A line in bold stands above what it names. */
function isHeading(block: Block | undefined): boolean {
  if (block?.kind === 'heading') return true
  return block?.kind === 'paragraph' && block.lines.length === 1 && block.lines[0]?.[0]?.kind === 'strong'
}
