import { resultRows, type CellId } from '../../../report/statutory-tables.ts'
import { metricInfo, metricOfSum } from '../../query/metric-table.ts'
import type { AgencyGroup, AnswerableQuery, Operation, Query } from '../../query/query.ts'
import { asksToConfirm, asksYesOrNo, confirmedFigure, finished, type Asked } from './draft.ts'
import { asksWhichPart } from './reckoning.ts'
import { sameScope } from './same-scope.ts'
import { thoseThat } from './those-that.ts'
import { good, none, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { plainNeeds, readScope } from './scope-read.ts'
import { readGroups } from '../whose/whose-read.ts'
import type { Whose } from '../whose/whose.ts'
import { readYears, type ReadYears } from '../years/years-read.ts'

/** One figure, figures added up, or one each: whatever no other way to reckon claims. */
export function plainFigures(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const open = openAtOnce(asked)
  if (open !== null) return open
  const beside = groupsBeside(reading)
  if (beside !== null) return groupsListed(asked, beside)
  const scope = readScope(reading, plainNeeds)
  if (!scope.ok) return scope
  const confirmed = confirmedFigure(reading)
  if (!confirmed.ok) return confirmed
  const { whose, years } = scope.value
  const operation = operationOf(asked, whose, years)
  if (!operation.ok) return operation
  if (operation.value === 'quote') return good({ ...finished(asked, 'quote', whose, years), intent: 'text' })
  // 复议加官司: the two added are a figure of their own.
  const whole = operation.value === 'sum' ? metricOfSum(metrics) : null
  if (whole !== null) return plainFigures({ ...asked, metrics: [whole] })
  const extra = extraOf(asked, operation.value, confirmed.value)
  const odd = saidOfOne(asked, operation.value) ?? asksThreshold(asked, operation.value)
  return odd ?? good(finished(asked, operation.value, whose, years, extra))
}

function openAtOnce({ reading, metrics, named }: Asked): Outcome<never> | null {
  const open = asksWhichPart(metrics, named)
  if (open !== null) return open
  const those = thoseThat(reading.tokens)
  return those !== null && reading.before === null ? unplaced([those.text]) : null
}

/** 复议，依申请23件对吗: which of them the number is said of cannot be told. */
function saidOfOne({ reading, metrics }: Asked, operation: Operation): Outcome<never> | null {
  const numbers = textsOf(reading.tokens, 'number')
  return metrics.length > 1 && operation !== 'sum' && numbers.length > 0 ? unplaced(numbers) : null
}

/**
 * 部门和镇街各多少: one figure a group; 合计各几件 a sum each. Null where the agencies are meant each (各街道和各镇), or
 * together.
 */
function groupsBeside(reading: Reading): readonly AgencyGroup[] | null {
  const { has, whose, tokens, before } = reading
  if (whose.named.length > 0) return null
  if (whose.sides.length < 2) return keptGroups(reading)
  if (has('sum')) return has('each') ? whose.sides : null
  const areEach = rolesOf(tokens, 'group').some(({ each }) => each)
  const goesOn = before?.query.operation === 'list' && before.query.groups !== undefined
  return !areEach && (has('each') || goesOn) ? whose.sides : null
}

/** Those listed before, where no group is named. */
function keptGroups({ before, has, whose }: Reading): readonly AgencyGroup[] | null {
  const kept = before?.query.operation === 'list' ? before.query.groups : undefined
  const isKept = whose.groups.length === 0 && !whose.own && !has('sum')
  return kept !== undefined && isKept ? kept.map(({ group }) => group) : null
}

function groupsListed(asked: Asked, sides: readonly AgencyGroup[]): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const [info, ...others] = metrics.map(metricInfo)
  const used = textsOf(reading.tokens, 'condition', 'hasNot', 'which', 'number', 'whether')
  const isCounted = (info?.kind === 'count' || info?.kind === 'rate') && others.length === 0
  if (!isCounted || used.length > 0) return unplaced([...used, ...textsOf(reading.tokens, 'each')])
  const groups = readGroups(reading, sides)
  if (!groups.ok) return groups
  const years = readYears(reading, groups.value.whose.names)
  if (!years.ok) return years
  if (years.value.years.length > 1) return unplaced(textsOf(reading.tokens, 'years'))
  return good(finished(asked, 'list', groups.value.whose, years.value, { groups: groups.value.groups }))
}

