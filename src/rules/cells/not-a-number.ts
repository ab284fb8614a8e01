import type { Cell, ReadReport } from '../../report/read-report.ts'
import type { CellId, TableKey } from '../../report/statutory-tables.ts'
import { cellIds, tableKeys } from '../../report/statutory-tables.ts'
import { cellName, cellPlace } from '../cell-names.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Cells hold Arabic numerals and nothing else; a warning where the number could be made out all the same. */
export const notANumber: Rule = {
  id: 'cells/not-a-number',
  severity: 'error',
  docs: {
    summary: '表格中只填阿拉伯数字。',
    basis: '国办公开办函〔2021〕30号，三张表',
    remedy: '把文字、单位、汉字数字改为阿拉伯数字。能可靠读出数值的（如“0件”）仅作提醒。',
  },
  check: checkNotANumber,
}

/** From so many cells of a table with the same text on, they are told as one. */
const together = 4

function* checkNotANumber({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const found = cellIds[key].filter((id) => isText(read.tables[key].cells.get(id)))
    for (const group of groupsOf(read, key, found)) yield hit(read, key, group)
  }
}

function isText(cell: Cell | undefined): boolean {
  if (cell === undefined || cell.text === '') return false
  return cell.state === 'unread' || (cell.state === 'number' && cell.repaired)
}

/** Cells of one table with the same text together where they are many, else one by one; in printed order. */
function groupsOf(read: ReadReport, key: TableKey, ids: readonly CellId[]): readonly (readonly CellId[])[] {
  const textOf = (id: CellId): string => {
    const cell = read.tables[key].cells.get(id)
    return `${cell?.state ?? ''} ${cell?.text ?? ''}`
  }
  return ids.flatMap((id) => {
    const alike = ids.filter((other) => textOf(other) === textOf(id))
    if (alike.length < together) return [[id]]
    return alike[0] === id ? [alike] : []
  })
}

function hit(read: ReadReport, key: TableKey, ids: readonly CellId[]): Hit {
  const [first] = ids
  const cell = first === undefined ? undefined : read.tables[key].cells.get(first)
  const place = first === undefined ? '' : cellPlace(first)
  const value = cell?.value ?? null
  const many = ids.length > 1 ? `等${ids.length}个单元格` : ''
  const text = (cell?.text ?? '').replace(/\s+/g, ' ')
  return {
    message: `${place}${many}填写为“${text}”，${value === null ? '' : `已按${value}读取，`}请填写阿拉伯数字。`,
    where: `${headingOfTable(read, key)}${first === undefined ? '' : ` / ${cellName(first)}`}`,
    evidence: ids.slice(0, together).map((id) => `${cellName(id)}：${text}`),
    severity: value === null ? 'error' : 'warning',
    cells: ids,
  }
}
