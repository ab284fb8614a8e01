import type { ReadReport } from '../../report/read-report.ts'
import type { CellId, TableKey } from '../../report/statutory-tables.ts'
import {
  cellIds,
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
  tableKeys,
  tableSection,
} from '../../report/statutory-tables.ts'
import { requestRowName } from '../cell-names.ts'
import { headingOf, partName } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The tables have all rows and columns of the form that they follow. */
export const tableIncomplete: Rule = {
  id: 'structure/table-incomplete',
  severity: 'error',
  docs: {
    summary: '三张表的行、列齐全：表二10个数，表三25行7列，表四15个数（2019年格式按其自身行列）。',
    basis: '国办公开办函〔2021〕30号',
    remedy: '核对是否漏页、漏行或表格被截断，按规定格式补齐。',
  },
  check: checkTableIncomplete,
}

function* checkTableIncomplete({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const { source } = read.tables[key]
    if (source !== 'table' && source !== 'text') continue
    if (source === 'text' && isReadInPart(read, key)) continue
    const rows = namesOf(rowsOf[key], lackingRows(read, key))
    const columns = namesOf(columnsOf[key], lackingColumns(read, key))
    if (rows.count + columns.count === 0) continue
    const number = tableSection[key]
    const heading = headingOf(read, number)
    // The groups of table 四 stand side by side.
    const lines = key === 'review' ? '组' : '行'
    const lacking = [
      rows.count > 0 ? `${rows.count}${lines}（${rows.names}）` : '',
      columns.count > 0 ? `${columns.count}列（${columns.names}）` : '',
    ].filter((part) => part !== '')
    const check = rows.count > 0 && key !== 'review' ? '行' : '列'
    yield {
      message: `${partName(number)}表格不完整：缺少${lacking.join('、')}，请核对是否漏页或漏${check}。`,
      where: heading,
      evidence: [heading],
      cells: lackingCells(key, lackingRows(read, key), lackingColumns(read, key)),
    }
  }
}

/**
 * Lines of text whose figures could not be told apart: a row that seems to be missing may be one of them, and
 * `cells/not-a-number` has spoken of it. Four cells or more: less is a slip of the pen in a cell.
 */
function isReadInPart(read: ReadReport, key: TableKey): boolean {
  const cells = [...read.tables[key].cells.values()]
  return cells.filter(({ state }) => state === 'unread').length >= 4
}

interface NamedLine {
  readonly key: string
  readonly name: string
}

const rowsOf: Readonly<Record<TableKey, readonly NamedLine[]>> = {
  proactiveDisclosure: [...documentRows, ...disclosureRows].map(named),
  requests: requestRows.map(({ key }) => ({ key, name: requestRowName(key) })),
  review: reviewGroups.map(named),
}

const columnsOf: Readonly<Record<TableKey, readonly NamedLine[]>> = {
  proactiveDisclosure: documentColumns.map(named),
  requests: requestColumns.map(named),
  review: reviewResults.map(named),
}

function named({ key, label }: { readonly key: string; readonly label: string }): NamedLine {
  return { key, name: label }
}

const onlyIn2021 = ['correctionOverdue', 'paymentOverdue']
const firstYear = 2021

/** The missing rows that are due, in printed order. */
function lackingRows(read: ReadReport, key: TableKey): readonly string[] {
  const { missingRows, form } = read.tables[key]
  if (key === 'proactiveDisclosure' && form === '2019') return missingRows.filter((row) => row !== 'fees')
  if (key !== 'requests') return missingRows
  const others = missingRows.filter((row) => !onlyIn2021.includes(row))
  if (owesThreeOtherRows(read)) return form === '2019' ? [...others, ...onlyIn2021] : missingRows
  return others
}

/**
 * Whether （六）其他处理 must have its three rows. The 2019 form has one; in a report that is otherwise in the
 * 2021 form two are missing. Where table 二 is a 2019 one too, obsolete-format speaks.
 */
function owesThreeOtherRows(read: ReadReport): boolean {
  const { year } = read.report
  if (year !== null && year < firstYear) return false
  if (read.tables.requests.form !== '2019') return true
  return year !== null && read.tables.proactiveDisclosure.form === '2021'
}

function lackingColumns(read: ReadReport, key: TableKey): readonly string[] {
  const { missingColumns, form } = read.tables[key]
  return key === 'proactiveDisclosure' && form === '2019'
    ? missingColumns.filter((column) => column === 'issued')
    : missingColumns
}

/** Names as the message gives them: `“first”至“last”` for lines that follow each other, else one by one. */
function namesOf(
  lines: readonly NamedLine[],
  keys: readonly string[],
): { readonly count: number; readonly names: string } {
  const runs: NamedLine[][] = []
  for (const [index, line] of lines.entries()) {
    if (!keys.includes(line.key)) continue
    const run = runs.at(-1)
    const follows = run?.at(-1) !== undefined && run.at(-1) === lines[index - 1]
    if (run !== undefined && follows) run.push(line)
    else runs.push([line])
  }
  return {
    count: runs.flat().length,
    names: runs
      .map((run) => [...new Set([run[0], run.at(-1)])].map((line) => `“${line?.name ?? ''}”`).join('至'))
      .join('、'),
  }
}

function lackingCells(key: TableKey, rows: readonly string[], columns: readonly string[]): readonly CellId[] {
  return cellIds[key].filter((id) => {
    const [, row = '', column = ''] = id.split('.')
    return rows.includes(row) || columns.includes(column)
  })
}