function extraOf(
  { reading, metrics }: Asked,
  operation: Operation,
  confirm: number | null,
): Pick<Query, 'confirm' | 'whether' | 'added'> {
  const asksWhether = reading.has('whether') || (reading.has('hasNot') && asksYesOrNo(reading.tokens))
  return {
    ...(confirm === null ? {} : { confirm }),
    ...(asksWhether ? { whether: true } : {}),
    ...(operation === 'sum' && metrics.length > 1 ? { added: true } : {}),
  }
}

/** 超过20件吗 of one agency: the figure is the answer. Without a question the words are no threshold of anything. */
function asksThreshold({ reading }: Asked, operation: Operation): Outcome<AnswerableQuery> | null {
  const words = textsOf(reading.tokens, 'condition', 'hasNot')
  const asks = asksToConfirm(reading)
  const isFit = words.length === 0 || (asks && ['value', 'ratio'].includes(operation))
  // 单位有几个: neither a figure nor a group.
  const nouns = reading.tokens
    .filter(({ role }) => role.is === 'kind' && role.group === 'all' && reading.whose.without.length === 0)
    .map(({ text }) => text)
  const which = [...textsOf(reading.tokens, 'which'), ...nouns]
  return isFit && which.length === 0 ? null : unplaced([...words, ...which])
}

interface Plurals {
  readonly agencies: boolean
  readonly years: boolean
  readonly metrics: boolean
}

function operationOf(
  { reading, metrics, named }: Asked,
  whose: Whose,
  { years }: ReadYears,
): Outcome<Operation> {
  const many = { agencies: whose.names.length > 1, years: years.length > 1, metrics: metrics.length > 1 }
  if (metrics.includes('text.published')) return quoted(metrics.length, many)
  const isEach = saysEach(reading, whose, many)
  const count = [many.agencies, many.years, many.metrics].filter(Boolean).length
  const isRate = metrics.every((metric) => metricInfo(metric).kind === 'rate')
  if (count === 0) return asksSeveralOfOne(reading, named) ?? good(isRate ? 'ratio' : 'value')
  if (addsUp(reading, isEach)) return summed({ reading, metrics }, many)
  if (count === 3) return unplaced(textsOf(reading.tokens, 'each', 'and'))
  const isGroup = many.agencies && whose.whose !== 'named' && !isEach
  return good(count === 2 ? overTwo(many, isGroup) : overOne(many, isGroup, isRate))
}

/** 依申请复议各几件, 加起来多少 of one figure: several things are asked, and only one was found. */
function asksSeveralOfOne({ tokens, whose, before }: Reading, named: Asked['named']): Outcome<never> | null {
  const isOne = named.length === 0 && (before?.query.metrics.length ?? 0) < 2
  const words = [
    // 各部门各几件 where there is one: the figure of that one.
    ...textsOf(tokens, 'each').filter((word) => whose.groups.length === 0 && /^(?:各|分别)/u.test(word)),
    // 复议和诉讼加起来 is one figure of its own.
    ...textsOf(tokens, 'sum').filter((word) => isOne && /起来|一起|一块|一处|相加|合并|加总/u.test(word)),
  ]
  return words.length === 0 ? null : unplaced(words)
}

/** A group over years is their sum, year by year, and several figures of it are a sum each; else one for each pair. */
function overTwo({ years }: Plurals, isGroup: boolean): Operation {
  if (!isGroup) return 'list'
  return years ? 'trend' : 'value'
}

function overOne({ metrics, years }: Plurals, isGroup: boolean, isRate: boolean): Operation {
  if (metrics) return 'value'
  if (years) return 'trend'
  if (!isGroup) return 'list'
  return isRate ? 'ratio' : 'sum'
}

/** The sentence of a report is one agency's and one year's. */
function quoted(count: number, { agencies, years }: Plurals): Outcome<Operation> {
  if (count > 1) return unplaced(['主动公开'])
  return agencies || years ? none('not_summable') : good('quote')
}

/** 各街道, 分别, 每家; a fragment after a list goes on listing. */
function saysEach(asked: Reading, whose: Whose, many: Plurals): boolean {
  const { tokens, has, before } = asked
  // After one figure, 各镇街呢 asks for their sum; after their sum, for each.
  const isFirst = before === null || before.query.intent === 'none'
  const scope = sameScope(asked)
  const isSplit = isFirst && rolesOf(tokens, 'group').some(({ each }) => each) && !addsUpYearly(asked)
  const group = isSplit || scope === 'each'
  // 把三个街道的申请数发我.
  const sent = many.agencies && rolesOf(tokens, 'filing').some(({ asks }) => asks === 'sent')
  const listsOn = scope !== 'all' && whose.whose !== 'one' && wasListed(asked)
  return eachIsOfAgencies(asked, many) || group || sent || has('ending') || listsOn
}

