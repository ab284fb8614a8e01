import { cellIds, tableKeys } from '../../report/statutory-tables.ts'
import { cellName, tableNames } from '../cell-names.ts'
import { isLeftEmpty, printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** No cell is left empty or filled with `/`: 0 and “not filled in” must be told apart. */
export const blank: Rule = {
  id: 'cells/blank',
  severity: 'warning',
  docs: {
    summary: '表格没有空白或填“/”“-”“不涉及”的单元格。',
    basis: '审核实践：“0”与“未填”须能区分',
    remedy: '没有的填“0”。',
  },
  check: checkBlank,
}

const placesNamed = 3

function* checkBlank({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const table = read.tables[key]
    const empty = cellIds[key].filter((id) => isLeftEmpty(table.cells.get(id)))
    if (empty.length === 0) continue
    const places = empty.slice(0, placesNamed)
    yield {
      message: `${tableNames[key]}有${empty.length}个单元格空白或为“/”（如${places.map(cellName).join('、')}），没有的请填“0”。`,
      where: headingOfTable(read, key),
      evidence: printedCells(table, places),
      cells: empty,
    }
  }
}
