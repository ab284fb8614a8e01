import { childrenOf } from '../../../src/questions/query/children.ts'
import { metricInfo } from '../../../src/questions/query/metric-table.ts'
import type { CountMetric, Metric } from '../../../src/questions/query/metrics.ts'
import type { AnswerableQuery, Condition, Operation } from '../../../src/questions/query/query.ts'
import type { Source } from '../../../src/questions/query/reply.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../../../src/report/statutory-tables.ts'

/**
 * The answer to a query worked out again from nothing but the sources of a reply, in plain numbers and on its own:
 * what a reader with the cells before them would do.
 */
export function fromSources(query: AnswerableQuery, sources: readonly Source[]): unknown {
  const cells = new Map(
    sources.map((source) => [`${source.agency} ${source.year} ${cellOf(source)}`, source.value]),
  )
  return new Reckoning(query, cells).answer()
}

interface Parts {
  readonly n: number
  readonly d: number | null
}

class Reckoning {
  readonly #query: AnswerableQuery
  readonly #cells: ReadonlyMap<string, number | string>

  constructor(query: AnswerableQuery, cells: ReadonlyMap<string, number | string>) {
    this.#query = query
    this.#cells = cells
  }

  answer(): unknown {
    const [metric = 'requests'] = this.#query.metrics
    const ways: Partial<Record<Operation, () => unknown>> = {
      list: () => this.#list(metric),
      count: () => this.#list(metric),
      rank: () => this.#rank(metric),
      trend: () => this.#query.years.map((year) => [year, shown(total(this.#each(metric, year)))]),
      detail: () => this.#detail(metric),
      average: () => this.#average(metric),
      share: () => this.#among(metric),
      position: () => this.#among(metric),
      compare: () =>
        [this.#query.subject, this.#query.base]
          .toSorted((one, other) => Number(one) - Number(other) || 0)
          .map((side) => [side, this.#side(side, metric)]),
    }
    if (this.#query.growth !== undefined) return this.#grew(metric)
    if (this.#query.carryOver === true) return this.#carried()
    return (ways[this.#query.operation] ?? (() => shown(total(this.#each(metric)))))()
  }

  #each(metric: Metric, year?: number): readonly (Parts | null)[] {
    const years = year === undefined ? this.#query.years : [year]
    return this.#query.agencies.flatMap((agency) => years.map((one) => this.#parts(agency, one, metric)))
  }

  #detail(metric: Metric): unknown {
    const children = childrenOf(metric, this.#query.by === 'applicant' ? 'applicant' : 'row')
    return children.map(({ key, metric: child }) => [key, shown(total(this.#each(child)))])
  }

  #average(metric: Metric): number {
    const all = this.#each(metric)
    return rounded(
      (total(all)?.n ?? 0) / all.filter((one) => one !== null).length,
      metric === 'proactiveDisclosure.fees' ? 2 : 1,
    )
  }

  #parts(agency: string, year: number, metric: Metric): Parts | null {
    const info = metricInfo(metric)
    if (info.kind === 'count') {
      const n = this.#count(agency, year, metric as CountMetric)
      return n === null ? null : { n, d: null }
    }
    if (info.kind !== 'rate') return null
    const [n, d] = [info.numerator, info.denominator].map((one) => this.#count(agency, year, one))
    return n === null || n === undefined || d === null || d === undefined ? null : { n, d }
  }

  /** A sum of the 2019 form stands in its one row. */
  #count(agency: string, year: number, metric: CountMetric): number | null {
    const info = metricInfo(metric)
    if (info.kind !== 'count') return null
    const values = info.cells.map((cell) => this.#cells.get(`${agency} ${year} ${cell}`))
    const there = values.filter((value) => typeof value === 'number')
    const isTrialForm = info.cells.every((cell) =>
      /correctionOverdue|paymentOverdue|otherHandling/u.test(cell),
    )
    if (there.length < values.length && !(isTrialForm && there.length * 3 === values.length)) return null
    return Math.round(there.reduce((sum, value) => sum + value, 0) * 100) / 100
  }

  #known(metric: Metric): readonly { readonly agency: string; readonly parts: Parts }[] {
    const [year = 0] = this.#query.years
    return (this.#query.among ?? this.#query.agencies).flatMap((agency) => {
      const parts = this.#parts(agency, year, metric)
      return parts === null || parts.d === 0 ? [] : [{ agency, parts }]
    })
  }

  #list(metric: Metric): unknown {
    const { where = [], groups } = this.#query
    if (groups !== undefined) return groups.map(({ group }) => [group, this.#side(group, metric)])
    const kept = this.#known(metric).filter(({ parts }) => {
      const value = parts.d === null ? parts.n : (parts.n / parts.d) * 100
      return where.every((condition) => meets(value, condition))
    })
    return this.#query.operation === 'count'
      ? kept.length
      : kept.map(({ agency, parts }) => [agency, shown(parts)])
  }

  /** Growth by the difference, of counts. */
  #grew(metric: Metric): unknown {
    const { agencies, subject, base, where = [], operation } = this.#query
    const kept = agencies.flatMap((agency): readonly (readonly [string, number])[] => {
      const [now, before] = [subject, base].map((year) => this.#parts(agency, Number(year), metric)?.n)
      if (now === undefined || before === undefined) return []
      const change = rounded(now - before, 2)
      return where.every((condition) => meets(change, condition)) ? [[agency, change]] : []
    })
    return operation === 'count' ? kept.length : kept
  }

  #carried(): unknown {
    const { agencies, subject, base, where, operation } = this.#query
    const kept = agencies.flatMap((agency): readonly (readonly [string, number])[] => {
      const into = this.#parts(agency, Number(subject), 'requests.carriedIn.total')?.n
      const out = this.#parts(agency, Number(base), 'requests.carriedForward.total')?.n
      if (into === undefined || out === undefined) return []
      return (into === out) === (where !== undefined) ? [[agency, into - out]] : []
    })
    return operation === 'count' ? kept.length : kept
  }

  #rank(metric: Metric): unknown {
    if (this.#query.both !== true) return this.#ranked(metric, this.#query.order)
    return [...this.#ranked(metric, 'desc'), ...this.#ranked(metric, 'asc')]
  }

  #ranked(metric: Metric, order: 'asc' | 'desc' | undefined): readonly unknown[] {
    const sign = order === 'asc' ? 1 : -1
    const each = this.#known(metric).map((one) => ({
      ...one,
      value: one.parts.d === null ? one.parts.n : one.parts.n / one.parts.d,
    }))
    const worth = each.filter(({ value }) => value > 0 || sign === 1 || this.#query.top === undefined)
    const placed = worth.map((one) => ({
      ...one,
      place: 1 + worth.filter(({ value }) => sign * (value - one.value) < 0).length,
    }))
    return placed
      .filter(({ place }) =>
        this.#query.position === undefined
          ? place <= (this.#query.top ?? Infinity)
          : place === this.#query.position,
      )
      .toSorted((one, other) => one.place - other.place)
      .map(({ agency, parts }) => [agency, shown(parts)])
  }

  #among(metric: Metric): unknown {
    const each = this.#known(metric)
    const own = each.find(({ agency }) => agency === this.#query.agencies[0])?.parts
    if (own === undefined) return null
    if (this.#query.operation === 'share')
      return shown({ n: own.n, d: each.reduce((sum, { parts }) => sum + parts.n, 0) })
    const value = (parts: Parts): number => (parts.d === null ? parts.n : parts.n / parts.d)
    return 1 + each.filter(({ parts }) => value(parts) > value(own)).length
  }

  #side(side: string | number | undefined, metric: Metric): number | null {
    const { agencies, years, groups } = this.#query
    const own = groups?.find(({ group }) => group === side)?.agencies
    if (own !== undefined) return shown(total(own.map((one) => this.#parts(one, years[0] ?? 0, metric))))
    if (typeof side === 'string') return shown(this.#parts(side, years[0] ?? 0, metric))
    return shown(total(agencies.map((one) => this.#parts(one, side ?? 0, metric))))
  }
}

function meets(value: number, { op, value: asked, and }: Condition): boolean {
  const holds = {
    '=': value === asked,
    '>': value > asked,
    '>=': value >= asked,
    '<': value < asked,
    '<=': value <= asked,
  }[op]
  return holds && (and === undefined || meets(value, and))
}

function total(parts: readonly (Parts | null)[]): Parts | null {
  const there = parts.filter((one) => one !== null)
  const [first] = there
  if (first === undefined) return null
  const n = Math.round(there.reduce((sum, one) => sum + one.n, 0) * 100) / 100
  return { n, d: first.d === null ? null : there.reduce((sum, one) => sum + (one.d ?? 0), 0) }
}

function shown(parts: Parts | null): number | null {
  if (parts === null || parts.d === 0) return null
  return parts.d === null ? parts.n : rounded((parts.n / parts.d) * 100, 1)
}

/** Half away from zero; a hair's breadth makes up for what binary fractions lose. */
function rounded(value: number, decimals: number): number {
  const scaled = Math.abs(value) * 10 ** decimals
  return (Math.sign(value) * Math.floor(scaled + 0.5 + 1e-9)) / 10 ** decimals
}

/** Every cell by the words of its place. */
const cellsByPlace: ReadonlyMap<string, string> = new Map([
  ...requestRows.flatMap(({ key, number, label }) =>
    requestColumns.map(
      (column) => [`三 ${number}${label} ${column.label}`, `requests.${key}.${column.key}`] as const,
    ),
  ),
  ...reviewGroups.flatMap(({ key, label }) =>
    reviewResults.map((result) => [`四 ${label} ${result.label}`, `review.${key}.${result.key}`] as const),
  ),
  ...documentRows.flatMap(({ key, label }) =>
    documentColumns.map(
      (column) => [`二 ${label} ${column.label}`, `proactiveDisclosure.${key}.${column.key}`] as const,
    ),
  ),
  ...disclosureRows.map(
    ({ key, label, column }) => [`二 ${label} ${column}`, `proactiveDisclosure.${key}`] as const,
  ),
])

function cellOf({ table, row, column }: Source): string {
  return cellsByPlace.get(`${table.charAt(0)} ${row} ${column}`) ?? ''
}
