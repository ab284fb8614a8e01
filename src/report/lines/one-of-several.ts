import { isPartHeading, isSideWord } from '../labels/form-words.ts'
import type { Cell } from '../read-report.ts'
import type { CellId } from '../statutory-tables.ts'
import { isOfOtherYear, yearsIn } from './items/stated-years.ts'
import type { LabelItem, TextItem } from './items/text-items.ts'
import type { TextLine } from './page/text-lines.ts'
import type { FoundTable } from './text-table.ts'

/** A table of several of its kind in one part of the report, with the words over it. */
interface Captioned {
  readonly table: FoundTable
  readonly caption: string
}

/** Where to look for a table, and how it begins. */
export interface TableSearch {
  readonly items: readonly TextItem[]
  readonly lines: readonly TextLine[]
  /** The report's year, null where it is not known. */
  readonly year: number | null
  /** Whether a label is that of the table's first row. */
  readonly isFirst: (label: LabelItem) => boolean
  readonly read: (items: readonly TextItem[]) => FoundTable | null
}

/**
 * Reads a table; of several in one part with different figures – last year's, another place's – the one whose
 * caption says that it is the report's. Where none does, the cells are unread.
 */
export function readOneOfSeveral(search: TableSearch): FoundTable | null {
  const starts = startsInOnePart(search)
  const tables = starts.length < 2 ? [] : captionedTables(search, starts)
  const [first, ...others] = tables
  if (first === undefined || others.every(({ table }) => isSame(table, first.table))) {
    return search.read(search.items)
  }
  return (ownOf(tables, search.year) ?? null)?.table ?? unreadTable(tables.map(({ table }) => table))
}

/** Items that begin a table, as many as stand in the part of the first one. */
function startsInOnePart({ items, lines, isFirst }: TableSearch): readonly number[] {
  const starts = items.flatMap((item, index) => (item.kind === 'label' && isFirst(item) ? [index] : []))
  const isNewPart = (start: number): boolean =>
    lines
      .slice(items[starts[0] ?? 0]?.line, items[start]?.line)
      .some(({ isBarrier, text }) => isBarrier && isPartHeading(text) && yearsIn(text).length === 0)
  const end = starts.findIndex(isNewPart)
  return end < 0 ? starts : starts.slice(0, end)
}

function captionedTables(
  { items, lines, read }: TableSearch,
  starts: readonly number[],
): readonly Captioned[] {
  const begins = starts.map(
    (start) => items.slice(0, start).findLastIndex(({ kind }) => kind === 'figures') + 1,
  )
  return starts.flatMap((start, index) => {
    const from = begins[index] ?? 0
    const table = read(items.slice(index === 0 ? 0 : from, begins[index + 1] ?? items.length))
    return table === null ? [] : [{ table, caption: captionOf(lines, items[start]?.line ?? 0) }]
  })
}

const captionReach = 8

/** The lines over a table that are no words of its header, back to a heading or a row of figures. */
function captionOf(lines: readonly TextLine[], line: number): string {
  const above = lines.slice(Math.max(0, line - captionReach), line)
  const end = above.findLastIndex(
    ({ isBarrier, text }) =>
      (isBarrier && yearsIn(text).length === 0) || /\d[\d\s|]*\d/.test(text.replace(/20\d\d\s*年/g, '')),
  )
  return above
    .slice(end + 1)
    .map(({ text }) => text.trim())
    .filter(
      (text) => text !== '' && !isSideWord(text.replace(/[|│┃¦｜\t]/g, ' ')) && !text.includes('勾稽关系'),
    )
    .join(' ')
}

const whole = /全[省市县区镇乡州盟旗]|合计|汇总|总表/

function ownOf(tables: readonly Captioned[], year: number | null): Captioned | undefined {
  const ofYear = tables.filter(
    ({ caption }) => !isOfOtherYear(caption, year) && !/上年|去年|上一年/.test(caption),
  )
  if (ofYear.length === 1) return ofYear[0]
  const totals = ofYear.filter(({ caption }) => whole.test(caption))
  if (totals.length === 1) return totals[0]
  const [first, ...others] = ofYear
  return first?.caption === '' && others.every(({ caption }) => caption !== '') ? first : undefined
}

function isSame(a: FoundTable, b: FoundTable): boolean {
  return [...a.cells].every(([id, cell]) => cell.value === (b.cells.get(id)?.value ?? null))
}

function unreadTable(tables: readonly FoundTable[]): FoundTable | null {
  const [first] = tables
  if (first === undefined) return null
  const textOf = (id: CellId): string =>
    tables
      .map(({ cells }) => cells.get(id)?.text ?? '')
      .filter((text) => text !== '')
      .join(' ')
  const cells = new Map<CellId, Cell>(
    [...first.cells].map(([id, cell]) => [
      id,
      cell.state === 'absent'
        ? cell
        : { ...cell, state: 'unread', value: null, text: textOf(id), repaired: false },
    ]),
  )
  return { ...first, cells, labels: [] }
}
