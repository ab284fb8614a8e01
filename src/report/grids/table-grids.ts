import type { Block, Table } from '../../readers/document.ts'
import { captionYear } from './caption-year.ts'
import { nextBlock } from './cut-rows.ts'
import { isDisclosureOf2019, readDisclosureSegment } from './disclosure-grid.ts'
import { gridOf } from './grid.ts'
import { isDisclosureTable, isOtherRequestStatistic } from './other-statistics.ts'
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
import type { YearMark } from './year-mark.ts'

/** A piece of a statutory table as read, and where it was found. */
export interface FoundPart {
  readonly part: TablePart
  /** Index of its block. */
  readonly index: number
  /** Its labels alone show which table it is. */
  readonly sure: boolean
  /** It stands in the part where its table is due. */
  readonly home: boolean
  /** The year that its caption names. */
  readonly year: YearMark | null
}

interface Surroundings {
  readonly blocks: readonly Block[]
  readonly headings: readonly PlacedHeading[]
  readonly year: number | null
}

interface FoundSegment {
  readonly index: number
  readonly segment: TableSegment
  readonly home: boolean
  readonly year: YearMark | null
}

/** Fewest different labels that make a piece of table sure where it stands in another part. */
const sureWords = 4

/**
 * The pieces of the three tables among the true tables, the surest first. A piece in the part where its table is
 * due needs only one label, one elsewhere enough of them. `year` is the report's, where it is known.
 */
export function readGrids(
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
  year: number | null,
): Readonly<Record<TableKey, readonly FoundPart[]>> {
  const all = blocks.flatMap((block, index) =>
    block.kind === 'table' ? segmentsIn(block, index, { blocks, headings }) : [],
  )
  const chosen = all.filter(({ segment, home }) => home || isSure(segment))
  return {
    proactiveDisclosure: inTrust(disclosureParts(segmentsFor(chosen, 'proactiveDisclosure'))),
    requests: inTrust(requestParts(segmentsFor(chosen, 'requests'))),
    review: inTrust(reviewOf(segmentsFor(chosen, 'review'), { blocks, headings, year })),
  }
}

function segmentsIn(
  table: Table,
  index: number,
  { blocks, headings }: Omit<Surroundings, 'year'>,
): readonly FoundSegment[] {
  return segmentsOf(uprightRequests(table)).map((segment, at) => ({
    index,
    segment,
    home: isHome(index, segment.table, headings),
    year: segment.year ?? (at === 0 ? captionYear(blocks, index, headings) : null),
  }))
}

/** Enough labels to be a statutory table wherever it stands; 行政许可 and its like also head other statistics. */
function isSure(segment: TableSegment): boolean {
  if (segment.words < sureWords) return false
  if (segment.table !== 'proactiveDisclosure') return true
  return segment.rows.flat().some((cell) => /二十条|制发件数|处理决定|收费金额|新制作|公开总/.test(cell.text))
}

/** The pieces of one table. */
function segmentsFor(found: readonly FoundSegment[], table: TableKey): readonly FoundSegment[] {
  return found.filter(({ segment }) => segment.table === table)
}

/** Those in the table's own part first, in the order of the file: a piece may go on with what the one before it began. */
function inOrder(found: readonly FoundSegment[]): readonly FoundSegment[] {
  return [...found].sort((a, b) => Number(b.home) - Number(a.home) || a.index - b.index)
}

/** The surest first, each kind in the order of the file. */
function inTrust(parts: readonly FoundPart[]): readonly FoundPart[] {
  const trust = ({ sure, home }: FoundPart) => (home ? (sure ? 0 : 1) : 2)
  return [...parts].sort((a, b) => trust(a) - trust(b) || a.index - b.index)
}

function foundPart({ index, segment, home, year }: FoundSegment, part: TablePart): FoundPart {
  return { part, index, sure: isSure(segment), home, year }
}

function disclosureParts(found: readonly FoundSegment[]): readonly FoundPart[] {
  if (!isDisclosureTable(found.map(({ segment }) => segment))) return []
  const form = found.some(({ segment }) => isDisclosureOf2019(segment)) ? '2019' : '2021'
  return found.map((entry) => foundPart(entry, readDisclosureSegment(entry.segment, form)))
}

function requestParts(found: readonly FoundSegment[]): readonly FoundPart[] {
  let context = requestStart
  const own = found.filter(({ segment }) => !isOtherRequestStatistic(segment))
  return inOrder(own).map((entry) => {
    const read = readRequestSegment(entry.segment, context)
    context = read.context
    return foundPart(entry, read.part)
  })
}

function reviewParts(found: readonly FoundSegment[], { blocks, year }: Surroundings): readonly FoundPart[] {
  let open: OpenBand = []
  return inOrder(found).flatMap((entry) => {
    const { segment, index } = entry
    const read = readReviewRows(segment.rows, segment.from, open, year)
    open = read.open
    const part = foundPart(entry, read.part)
    const at = nextBlock(blocks, index)
    const next = blocks[at]
    if (open.length === 0 || next?.kind !== 'table' || !isFiguresOnly(next)) return [part]
    const rest = readReviewRows(gridOf(next), 0, open, year)
    open = rest.open
    return [part, { part: rest.part, index: at, sure: false, home: entry.home, year: null }]
  })
}

/** The pieces of table 四, or the one row of figures in its part that has no header at all. */
function reviewOf(found: readonly FoundSegment[], around: Surroundings): readonly FoundPart[] {
  const { blocks, headings } = around
  const parts = reviewParts(found, around)
  if (parts.length > 0) return parts
  const headless = blocks.flatMap((block, index) => {
    if (block.kind !== 'table' || sectionAt(index, headings) !== tableSection.review) return []
    const [row, ...others] = gridOf(block)
    const part = row === undefined || others.length > 0 ? null : readHeadlessReview(row)
    return part === null ? [] : [{ part, index, sure: false, home: true, year: null }]
  })
  return headless.length === 1 ? headless : []
}

/** A piece cut off from its header: nothing but figures. */
function isFiguresOnly(table: Table): boolean {
  const filled = table.cells.filter((cell) => !isBlank(cell.text))
  return filled.length > 0 && filled.every((cell) => isFigure(cell.text))
}
