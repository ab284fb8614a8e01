import { tableOf } from '../../../report/report-excerpt.ts'
import type { BriefFinding, ReportExcerpt } from '../../../report/stored-report.ts'
import type { CellId, TableKey } from '../../../report/statutory-tables.ts'
import { metricInfo } from '../../query/metric-table.ts'
import type { Figures } from '../../query/reply.ts'
import { known, type Entry, type KnownEntry } from './entry.ts'

export type Caveat = Figures['caveats'][number]

/** What must stand beside figures: who has no report, what is blank, failed its checks, or was read from a picture. */
export function caveatsOf(entries: readonly Entry[]): readonly Caveat[] {
  const used = known(entries)
  return [
    ...missingCaveat(entries),
    ...blankCaveat(entries),
    ...checkCaveat(reportsOf(entries), cellsOf(used)),
    ...pictureCaveat(used),
  ]
}

/** The sums of two years are not of the same agencies. */
export const coverageCaveat: Caveat = {
  code: 'coverage_differs',
  text: '两年有报告的单位不同，合计不能直接相比',
}

function missingCaveat(entries: readonly Entry[]): readonly Caveat[] {
  const without = entries.filter(({ figure }) => figure.kind === 'none' && figure.why === 'no_report')
  if (without.length === 0) return []
  return [{ code: 'missing_reports', text: `没有收到报告：${byYear(without)}` }]
}

function blankCaveat(entries: readonly Entry[]): readonly Caveat[] {
  const lacking = entries.filter(({ figure }) => figure.kind === 'none' && figure.why !== 'no_report')
  if (lacking.length === 0) return []
  const absent = lacking.filter(({ figure }) => figure.kind === 'none' && figure.notInForm === true)
  const blank = lacking.filter((entry) => !absent.includes(entry))
  const said = [
    ...(blank.length > 0 ? [`报告里是空白或没有读出、没有计入的：${lackingIn(blank, entries)}`] : []),
    ...(absent.length > 0 ? [`2019年格式的年报没有这一行、没有计入的：${lackingIn(absent, entries)}`] : []),
  ]
  return [{ code: 'blank_cells', text: said.join('；') }]
}

/** Who is left out; of a report that is there in part, what of it. */
function lackingIn(lacking: readonly Entry[], entries: readonly Entry[]): string {
  const isPart = (entry: Entry): boolean =>
    entries.some((other) => other.report === entry.report && other.figure.kind === 'known')
  if (!lacking.some(isPart)) return byYear(lacking)
  const rows = [...new Set(lacking.map(({ metric }) => `“${metricInfo(metric).label}”`))]
  return `${byYear(lacking)}的${rows.join('、')}`
}

/** `甲局、乙局（2023年）；甲局（2024年）`, each name once a year. */
function byYear(entries: readonly Entry[]): string {
  const years = [...new Set(entries.map(({ year }) => year))].sort((a, b) => a - b)
  return years
    .map((year) => {
      const names = new Set(entries.filter((entry) => entry.year === year).map(({ agency }) => agency))
      return `${[...names].join('、')}（${year}年）`
    })
    .join('；')
}

function cellsOf(entries: readonly KnownEntry[]): readonly CellId[] {
  return entries.flatMap(({ figure }) => figure.cells.map(({ cell }) => cell))
}

/** Those where nothing was found count too: the error may be why. */
function reportsOf(entries: readonly Entry[]): readonly ReportExcerpt[] {
  return [...new Set(entries.flatMap(({ report }) => (report === undefined ? [] : [report])))]
}

/** A report with an open error is used as printed, and said so: of one, with a finding; of several, how many errors each. */
export function checkCaveat(used: readonly ReportExcerpt[], cells: readonly CellId[]): readonly Caveat[] {
  const failed = used.filter(hasErrors)
  const [first, ...others] = failed
  if (first === undefined) return []
  const counted = failed.map((stored) => `${titleOf(stored)}${inBrackets(countOf(errorsOf(stored)))}`)
  const text =
    others.length === 0
      ? `${titleOf(first)}报告有${spaced(countOf(errorsOf(first)))}错误未改${cited(errorsOf(first), cells)}`
      : `其中 ${failed.length} 份报告有错误未改：${counted.join('、')}`
  return [{ code: 'check_failed', text }]
}

function spaced(count: string): string {
  return count === '' ? '' : ` ${count}`
}

function inBrackets(count: string): string {
  return count === '' ? '' : `（${count}）`
}

function hasErrors({ verdict, findings }: ReportExcerpt): boolean {
  return verdict === 'fail' || findings.some(({ severity }) => severity === 'error')
}

function errorsOf({ findings }: ReportExcerpt): readonly BriefFinding[] {
  return findings.filter(({ severity }) => severity === 'error')
}

/** A verdict may come out of a file without its findings. */
function countOf(errors: readonly BriefFinding[]): string {
  return errors.length === 0 ? '' : `${errors.length} 处`
}

function titleOf({ agency, year }: ReportExcerpt): string {
  return `${agency}${year}年`
}

const ruleFamily: Readonly<Record<TableKey, string>> = {
  proactiveDisclosure: 'disclosure',
  requests: 'requests',
  review: 'review',
}

/** Characters of a finding that stand beside a figure. */
const citedLength = 60

/** The finding that concerns the figure most, in short and without its full stop. */
function cited(errors: readonly BriefFinding[], cells: readonly CellId[]): string {
  const tables = new Set(cells.map(tableOf))
  const finding =
    errors.find((error) => error.cells.some((cell) => cells.includes(cell))) ??
    // Findings out of a file have no cells: their rule says which table they are about.
    errors.find(({ rule }) => [...tables].some((table) => rule.startsWith(`${ruleFamily[table]}/`))) ??
    errors[0]
  if (finding === undefined) return ''
  const sentence = finding.message.split('。')[0] ?? ''
  const characters = Array.from(sentence.replace(/[，；：、,;:\s]+$/u, ''))
  const short =
    characters.length > citedLength ? `${characters.slice(0, citedLength).join('')}…` : characters.join('')
  return `（${short}${errors.length > 1 ? '，等' : ''}）`
}

const tableWords: Readonly<Record<TableKey, string>> = {
  proactiveDisclosure: '表二',
  requests: '表三',
  review: '表四',
}

function pictureCaveat(used: readonly KnownEntry[]): readonly Caveat[] {
  const cells = used.flatMap(({ figure }) => figure.cells)
  const pictures = cells.flatMap(({ report, cell }) => {
    const table = tableOf(cell)
    return report.tableSources[table] === 'image' ? [`${titleOf(report)}的${tableWords[table]}`] : []
  })
  if (pictures.length === 0) return []
  return [{ code: 'ocr', text: `${[...new Set(pictures)].join('、')}是图片，数字由图片识别，请对照原表` }]
}
