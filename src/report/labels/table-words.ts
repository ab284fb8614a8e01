import type { LabelIndex } from './label-index.ts'
import { bestLabel, labelIndex } from './label-index.ts'
import type { OfficialLabel } from './label-match.ts'
import { normalizeLabel } from './label-text.ts'
import {
  disclosureColumnLabels,
  disclosureRowLabels,
  requestColumnLabels,
  requestGroupLabels,
  requestRowLabels,
  reviewGroupLabels,
  reviewResultLabels,
} from './labels.ts'
import { readCell } from '../tables/cells.ts'
import { officialHeadings, sectionNumerals } from '../statutory-tables.ts'
import type { TableKey } from '../statutory-tables.ts'

/** The merged header cells of table 三. */
export const requestHeaderLabels: readonly OfficialLabel<'applicants' | 'organizations'>[] = [
  { key: 'applicants', official: '申请人情况' },
  { key: 'organizations', official: '法人或其他组织' },
]

const headingLabels = officialHeadings.map((heading, index) => ({
  key: heading,
  official: `${sectionNumerals[index] ?? ''}、${heading}`,
  same: [`${heading}统计表`],
}))

/** Every label of the three tables and the six headings, ready to be looked up. */
export const words = {
  requestRow: labelIndex(requestRowLabels),
  requestGroup: labelIndex(requestGroupLabels),
  requestColumn: labelIndex(requestColumnLabels),
  requestHeader: labelIndex(requestHeaderLabels),
  disclosureRow: labelIndex(disclosureRowLabels),
  disclosureColumn: labelIndex(disclosureColumnLabels),
  reviewGroup: labelIndex(reviewGroupLabels),
  reviewResult: labelIndex(reviewResultLabels),
} as const

const headings = labelIndex(headingLabels)
const indexesOf: Readonly<Record<TableKey, readonly LabelIndex<string>[]>> = {
  requests: [words.requestRow, words.requestGroup, words.requestColumn, words.requestHeader],
  proactiveDisclosure: [words.disclosureRow, words.disclosureColumn],
  review: [words.reviewGroup, words.reviewResult],
}
const fixedOf: Readonly<Record<TableKey, RegExp>> = {
  requests: /勾稽关系|(?:第一项加第二项|第三项加第四项)之和/,
  proactiveDisclosure: /^第?二十条(?:第)?[一五六八九]项$|^信息内容$/,
  review: /^$/,
}

/** The heading of one of the six parts, whole in one line: also as a row or cell of a layout table. */
export function isPartHeading(text: string): boolean {
  const best = [...headings(text)].sort((a, b) => b[1] - a[1])[0]
  return best !== undefined && best[1] >= 0.75
}

/** Whether a cell's text belongs to the labels of a table, edits allowed. 其他 and 总计 belong to none alone. */
export function isWordOf(table: TableKey, text: string): boolean {
  const letters = normalizeLabel(text)
  if (isShared(letters) || isPartHeading(text)) return false
  return fixedOf[table].test(letters) || indexesOf[table].some((index) => bestLabel(index(text)) !== null)
}

const shared = new Set([
  '其他',
  '其它',
  '总计',
  '合计',
  '总和',
  '共计',
  '小计',
  '总数',
  '个人',
  '企业',
  '维持',
])

/** Words that stand in more than one table, or in any. */
function isShared(letters: string): boolean {
  return letters.length < 2 || shared.has(letters)
}

/** A printed number or placeholder: what a figure's cell holds when it is filled in properly. */
export function isFigure(text: string): boolean {
  const { state } = readCell(text, 'count', { line: 0 })
  return state === 'number' || state === 'placeholder' || /^[\d.,]+(?:万|亿)?元$/.test(text.trim())
}

/** `/`, `—` and their like. */
export function isPlaceholder(text: string): boolean {
  return readCell(text, 'count', { line: 0 }).state === 'placeholder'
}

export function isBlank(text: string): boolean {
  return readCell(text, 'count', { line: 0 }).state === 'blank'
}

/** Words, as opposed to figures, blanks and a lone numeral (`一、`). */
export function isWording(text: string): boolean {
  return !isFigure(text) && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2
}
