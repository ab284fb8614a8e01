import type { GridRow } from './grid.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { isBlank } from '../labels/table-words.ts'

/** Fewer cells than this may well be figures that happen to follow each other. */
const fewest = 5
const title = /^(?:[栏列行项]次|[栏列行]?(?:序号|编号)|[栏列]号|项目|甲)$/
const circledOne = 0x2460

/**
 * Whether cells number the columns of a form, 1 … n from left to right (`（1）`, `①`, `5=1+2+3+4` too), and are no
 * figures. 栏次 may stand before them; a label of the form makes them figures.
 */
export function isColumnNumbers(cells: GridRow): boolean {
  const first = cells.findIndex((cell) => !isBlank(cell.text) && !title.test(normalizeLabel(cell.text)))
  const numbers = cells.slice(Math.max(0, first))
  return numbers.length >= fewest && numbers.every((cell, index) => columnNumber(cell.text) === index + 1)
}

function columnNumber(text: string): number | null {
  const plain = text.replace(/\s/g, '')
  const circled = plain.length === 1 ? plain.charCodeAt(0) - circledOne + 1 : 0
  if (circled >= 1 && circled <= 20) return circled
  const match = /^[(（]?(\d{1,2})[)）.．]?(?:[=＝][\d+＋-]+)?$/.exec(plain)
  return match?.[1] === undefined ? null : Number(match[1])
}
