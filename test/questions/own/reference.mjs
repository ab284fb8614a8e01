/**
 * The answers, worked out from data.json by a query written out for each question; the product has no part in it.
 * `expectationOf(query)` gives a line's `expect`: the query with answer, unit, caveats, and what is missing.
 */
import { difference, meets, oneDecimal, percent, points, pool, shown } from './arithmetic.mjs'
import { childrenOf, figure } from './figures.mjs'
import { around, known, lookUp, metricsOf, namesOf, rated, reportOf, roster, yearsOf } from './look-up.mjs'
import { reportsIntent } from './reports-intent.mjs'
import { sides } from './sides.mjs'

/** The district government's own figure beside a sum or pooled rate over all, for one year. */
function referenceOf(query) {
  const government = roster.find((a) => a.compiled).name
  if (query.agencies !== 'all' || yearsOf(query).length > 1) return {}
  const own = metricsOf(query).map((metric) => figure(reportOf(government, query.year), metric))
  if (own.some((f) => f.no || f.d === 0)) return {}
  return { reference: shown(pool(own)) }
}

const none = (reason) => ({ intent: 'none', reason, answer: null, caveats: [] })
const fraction = (f) => (f.d === undefined ? {} : { numerator: f.n, denominator: f.d })

/** One agency, one year, one metric, or the reason why not. */
function single(query) {
  const cells = lookUp(query)
  if (cells.length > 1) {
    const answer = metricsOf(query).map((metric) => [metric, total(cells.filter((c) => c.metric === metric))])
    return { answer, ...around(query, cells) }
  }
  const [{ figure: f }] = cells
  if (f.no) return none(f.no)
  if (f.d === 0) return none('zero_denominator')
  return { answer: shown(f), ...fraction(f), ...around(query, cells) }
}
const total = (cells) => (known(cells).length ? shown(pool(known(cells).map((cell) => cell.figure))) : null)

function sum(query) {
  const cells = lookUp(query)
  const f = pool(known(cells).map((cell) => cell.figure))
  if (f.d === 0) return none('zero_denominator')
  return { answer: shown(f), ...fraction(f), ...around(query, cells), ...referenceOf(query) }
}

function list(query) {
  const cells = lookUp(query)
  const kept = rated(cells).filter((cell) => !query.where || meets(cell.figure, query.where))
  const many = [namesOf(query), yearsOf(query), metricsOf(query)].map((axis) => axis.length > 1)
  const label = (c) => [
    ...(many[0] ? [c.agency] : []),
    ...(many[1] ? [c.year] : []),
    ...(many[2] ? [c.metric] : []),
  ]
  return { answer: kept.map((cell) => [...label(cell), shown(cell.figure)]), ...around(query, cells) }
}

/** Agencies for which every one of several conditions holds; `where` is then a list, one a metric. */
function filterAll(query) {
  const cells = lookUp(query)
  const holds = (agency) =>
    metricsOf(query).every((metric, i) => {
      const cell = rated(cells).find((c) => c.agency === agency && c.metric === metric)
      return cell !== undefined && meets(cell.figure, query.where[i])
    })
  return { answer: namesOf(query).filter(holds), ...around(query, cells) }
}

const count = (query) => {
  const found = Array.isArray(query.where) ? filterAll(query) : list(query)
  return { ...found, answer: found.answer.length, unit: '家' }
}

/** Sorted [label, figure]; `top` keeps ties with the last place; highest first leaves zeros out where a top is asked. */
function ranked(items, query) {
  const sign = query.order === 'asc' ? 1 : -1
  const sorted = [...items].sort((a, b) => sign * difference(a.figure, b.figure))
  const worth = query.top && query.order !== 'asc' ? sorted.filter((item) => item.figure.n > 0) : sorted
  const place = (item) => 1 + worth.filter((other) => sign * difference(other.figure, item.figure) < 0).length
  const wanted = (item) =>
    query.position ? place(item) === query.position : place(item) <= (query.top ?? Infinity)
  return worth.filter(wanted).map((item) => [item.label, shown(item.figure)])
}

