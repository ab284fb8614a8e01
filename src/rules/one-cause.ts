import type { ReadReport } from '../report/read-report.ts'
import type { Finding } from '../report/report.ts'
import type { SectionNumber } from '../report/statutory-tables.ts'
import { tableSection } from '../report/statutory-tables.ts'
import { tableOfCell } from './cell-names.ts'
import { headingOf, isPartMissing, partNumbers } from './parts.ts'

/**
 * One cause, one finding: drops what another finding has said already. Each filter says whether a finding says
 * something of its own; the order of the others is kept.
 */
export function oneCause(findings: readonly Finding[], read: ReadReport): readonly Finding[] {
  return findings.filter((finding, index) =>
    filters.every((saysMore) => saysMore({ finding, index, findings, read })),
  )
}

interface Candidate {
  readonly finding: Finding
  readonly index: number
  readonly findings: readonly Finding[]
  readonly read: ReadReport
}

const filters: readonly ((candidate: Candidate) => boolean)[] = [
  isNotRepeated,
  isNotAboutMissingPart,
  isNotAboutEmptyPart,
  isNotAboutUnreadPicture,
]

/** The same words twice help nobody. */
function isNotRepeated({ finding, index, findings }: Candidate): boolean {
  const same = (other: Finding): boolean =>
    other.rule === finding.rule && other.message === finding.message && other.where === finding.where
  return findings.findIndex(same) === index
}

/** Of a part that is missing, section-missing alone speaks. */
function isNotAboutMissingPart({ finding, read }: Candidate): boolean {
  if (!/^(?:content|cells)\/|^structure\/table-/.test(finding.rule)) return true
  const part = partOfFinding(finding, read)
  return part === undefined || !isPartMissing(read, part)
}

/** What an empty part, or one that says only 无, does not mention is clear; the fees must still be stated. */
function isNotAboutEmptyPart({ finding, findings }: Candidate): boolean {
  if (finding.rule !== 'content/five-aspects' && finding.rule !== 'content/section-five') return true
  return !findings.some((other) => other.rule === 'structure/section-empty' && other.where === finding.where)
}

/** Of a picture that could not be read, table-image alone speaks. */
function isNotAboutUnreadPicture({ finding, read }: Candidate): boolean {
  if (finding.rule.startsWith('structure/')) return true
  return !finding.cells.some((id) => {
    const { source, cells } = read.tables[tableOfCell(id)]
    return source === 'image' && ![...cells.values()].some((cell) => cell.state === 'number')
  })
}

/** The part a finding speaks of: by its cells, else by the heading at the head of `where`. */
function partOfFinding(finding: Finding, read: ReadReport): SectionNumber | undefined {
  const [cell] = finding.cells
  if (cell !== undefined) return tableSection[tableOfCell(cell)]
  const [heading] = finding.where.split(' / ')
  return partNumbers.find((number) => headingOf(read, number) === heading)
}
