import { briefly, tablesOf } from '../../report/report-excerpt.ts'
import type { Finding } from '../../report/report.ts'
import type { CellId, TableKey } from '../../report/statutory-tables.ts'
import type { ReportExcerpt, WantedCells } from '../../report/stored-report.ts'
import { numberOf, textOf, type Row, type Sql } from './sql.ts'

/** True for the row of the highest version of its agency and year. */
export const isNewest = `version = (SELECT max(version) FROM reports AS other
  WHERE other.agency = reports.agency AND other.year = reports.year)`

/** What is wanted of the newest versions: taken out of the documents where they lie. */
export function findExcerpts(
  sql: Sql,
  agencies: readonly string[],
  years: readonly number[],
  wanted: WantedCells,
): readonly ReportExcerpt[] {
  const tables = tablesOf(wanted.cells)
  const paths = [
    ...headPaths,
    ...wanted.cells.map((cell) => `$.report.tables.${cell}`),
    ...wanted.noted.map((cell) => `$.cellNotes."${cell}"`),
  ]
  const chunks = inChunks(paths)
  const rows = sql.all(
    `SELECT id, agency, year${tables.map(readColumn).join('')}${chunks.map(extractColumn).join('')} FROM reports
     WHERE agency IN (SELECT value FROM json_each(?)) AND year IN (SELECT value FROM json_each(?)) AND ${isNewest}`,
    ...chunks.flatMap((chunk) => [...chunk, padding]),
    JSON.stringify(agencies),
    JSON.stringify(years),
  )
  return rows.map((row) => excerptIn(row, tables, chunks.length, wanted))
}

const headPaths = [
  '$.report.format',
  '$.report.verdict',
  '$.report.findings',
  '$.report.tableSources',
] as const

/** json_extract gives an array, and numbers as they are written, only for more than one path. */
const padding = '$.year'

/** Paths of one json_extract; SQLite takes some hundred values a function. */
const chunkLength = 60

function inChunks(paths: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(paths.length / chunkLength) }, (_, index) =>
    paths.slice(index * chunkLength, (index + 1) * chunkLength),
  )
}

function readColumn(table: TableKey): string {
  return `, json_type(document, '$.report.tables.${table}') AS ${table}`
}

function extractColumn(chunk: readonly string[], index: number): string {
  return `, json_extract(document${', ?'.repeat(chunk.length + 1)}) AS chunk${index}`
}

function excerptIn(
  row: Row,
  tables: readonly TableKey[],
  chunks: number,
  { cells, noted }: WantedCells,
): ReportExcerpt {
  const [format, verdict, findings, tableSources, ...values] = Array.from({ length: chunks }, (_, index) =>
    (JSON.parse(textOf(row, `chunk${index}`)) as readonly unknown[]).slice(0, -1),
  ).flat() as [Head['format'], Head['verdict'], readonly Finding[], Head['tableSources'], ...unknown[]]
  const notes = values.slice(cells.length)
  return {
    ...{ id: textOf(row, 'id'), agency: textOf(row, 'agency'), year: numberOf(row, 'year') },
    ...{ format, verdict, tableSources, findings: findings.map(briefly) },
    cells: new Map(cells.map((cell, index): [CellId, number | null] => [cell, numberIn(values[index])])),
    unread: tables.filter((table) => row[table] !== 'object'),
    noted: new Set(noted.filter((_, index) => notes[index] !== null)),
  }
}

type Head = Pick<ReportExcerpt, 'format' | 'verdict' | 'tableSources'>

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