function rank(query) {
  const { by = 'agency' } = query
  if (by === 'applicant' || by === 'row') {
    const children = childrenOf(query.metric, by)
    const cells = lookUp({ ...query, metric: children.map(([, metric]) => metric) })
    const items = children.map(([label, metric]) => {
      const figures = known(cells).filter((cell) => cell.metric === metric)
      return { label, figure: pool(figures.map((cell) => cell.figure)) }
    })
    return { answer: ranked(items, query), ...around(query, cells) }
  }
  const cells = lookUp(query)
  const label = (cell) => (by === 'year' ? cell.year : cell.agency)
  const items = rated(cells).map((cell) => ({ label: label(cell), figure: cell.figure }))
  return { answer: ranked(items, query), ...around(query, cells) }
}

/** Place of one agency among all: `agency` is asked about, the whole is ranked. */
function position(query) {
  const whole = { ...query, agency: undefined, agencies: query.among ?? 'all' }
  const cells = lookUp(whole)
  const own = rated(cells).find((cell) => cell.agency === query.agency)
  if (!own) return none(figure(reportOf(query.agency, query.year), query.metric).no ?? 'zero_denominator')
  const above = rated(cells).filter((cell) => difference(cell.figure, own.figure) > 0).length
  return { answer: above + 1, of: rated(cells).length, ...around(whole, cells), unit: undefined }
}

function share(query) {
  const whole = { ...query, agency: undefined, agencies: 'all' }
  const cells = lookUp(whole)
  const own = figure(reportOf(query.agency, query.year), query.metric)
  if (own.no) return none(own.no)
  const all = pool(known(cells).map((cell) => cell.figure))
  const parts = { numerator: own.n, denominator: all.n }
  return { answer: percent(own.n, all.n), ...parts, ...around(whole, cells), unit: '%' }
}

function average(query) {
  const cells = lookUp(query)
  const used = known(cells)
  const f = pool(used.map((cell) => cell.figure))
  // Money keeps its two decimals.
  const isMoney = query.metric === 'proactiveDisclosure.fees'
  const answer = isMoney ? oneDecimal(f.n, used.length, 10) / 10 : oneDecimal(f.n, used.length)
  return { answer, ...around(query, cells) }
}

/** Subject against base: two years (of one agency or a group), or two agencies. */
function compare(query) {
  const cells = lookUp(query)
  const [axis, a, b] =
    query.subject === undefined ? ['agency', ...namesOf(query)] : ['year', query.subject, query.base]
  const side = (label) => known(cells).filter((cell) => cell[axis] === label)
  if (!query.agencies && known(cells).length < 2) return none(cells.find((cell) => cell.figure.no).figure.no)
  const [first, second] = [a, b].map((label) => pool(side(label).map((cell) => cell.figure)))
  const rate = first.d !== undefined
  const covered = (label) => side(label).map((cell) => cell.agency)
  const differs = axis === 'year' && String(covered(a)) !== String(covered(b))
  const delta = rate ? points(first, second) : pool([first, { n: -second.n }]).n
  const change = rate || second.n === 0 ? null : oneDecimal(first.n - second.n, second.n, 100)
  const rest = around(query, cells)
  const answer = [
    [a, shown(first)],
    [b, shown(second)],
  ]
  return {
    // Years stand in their order, as in the development set.
    answer: axis === 'year' && a > b ? answer.toReversed() : answer,
    delta: differs ? null : delta,
    ...(axis === 'year' && !rate && { change: differs ? null : change }),
    ...rest,
    caveats: differs ? [...rest.caveats, 'coverage_differs'] : rest.caveats,
  }
}

/** Two figures of one year, of an agency or of those of a group that have both. */
function versus(query) {
  const cells = lookUp(query)
  const has = (agency, metric) => rated(cells).some((c) => c.agency === agency && c.metric === metric)
  const whole = namesOf(query).filter((agency) => metricsOf(query).every((metric) => has(agency, metric)))
  if (!whole.length) return none(cells.find((cell) => cell.figure.no)?.figure.no ?? 'zero_denominator')
  const [first, second] = metricsOf(query).map((metric) =>
    pool(cells.filter((c) => c.metric === metric && whole.includes(c.agency)).map((c) => c.figure)),
  )
  const delta = first.d === undefined ? first.n - second.n : points(first, second)
  const [one, other] = metricsOf(query)
  const answer = [
    [one, shown(first)],
    [other, shown(second)],
  ]
  return { answer, delta, ...around(query, cells) }
}

