import type { Block, Table } from '../../readers/document.ts'
import { isDisclosureOf2019, readDisclosureSegment } from './disclosure-grid.ts'
import { gridOf } from './grid.ts'
import { readRequestSegment, requestStart } from './request-grid.ts'
import { readHeadlessReview, readReviewRows } from './review-grid.ts'
import type { OpenBand } from './review-grid.ts'
import { uprightRequests } from './upright-requests.ts'
import { tableSection } from '../statutory-tables.ts'
import type { TableKey } from '../statutory-tables.ts'
import type { TablePart } from '../tables/table-part.ts'
import type { TableSegment } from './table-segments.ts'
import { segmentsOf } from './table-segments.ts'
import type { PlacedHeading } from '../tables/table-spans.ts'
import { isHome, sectionAt } from '../tables/table-spans.ts'
import { isBlank, isFigure } from '../labels/table-words.ts'

/** A piece of a statutory table as read, and where it was found. */
export interface FoundPart {
  readonly part: TablePart
  /** Index of its block. */
  readonly index: number
  /** Its labels alone show which table it is. */
  readonly sure: boolean
  /** It stands in the part where its table is due. */
  readonly home: boolean
}

interface FoundSegment {
  readonly index: number
  readonly segment: TableSegment
  readonly home: boolean
}

/** Fewest different labels that make a piece of table sure where it stands in another part. */
const sureWords = 4

/**
 * The pieces of the three tables among the true tables, the surest first. A piece in the part where its table is
 * due needs only one label, one elsewhere enough of them.
 */
export function readGrids(
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
): Readonly<Record<TableKey, readonly FoundPart[]>> {
  const all = blocks.flatMap((block, index) =>
    block.kind === 'table' ? segmentsIn(block, index, headings) : [],
  )
  const chosen = all.filter(({ segment, home }) => home || isSure(segment))
  return {
    proactiveDisclosure: disclosureParts(inTrust(chosen, 'proactiveDisclosure')),
    requests: requestParts(inTrust(chosen, 'requests')),
    review: reviewOf(inTrust(chosen, 'review'), blocks, headings),
  }
}

function segmentsIn(
  table: Table,
  index: number,
  headings: readonly PlacedHeading[],
): readonly FoundSegment[] {
  return segmentsOf(uprightRequests(table)).map((segment) => ({
    index,
    segment,
    home: isHome(index, segment.table, headings),
  }))
}

/** Enough labels to be a statutory table wherever it stands; 行政许可 and its like also head other statistics. */
function isSure(segment: TableSegment): boolean {
  if (segment.words < sureWords) return false
  if (segment.table !== 'proactiveDisclosure') return true
  return segment.rows.flat().some((cell) => /二十条|制发件数|处理决定|收费金额|新制作|公开总/.test(cell.text))
}

/** The pieces of one table, the surest first, each kind in the order of the file. */
function inTrust(found: readonly FoundSegment[], table: TableKey): readonly FoundSegment[] {
  const trust = ({ segment, home }: FoundSegment) => (home ? (isSure(segment) ? 0 : 1) : 2)
  return found
    .filter(({ segment }) => segment.table === table)
    .sort((a, b) => trust(a) - trust(b) || a.index - b.index)
}

function foundPart({ index, segment, home }: FoundSegment, part: TablePart): FoundPart {
  return { part, index, sure: isSure(segment), home }
}

function disclosureParts(found: readonly FoundSegment[]): readonly FoundPart[] {
  const form = found.some(({ segment }) => isDisclosureOf2019(segment)) ? '2019' : '2021'
  return found.map((entry) => foundPart(entry, readDisclosureSegment(entry.segment, form)))
}

function requestParts(found: readonly FoundSegment[]): readonly FoundPart[] {
  let context = requestStart
  return found.map((entry) => {
    const read = readRequestSegment(entry.segment, context)
    context = read.context
    return foundPart(entry, read.part)
  })
}

function reviewParts(found: readonly FoundSegment[], blocks: readonly Block[]): readonly FoundPart[] {
  let open: OpenBand = []
  return found.flatMap((entry) => {
    const { segment, index } = entry
    const read = readReviewRows(segment.rows, segment.from, open)
    open = read.open
    const part = foundPart(entry, read.part)
    const next = blocks[index + 1]
    if (open.length === 0 || next?.kind !== 'table' || !isFiguresOnly(next)) return [part]
    const rest = readReviewRows(gridOf(next), 0, open)
    open = rest.open
    return [part, { part: rest.part, index: index + 1, sure: false, home: entry.home }]
  })
}

/** The pieces of table 四, or the one row of figures in its part that has no header at all. */
function reviewOf(
  found: readonly FoundSegment[],
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
): readonly FoundPart[] {
  const parts = reviewParts(found, blocks)
  if (parts.length > 0) return parts
  const headless = blocks.flatMap((block, index) => {
    if (block.kind !== 'table' || sectionAt(index, headings) !== tableSection.review) return []
    const [row, ...others] = gridOf(block)
    const part = row === undefined || others.length > 0 ? null : readHeadlessReview(row)
    return part === null ? [] : [{ part, index, sure: false, home: true }]
  })
  return headless.length === 1 ? headless : []
}

/** A piece cut off from its header: nothing but figures. */
function isFiguresOnly(table: Table): boolean {
  const filled = table.cells.filter((cell) => !isBlank(cell.text))
  return filled.length > 0 && filled.every((cell) => isFigure(cell.text))
}
