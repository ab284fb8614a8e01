import type { CheckedReport, Finding, Tables } from '../src/report/report.ts'
import type { ReportToStore } from '../src/report/stored-report.ts'
import {
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../src/report/statutory-tables.ts'

/** The three tables with 200 numbers that all differ: 1 to 200 in printed order. */
export function distinctTables(): NonNullable<{ [Key in keyof Tables]: NonNullable<Tables[Key]> }> {
  let last = 0
  const next = (): number => (last += 1)
  const record = <Key extends string, Value>(
    items: readonly { readonly key: Key }[],
    value: () => Value,
  ): Record<Key, Value> =>
    // Every key of the list is there: the list is the type.
    Object.fromEntries(items.map(({ key }) => [key, value()])) as Record<Key, Value>
  return {
    proactiveDisclosure: {
      ...record(documentRows, () => record(documentColumns, next)),
      ...{ licenses: next(), penalties: next(), coerciveMeasures: next(), fees: next() },
    },
    requests: record(requestRows, () => record(requestColumns, next)),
    review: record(reviewGroups, () => record(reviewResults, next)),
  }
}

/** What is found in the report of `aStoredReport`. */
export const someFindings: readonly Finding[] = [
  {
    rule: 'requests/row-total',
    severity: 'error',
    message: '“1.本机关不掌握相关政府信息”一行：六类申请人之和 2 ≠ 总计 3，相差 1。',
    where: '三、收到和处理政府信息公开申请情况 / （四）无法提供',
    evidence: ['总计 3'],
    cells: ['requests.notHeld.total'],
  },
  {
    rule: 'cells/blank',
    severity: 'warning',
    message: '行政许可的“本年处理决定数量”没有填。没有发生的，请填 0。',
    where: '二、主动公开政府信息情况 / 第二十条第（五）项',
    evidence: [],
    cells: ['proactiveDisclosure.licenses'],
  },
  {
    rule: 'content/fee-statement',
    severity: 'info',
    message: '第六部分没有写明信息处理费的收取情况。',
    where: '六、其他需要报告的事项',
    evidence: ['无其他需要报告的事项'],
    cells: [],
  },
]

/** A stored report of the kind that has something of everything; `parts` and `report` are laid over it. */
export function aStoredReport(
  parts: Partial<ReportToStore> = {},
  report: Partial<CheckedReport> = {},
): ReportToStore {
  const tables = distinctTables()
  return {
    id: 'r-0123456789abcdef',
    agency: '云山市青石区科学技术局',
    year: 2024,
    report: {
      agency: '云山市青石区科学技术局',
      year: 2024,
      format: '2021-30',
      period: { from: '2024-01-01', to: '2024-12-31' },
      sections: [
        { number: 1, heading: '一、总体情况', text: '2024年，我局认真做好政务公开工作。\n（一）主动公开。' },
        { number: 2, heading: '二、主动公开政府信息情况', text: '' },
        { number: 3, heading: '三、收到和处理政府信息公开申请情况', text: '' },
        { number: 4, heading: '四、政府信息公开行政复议、行政诉讼情况', text: '' },
        { number: 6, heading: '六、其他需要报告的事项', text: '无其他需要报告的事项。' },
      ],
      tables: { ...tables, proactiveDisclosure: { ...tables.proactiveDisclosure, licenses: null } },
      tableSources: { proactiveDisclosure: 'table', requests: 'table', review: 'table' },
      findings: someFindings,
      verdict: 'fail',
      ...report,
    },
    cellNotes: { 'proactiveDisclosure.licenses': { state: 'blank', text: '' } },
    file: { sha256: 'a'.repeat(64), name: '2024年年报.docx', size: 18_107 },
    sender: {
      platform: 'sandbox',
      userId: 'wangmin',
      name: '王敏',
      conversationId: 'sandbox:group:政务公开联络群',
    },
    receivedAt: new Date('2026-01-15T08:05:00Z'),
    readerVersion: '0.1.0',
    cause: 'sandbox:cause',
    ...parts,
  }
}
