import type { Cell, ReadReport } from '../../report/read-report.ts'
import { isPossible } from '../../report/tables/possible-value.ts'
import type { CellId, TableKey } from '../../report/statutory-tables.ts'
import { cellIds, tableKeys } from '../../report/statutory-tables.ts'
import { cellName, cellPlace } from '../cell-names.ts'
import { headingOfTable } from '../parts.ts'
import { firstWords } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Cells hold Arabic numerals and nothing else; a warning where the number could be made out all the same. */
export const notANumber: Rule = {
  id: 'cells/not-a-number',
  severity: 'error',
  docs: {
    summary: '表格中只填阿拉伯数字。',
    basis: '国办公开办函〔2021〕30号，三张表',
    remedy:
      '把文字、单位、汉字数字改为阿拉伯数字。能可靠读出数值的（如“0件”）、数字与单元格对不上的，仅作提醒。',
  },
  check: checkNotANumber,
}

/** From so many cells of a table with the same text on, they are told as one. */
const together = 4
/** Figures that could not be told apart stand in each of the cells they belong to. */
const togetherIfFigures = 2

function* checkNotANumber({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    const table = read.tables[key]
    const texts = cellIds[key].flatMap((id): readonly TextCell[] => {
      const cell = table.cells.get(id)
      return cell !== undefined && isText(id, cell) ? [{ id, cell }] : []
    })
    for (const group of groupsOf(texts)) yield hit(read, key, group)
  }
}

interface TextCell {
  readonly id: CellId
  readonly cell: Cell
}

/** At least one cell, all with the same text. */
type Group = readonly [TextCell, ...TextCell[]]

/** Of a count with decimals `cells/decimal` speaks, whatever else stands there. */
function isText(id: CellId, { state, text, value, repaired }: Cell): boolean {
  if (text === '' || (value !== null && !isPossible(id, value))) return false
  return state === 'unread' || (state === 'number' && repaired)
}

/** Cells of one table with the same text together where they are many, else one by one; in printed order. */
function groupsOf(texts: readonly TextCell[]): readonly Group[] {
  return texts.flatMap((one): readonly Group[] => {
    const alike = texts.filter(
      ({ cell }) =>
        cell.text === one.cell.text && cell.state === one.cell.state && cell.value === one.cell.value,
    )
    const [first, ...others] = alike
    const isRow = figures(one.cell.text).length > 0 || isSeveral(one.cell.text)
    const least = isRow ? togetherIfFigures : together
    if (first === undefined || alike.length < least) return [[one]]
    return first === one ? [[first, ...others]] : []
  })
}

function hit(read: ReadReport, key: TableKey, group: Group): Hit {
  const [{ id, cell }] = group
  const many = group.length > 1 ? `等${group.length}个单元格` : ''
  const text = firstWords(cell.text)
  return {
    ...verdictOf(group, `${cellPlace(id)}${many}`, text),
    where: `${headingOfTable(read, key)} / ${cellName(id)}`,
    evidence: group.slice(0, together).map((one) => `${cellName(one.id)}：${text}`),
    cells: group.map((one) => one.id),
  }
}

function verdictOf(group: Group, place: string, text: string): Pick<Hit, 'message' | 'severity'> {
  const [{ cell }] = group
  if (cell.value !== null) {
    return {
      message: `${place}填写为“${text}”，已按${cell.value}读取，请填写阿拉伯数字。`,
      severity: 'warning',
    }
  }
  if (areFigures(group)) {
    return {
      message: `${place}印有“${text}”，未能确定对应的数字，未作核对，请检查该处是否缺格、合并或错位。`,
      severity: 'warning',
    }
  }
  return { message: `${place}填写为“${text}”，请填写阿拉伯数字。` }
}

/** Whether numbers stand there, and only which cell each belongs to is not clear: no text was filled in. */
function areFigures(group: Group): boolean {
  const { text } = group[0].cell
  if (group.length > 1 && isSeveral(text)) return true
  const words = text.split(/\s+/)
  return figures(text).length > 0 && words.every((word) => figure.test(word) || /^[-–—/／]+$/.test(word))
}

/** What several cells print, as `1件 2 约3`, in the one text that stands for all of them. */
function isSeveral(text: string): boolean {
  return /\d/.test(text) && /\S\s+\S/.test(text)
}

const figure = /^[+-]?\d[\d,，]*(?:\.\d+)?$/

function figures(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => figure.test(word))
}
