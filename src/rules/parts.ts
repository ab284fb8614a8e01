import type { ReadReport, ReadSection } from '../report/read-report.ts'
import type { SectionNumber, TableKey } from '../report/statutory-tables.ts'
import { officialHeadings, sectionNumerals, tableKeys, tableSection } from '../report/statutory-tables.ts'

/** The numbers of the six parts, in order. */
export const partNumbers: readonly SectionNumber[] = [1, 2, 3, 4, 5, 6]

/** 一 … 六. */
export function numeralOf(number: SectionNumber): string {
  return sectionNumerals[number - 1] ?? ''
}

/** 第一部分 … 第六部分. */
export function partName(number: SectionNumber): string {
  return `第${numeralOf(number)}部分`
}

/** The official heading without its numeral: 总体情况. */
export function officialWording(number: SectionNumber): string {
  return officialHeadings[number - 1] ?? ''
}

/** The official heading with its numeral: 一、总体情况. */
export function officialHeading(number: SectionNumber): string {
  return `${numeralOf(number)}、${officialWording(number)}`
}

/** The part with that number, if it was recognised. */
export function partOf(read: ReadReport, number: SectionNumber): ReadSection | undefined {
  return read.sections.find((section) => section.number === number)
}

/** The heading of a part as printed, on one line; the official one where the part has none. */
export function headingOf(read: ReadReport, number: SectionNumber): string {
  const section = partOf(read, number)
  return section?.headingPresent === true
    ? section.heading.replace(/\s+/g, ' ').trim()
    : officialHeading(number)
}

/** The heading of the part in which a table stands. */
export function headingOfTable(read: ReadReport, table: TableKey): string {
  return headingOf(read, tableSection[table])
}

/** The table that a part consists of; null for the parts of text. */
export function tableOfPart(number: SectionNumber): TableKey | null {
  return tableKeys.find((key) => tableSection[key] === number) ?? null
}

/** True where nothing of a part was found: no heading, no content, no table. */
export function isPartMissing(read: ReadReport, number: SectionNumber): boolean {
  if (partOf(read, number) !== undefined) return false
  const table = tableOfPart(number)
  return table === null || read.tables[table].source === 'missing'
}
