import { cellIds, tableKeys } from '../../report/statutory-tables.ts'
import { cellName, cellPlace } from '../cell-names.ts'
import { printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** No number of the form is below 0. */
export const negative: Rule = {
  id: 'cells/negative',
  severity: 'error',
  docs: {
    summary: '表格中的数量不为负数。',
    basis: '国办公开办函〔2021〕30号，三张表',
    remedy: '核对并改正该数字。',
  },
  check: checkNegative,
}

function* checkNegative({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const table = read.tables[key]
    for (const id of cellIds[key]) {
      const value = table.cells.get(id)?.value ?? 0
      if (value >= 0) continue
      yield {
        message: `${cellPlace(id)}为${value}，数量不能为负数，请核对。`,
        where: `${headingOfTable(read, key)} / ${cellName(id)}`,
        evidence: printedCells(table, [id]),
        cells: [id],
      }
    }
  }
}
