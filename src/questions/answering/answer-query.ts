import type { Finding } from '../../report/report.ts'
import type { StoredReport } from '../../report/stored-report.ts'
import {
  officialHeadings,
  requestColumns,
  requestRows,
  sectionNumerals,
} from '../../report/statutory-tables.ts'
import type { AnswerableQuery } from '../query/query.ts'
import type { Figures, NoFigure, Reference, Source } from '../query/reply.ts'
import type { World } from './world.ts'

/** Query → answer, from the newest versions of the reports; knows no words. */
export async function answerQuery(query: AnswerableQuery, world: World): Promise<Figures> {
  const [year] = query.years
  if (year === undefined || !isAnsweredSoFar(query)) return notYet
  const government = query.whose === 'all' ? world.government : null
  const wanted = [...query.agencies, ...(government === null ? [] : [government])]
  const reports = await world.reports.find(wanted, query.years)
  const stored = new Map(
    reports.filter((report) => report.year === year).map((report) => [report.agency, report]),
  )
  return figuresOf(query, year, stored, world)
}

function isAnsweredSoFar({ metrics, years, operation }: AnswerableQuery): boolean {
  const [metric, ...more] = metrics
  const isOne = metric === 'requests.received.total' && more.length === 0 && years.length === 1
  return isOne && (operation === 'value' || operation === 'sum')
}

function figuresOf(
  query: AnswerableQuery,
  year: number,
  stored: ReadonlyMap<string, StoredReport>,
  world: World,
): Figures {
  const found = query.agencies.flatMap((name) => stored.get(name) ?? [])
  const missing = query.agencies.filter((name) => !stored.has(name))
  const sources = found.flatMap(sourceOf)
  const reason = reasonFor(found, sources)
  if (reason !== null) {
    return { ...none, reason, refusal: reason === 'no_report' ? newestThereIs(query, world) : null }
  }
  const used = found.filter((report) => cellOf(report) !== null)
  const blank = found.filter((report) => cellOf(report) === null)
  const isSum = query.operation === 'sum'
  return {
    ...none,
    answer: sources.reduce((sum, source) => sum + source.value, 0),
    unit: '件',
    caveats: [
      ...(isSum ? missingCaveat(missing, year) : []),
      ...blankCaveat(blank, year),
      ...checkCaveat(used, isSum),
      ...pictureCaveat(used),
    ],
    missing: isSum ? missing : [],
    reference: isSum && query.whose === 'all' ? referenceOf(stored.get(world.government ?? '')) : null,
    sources,
  }
}

const none: Figures = {
  ...{ answer: null, unit: null, extras: {}, reason: null, refusal: null },
  ...{ caveats: [], missing: [], reference: null, sources: [] },
}
const notYet: Figures = {
  ...none,
  reason: 'not_understood',
  refusal: { kind: 'not_yet', what: '这样的数字' },
}

/** The newest year there is a report for, to be asked for instead. */
function newestThereIs(
  { agencies }: AnswerableQuery,
  { newestYearOf, reportingYear }: World,
): Figures['refusal'] {
  const [only, ...others] = agencies
  const year = only !== undefined && others.length === 0 ? newestYearOf(only) : reportingYear
  return { kind: 'newest', year }
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

function reasonFor(
  found: readonly StoredReport[],
  sources: readonly Source[],
): Extract<NoFigure, 'no_report' | 'no_table' | 'no_cell'> | null {
  if (found.length === 0) return 'no_report'
  if (sources.length > 0) return null
  return found.every(({ report }) => report.tables.requests === null) ? 'no_table' : 'no_cell'
}

function referenceOf(stored: StoredReport | undefined): Reference | null {
  if (stored === undefined) return null
  const value = cellOf(stored)
  return value === null ? null : { agency: stored.agency, value }
}

type Caveat = Figures['caveats'][number]

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
