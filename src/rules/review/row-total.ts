import type { ReadTable } from '../../report/read-report.ts'
import type { CellId, ReviewGroup, ReviewResult } from '../../report/statutory-tables.ts'
import { reviewGroups, reviewResults } from '../../report/statutory-tables.ts'
import { decidingNumber, difference, printedCells, sumOf } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** In each group of table 四 the four results add up to 总计. */
export const rowTotal: Rule = {
  id: 'review/row-total',
  severity: 'error',
  docs: {
    summary: '表四每一组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计。',
    basis: '国办公开办函〔2021〕30号，表四',
    remedy: '核对复议、诉讼案件台账，改正该组中填错的数字。',
  },
  check: checkRowTotal,
}

const results = reviewResults.filter((result) => result.key !== 'total')

function* checkRowTotal({ read }: RuleContext): Iterable<Hit> {
  const table = read.tables.review
  for (const { key, label } of reviewGroups) {
    const total: CellId = `review.${key}.total`
    const items = results.map((result): CellId => `review.${key}.${result.key}`)
    const sum = sumOf(table, items)
    const stated = decidingNumber(table, total)
    if (sum === null || stated === null || sum === stated) continue
    const cells = [...items, total]
    const sides = results.map((result) => `${result.label} ${valueOf(table, key, result.key)}`).join(' + ')
    yield {
      message: `${label}：${sides} ≠ 总计 ${stated}（相差 ${difference(sum, stated)}）`,
      where: `${headingOfTable(read, 'review')} / ${label}`,
      evidence: printedCells(table, cells),
      cells,
    }
  }
}

function valueOf(table: ReadTable, group: ReviewGroup, result: ReviewResult): number {
  return table.cells.get(`review.${group}.${result}`)?.value ?? 0
}
