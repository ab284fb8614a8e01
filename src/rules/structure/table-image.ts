import { tableKeys, tableSection } from '../../report/statutory-tables.ts'
import { headingOf, partName } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The tables are tables, not pictures. */
export const tableImage: Rule = {
  id: 'structure/table-image',
  severity: 'warning',
  docs: {
    summary: '三张表是可编辑的表格，不是图片。',
    basis: '审核实践：年度报告应便于检索和机器读取',
    remedy: '把图片换成可编辑的表格后重新发送，以便核对数据。',
  },
  check: checkTableImage,
}

function* checkTableImage({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const { source, cells } = read.tables[key]
    if (source !== 'image') continue
    const wasRead = [...cells.values()].some((cell) => cell.state === 'number')
    const number = tableSection[key]
    yield {
      message: `${partName(number)}的表格是图片，不便于检索和核对，建议改为可编辑的表格。${
        wasRead ? '已由图片识别，请对照原表。' : '图中数字未能识别，未做数据核对。'
      }`,
      where: headingOf(read, number),
      evidence: [headingOf(read, number)],
    }
  }
}
