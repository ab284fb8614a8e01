import { isFormWord } from '../../labels/form-words.ts'
import { normalizeLabel, splitLabelNumber } from '../../labels/label-text.ts'
import type { LabelItem, TextItem } from './text-items.ts'
import type { TextLine } from '../page/text-lines.ts'

const title = /(20\d{2})\s*年.{0,30}信息公开.{0,8}年?度?报\s*告/
const statedYear = /[（(]?\s*(20\d{2})\s*年(?:度)?\s*[)）]?/
const lastYear = /^(?:上一?年度?|去年)(?:同期)?数?量?$|^同比|^较(?:上年|去年)/

/** The year of the report that lines of text hold, by its title; null where none says it. */
export function yearOfReport(lines: readonly TextLine[]): number | null {
  const year = lines.map(({ text }) => title.exec(text)?.[1]).find((found) => found !== undefined)
  return year === undefined ? null : Number(year)
}

/** Every year that a text states. */
export function yearsIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/(20\d{2})\s*年/g), ([, year]) => Number(year))
}

/** Whether words say that what follows are last year's figures, by name or by a year that is not the report's. */
export function isOfOtherYear(text: string, year: number | null): boolean {
  if (lastYear.test(normalizeLabel(text))) return true
  const years = yearsIn(text)
  return year !== null && years.length > 0 && !years.includes(year)
}

/**
 * The items without the rows of other years (上年同期, 2023年行政许可), and without the report's own year in labels
 * (行政许可（2024年）); a year that says 上年 or 下年度 by its number stands for it (结转2025年度继续办理).
 */
export function ofReportYear(items: readonly TextItem[], year: number | null): readonly TextItem[] {
  const kept: TextItem[] = []
  let dropped: LabelItem | null = null
  for (const item of items) {
    if (item.kind === 'figures' && dropped !== null && isBehind(dropped, item, kept.at(-1))) continue
    dropped = null
    if (item.kind !== 'label') kept.push(item)
    else {
      const text = withRelativeYear(item.text, year)
      if (text === null) dropped = item
      else kept.push(text === item.text ? item : { ...item, text, letters: normalizeLabel(text) })
    }
  }
  return kept
}

/** Figures on a label's line, or stacked right below it. */
function isBehind(label: LabelItem, item: TextItem, before: TextItem | undefined): boolean {
  return item.kind === 'figures' && (item.line === label.line || item.stacked || before?.line !== item.line)
}

/** A label with its year left out or put in words; null where it is that of another year's row or column. */
function withRelativeYear(text: string, year: number | null): string | null {
  const found = statedYear.exec(text)
  if (found === null) return lastYear.test(normalizeLabel(text)) ? null : text
  const rest = text.replace(statedYear, '')
  const isOfForm = splitLabelNumber(rest).words.trim() === '' || isFormWord(rest)
  if (year === null || !isOfForm) return text
  const words = wordsForYear(Number(found[1]) - year, rest)
  return words === null ? null : text.replace(statedYear, words)
}

/** What a year so many after the report's means in a label; null where it is that of other figures. */
function wordsForYear(distance: number, rest: string): string | null {
  if (distance === 0) return ''
  const isForward = /结转下|继续办理/.test(rest)
  const isCarried = rest.includes('结转') || isForward
  if (distance === 1) return isCarried ? '下年度' : null
  return distance === -1 && isCarried && !isForward ? '上年' : null
}
