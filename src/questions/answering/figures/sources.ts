import type { Source } from '../../query/reply.ts'
import { cellPlaces } from './cell-place.ts'
import type { KnownEntry } from './entry.ts'
import type { UsedCell } from './figure.ts'

/** The cells that figures were made of, each once, in the order they were used. */
export function sourcesOf(entries: readonly KnownEntry[]): readonly Source[] {
  const used = entries.flatMap(({ figure }) => figure.cells)
  return [...new Map(used.map((one) => [keyOf(one), one])).values()].map(sourceOf)
}

function keyOf({ report, cell }: UsedCell): string {
  return `${report.year} ${cell} ${report.agency}`
}

function sourceOf({ report: { agency, year }, cell, value }: UsedCell): Source {
  const place = cellPlaces.get(cell)
  if (place === undefined) throw new Error(`no such cell: ${cell}`)
  return { agency, year, ...place, value }
}