/** 各街道每年合计: all of them, a year each. */
function addsUpYearly({ tokens, has }: Reading): boolean {
  const isYearly = rolesOf(tokens, 'years').some(({ word }) => word.is === 'every')
  return isYearly && !has('each') && rolesOf(tokens, 'sum').some(({ strong }) => strong)
}

/** One each, and not whoever meets a threshold. */
function wasListed({ before }: Reading): boolean {
  return before?.query.operation === 'list' && before.query.where === undefined
}

/**
 * 2024和2025年各几件, 制发和废止各几件 of nobody: the years or figures are meant each. So are those that 都要 chose, where
 * no word says 各.
 */
function eachIsOfAgencies({ tokens, whose }: Reading, { years, metrics }: Plurals): boolean {
  const words = textsOf(tokens, 'each').filter((text) => text !== '')
  // 全区每年各多少: the years. 每家每年 says both.
  const isYearly = rolesOf(tokens, 'years').some(({ word }) => word.is === 'every')
  const isSplit = rolesOf(tokens, 'group').some(({ each }) => each)
  if (isYearly && years && !isSplit && whose.named.length === 0)
    return words.some((text) => /家|单位|[个逐]一|一个/u.test(text))
  // 全区复议和诉讼各多少 is a sum each; 各单位 would be said of each agency.
  const isWhole = tokens.every(({ role, text }) => role.is !== 'group' || /^(?:我们|咱们)?全/u.test(text))
  const isOfOthers = (years || metrics) && isWhole && whose.named.length === 0
  return isOfOthers ? words.some((text) => !/^(?:各|各自|分别.?)$/u.test(text)) : words.length > 0
}

function addsUp({ tokens, has, before }: Reading, isEach: boolean): boolean {
  const sums = rolesOf(tokens, 'sum')
  // 每年一共 is one figure a year; 历年一共 is one for all.
  const isYearly = tokens.some(
    ({ role, text }) => role.is === 'years' && role.word.is === 'every' && !text.startsWith('历年'),
  )
  if (isYearly) return has('plus')
  if (sums.some(({ strong }) => strong) || has('plus')) return true
  if (sums.length > 0) return !has('each')
  if (before?.query.operation !== 'sum' || isEach || has('each')) return false
  // What was added over years ends with a year; over agencies it goes on.
  return !has('years') || before.query.years.length === 1
}

function summed({ reading, metrics }: Pick<Asked, 'reading' | 'metrics'>, many: Plurals): Outcome<Operation> {
  const infos = metrics.map(metricInfo)
  const units = new Set(infos.map(({ unit }) => unit))
  const words = textsOf(reading.tokens, 'sum', 'plus')
  if (infos.length === 1 && infos.every(({ kind }) => kind === 'rate')) return good('ratio')
  if (infos.some(({ kind }) => kind !== 'count') || units.size > 1) return unplaced(words)
  if (many.years && infos.some((info) => info.kind === 'count' && info.isStock)) return none('not_summable')
  if (many.metrics && overlaps(infos.flatMap((info) => (info.kind === 'count' ? [info.cells] : []))))
    return unplaced(words)
  return good('sum')
}

/**
 * 依申请和办结一共 adds different things; 不予公开和国家秘密一共 would count a cell twice, and 企业申请加依申请 and 办结加予以公开
 * a part beside its whole.
 */
function overlaps(cells: readonly (readonly CellId[])[]): boolean {
  const all = cells.flat()
  if (new Set(all).size < all.length) return true
  const wholes = all.flatMap(wholesOf)
  return wholes.some((whole) => all.some((cell) => cell === whole))
}

/** The printed totals a cell of table 三 is counted in: of its row, of its column. */
function wholesOf(cell: CellId): readonly string[] {
  const [table, row = '', column = ''] = cell.split('.')
  if (table !== 'requests') return []
  const isResult = resultRows.some((one) => one === row)
  const rows = isResult ? [row, 'handledTotal'] : [row]
  return rows
    .flatMap((one) => [`requests.${one}.${column}`, `requests.${one}.total`])
    .filter((whole) => whole !== cell)
}
