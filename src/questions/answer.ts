import type { Finding } from '../report/report.ts'
import type { StoredReport } from '../report/stored-report.ts'
import { officialHeadings, requestColumns, requestRows, sectionNumerals } from '../report/statutory-tables.ts'
import type { CaveatCode, DataQuery, NoFigure, Reference, Source } from './query.ts'

/** What the reports say to a query. */
export interface Answer {
  /** null: no report, or no such cell; `reason` says which. */
  readonly answer: number | null
  readonly reason: Extract<NoFigure, 'no_report' | 'no_table' | 'no_cell'> | null
  readonly caveats: readonly { readonly code: CaveatCode; readonly text: string }[]
  readonly missing: readonly string[]
  readonly reference: Reference | null
  readonly sources: readonly Source[]
}

/**
 * Query → answer, from the newest versions of the reports; knows no words. `government` is the agency whose report
 * compiles the others', where its figure is to stand beside the sum.
 */
export function answerQuery(
  query: DataQuery,
  reports: readonly StoredReport[],
  government: string | null,
): Answer {
  const [year] = query.years
  const stored = new Map(
    reports.filter((report) => report.year === year).map((report) => [report.agency, report]),
  )
  const found = query.agencies.flatMap((name) => stored.get(name) ?? [])
  const missing = query.agencies.filter((name) => !stored.has(name))
  const sources = found.flatMap(sourceOf)
  const blank = found.filter((report) => cellOf(report) === null)
  const isSum = query.operation === 'sum'
  const reason = reasonFor(found, sources)
  return {
    answer: reason === null ? sources.reduce((sum, source) => sum + source.value, 0) : null,
    reason,
    caveats:
      reason === null
        ? [
            ...(isSum ? missingCaveat(missing, year) : []),
            ...blankCaveat(blank, year),
            ...checkCaveat(
              found.filter((report) => cellOf(report) !== null),
              isSum,
            ),
            ...pictureCaveat(found.filter((report) => cellOf(report) !== null)),
          ]
        : [],
    missing: isSum ? missing : [],
    reference: isSum && reason === null ? referenceOf(stored.get(government ?? '')) : null,
    sources,
  }
}

/** The one cell of this metric: 表三, row 一、本年新收政府信息公开申请数量, column 总计. */
function cellOf({ report }: StoredReport): number | null {
  return report.tables.requests?.received.total ?? null
}

const heading = `${sectionNumerals[2]}、${officialHeadings[2]}`
const row = requestRows[0]
const column = requestColumns[6]

function sourceOf(stored: StoredReport): readonly Source[] {
  const value = cellOf(stored)
  if (value === null) return []
  const { agency, year } = stored
  return [{ agency, year, table: heading, row: row.number + row.label, column: column.label, value }]
}

function reasonFor(found: readonly StoredReport[], sources: readonly Source[]): Answer['reason'] {
  if (found.length === 0) return 'no_report'
  if (sources.length > 0) return null
  return found.every(({ report }) => report.tables.requests === null) ? 'no_table' : 'no_cell'
}

function referenceOf(stored: StoredReport | undefined): Reference | null {
  if (stored === undefined) return null
  const value = cellOf(stored)
  return value === null ? null : { agency: stored.agency, value }
}

type Caveat = Answer['caveats'][number]

function missingCaveat(missing: readonly string[], year: number): readonly Caveat[] {
  if (missing.length === 0) return []
  return [{ code: 'missing_reports', text: `未收到${year}年报告：${missing.join('、')}` }]
}

function blankCaveat(blank: readonly StoredReport[], year: number): readonly Caveat[] {
  if (blank.length === 0) return []
  const names = blank.map((report) => report.agency).join('、')
  return [{ code: 'blank_cells', text: `${names}的${year}年报告没有读到这一格，未计入` }]
}

/** A report with an open error is used as printed, and said so: of one, with a finding; of several, how many. */
function checkCaveat(used: readonly StoredReport[], isSum: boolean): readonly Caveat[] {
  const failed = used.filter(({ report }) => report.verdict === 'fail')
  const [first] = failed
  if (first === undefined) return []
  const counts = failed.map((stored) => `${stored.agency}（${errorsOf(stored).length} 处）`)
  const text = isSum
    ? `其中 ${failed.length} 家的报告有错误未改：${counts.join('、')}`
    : `${first.agency}${first.year}年报告有 ${errorsOf(first).length} 处错误未改${cited(errorsOf(first))}`
  return [{ code: 'check_failed', text }]
}

function errorsOf({ report }: StoredReport): readonly Finding[] {
  return report.findings.filter((finding) => finding.severity === 'error')
}

/** Characters of a finding that stand beside a figure. */
const citedLength = 60

/** The finding that concerns the figure, else the first, in short and without its full stop. */
function cited(errors: readonly Finding[]): string {
  const finding = errors.find(concernsFigure) ?? errors[0]
  if (finding === undefined) return ''
  const sentence = finding.message.split('。')[0] ?? ''
  const characters = Array.from(sentence.replace(/[，；：、,;:\s]+$/u, ''))
  const short =
    characters.length > citedLength ? `${characters.slice(0, citedLength).join('')}…` : characters.join('')
  return `（${short}${errors.length > 1 ? '，等' : ''}）`
}

/** Reports out of a file have no cells with their findings, only the words. */
function concernsFigure({ cells, message }: Finding): boolean {
  return cells.length > 0
    ? cells.includes('requests.received.total')
    : message.includes('本年新收') && message.includes('“总计”')
}

function pictureCaveat(used: readonly StoredReport[]): readonly Caveat[] {
  const pictures = used.filter(({ report }) => report.tableSources.requests === 'image')
  if (pictures.length === 0) return []
  const names = pictures.map((report) => report.agency).join('、')
  return [{ code: 'ocr', text: `${names}的表三是图片，数字由图片识别，请对照原表` }]
}
