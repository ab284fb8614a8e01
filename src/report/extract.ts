import type { Block, Document } from '../readers/document.ts'
import { UnreadableFileError } from '../errors.ts'
import { agencyInText } from './document/agency.ts'
import { findCitations, formatOf } from './document/citations.ts'
import { flowOf } from './grids/flow.ts'
import { findHeadings, type Heading } from './parts/headings.ts'
import { paragraphsOf, wrapWidth } from './document/paragraphs.ts'
import { findPeriod } from './document/period.ts'
import type { ReadPeriod, ReadReport, ReadSection } from './read-report.ts'
import { readTables } from './tables/read-tables.ts'
import type { Period, Report, Section } from './report.ts'
import { sectionStarts, type SectionStart } from './parts/section-content.ts'
import { readSections } from './parts/sections.ts'
import { splitHeadings } from './parts/split-headings.ts'
import { tableKeys, type TableKey } from './statutory-tables.ts'
import { tablesOf } from './tables/tables-of.ts'
import { findTitle, type FoundTitle } from './document/title.ts'
import { isReportYear } from './document/year.ts'

/**
 * Reads a document as an annual report: title, lead, the six parts, the three tables. What is not there is null or
 * empty. Throws UnreadableFileError `not_a_report` where there is no title of such a report, fewer than two of the
 * six headings, and none of the tables.
 */
export function extractReport(document: Document): ReadReport {
  const blocks = splitHeadings(flowOf(document))
  const headings = findHeadings(blocks)
  const { tables, claimed } = readTables(blocks, headings, yearInTitle(blocks, headings))
  const starts = sectionStarts(blocks, headings, tables, claimed)
  const title = findTitle(blocks, starts[0]?.index ?? blocks.length)
  if (!isReport(title, headings, tables)) throw notAReport()
  const wrap = wrapWidth(blocks, claimed)
  return assemble({
    title,
    lead: leadOf(blocks, starts, title, claimed, wrap),
    sections: readSections(blocks, starts, claimed, wrap),
    tables,
  })
}

/** The year in the title, which stands before the first heading. */
function yearInTitle(blocks: readonly Block[], headings: readonly Heading[]): number | null {
  const end = Math.min(blocks.length, ...headings.map(({ index }) => index))
  return findTitle(blocks, end)?.title.year ?? null
}

type Parts = Pick<ReadReport, 'lead' | 'sections' | 'tables'> & { readonly title: FoundTitle | null }

/** What the text as a whole says – agency, year, format, period – and all of it as a report. */
function assemble({ title: found, lead, sections, tables }: Parts): ReadReport {
  const title = found?.title ?? null
  const text = [...lead, ...sections.flatMap(({ paragraphs }) => paragraphs)]
  const citations = findCitations(text)
  const period = findPeriod(lead, text, title?.year ?? null)
  const report: Report = {
    agency: title?.agency ?? agencyInText(text),
    year: title?.year ?? yearOf(period),
    format: formatOf(citations),
    period: wholePeriod(period),
    sections: sections.map(asSection),
    tables: tablesOf(tables),
    tableSources: sourcesOf(tables),
  }
  return { report, title, lead, sections, tables, citations, period }
}

function isReport(
  title: FoundTitle | null,
  headings: readonly Heading[],
  tables: ReadReport['tables'],
): boolean {
  if (title?.isOfDisclosure === true || headings.length >= 2) return true
  return tableKeys.some((key) => tables[key].source !== 'missing')
}

function notAReport(): UnreadableFileError {
  return new UnreadableFileError(
    'not_a_report',
    '文件里没有找到政府信息公开工作年度报告的标题、各部分标题和表格，请确认选对了文件，再发送年度报告的正文。',
  )
}

/** What stands between the title and the first part. */
function leadOf(
  blocks: readonly Block[],
  starts: readonly SectionStart[],
  title: FoundTitle | null,
  claimed: ReadonlySet<Block>,
  wrap: number | null,
): ReadReport['lead'] {
  const own = title?.blocks ?? new Set<Block>()
  const from = blocks.findLastIndex((block) => own.has(block)) + 1
  return paragraphsOf(blocks, from, starts[0]?.index ?? blocks.length, new Set([...claimed, ...own]), wrap)
}

function yearOf(period: ReadPeriod | null): number | null {
  const year = Number((period?.from ?? period?.to ?? '').slice(0, 4))
  return isReportYear(year) ? year : null
}

function wholePeriod(period: ReadPeriod | null): Period | null {
  if (period?.from == null || period.to === null) return null
  return { from: period.from, to: period.to }
}

function asSection({ number, heading, paragraphs }: ReadSection): Section {
  return { number, heading, text: paragraphs.map(({ text }) => text).join('\n') }
}

function sourcesOf(tables: ReadReport['tables']): ReadReport['report']['tableSources'] {
  const source = (key: TableKey): ReadReport['tables'][TableKey]['source'] => tables[key].source
  return {
    proactiveDisclosure: source('proactiveDisclosure'),
    requests: source('requests'),
    review: source('review'),
  }
}
