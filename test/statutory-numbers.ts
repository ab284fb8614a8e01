import { cellIds, tableKeys } from '../src/report/statutory-tables.ts'
import type { CellId } from '../src/report/statutory-tables.ts'
import type { CellState } from '../src/report/read-report.ts'

/** A repeatable source of chance: numbers from 0 to below 1, all from the seed. */
export type Chance = () => number

export function chanceOf(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of the choices. */
export function pick<T>(chance: Chance, choices: readonly T[]): T {
  const choice = choices[Math.floor(chance() * choices.length)]
  if (choice === undefined) throw new RangeError('nothing to choose from')
  return choice
}

/** What a cell of the form holds in a made-up report. */
export interface PrintedCell {
  readonly text: string
  readonly state: CellState
  readonly value: number | null
}

export type PrintedCells = ReadonlyMap<CellId, PrintedCell>

/** How figures are dressed; `plain` is digits alone. */
export type Dressing = 'plain' | 'grouped' | 'wide' | 'lines' | 'remark'

/**
 * The 200 cells of the form, all different, so that a figure read into a wrong cell shows. `blanks` is the share of
 * cells left blank or filled with a placeholder.
 */
export function printedCells(
  chance: Chance,
  { dressing = 'plain', blanks = 0 }: { dressing?: Dressing; blanks?: number } = {},
): PrintedCells {
  const used = new Set<number>()
  const cells = new Map<CellId, PrintedCell>()
  for (const id of tableKeys.flatMap((key) => cellIds[key])) {
    if (chance() < blanks) {
      cells.set(id, noFigure(chance))
      continue
    }
    const digits = 1 + Math.floor(chance() * 7)
    let value = Math.floor(chance() * 10 ** digits)
    while (used.has(value)) value += 1
    used.add(value)
    const amount = id === 'proactiveDisclosure.fees' ? Number(`${value}.${10 + (value % 89)}`) : value
    cells.set(id, { text: dressed(String(amount), dressing), state: 'number', value: amount })
  }
  return cells
}

function noFigure(chance: Chance): PrintedCell {
  const text = pick(chance, ['', '', ' ', '\u3000', '\u00a0', '/', '—', '-', '不涉及'])
  return { text, state: text.trim() === '' ? 'blank' : 'placeholder', value: null }
}

function dressed(digits: string, dressing: Dressing): string {
  switch (dressing) {
    case 'plain':
      return digits
    case 'grouped':
      return digits.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',')
    case 'wide':
      return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'lines':
      return `\n ${digits} `
    case 'remark':
      return `${digits}（其中跨年度2件）`
  }
}
