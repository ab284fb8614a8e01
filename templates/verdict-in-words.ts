import type { CheckedReport, Severity } from '../src/report/report.ts'
import { unreadTables } from './key-numbers.ts'

/** The verdict in one sentence, the same in the chat and on the report's page. */
export function verdictInWords(report: CheckedReport): string {
  const count = (severity: Severity): number =>
    report.findings.filter((finding) => finding.severity === severity).length
  const unread = unreadTables(report)
  if (report.verdict === 'fail') return `有 ${count('error')} 处错误，请改正后再公布`
  // Nothing was found wrong in tables that nobody could look at.
  if (unread.length > 0) {
    const rest = count('warning') > 0 ? `，有 ${count('warning')} 处请核实` : '，请人工核对'
    return `${unread.join('、')}没能核对${rest}`
  }
  if (report.verdict === 'warn') return `没有发现错误，有 ${count('warning')} 处请核实`
  return count('info') === 0 ? '核对通过，没有发现问题' : `核对通过，另有 ${count('info')} 条说明供参考`
}
