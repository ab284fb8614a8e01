import type { Block } from '../../readers/document.ts'
import type { ReadTable } from '../read-report.ts'
import { tableKeys } from '../statutory-tables.ts'
import type { TableKey } from '../statutory-tables.ts'
import type { FoundPart } from '../grids/table-grids.ts'
import { joinCutRows } from '../grids/cut-rows.ts'
import { readGrids } from '../grids/table-grids.ts'
import type { TextTables } from '../lines/table-lines.ts'
import type { TextTable } from '../lines/text-table.ts'
import { readTableLines } from '../lines/table-lines.ts'
import { namedTable } from './named-tables.ts'
import { picturesOfTables } from './table-pictures.ts'
import type { PlacedHeading } from './table-spans.ts'
import { isHome } from './table-spans.ts'
import { emptyTable, isWhole, uniteParts } from './table-union.ts'

/** The three tables of a report, and the blocks that are theirs: these belong to no part's text. */
export interface ReadTables {
  readonly tables: Readonly<Record<TableKey, ReadTable>>
  readonly claimed: ReadonlySet<Block>
}

/**
 * Reads the three statutory tables out of a report's blocks (those of `flowOf`), whatever they are there: true
 * tables first, then lines of text for rows that these lack; a picture in a part without its table stands for it.
 * `headings` are the parts' headings by their index in `blocks`; `year` is the report's, where its title says it.
 */
export function readTables(
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
  year: number | null = null,
): ReadTables {
  const grids = readGrids(joinCutRows(blocks), headings, year)
  const text = tableKeys.every((key) => isWhole(key, grids[key])) ? null : readTableLines(blocks)
  const claimed = new Set(tableKeys.flatMap((key) => grids[key].map(({ index }) => index)))
  const found = new Map<TableKey, ReadTable>()
  for (const key of tableKeys) {
    const lines = linesFor(key, grids[key], text, headings)
    const { table, usesText } = uniteParts(key, { found: grids[key], lines, year })
    if (table !== null) found.set(key, table)
    for (const index of usesText ? (lines?.blocks ?? []) : []) claimed.add(index)
  }
  const lacking = tableKeys.filter((key) => !found.has(key))
  const pictures = picturesOfTables(blocks, headings, lacking)
  const tableOf = (key: TableKey): ReadTable =>
    found.get(key) ??
    (pictures.has(key)
      ? emptyTable(key, 'image')
      : (namedTable(key, blocks, headings) ?? emptyTable(key, 'missing')))
  return {
    tables: {
      proactiveDisclosure: tableOf('proactiveDisclosure'),
      requests: tableOf('requests'),
      review: tableOf('review'),
    },
    claimed: new Set([...claimed].flatMap((index) => blocks[index] ?? [])),
  }
}

/** The lines of text that hold a table; beside pieces of a true table only where the table is due. */
function linesFor(
  key: TableKey,
  parts: readonly FoundPart[],
  text: TextTables | null,
  headings: readonly PlacedHeading[],
): TextTable | null {
  const lines = text?.tables[key] ?? null
  if (lines === null || !parts.some(({ part }) => part.rows.size > 0)) return lines
  return [...lines.blocks].some((index) => isHome(index, key, headings)) ? lines : null
}
