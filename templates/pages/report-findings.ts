import type { Finding, Severity } from '../../src/report/report.ts'
import type { CellId } from '../../src/report/statutory-tables.ts'
import { html, type Html } from './html.ts'

/** A finding with its number on the page, by which cells refer to it. */
export interface NumberedFinding extends Finding {
  readonly number: number
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** How a severity is called and marked; the sign makes sure that colour is never alone. */
export const severityWords: Readonly<Record<Severity, { readonly name: string; readonly sign: string }>> = {
  error: { name: '错误', sign: '✗' },
  warning: { name: '提醒', sign: '!' },
  info: { name: '说明', sign: 'i' },
}

/** Errors first, then warnings, then notes; numbered as they stand. */
export function numberFindings(findings: readonly Finding[]): readonly NumberedFinding[] {
  return order
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding, index) => ({ ...finding, number: index + 1 }))
}

/** Anchor of a cell on the page. */
export function cellAnchor(id: CellId): string {
  return `cell-${id.replaceAll('.', '-')}`
}

/** The findings as a list, if there are any; each leads to the place it speaks of. */
export function findingList(
  findings: readonly NumberedFinding[],
  shownCells: ReadonlySet<CellId>,
): Html | null {
  if (findings.length === 0) return null
  return html`${order.map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity)
    if (group.length === 0) return null
    return html`<h3 class="group ${severity}">${severityWords[severity].name} ${group.length} 处</h3>
      <ol class="findings" start="${group[0]?.number}">
        ${group.map((finding) => item(finding, placeOf(finding, shownCells)))}
      </ol>`
  })}`
}

function item(finding: NumberedFinding, place: string): Html {
  return html`<li
    id="finding-${finding.number}"
    class="finding ${finding.severity}"
    data-rule="${finding.rule}"
    value="${finding.number}"
  >
    <p class="where">
      <span class="flag ${finding.severity}" aria-hidden="true"
        >${severityWords[finding.severity].sign}${finding.number}</span
      >
      <a href="${place}">${finding.where === '' ? '看这一处' : finding.where}</a>
    </p>
    <p class="message">${finding.message}</p>
    ${
      // What cells show is seen in the table, where the link leads.
      finding.cells.length === 0 &&
      finding.evidence.length > 0 &&
      html`<p class="evidence">原文：${finding.evidence.map((words) => html`<q>${words}</q>`)}</p>`
    }
  </li>`
}

/** What the head of the page shows of the words before part one. */
const headAnchors = [
  { place: '统计期限', anchor: 'head-period' },
  { place: '编制依据', anchor: 'head-format' },
] as const

/** The first of its cells that is on the page, else the part its place names, else the head. */
function placeOf(finding: Finding, shownCells: ReadonlySet<CellId>): string {
  const cell = finding.cells.find((id) => shownCells.has(id))
  if (cell !== undefined) return `#${cellAnchor(cell)}`
  const part = '一二三四五六'.indexOf(/^[一二三四五六](?=、)/.exec(finding.where)?.[0] ?? '-')
  if (part >= 0) return `#part-${part + 1}`
  return `#${headAnchors.find(({ place }) => finding.where.endsWith(place))?.anchor ?? 'top'}`
}
