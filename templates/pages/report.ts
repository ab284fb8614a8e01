import type { CheckedReport, Section, StatutoryFormat, Verdict } from '../../src/report/report.ts'
import type { StoredReport } from '../../src/report/stored-report.ts'
import {
  cellIds,
  officialHeadings,
  sectionNumerals,
  tableKeys,
  tableSection,
  type CellId,
} from '../../src/report/statutory-tables.ts'
import { unreadTables } from '../key-numbers.ts'
import { verdictInWords } from '../verdict-in-words.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { findingList, numberFindings, severityWords, type NumberedFinding } from './report-findings.ts'
import { statutoryTable, type CellOf } from './report-tables.ts'
import { shownDate, shownSize, shownTime } from './shown.ts'

/** What the page of one stored report needs. */
export interface ReportPage {
  readonly stored: StoredReport
  /** All versions of this report, ascending. */
  readonly versions: readonly VersionLink[]
  /** Where the file that was sent can be fetched. */
  readonly fileHref: string
}

export interface VersionLink {
  readonly version: number
  readonly report: CheckedReport
  readonly receivedAt: Date
  readonly href: string
  readonly isShown: boolean
}

/** One report for reading: what was found, the three tables as the form prints them, the text by parts. */
export function reportPage({ stored, versions, fileHref }: ReportPage): string {
  const { report, agency, year } = stored
  const findings = numberFindings(report.findings)
  const shownCells = new Set(
    tableKeys.filter((key) => report.tables[key] !== null).flatMap((key) => cellIds[key]),
  )
  return layout({
    title: `${agency} ${year} 年报告 · 公开助手`,
    styles: ['/assets/report.css'],
    scripts: ['/assets/report.js'],
    bodyClass: 'report-page',
    body: html`<a class="skip" href="#findings">跳到发现的问题</a>
      <header id="top" class="head ${colour(report)}">${head(stored, findings, fileHref)}</header>
      <div class="columns">
        <aside id="findings" aria-labelledby="findings-title">
          <h2 id="findings-title">发现的问题</h2>
          ${findingList(findings, shownCells) ?? nothingFound(report)} ${history(versions)}
        </aside>
        <main aria-label="报告内容">
          ${officialHeadings.map((_, index) => part(stored, index, cells(stored, findings)))}
        </main>
      </div>
      <p id="here" role="status"></p>`,
  })
}

function head(
  { report, agency, year, version, sender, receivedAt, file }: StoredReport,
  findings: readonly NumberedFinding[],
  fileHref: string,
): Html {
  const counts = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return html`<li class="${severity}"><b>${count}</b> 处${severityWords[severity].name}</li>`
  })
  return html`<p class="kind">政府信息公开工作年度报告</p>
    <h1>${agency} <span class="year">${year} 年</span></h1>
    <p class="verdict">
      <span class="sign" aria-hidden="true">${{ pass: '✓', warn: '!', fail: '✗' }[colour(report)]}</span>
      ${verdictInWords(report)}
    </p>
    <ul class="counts">
      ${counts}
    </ul>
    <dl class="facts">
      <div>
        <dt>版本</dt>
        <dd>第 ${version} 版</dd>
      </div>
      <div id="head-period">
        <dt>统计期限</dt>
        <dd>
          ${report.period === null ? '没有读到' : `${shownDate(report.period.from)}至${shownDate(report.period.to)}`}
        </dd>
      </div>
      <div id="head-format">
        <dt>编制依据</dt>
        <dd>${report.format === null ? '没有读到' : formatNames[report.format]}</dd>
      </div>
      <div>
        <dt>发送人</dt>
        <dd>${sender.name}</dd>
      </div>
      <div>
        <dt>时间</dt>
        <dd>${shownTime(receivedAt)}</dd>
      </div>
      <div>
        <dt>文件</dt>
        <dd><a href="${fileHref}" download>${file.name}</a>（${shownSize(file.size)}）</dd>
      </div>
    </dl>`
}

function nothingFound(report: CheckedReport): Html {
  const isWhole = unreadTables(report).length === 0
  return html`<p class="none">${isWhole ? '没有发现问题。' : '能核对的部分没有发现问题。'}</p>`
}

/** A report is not green while some of its tables could not be checked. */
function colour(report: CheckedReport): Verdict {
  return report.verdict === 'pass' && unreadTables(report).length > 0 ? 'warn' : report.verdict
}

const formatNames: Readonly<Record<StatutoryFormat, string>> = {
  '2021-30': '国办公开办函〔2021〕30号',
  '2019-60': '国办公开办函〔2019〕60号（试行格式）',
}

function history(versions: readonly VersionLink[]): Html | null {
  if (versions.length < 2) return null
  return html`<nav aria-labelledby="versions-title">
    <h2 id="versions-title">各个版本</h2>
    <ol class="versions">
      ${[...versions].reverse().map((one) => {
        const words = html`第 ${one.version} 版 · ${shownTime(one.receivedAt)} · ${verdictInWords(one.report)}`
        return html`<li>
          ${one.isShown ? html`<span aria-current="page">${words}（本页）</span>` : html`<a href="${one.href}">${words}</a>`}
        </li>`
      })}
    </ol>
  </nav>`
}

function cells({ cellNotes }: StoredReport, findings: readonly NumberedFinding[]): CellOf {
  return (id: CellId, value) => ({
    ...{ id, value, note: cellNotes[id] },
    findings: findings.filter((finding) => finding.cells.includes(id)),
  })
}

function part({ report }: StoredReport, index: number, cellOf: CellOf): Html {
  const section = report.sections.find(({ number }) => number === index + 1)
  const key = tableKeys.find((candidate) => tableSection[candidate] === index + 1)
  const table = key && statutoryTable(key, report.tables, report.tableSources[key], cellOf)
  return html`<section id="part-${index + 1}" aria-labelledby="part-title-${index + 1}">
    <h2 id="part-title-${index + 1}">
      ${section?.heading ?? `${sectionNumerals[index] ?? ''}、${officialHeadings[index] ?? ''}`}
    </h2>
    ${section === undefined && html`<p class="absent-part">报告里没有找到这一部分。</p>`}
    ${paragraphs(section)} ${table}
  </section>`
}

function paragraphs(section: Section | undefined): readonly Html[] {
  return (section?.text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => html`<p>${line}</p>`)
}
