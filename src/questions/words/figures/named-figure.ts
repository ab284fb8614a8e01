import { isMetric } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { FigureRole } from '../tokens/roles.ts'
import { conflict, countedFigure, of, partOf, proportionOf, type Named, type Part } from './metric-of.ts'

/** Reads the parts of one figure's name. */
export function namedFigure(all: readonly FigureRole[]): Named {
  const [item, ...others] = of(all, 'item')
  const named = figureOf(all.filter(({ is }) => is !== 'item'))
  if (item === undefined) return named
  return others.length === 0 ? withinItem(named, item.metrics) : conflict
}

/** The item's number adds nothing to the name of what stands there, and goes with no other. */
function withinItem(named: Named, metrics: readonly Metric[]): Named {
  if (named.kind === 'metric') {
    const isThere = metrics.some((one) => named.metric === one || named.metric.startsWith(`${one}.`))
    return isThere ? named : conflict
  }
  if (named.kind === 'part' && named.part.is === 'member') return oneOf(metrics, named.part)
  return named.kind === 'nothing' ? oneOf(metrics, null) : conflict
}

function oneOf(metrics: readonly Metric[], part: Part | null): Named {
  const options = part === null ? metrics : metrics.flatMap((metric) => partOf(part, metric) ?? [])
  const [only, ...others] = options
  if (only === undefined) return conflict
  return others.length === 0 ? { kind: 'metric', metric: only } : { kind: 'unclear', options }
}

function figureOf(all: readonly FigureRole[]): Named {
  const { parts, below } = atOccupy(all)
  const over = all.flatMap((part) =>
    part.is === 'occupy' && part.over !== null ? [wholeNamed[part.over]] : [],
  )
  if (isOverAnother(all)) return conflict
  const asRate = parts.some(({ is }) => is === 'proportion' || is === 'occupy')
  if (!asRate) return countedFigure(withoutOwnWhole(parts))
  const { part: own, whole } = withoutWhole(parts) ?? openWithin(parts) ?? { part: parts, whole: [] }
  const named = countedFigure(own)
  // 不予处理中重复申请占多少 is over 不予处理, which no rate is.
  if (nounRows(own) > 1) return conflict
  const wholes = [...below, ...over, ...whole]
  if (named.kind === 'nothing')
    return wholes.length === 0 ? { kind: 'part', part: { is: 'proportion' } } : conflict
  return rated(named, wholes)
}

/** 占不予公开的多少: a whole that no rate is over, and no part. */
function isOverAnother([first, next, ...others]: readonly FigureRole[]): boolean {
  const isWhole = next?.is === 'row' && next.weight === 'noun' && !rowsOver.includes(next.row)
  return first?.is === 'occupy' && first.over === null && isWhole && others.length === 0
}

function nounRows(parts: readonly FigureRole[]): number {
  const rows = of(parts, 'row').filter(({ weight }) => weight === 'noun')
  return new Set(rows.map(({ row }) => row)).size
}

interface PartOfWhole {
  readonly part: readonly FigureRole[]
  readonly whole: readonly FigureRole[]
}

const rowsOver: readonly string[] = ['handledTotal', 'due', 'received']

/** 办结的申请里不予公开占几成, 不予公开在办结中占几成: the whole may stand before 占. */
function withoutWhole(parts: readonly FigureRole[]): PartOfWhole | null {
  const rows = of(parts, 'row').filter(({ weight }) => weight === 'noun')
  const [first, second, ...others] = rows
  if (first === undefined || second === undefined || first.row === second.row || others.length > 0)
    return null
  const whole = [first, second].find(({ row }) => rowsOver.includes(row))
  return whole === undefined ? null : { part: parts.filter((part) => part !== whole), whole: [whole] }
}

/** 办完的申请里，公开的占多少: what may mean several figures is the part, too. */
function openWithin(parts: readonly FigureRole[]): PartOfWhole | null {
  const open = parts.find(({ is }) => is === 'unclear')
  const whole = of(parts, 'row').filter(({ weight, row }) => weight !== 'context' && rowsOver.includes(row))
  if (open === undefined || whole.length === 0 || of(parts, 'column').length > 0) return null
  return { part: [open], whole }
}

