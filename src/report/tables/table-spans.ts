import type { SectionNumber, TableKey } from '../statutory-tables.ts'
import { tableSection } from '../statutory-tables.ts'

/** The heading of a part, by its index among the blocks. */
export interface PlacedHeading {
  readonly index: number
  readonly number: SectionNumber
}

/** The part in which a block stands; null before the first heading. */
export function sectionAt(index: number, headings: readonly PlacedHeading[]): SectionNumber | null {
  const before = headings.filter((heading) => heading.index <= index)
  return (
    before.reduce<PlacedHeading | null>(
      (last, heading) => (last === null || heading.index >= last.index ? heading : last),
      null,
    )?.number ?? null
  )
}

/**
 * The part in which a table is to be looked for: its own, or, where its heading was lost, the nearest one before
 * it that is there; null where it must stand before all headings.
 */
export function homeOf(table: TableKey, headings: readonly PlacedHeading[]): SectionNumber | null {
  const numbers = headings.map((heading) => heading.number).filter((number) => number <= tableSection[table])
  return numbers.reduce<SectionNumber | null>(
    (nearest, number) => (nearest === null || number > nearest ? number : nearest),
    null,
  )
}

/** Whether a block stands where the table is due. */
export function isHome(index: number, table: TableKey, headings: readonly PlacedHeading[]): boolean {
  return sectionAt(index, headings) === homeOf(table, headings)
}
