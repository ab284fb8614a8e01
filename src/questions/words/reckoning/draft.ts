import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery, Operation, Query } from '../../query/query.ts'
import type { NamedMetric } from '../figures/figures-read.ts'
import { rolesOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { inRosterOrder, type Whose } from '../whose/whose.ts'
import type { ReadYears } from '../years/years-read.ts'

/** What the ways to reckon build a query from. */
export interface Asked {
  readonly reading: Reading
  /** The figures, those of the question before where this one names none. */
  readonly metrics: readonly Metric[]
  readonly named: readonly NamedMetric[]
}

type Extra = Omit<
  Query,
  'intent' | 'metrics' | 'agencies' | 'years' | 'operation' | 'whose' | 'named' | 'without'
>

/** Puts a query together; names stand in roster order, and in the order asked where that is another. */
export function finished(
  { reading, metrics }: Pick<Asked, 'reading' | 'metrics'>,
  operation: Operation,
  { whose, names, without }: Whose,
  years: Pick<ReadYears, 'years' | 'byReports'>,
  extra: Partial<Extra> = {},
): AnswerableQuery {
  const agencies = inRosterOrder(names, reading.context.audience)
  const isOrdered = agencies.every((name, index) => name === names[index])
  return {
    ...{ intent: 'data', metrics, agencies, years: years.years, operation, whose },
    ...(isOrdered ? {} : { named: names }),
    ...(without.length > 0 ? { without } : {}),
    ...(years.byReports ? { yearByReports: true } : {}),
    ...extra,
  }
}

const countUnits: readonly string[] = ['件', '条', '个', '份', '起', '宗', '项', '次', '回', '桩', '笔']

/** Unit words must fit the figure: 公开率几件 and 收费几件 are not understood. Growth may be said in percent. */
export function misfits({ tokens, has }: Reading, metrics: readonly Metric[]): readonly string[] {
  const fitting = new Set([...metrics.flatMap(unitsOf), ...(has('change') ? ['%', '百分点'] : [])])
  return tokens.flatMap(({ role, text }) => {
    const unit = role.is === 'howMany' || role.is === 'unit' || role.is === 'condition' ? role.unit : null
    return unit === null || unit === '家' || fitting.has(unit) ? [] : [text]
  })
}

function unitsOf(metric: Metric): readonly string[] {
  const { unit } = metricInfo(metric)
  if (unit === '万元' || unit === '%') return [unit]
  const extra = metric.startsWith('review.') ? ['例', '场'] : metric === 'proactiveDisclosure' ? ['万元'] : []
  return [...countUnits, ...extra]
}

/** 是12件吗, 没有复议对吧: one figure, and words that want it confirmed; any other figure is not understood. */
export function confirmedFigure({ tokens, has }: Reading): Outcome<number | null> {
  const found = rolesOf(tokens, 'number').map(({ value }) => value)
  const [only, ...others] = found
  if (only === undefined) return { ok: true, value: has('confirm') ? equalTo(tokens, has('hasNot')) : null }
  if (others.length === 0 && asksToConfirm({ tokens, has })) return { ok: true, value: only }
  return unplaced(found.map((value) => String(value)))
}

/** 复议为0，是吗; 没有复议对吧. */
function equalTo(tokens: Reading['tokens'], isNone: boolean): number | null {
  if (isNone) return 0
  const [one, ...others] = rolesOf(tokens, 'condition').map(({ condition }) => condition)
  return one?.op === '=' && others.length === 0 ? one.value : null
}

/** 对吧, 是否, 吗: it is asked whether what is said is so. */
export function asksToConfirm({ tokens, has }: Pick<Reading, 'tokens' | 'has'>): boolean {
  return has('confirm') || has('whether') || asksYesOrNo(tokens)
}

/** 吗 and 吧. */
export function asksYesOrNo(tokens: Reading['tokens']): boolean {
  return tokens.some(({ text }) => /^[吗吧么]$/u.test(text))
}
