import type { Reply } from '../src/bot.ts'
import type { FindingChanges } from '../src/report/compare-findings.ts'
import type { CheckedReport, Finding, Severity } from '../src/report/report.ts'
import type { CellNote } from '../src/report/stored-report.ts'
import { tableKeys, type CellId } from '../src/report/statutory-tables.ts'
import { keyNumbers, tableName } from './key-numbers.ts'
import { bullets, escapeMarkdown, paragraphs, plainTitle } from './markdown.ts'
import { shownTime } from './pages/shown.ts'
import { verdictInWords } from './verdict-in-words.ts'

/** What the reply to an upload tells. On the command line only the report itself is known. */
export interface CheckSummary {
  readonly report: CheckedReport
  readonly cellNotes?: Readonly<Partial<Record<CellId, CellNote>>>
  /** The extension the content asks for, where the file's name has another. */
  readonly properExtension?: string | null
  /** As the sender named it. */
  readonly fileName?: string
  /** What became of it; absent: nothing is said. */
  readonly kept?: Kept
  /** Against the version before. */
  readonly changes?: { readonly since: number; readonly findings: FindingChanges } | null
  /** The last year there can be a report for, where the report's own year is later. */
  readonly latestYear?: number | null
}

export type Kept =
  | { readonly kind: 'stored'; readonly version: number; readonly link: string }
  /** The same file came before. */
  | { readonly kind: 'known'; readonly version: number; readonly receivedAt: Date; readonly link: string }
  /** Not kept: this version came later and counts. */
  | {
      readonly kind: 'overtaken'
      readonly sentAt: Date
      readonly by: { readonly version: number; readonly receivedAt: Date; readonly link: string }
    }
  /** Not kept: a paragraph of not-filed.ts or which-report.ts says why and what to do. */
  | { readonly kind: 'not_kept'; readonly explanation: string }

const severities: readonly {
  readonly severity: Severity
  readonly name: string
  readonly heading: string
}[] = [
  { severity: 'error', name: '错误', heading: '公布前必须改正' },
  { severity: 'warning', name: '提醒', heading: '请逐条核实' },
  { severity: 'info', name: '说明', heading: '供参考，不影响结论' },
]

/** The reply to an upload. Every finding is listed; the platform splits what is too long for one message. */
export function checkSummary(summary: CheckSummary): Reply {
  const { report, kept } = summary
  return {
    title: plainTitle(
      `${report.agency ?? '年报'}${report.year === null ? '' : ` ${report.year}年`}：${verdictInWords(report)}`,
    ),
    markdown: paragraphs([
      `**${verdictInWords(report)}**`,
      heading(summary),
      kept?.kind === 'not_kept' ? kept.explanation : null,
      notes(summary),
      `**主要数字**\n\n${bullets(keyNumbers(report, summary.cellNotes ?? {}))}`,
      changesPart(summary),
      ...severities.map((kind) => findingsPart(summary, kind)),
      `**下一步**\n\n${nextStep(summary)}`,
      kept === undefined ? null : linkLine(kept),
    ]),
  }
}

function heading({ report, kept, fileName }: CheckSummary): string {
  const counts = severities
    .map(({ severity, name }) => `${name} ${of(report.findings, severity).length} 处`)
    .join('，')
  return [
    `单位：${report.agency === null ? '没读出来' : escapeMarkdown(report.agency)}`,
    `年度：${report.year === null ? '没读出来' : `${report.year} 年`}`,
    ...(fileName === undefined ? [] : [`文件：${escapeMarkdown(fileName)}`]),
    ...(kept === undefined ? [] : [keptLine(kept)]),
    `结果：${counts}`,
  ].join('\n')
}

function keptLine(kept: Kept): string {
  switch (kept.kind) {
    case 'stored':
      return kept.version === 1 ? '收存：已收存' : `收存：已收存，是第 ${kept.version} 版`
    case 'known':
      return `收存：和 ${shownTime(kept.receivedAt)} 收到的第 ${kept.version} 版是同一份文件，没有重复收存。下面是当时的核对结果。`
    case 'overtaken': {
      const { version, receivedAt } = kept.by
      return `收存：没有收存。这份文件是 ${shownTime(kept.sentAt)} 发来的，核对它以前，${shownTime(receivedAt)} 又收到一份，已收存为第 ${version} 版，以那一份为准。`
    }
    case 'not_kept':
      return '收存：没有收存'
  }
}

function linkLine(kept: Kept): string | null {
  switch (kept.kind) {
    case 'stored':
    case 'known':
      return `[打开报告页面，看表格和标出的位置](${kept.link})`
    case 'overtaken':
      return `[打开第 ${kept.by.version} 版的报告页面](${kept.by.link})`
    case 'not_kept':
      return null
  }
}