function trend(query) {
  const cells = lookUp(query)
  const at = (year) => cells.filter((cell) => cell.year === year)
  const point = (year) => (known(at(year)).length ? shown(pool(known(at(year)).map((c) => c.figure))) : null)
  return { answer: yearsOf(query).map((year) => [year, point(year)]), ...around(query, cells) }
}

function detail(query) {
  const children = childrenOf(query.metric, query.by)
  const cells = lookUp({ ...query, metric: children.map(([, metric]) => metric) })
  const value = (metric) => {
    const own = known(cells).filter((cell) => cell.metric === metric)
    return own.length ? shown(pool(own.map((cell) => cell.figure))) : null
  }
  if (!known(cells).length) return none(cells[0].figure.no)
  return { answer: children.map(([key, metric]) => [key, value(metric)]), ...around(query, cells) }
}

/** Which grew most between two years: agencies with a figure in both, by the difference or in percent. */
function growth(query) {
  const cells = lookUp(query)
  const items = namesOf(query).flatMap((agency) => {
    const of = (year) => known(cells).find((cell) => cell.agency === agency && cell.year === year)
    const [now, before] = [of(query.subject), of(query.base)]
    if (!now || !before || (query.growth === 'change' && before.figure.n === 0)) return []
    const n = now.figure.n - before.figure.n
    return [{ label: agency, figure: query.growth === 'change' ? { n, d: before.figure.n } : { n } }]
  })
  const falling = query.order === 'asc' ? items.filter((item) => item.figure.n < 0) : items
  const unit = query.growth === 'change' ? '%' : '件'
  return { answer: ranked(falling, query), ...around(query, cells), unit }
}

/** Last year's carried forward against this year's carried in. */
function carryOver(query) {
  const [base, subject] = query.years
  const out = figure(reportOf(query.agency, base), 'requests.carriedForward.total')
  const into = figure(reportOf(query.agency, subject), 'requests.carriedIn.total')
  if (out.no || into.no) return none(out.no ?? into.no)
  const cells = lookUp({ ...query, metric: 'requests.carriedIn.total' })
  const answer = [
    [base, out.n],
    [subject, into.n],
  ]
  return { answer, delta: into.n - out.n, ...around(query, cells) }
}

const quote = (query) => ({
  ...{ answer: query.stated, unit: '条' },
  caveats: reportOf(query.agency, query.year).verdict === 'fail' ? ['check_failed'] : [],
})

const operations = {
  ...{
    value: single,
    ratio: single,
    sum,
    list,
    count,
    rank,
    position,
    share,
    average,
    compare,
    trend,
    detail,
  },
  ...{ growth, carryOver, versus, filter: filterAll, quote, confirm: single },
  ...sides,
}
/** What the reply's query calls an operation that is told apart here. */
const said = {
  ...{ growth: 'rank', carryOver: 'compare', versus: 'compare', filter: 'list', confirm: 'value' },
  ...{ grew: 'list', grewCount: 'count', ends: 'rank', groupCompare: 'compare', groupList: 'list' },
}

/** The whole expectation for a query. Those without a figure (`none`, `clarify`, `help`) are as written. */
export function expectationOf(query) {
  if (query.intent === 'reports') return { ...query, ...reportsIntent(query, roster, reportOf) }
  if (!['data', 'text'].includes(query.intent)) return query
  if (query.except) {
    const { except, ...rest } = query
    const agencies = namesOf(rest).filter((name) => !except.includes(name))
    return expectationOf({ ...rest, agencies })
  }
  const { op, ...kept } = query
  const plural = query.agency === undefined || yearsOf(query).length > 1
  const group = plural && ['value', 'ratio', 'confirm'].includes(op) && metricsOf(query).length === 1
  const worked = group ? sum(query) : operations[op](query)
  const operation = group ? (op === 'ratio' ? 'ratio' : 'sum') : (said[op] ?? op)
  return { ...kept, operation, ...(op !== operation && { op }), ...worked }
}
