import type { ReadPeriod, ReadReport } from '../../report/read-report.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The 统计期限 is the whole year that the title names. */
export const period: Rule = {
  id: 'structure/period',
  severity: 'warning',
  docs: {
    summary: '写明统计期限，且为报告年度的1月1日至12月31日。',
    basis: '《条例》第四十九条；通行做法',
    remedy: '更正统计期限，并确认表中数据是否为该年度全年数据。未写明的仅作提示。',
  },
  check: checkPeriod,
}

const where = '报告开头 / 统计期限'

function* checkPeriod({ read }: RuleContext): Iterable<Hit> {
  if (read.period === null) {
    yield {
      message: '未写明数据统计期限，建议在报告开头注明。',
      where,
      evidence: [],
      severity: 'info',
    }
    return
  }
  const year = read.title?.year ?? read.report.year
  if (year === null || !departs(read.period, year)) return
  yield {
    message: `统计期限为${printedPeriod(read.period)}，应为${year}年1月1日至12月31日，请核对。`,
    where,
    evidence: evidenceOf(read),
  }
}

/** A half that cannot be read is taken to be right. */
function departs({ from, to }: ReadPeriod, year: number): boolean {
  return (from !== null && from !== `${year}-01-01`) || (to !== null && to !== `${year}-12-31`)
}

function printedPeriod({ from, to, text }: ReadPeriod): string {
  if (from !== null && to !== null) return `${inChinese(from)}至${inChinese(to)}`
  if (to !== null) return `截至${inChinese(to)}`
  return from === null ? text : `${inChinese(from)}起`
}

function evidenceOf({ title, period: stated }: ReadReport): readonly string[] {
  return [title?.text ?? '', stated?.text ?? ''].map((text) => text.trim()).filter((text) => text !== '')
}

/** `2023-01-01` → `2023年1月1日`. */
function inChinese(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