/** 办结中予以公开的比例: the rate's own whole adds nothing. */
function withoutOwnWhole(parts: readonly FigureRole[]): readonly FigureRole[] {
  const [rate] = of(parts, 'rate')
  if (rate === undefined) return parts
  const isHandled =
    !['rate.handled', 'rate.carriedForward'].includes(rate.rate) && !rate.rate.startsWith('rate.applicant')
  return isHandled ? parts.filter((part) => part.is !== 'row' || part.row !== 'handledTotal') : parts
}

const wholeNamed: Readonly<Record<'handled' | 'received', FigureRole>> = {
  handled: { is: 'row', row: 'handledTotal', weight: 'noun' },
  received: { is: 'row', row: 'received', weight: 'noun' },
}

/** 予以公开占办结的比例: what stands after 占 is the whole. */
function atOccupy(all: readonly FigureRole[]): {
  readonly parts: readonly FigureRole[]
  readonly below: readonly FigureRole[]
} {
  const at = all.findIndex(({ is }) => is === 'occupy')
  const after = at === -1 ? [] : all.slice(at + 1).filter(({ is }) => is !== 'proportion')
  const before = at === -1 ? all : all.slice(0, at + 1)
  return before.length > 1 ? { parts: before, below: after } : { parts: all, below: [] }
}

/** The rate of a row, a column or a result over its own whole, and over no other. */
function rated(named: Named, below: readonly FigureRole[]): Named {
  if (named.kind === 'part') return ratedPart(named.part, below)
  if (named.kind === 'unclear') return oneRated(named.options, below)
  if (named.kind !== 'metric') return named
  return ratedMetric(named, below)
}

/** 公开的占多少: those of its figures that have a rate over that whole. */
function oneRated(options: readonly Metric[], below: readonly FigureRole[]): Named {
  const rates = options.flatMap((metric) => {
    const rate = ratedMetric({ kind: 'metric', metric }, below)
    return rate.kind === 'metric' ? [rate.metric] : []
  })
  const [only, ...others] = rates
  if (only === undefined) return conflict
  return others.length === 0 ? { kind: 'metric', metric: only } : { kind: 'unclear', options: rates }
}

function ratedMetric(named: Extract<Named, { kind: 'metric' }>, below: readonly FigureRole[]): Named {
  const { metric } = named
  if (metric.startsWith('rate.')) return below.length === 0 ? named : conflict
  const [table = '', row = '', column = ''] = metric.split('.')
  const rate = proportionOf(table, row, column)
  const isOver = below.length === 0 || isWholeOf(countedFigure(below), table, row, column)
  return isMetric(rate) && isOver ? { kind: 'metric', metric: rate } : conflict
}

/** 占审结的 is of the cases whose result is asked for. */
function isWholeOf(named: Named, table: string, row: string, column: string): boolean {
  if (named.kind === 'part')
    return table === 'review' && named.part.is === 'result' && named.part.result === 'concluded'
  return named.kind === 'metric' && named.metric === wholeOf(table, row, column)
}

/** The figure a rate of this one is over. */
function wholeOf(table: string, row: string, column: string): Metric | null {
  if (table === 'review') {
    const decided = `review.${row}.concluded`
    return column !== 'concluded' && isMetric(decided) ? decided : null
  }
  if (table !== 'requests') return null
  if (column !== 'total') return 'requests.received.total'
  return row === 'handledTotal' || row === 'carriedForward'
    ? 'requests.due.total'
    : 'requests.handledTotal.total'
}

function ratedPart(part: Part, below: readonly FigureRole[]): Named {
  const whole = below.length === 0 ? null : countedFigure(below)
  if (part.is === 'column') {
    const rate = `rate.applicant.${part.column}`
    const isOver = whole === null || (whole.kind === 'metric' && whole.metric === 'requests.received.total')
    return isMetric(rate) && isOver ? { kind: 'metric', metric: rate } : conflict
  }
  const isRate = part.is === 'result' && ['corrected', 'upheld', 'concluded'].includes(part.result)
  if (!isRate || whole !== null) return conflict
  return {
    kind: 'part',
    part: { is: 'reviewRate', rate: part.result as 'corrected' | 'upheld' | 'concluded' },
  }
}
