import { normalizeLabel } from '../../labels/label-text.ts'
import { requestRowLabels } from '../../labels/labels.ts'

/** A piece of a line of text: words, or what may stand in a number cell. Positions count characters from 0. */
export interface TextPiece {
  readonly kind: 'label' | 'figure'
  readonly text: string
  readonly start: number
  readonly end: number
  /** No space between it and the piece before it. */
  readonly glued: boolean
}

const numeral =
  /(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十][、.](?!\d)|\d\s?[、.)](?=\s*[\p{L}“”"'(]))/u
const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const unit = String.raw`(?:\s?(?:万元|亿元|元|万|件次|件|条|份|起|宗|项|例|个)(?![\p{L}]))?`
const remark = String.raw`(?:\s?\((?![一二三四五六七八九十]\))[^()]{1,40}\))?`
/** A reference to a note under the table; words behind it make it a numeral of theirs. */
const noteMark = String.raw`(?:\s?(?:[①-⑳]|\*{1,3}|※|\[\d{1,2}\]|〔\d{1,2}〕|[\[〔]注\d{0,2}[\]〕])(?![\p{L}\d])|注\d{1,2}(?![\p{L}\d]))?`
const figurePattern = new RegExp(
  String.raw`(?<![\p{L}\d.〔\[#])[约近超逾]?${number}(?:\/\d+)?[余多]?${unit}${remark}${noteMark}`,
  'uy',
)
/** Behind label letters a number may follow without a space. */
const gluedFigurePattern = new RegExp(String.raw`${number}(?:\/\d+)?${unit}${remark}${noteMark}`, 'uy')
const wordFigure =
  /(?<![^\s])(?:[-—–―]{1,4}|[/]{1,2}|\\|无|没有|暂无|不涉及|不适用|不详|若干|[OoＯ〇零]|#[A-Z/0!?]+)(?![^\s])/uy
/** A placeholder behind other figures, with the next label right behind it: `912 -行政规范性文件`, `0 /8.属于`. */
const placeholderBeforeLabel =
  /(?<=(?:[\d)]|(?<!\S)[-—–―/]{1,4}) {1,9})(?:[-—–―]{1,4}|[/]{1,2})(?=[\p{Script=Han}(“]|[1-8][、.]\s*[\p{L}“])/uy
/** A numeral that stands by itself in a narrow column, its words on other lines: `1.   8   16`. */
const loneNumeral = /(?<!\S)[1-8][、.](?!\S)/y
const noFigureBehind = /^\s?(?:年|月|日|号|时|%|届|版|期)/

/**
 * Full-width letters, digits and marks as half-width ones and every kind of space as a space, character for
 * character, so that positions stay.
 */
export function foldCharacters(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000\f\v]/g, ' ')
    .replace(/\u2212/g, '-')
}

/**
 * Parts a text without tabs and pipes into words and figures. Words are parted at two or more spaces and before
 * a label's numeral (`（一）`, `二、`, `3.`), which belongs to the words behind it, also where a figure runs into
 * it (`01.属于` is 0 and `1.属于`). Years, dates and numbers inside Latin words are words.
 */
export function piecesOfText(text: string): readonly TextPiece[] {
  const folded = foldCharacters(text)
  const pieces: TextPiece[] = []
  let words = 0
  let at = 0
  const push = (kind: TextPiece['kind'], from: number, to: number): void => {
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const end = start + raw.trim().length
    if (start < end) pieces.push({ kind, text: raw.trim(), start, end, glued: start === pieces.at(-1)?.end })
  }
  while (at < folded.length) {
    const figure = figureLength(folded, at)
    if (figure > 0) {
      push('label', words, at)
      push('figure', at, at + figure)
      words = at + figure
      at = words
    } else {
      const isBreak = startsLabel(folded, at) || /^\s{2}/.test(folded.slice(at, at + 2))
      if (isBreak && at > words) {
        push('label', words, at)
        words = at
      }
      at += startsLabel(folded, at) ? numeralLength(folded, at) : digitsOrOne(folded, at)
    }
  }
  push('label', words, folded.length)
  return pieces
}

function numeralLength(folded: string, at: number): number {
  if (isLoneNumeral(folded, at)) return 2
  const match = numeral.exec(folded.slice(at, at + 6))
  return match?.index === 0 ? match[0].length : 1
}

function isLoneNumeral(folded: string, at: number): boolean {
  loneNumeral.lastIndex = at
  return loneNumeral.test(folded)
}

function startsLabel(folded: string, at: number): boolean {
  if (isLoneNumeral(folded, at)) return true
  const before = folded[at - 1] ?? ' '
  if (before === '第' || /\d/.test(before)) return /\d/.test(before) && isGluedNumeral(folded, at)
  return numeral.exec(folded.slice(at, at + 6))?.index === 0
}

/** A numeral right behind the digits of a figure: `01.属于`. */
function isGluedNumeral(folded: string, at: number): boolean {
  return numeral.exec(folded.slice(at, at + 6))?.index === 0
}

/** Digits that are no figure are passed over as a whole. */
function digitsOrOne(folded: string, at: number): number {
  return /^\d+/.exec(folded.slice(at))?.[0].length ?? 1
}

function figureLength(folded: string, at: number): number {
  if (
    isLoneNumeral(folded, at) ||
    (/\(\s?$/.test(folded.slice(Math.max(0, at - 2), at)) && !/^\d[\d,.]*\s?\)/.test(folded.slice(at)))
  )
    return 0
  for (const pattern of [wordFigure, placeholderBeforeLabel, figurePattern, gluedFigurePattern]) {
    pattern.lastIndex = at
    const match = pattern.exec(folded)?.[0]
    if (match === undefined) continue
    if (pattern === wordFigure || pattern === placeholderBeforeLabel) return match.length
    if (pattern === gluedFigurePattern && !/\p{Script=Han}|\)|”|"/u.test(folded[at - 1] ?? '')) continue
    return withoutNumeral(folded, at, match)
  }
  return 0
}

const numberedWordings = requestRowLabels
  .filter(({ official }) => /^\d/.test(official))
  .flatMap(({ official, aliases = [], same = [], short = [] }) => [official, ...aliases, ...same, ...short])
  .map((wording) => normalizeLabel(wording))

/** Whether words behind a numeral that a longer number would end in are those of a numbered row. */
function beginsRow(text: string): boolean {
  const head = /^\d[、.)]/.test(text) ? normalizeLabel(text.slice(2)).slice(0, 2) : ''
  return head.length === 2 && numberedWordings.some((wording) => wording.startsWith(head))
}

/** How much of a number is a figure: not a label's numeral at its end, and nothing of a date. */
function withoutNumeral(folded: string, at: number, match: string): number {
  const behind = folded.slice(at + match.length)
  if (noFigureBehind.test(behind) || /第\s?$/.test(folded.slice(Math.max(0, at - 2), at))) return 0
  const tail = `${match.slice(-1)}${behind.slice(0, 5)}`
  const isNumeral = /^[+-]?\d+$/.test(match) && numeral.exec(tail)?.index === 0
  return isNumeral && (match.length === 1 || beginsRow(tail)) ? match.length - 1 : match.length
}
