import type { AskReply, Source } from '../../src/questions/query/reply.ts'
import { metricInfo, type MetricInfo } from '../../src/questions/query/metric-table.ts'
import {
  officialHeadings,
  requestColumns,
  requestGroups,
  requestRows,
  sectionNumerals,
} from '../../src/report/statutory-tables.ts'
import { escapeMarkdown } from '../markdown.ts'
import { inUnit } from './figure-words.ts'
import { yearsWords } from './whose-words.ts'

/** The last line of an answer: which report, table, row and column; of a sum how many reports; of a derived figure its cells. */
export function sourceWords(reply: AskReply): string | null {
  const { sources, query } = reply
  const [first] = sources
  if (first === undefined) return null
  if (query.intent === 'text')
    return `依据：${first.year}年年报正文“${escapeMarkdown(first.table)}”（正文数字，非表格数据）`
  const years = yearsWords(sources.map(({ year }) => year))
  return `依据：${years}年报 ${placesWords(sources)}${countWords(sources)}${sumWords(reply)}`
}

/** The same in short, for a picture: which reports and tables. */
export function tablesWords({ sources }: AskReply): string {
  const tables = new Set(sources.map(({ table }) => tableNames.get(table) ?? table))
  const years = yearsWords(sources.map(({ year }) => year))
  return `依据：${years}年报 ${[...tables].join('、')}${countWords(sources)}`
}

function countWords(sources: readonly Source[]): string {
  const reports = new Set(sources.map(({ agency, year }) => `${year} ${agency}`)).size
  return reports > 1 ? `，共 ${reports} 份报告` : ''
}

/** 表三“一、本年新收政府信息公开申请数量”×“总计”: each row and column once. */
function placesWords(sources: readonly Source[]): string {
  const byTable = groupedBy(sources, ({ table }) => table)
  return [...byTable].map(([table, ofTable]) => `${tableWords(table)}${cellsWords(ofTable)}`).join('；')
}

function cellsWords(sources: readonly Source[]): string {
  const byColumn = [...groupedBy(sources, ({ column }) => column)].map(([column, cells]) => ({
    column,
    rows: rowsWords([...new Set(cells.map(({ row }) => row))]),
  }))
  const byRows = [...groupedBy(byColumn, ({ rows }) => rows)]
  return byRows
    .map(
      ([rows, columns]) => `${rows}×${columns.map(({ column }) => `“${escapeMarkdown(column)}”`).join('、')}`,
    )
    .join('，')
}

/** Rows that fill a group of table 三 are named by the group. */
function rowsWords(rows: readonly string[]): string {
  let left = [...rows]
  const groups = requestGroups.flatMap(({ key, number, label }) => {
    const members: readonly string[] = requestRows
      .filter((row) => row.group === key)
      .map((row) => row.number + row.label)
    if (members.length < 2 || !members.every((member) => left.includes(member))) return []
    left = left.filter((row) => !members.includes(row))
    return [`“${number}${label}”各行`]
  })
  return [...left.map((row) => `“${escapeMarkdown(rowWords(row))}”`), ...groups].join('、')
}

/** A row under a merged cell is told with it: 3.其他 alone says little. */
function rowWords(printed: string): string {
  const row = requestRows.find(({ number, label }) => number + label === printed)
  const group = requestGroups.find(({ key }) => key === row?.group)
  return group === undefined ? printed : `${group.number}${group.label} ${printed}`
}

const tableNames = new Map(
  [2, 3, 4].map((number) => [
    `${sectionNumerals[number - 1] ?? ''}、${officialHeadings[number - 1] ?? ''}`,
    `表${sectionNumerals[number - 1] ?? ''}`,
  ]),
)

function tableWords(heading: string): string {
  return tableNames.get(heading) ?? escapeMarkdown(heading)
}

/** 不予公开 8 = 1+1+0+5+0+0+1+0, for one figure of one report that is made of several cells; of a rate both counts. */
function sumWords(reply: AskReply): string {
  const { query, answer, unit, sources } = reply
  const [metric, ...more] = query.metrics
  const isOne = query.agencies.length === 1 && query.years.length === 1 && more.length === 0
  const reckons = ['value', 'sum', 'ratio', 'explain'].includes(query.operation ?? '')
  if (metric === undefined || !isOne || !reckons || typeof answer !== 'number') return ''
  const values = sources.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const info = metricInfo(metric)
  if (info.kind === 'count') return equation(info.label, inUnit(answer, unit), values)
  return info.kind === 'rate' ? rateWords(reply, info, values) : ''
}

function rateWords(
  { extras }: AskReply,
  { numerator, denominator }: Extract<MetricInfo, { kind: 'rate' }>,
  values: readonly number[],
): string {
  const parts = metricInfo(numerator)
  const size = parts.kind === 'count' ? parts.cells.length : 0
  const [part, whole] = [values.slice(0, size), values.slice(size)]
  return [
    addsTo(part, extras.numerator) ? equation(parts.label, String(extras.numerator), part) : '',
    addsTo(whole, extras.denominator)
      ? equation(metricInfo(denominator).label, String(extras.denominator), whole)
      : '',
  ].join('')
}

function equation(label: string, figure: string, values: readonly number[]): string {
  return values.length < 2 ? '' : `；${label} ${figure} = ${values.join('+')}`
}

function addsTo(values: readonly number[], figure: number | undefined): boolean {
  return values.reduce((sum, value) => sum + value, 0) === figure
}

/** Every cell with its figure, one line each: what 怎么算的 shows; of a ranking those in its places first. */
export function cellLines({ sources, query, answer }: AskReply): readonly string[] {
  if (query.intent === 'text') return sources.map(sentenceLine)
  const isRanked = query.explains === 'rank' && typeof answer === 'object' && answer !== null
  const ranked = isRanked ? answer.map(([label]) => label) : []
  const places = new Map(ranked.map((label, index) => [label, index]))
  const placeOf = ({ agency, year }: Source): number =>
    places.get(query.by === 'year' ? year : agency) ?? ranked.length
  return sources
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(
      ({ agency, year, table, row, column, value }) =>
        `${escapeMarkdown(agency)} ${year}年 ${tableWords(table)}“${escapeMarkdown(rowWords(row))}”×“${escapeMarkdown(columnWords(column))}”：${value}`,
    )
}

/** A figure out of the text stands in a sentence, not in a cell. */
function sentenceLine({ agency, year, table, column, value }: Source): string {
  return `${escapeMarkdown(agency)} ${year}年 正文“${escapeMarkdown(table)}”里的“${escapeMarkdown(column)}”：${escapeMarkdown(String(value))}`
}

function columnWords(column: string): string {
  return requestColumns.some(({ label }) => label === column) && column === '其他'
    ? '其他（法人或其他组织）'
    : column
}

function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
