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
  let part: readonly Block[] = []
  const waiting = [...blocks]
  for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
    if (fits([...part, block])) {
      part = [...part, block]
      continue
    }
    const before = part
    const divided = divide(block, before, fits)
    if (divided !== null) {
      parts.push([...before, divided.head])
      waiting.unshift(...divided.tail)
      part = []
    } else if (before.length === 0) {
      parts.push([block])
    } else {
      const orphans = before.length > 1 && isHeading(before.at(-1)) ? 1 : 0
      parts.push(before.slice(0, before.length - orphans))
      waiting.unshift(...before.slice(before.length - orphans), block)
      part = []
    }
  }
  return part.length > 0 || parts.length === 0 ? [...parts, part] : parts
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
