import type { Place } from '../../readers/document.ts'
import type { Cell } from '../read-report.ts'

/** What a cell of the form holds: a count of cases or documents, or an amount in 万元. */
export type CellKind = 'count' | 'fees'

/** A cell whose row or column the report does not have. */
export const absentCell: Cell = { state: 'absent', value: null, text: '', repaired: false, place: null }

const invisible = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g
/** Bold type in Markdown, and what a spreadsheet puts round a text: marks that are no part of a number. */
const wrapped = /^(?:(\*\*|__)(.+)\1|["“”'‘’](.+)["“”'‘’]|'(.+))$/
const placeholder = /^(?:[-‐‑‒–—―−─_]+|\/+|\\|不涉及|不适用)$/
const zeroWord = /^(?:无|没有|暂无|零|〇)$/
const letterZero = /^[OoОоΟο○◯]$/
const countUnit = /^(?:件次|件|条|份|起|宗|项|封|例|个|次|部|篇|期)$/
const moneyUnit = /^(?:亿元|万元|万|元)$/
const powerOfTenThousands: Readonly<Record<string, string>> = { 亿元: 'e4', 万元: '', 万: '', 元: 'e-4' }
/** A reference to a note under the table: `①`, `*`, `[1]`, `注1`. Not a digit in round brackets or raised: `5（6）`. */
const noteMark =
  /(?<=\S)\s*(?:[\u2460-\u2473\u24EA\u2776-\u277F]|\*{1,3}|※|[[〔]\d{1,2}[\]〕]|[[(〔]?注(?:\d{1,2}|[\u2460-\u2473])?:?[\])〕]?)$/
/** Groups of three only; the thin spaces part thousands and never two numbers. */
const figure = /^([+-]?)(\d{1,3}(?:(?:\s*,\s*|[\u2009\u202F])\d{3})+|\d+)(\.\d+)?/

/**
 * Reads one cell as report-checks.md section 1 and `cells/not-a-number` say: a number, blank, a placeholder, or
 * unread. A number that had to be made out (`0件`, `无`, `251000元` → 25.1) is marked repaired. What could mean
 * two things (`12 95`, `1O`, `约10`) is unread. `kind` decides the units; a value of `fees` is in 万元.
 */
export function readCell(text: string, kind: CellKind, place: Place): Cell {
  const printed = text.replace(invisible, '').trim()
  const whole = unwrapped(foldWidth(printed))
    .replace(/[。；;]$/, '')
    .replace(noteMark, '')
    .trim()
  if (printed === '') return { state: 'blank', value: null, text: '', repaired: false, place }
  if (placeholder.test(whole.replace(/\s/g, ''))) {
    return { state: 'placeholder', value: null, text: printed, repaired: false, place }
  }
  const found = zeroWord.test(whole) ? { value: 0, repaired: true } : valueOf(whole, kind)
  if (found === null) return { state: 'unread', value: null, text: printed, repaired: false, place }
  return { state: 'number', text: printed, place, ...found }
}

/**
 * Second look at cells that stand together (a row of table 三, a group of table 四, the rows of table 二): the
 * letter `O` among zeros is a zero. Without a zero beside it, it stays unread.
 */
export function readLetterZeros(cells: readonly Cell[]): readonly Cell[] {
  if (!cells.some((cell) => cell.value === 0)) return cells
  return cells.map((cell): Cell =>
    cell.state === 'unread' && letterZero.test(foldWidth(cell.text))
      ? { ...cell, state: 'number', value: 0, repaired: true }
      : cell,
  )
}

function unwrapped(text: string): string {
  const match = wrapped.exec(text)
  return (match?.[2] ?? match?.[3] ?? match?.[4] ?? text).trim()
}

/**
 * Full-width letters, digits and signs to half-width, and the minus signs to `-`. Not NFKC: that would turn `①`
 * and `5²` into digits.
 */
function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\uFE63\u2010\u2011\u2013](?=\d)/g, '-')
}

function valueOf(whole: string, kind: CellKind): { value: number; repaired: boolean } | null {
  const { head, remarkIsUnit } = withoutRemarks(whole)
  const text = joinBrokenFigure(head).trim()
  const match = figure.exec(text)
  if (match === null) return null
  const [printed, sign = '', integer = '', decimals = ''] = match
  const digits = `${sign}${integer.replace(/[^\d]/g, '')}${decimals}`
  const unit = [text.slice(printed.length).trim(), remarkIsUnit].join('')
  const exponent = exponentOf(unit, kind, Number(digits) === 0)
  if (exponent === null) return null
  const value = Number(`${digits}${exponent}`)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return null
  // （单位：万元） is what the form itself prints.
  const isUnitOfForm = kind === 'fees' && /^[\d.,+-]+[([]单位:万元[)\]]$/.test(whole.replace(/\s/g, ''))
  return { value: value === 0 ? 0 : value, repaired: unit !== '' && !isUnitOfForm }
}

function exponentOf(unit: string, kind: CellKind, isZero: boolean): string | null {
  if (unit === '') return ''
  if (kind === 'fees' && moneyUnit.test(unit)) return powerOfTenThousands[unit] ?? null
  // No matter what is counted, none of it is none.
  if (isZero && (moneyUnit.test(unit) || countUnit.test(unit))) return ''
  return kind === 'count' && countUnit.test(unit) ? '' : null
}

/**
 * Takes bracketed remarks off the end (`22（其中修订16件）`). A bracket that holds no words is no remark
 * (`5（6）`), and one that holds only a unit is a unit: `remarkIsUnit`.
 */
function withoutRemarks(text: string): { head: string; remarkIsUnit: string } {
  const start = text.search(/[([【〔]/)
  if (start <= 0) return { head: text, remarkIsUnit: '' }
  const remark = text.slice(start)
  if (!isBracketed(remark) || !/\p{L}/u.test(remark)) return { head: text, remarkIsUnit: '' }
  const inner = remark.slice(1, -1).replace(/\s|单位|:/g, '')
  const isUnit = countUnit.test(inner) || moneyUnit.test(inner) || /^[十百千万亿]/.test(inner)
  return { head: text.slice(0, start), remarkIsUnit: isUnit ? inner : '' }
}

/** Whether nothing but space stands outside the brackets; a last bracket may be left open. */
function isBracketed(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (/[([【〔]/.test(character)) depth += 1
    else if (/[)\]】〕]/.test(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && character.trim() !== '') return false
  }
  return true
}

/**
 * Joins a figure that a narrow column broke over lines: two lines (`12⏎95`), or more where each but the last is
 * equally full. Anything else keeps its break and is no figure then.
 */
function joinBrokenFigure(text: string): string {
  const lines = text
    .trim()
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
  const wordsFrom = lines.findIndex((line) => !/^[+-]?[\d.,]/.test(line))
  const figureLines = lines
    .slice(0, wordsFrom < 0 ? lines.length : wordsFrom)
    .map((line) => line.replace(/[^\d.,+-].*/, ''))
  if (figureLines.length < 2 || /^[+-]?0\d/.test(figureLines.join('').replace(/[.,].*/, '')))
    return lines.join(' ')
  const full = figureLines[0]?.length ?? 0
  const last = figureLines.at(-1)?.length ?? 0
  const evenlyBroken =
    full > 1 && last <= full && figureLines.slice(0, -1).every((line) => line.length === full)
  if (figureLines.length > 2 && !evenlyBroken) return lines.join(' ')
  return [lines.slice(0, figureLines.length).join(''), ...lines.slice(figureLines.length)].join(' ')
}