/** What is odd about the file as a whole. */
function notes({ report, properExtension, latestYear }: CheckSummary): string | null {
  const lines = [
    ...uncheckedTables(report),
    ...(typeof properExtension === 'string'
      ? [
          `文件的扩展名和内容不符，内容是 .${escapeMarkdown(properExtension)} 格式。已按内容读取，建议改正扩展名。`,
        ]
      : []),
    ...(typeof latestYear === 'number' && report.year !== null
      ? [
          `标题写的是 ${report.year} 年，但现在最新的年报应是 ${latestYear} 年的。请核对标题里的年份，写错了请改正后再发一次。`,
        ]
      : []),
  ]
  return lines.length === 0 ? null : `**请注意**\n\n${bullets(lines)}`
}

/** Tables that are not there, and tables that are there and could not be read. */
function uncheckedTables(report: CheckedReport): readonly string[] {
  const none = tableKeys.filter((key) => report.tables[key] === null)
  const absent = none.filter((key) => report.tableSources[key] === 'missing').map(tableName)
  const unread = none.filter((key) => report.tableSources[key] !== 'missing').map(tableName)
  const these = (tables: readonly string[]): string => (tables.length === 1 ? '这张表' : '这些表')
  return [
    ...(absent.length > 0 ? [`报告里没有${absent.join('、')}，${these(absent)}**没有核对**。`] : []),
    ...(unread.length > 0
      ? [`${unread.join('、')}的数字没有读出来，${these(unread)}**没有核对**，请人工核对。`]
      : []),
  ]
}

function changesPart({ changes }: CheckSummary): string | null {
  if (changes === undefined || changes === null) return null
  const { mended, remaining, appeared, unchecked } = changes.findings
  const heading = `**和第 ${changes.since} 版相比**`
  if (mended.length + remaining.length + appeared.length + unchecked.length === 0)
    return `${heading}\n\n两版都没有发现问题。`
  const line = `已改好 ${mended.length} 处，还在的 ${remaining.length} 处，新出现 ${appeared.length} 处。${
    unchecked.length === 0 ? '' : `另有 ${unchecked.length} 处所在的表格这一版没读出来，改没改好还不能判断。`
  }`
  const past = [
    ...mended.map((finding) => `已改好：${escapeMarkdown(finding.message)}`),
    ...unchecked.map((finding) => `不能判断：${escapeMarkdown(finding.message)}`),
  ]
  return paragraphs([`${heading}\n\n${line}`, past.length === 0 ? null : bullets(past)])
}

function findingsPart(
  { report, changes }: CheckSummary,
  { severity, name, heading: what }: (typeof severities)[number],
): string | null {
  const found = of(report.findings, severity)
  if (found.length === 0) return null
  const appeared = new Set(changes?.findings.appeared)
  const marks = (finding: Finding): string =>
    changes === undefined || changes === null ? '' : appeared.has(finding) ? '【新出现】' : '【还在】'
  const items = found.map((finding, index) => `${index + 1}. ${marks(finding)}${item(finding)}`)
  return `**${name} ${found.length} 处**（${what}）\n\n${items.join('\n')}`
}

function item({ where, message }: Finding): string {
  return where === '' ? escapeMarkdown(message) : `${escapeMarkdown(where)}\n   ${escapeMarkdown(message)}`
}

function nextStep({ report, kept, latestYear }: CheckSummary): string {
  const first = `${kept?.kind === 'not_kept' ? '报告还没有收存，请先按前面说的办。' : ''}${
    typeof latestYear === 'number' ? '请先核对标题里的年份。' : ''
  }`
  if (kept?.kind === 'overtaken')
    return `第 ${kept.by.version} 版是后发来的，以那一版为准，这一份不用再改。要改用这一份，请再发一次。`
  switch (report.verdict) {
    case 'fail':
      return `${first}请对照上面的错误逐条改正原文件，再发给我一次。我会告诉您哪些改好了，哪些还在。`
    case 'warn':
      return `${first}请对照上面的提醒逐条核实：确实有误的，改好后再发给我一次；核实无误的，可以不改。`
    case 'pass':
      if (Object.values(report.tables).includes(null)) {
        return `${first}有的表格没有读出来，里面的数字没有核对；请人工核对无误后，再按程序公布。`
      }
      return first === '' ? '不用修改，可以按程序公布。' : `${first}内容不用修改。`
  }
}

function of(findings: readonly Finding[], severity: Severity): readonly Finding[] {
  return findings.filter((finding) => finding.severity === severity)
}
