import type { CheckedReport, Finding } from './report.ts'

/** A finding as report-json.md prints it. */
export type PrintedFinding = Omit<Finding, 'cells'>

/** A report as it is printed for programs: without what only our own pages use. */
export function printedReport(
  report: CheckedReport,
): Omit<CheckedReport, 'findings'> & { readonly findings: readonly PrintedFinding[] } {
  const { agency, year, format, period, sections, tables, tableSources, findings, verdict } = report
  return {
    agency,
    year,
    format,
    period,
    sections,
    tables,
    tableSources,
    findings: findings.map(({ rule, severity, message, where, evidence }) => ({
      rule,
      severity,
      message,
      where,
      evidence,
    })),
    verdict,
  }
}
