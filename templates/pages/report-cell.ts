import type { Severity } from '../../src/report/report.ts'
import type { CellNote } from '../../src/report/stored-report.ts'
import type { CellId } from '../../src/report/statutory-tables.ts'
import { html, type Html } from './html.ts'
import { cellAnchor, severityWords, type NumberedFinding } from './report-findings.ts'

/** What a cell shows: its number, or why there is none, and what is wrong with it. */
export interface ShownCell {
  readonly id: CellId
  readonly value: number | null
  readonly note: CellNote | undefined
  readonly findings: readonly NumberedFinding[]
}

/** A number cell of one of the tables; `name` is its row and column in words. */
export function numberCell(cell: ShownCell, name: string, columnSpan = 1): Html {
  const worst = worstOf(cell.findings)
  const { text, title, className } = print(cell)
  const messages = [...(title === null ? [] : [title]), ...cell.findings.map((finding) => finding.message)]
  return html`<td
    id="${cellAnchor(cell.id)}"
    class="number ${className} ${worst}"
    data-name="${name}"
    ${columnSpan > 1 && html`colspan="${columnSpan}"`}
    ${messages.length > 0 && html`title="${messages.join('\n')}"`}
  >
    <span class="value">${text}</span>${cell.findings.map(flag)}
  </td>`
}

/** A small sign that leads to the finding and says its number. */
function flag(finding: NumberedFinding): Html {
  const { name, sign } = severityWords[finding.severity]
  return html`<a
    class="flag ${finding.severity}"
    href="#finding-${finding.number}"
    aria-label="${name}，见第 ${finding.number} 条"
    title="${finding.message}"
    ><span aria-hidden="true">${sign}${finding.number}</span></a
  >`
}

function worstOf(findings: readonly NumberedFinding[]): Severity | '' {
  return (
    (['error', 'warning', 'info'] as const).find((severity) =>
      findings.some((one) => one.severity === severity),
    ) ?? ''
  )
}

interface Print {
  readonly text: string
  readonly title: string | null
  readonly className: string
}

function print({ value, note }: ShownCell): Print {
  const original = note === undefined || note.text === '' ? null : `原文是“${note.text}”`
  if (value === null) return printMissing(note, original)
  const isRepaired = original !== null && note?.text !== String(value)
  return { text: String(value), title: isRepaired ? original : null, className: isRepaired ? 'repaired' : '' }
}

function printMissing(note: CellNote | undefined, original: string | null): Print {
  switch (note?.state) {
    case 'blank':
      return { text: '空白', title: '这一格没有填', className: 'empty' }
    case 'placeholder':
      return { text: note.text, title: '这一格填的不是数字', className: 'empty' }
    case 'absent':
      return { text: '无此格', title: '报告的表里没有这一格', className: 'empty' }
    case 'unread':
    case 'number':
    case undefined:
      return { text: '没读出来', title: original ?? '这一格的数字没读出来，请对照原件', className: 'empty' }
  }
}
