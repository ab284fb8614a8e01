import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** A report for 2021 or later follows the 2021 notice, not the trial format of 2019. */
export const obsoleteFormat: Rule = {
  id: 'structure/obsolete-format',
  severity: 'warning',
  docs: {
    summary: '2021年度起的报告以国办公开办函〔2021〕30号为依据，使用2021年格式的表格。',
    basis: '国办公开办函〔2021〕30号，自2021年度报告起施行',
    remedy: '把依据改为国办公开办函〔2021〕30号；仍用2019年试行格式的表格，须换成2021年格式。',
  },
  check: checkObsoleteFormat,
}

const firstYear = 2021

function* checkObsoleteFormat({ read }: RuleContext): Iterable<Hit> {
  const { citations, report, tables } = read
  if (report.year === null || report.year < firstYear) return
  if (citations.notice2019 !== null && citations.notice2021 === null) {
    yield {
      message: '文中依据为国办公开办函〔2019〕60号，该格式已由国办公开办函〔2021〕30号更新，请改用新依据。',
      where: '编制依据',
      evidence: [citations.notice2019],
    }
  }
  if (tables.proactiveDisclosure.form === '2019') {
    yield {
      message: '第二部分使用了2019年试行格式的表格，请改用2021年格式。',
      where: headingOfTable(read, 'proactiveDisclosure'),
      evidence: [headingOfTable(read, 'proactiveDisclosure')],
      severity: 'error',
    }
  }
}
