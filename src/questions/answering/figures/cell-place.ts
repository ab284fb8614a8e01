import {
  disclosureRows,
  documentColumns,
  documentRows,
  officialHeadings,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
  sectionNumerals,
  tableSection,
  type CellId,
  type TableKey,
} from '../../../report/statutory-tables.ts'

/** Where a cell stands in the form, as people read it. */
export interface CellPlace {
  /** Official heading with its number. */
  readonly table: string
  /** Printed label with its numeral. */
  readonly row: string
  readonly column: string
}

/** The place of each of the 200 cells. */
export const cellPlaces: ReadonlyMap<CellId, CellPlace> = new Map([
  ...documentRows.flatMap((row) =>
    documentColumns.map((column): [CellId, CellPlace] => [
      `proactiveDisclosure.${row.key}.${column.key}`,
      { table: headingOf('proactiveDisclosure'), row: row.label, column: column.label },
    ]),
  ),
  ...disclosureRows.map((row): [CellId, CellPlace] => [
    `proactiveDisclosure.${row.key}`,
    { table: headingOf('proactiveDisclosure'), row: row.label, column: row.column },
  ]),
  ...requestRows.flatMap((row) =>
    requestColumns.map((column): [CellId, CellPlace] => [
      `requests.${row.key}.${column.key}`,
      { table: headingOf('requests'), row: row.number + row.label, column: column.label },
    ]),
  ),
  ...reviewGroups.flatMap((group) =>
    reviewResults.map((result): [CellId, CellPlace] => [
      `review.${group.key}.${result.key}`,
      { table: headingOf('review'), row: group.label, column: result.label },
    ]),
  ),
])

function headingOf(table: TableKey): string {
  const number = tableSection[table]
  return `${sectionNumerals[number - 1] ?? ''}、${officialHeadings[number - 1] ?? ''}`
}
