import { tableKeys, tableSection } from '../../report/statutory-tables.ts'
import { headingOf, partName, partOf } from '../parts.ts'
import { firstWords } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Parts 二, 三 and 四 hold a table. */
export const tableMissing: Rule = {
  id: 'structure/table-missing',
  severity: 'error',
  docs: {
    summary: '第二、三、四部分有规定的表格。',
    basis: '国办公开办函〔2021〕30号',
    remedy: '按规定格式补上表格，没有的填“0”，不能只用文字说明。',
  },
  check: checkTableMissing,
}

function* checkTableMissing({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const number = tableSection[key]
    const section = partOf(read, number)
    if (section === undefined || read.tables[key].source !== 'missing') continue
    const heading = headingOf(read, number)
    const text = firstWords(section.paragraphs.map((paragraph) => paragraph.text).join(' '))
    yield {
      message: `${partName(number)}没有找到表格，请按规定格式填列（没有的填“0”）。`,
      where: heading,
      evidence: text === '' ? [heading] : [heading, text],
    }
  }
}
