import type { Block } from '../../readers/document.ts'
import { isSideWord } from '../labels/form-words.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { requestRows } from '../statutory-tables.ts'
import type { TableKey } from '../statutory-tables.ts'
import { readOneOfSeveral } from './one-of-several.ts'
import { yearOfReport } from './items/stated-years.ts'
import { readDisclosureText } from './text-disclosure.ts'
import type { LabelItem, TextItem } from './items/text-items.ts'
import type { TextLine } from './page/text-lines.ts'
import { itemsOf } from './items/items-of-lines.ts'
import { withKeptBlankLines } from './page/kept-blank-lines.ts'
import { withoutListMarks } from './page/list-marks.ts'
import { withWholeRows } from './page/whole-rows.ts'
import { withFurniture } from './page/page-furniture.ts'
import { linesOf } from './page/text-lines.ts'
import { readRequestText } from './text-requests.ts'
import { readReviewText } from './text-review.ts'
import type { FoundTable, TextTable } from './text-table.ts'

/** What the lines of text hold of the three tables; null where a table is not there as text. */
export interface TextTables {
  readonly tables: Readonly<Record<TableKey, TextTable | null>>
  /** All claimed blocks of the three tables. */
  readonly claimed: ReadonlySet<number>
}

/** Blocks `from` … `to` (not included) of the list. */
export interface BlockRange {
  readonly from: number
  readonly to: number
}

const received = normalizeLabel(requestRows[0].label)

const firstRow =
  (letters: string) =>
  (label: LabelItem): boolean =>
    label.letters === letters

/**
 * Finds the three tables in paragraphs that are lines of text, wherever they stand in `range` (the whole list by
 * default), and reads them by their labels, whatever the layout. What cannot be told apart is `unread`; lines of
 * narrative are left alone. Tables and pictures among the blocks end a table of text.
 */
export function readTableLines(blocks: readonly Block[], range?: BlockRange): TextTables {
  const { from, to } = range ?? { from: 0, to: blocks.length }
  const lines = withKeptBlankLines(withWholeRows(withoutListMarks(withFurniture(linesOf(blocks, from, to)))))
  const year = yearOfReport(lines)
  const items = itemsOf(lines, year)
  const claim = (found: FoundTable | null): TextTable | null => {
    if (found === null) return null
    const { firstLine, lastLine, ...table } = found
    return { ...table, blocks: claimedBlocks(lines, items, firstLine, lastLine) }
  }
  const tables = {
    proactiveDisclosure: claim(
      readOneOfSeveral({
        items,
        lines,
        year,
        isFirst: firstRow('规章'),
        read: (own) => readDisclosureText(own, lines),
      }),
    ),
    requests: claim(
      readOneOfSeveral({
        items,
        lines,
        year,
        isFirst: firstRow(received),
        read: (own) => readRequestText(own, lines),
      }),
    ),
    review: claim(
      readOneOfSeveral({
        items,
        lines,
        year,
        isFirst: firstRow('行政复议'),
        read: (own) => readReviewText(own, lines),
      }),
    ),
  }
  const claimed = Object.values(tables).flatMap((table) => [...(table?.blocks ?? [])])
  return { tables, claimed: new Set(claimed) }
}

/**
 * The paragraphs of a table: from the first line of its header to the last of its rows, without sentences between.
 * One that also holds a sentence or a heading is none of them.
 */
function claimedBlocks(
  lines: readonly TextLine[],
  items: readonly TextItem[],
  firstRow: number,
  lastRow: number,
): ReadonlySet<number> {
  const barred = new Set(items.filter(({ kind }) => kind === 'barrier').map(({ line }) => line))
  const isHeader = (index: number): boolean => !barred.has(index) && isHeaderLine(lines[index])
  let first = firstRow
  while (first > 0 && isHeader(first - 1)) first -= 1
  let last = lastRow
  while (last + 1 < lines.length && !barred.has(last + 1) && isEmptyCells(lines[last + 1])) last += 1
  const inside = lines.slice(first, last + 1).filter((_, index) => !barred.has(first + index))
  const mixed = new Set(lines.filter((_, index) => barred.has(index)).map(({ block }) => block))
  return new Set(inside.map(({ block }) => block).filter((block) => !mixed.has(block)))
}

function isHeaderLine(line: TextLine | undefined): boolean {
  return line !== undefined && (line.isPageNumber || isSideWord(line.text.replace(/[|│┃¦｜\t]/g, ' ')))
}

/** Nothing but the marks of a table. */
function isEmptyCells(line: TextLine | undefined): boolean {
  return line !== undefined && /^[\s|│┃¦｜]+$/.test(line.text)
}
