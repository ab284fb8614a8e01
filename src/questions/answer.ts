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
            ...checkCaveat(found.filter((report) => cellOf(report) !== null)),
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

/** A report with an open error is used as printed, and said so, with the finding. */
function checkCaveat(used: readonly StoredReport[]): readonly Caveat[] {
  const failed = used.filter(({ report }) => report.verdict === 'fail')
  if (failed.length === 0) return []
  const texts = failed.map(({ agency, year, report }) => {
    const errors = report.findings.filter((finding) => finding.severity === 'error')
    const [first] = errors
    const cited = first === undefined ? '' : `（${first.message}${errors.length > 1 ? '等' : ''}）`
    return `${agency}${year}年报告有 ${errors.length} 处错误未改${cited}`
  })
  return [{ code: 'check_failed', text: texts.join('；') }]
}

function pictureCaveat(used: readonly StoredReport[]): readonly Caveat[] {
  const pictures = used.filter(({ report }) => report.tableSources.requests === 'image')
  if (pictures.length === 0) return []
  const names = pictures.map((report) => report.agency).join('、')
  return [{ code: 'ocr', text: `${names}的表三是图片，数字由图片识别，请对照原表` }]
}
