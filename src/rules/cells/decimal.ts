import { isPossible } from '../../report/tables/possible-value.ts'
import { cellIds, tableKeys } from '../../report/statutory-tables.ts'
import { cellName, cellPlace } from '../cell-names.ts'
import { printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Counts are whole numbers; only 行政事业性收费, an amount in 万元, may have decimals. */
export const decimal: Rule = {
  id: 'cells/decimal',
  severity: 'error',
  docs: {
    summary: '除收费金额外，表格中的数量为整数。',
    basis: '国办公开办函〔2021〕30号，三张表',
    remedy: '核对该数字是否多了小数点，或误填了金额。',
  },
  check: checkDecimal,
}

function* checkDecimal({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const table = read.tables[key]
    for (const id of cellIds[key]) {
      const value = table.cells.get(id)?.value ?? 0
      if (isPossible(id, value)) continue
      yield {
        message: `${cellPlace(id)}为${value}，件数应为整数，请核对。`,
        where: `${headingOfTable(read, key)} / ${cellName(id)}`,
        evidence: printedCells(table, [id]),
        cells: [id],
      }
    }
  }
}
