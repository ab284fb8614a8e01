/** Groups set beside each other, who rose and who fell, and both ends of a ranking. */
import { difference, meets, oneDecimal, points, pool, shown } from './arithmetic.mjs'
import { around, known, lookUp, namesOf, rated } from './look-up.mjs'

/** One sum (of rates, the pooled rate) for each of `groups`. */
function sums(query) {
  const cells = lookUp(query)
  const of = (group) => {
    const names = namesOf({ agencies: group })
    const own = known(cells).filter((cell) => names.includes(cell.agency))
    return pool(own.map((cell) => cell.figure))
  }
  return { cells, figures: query.groups.map((group) => [group, of(group)]) }
}

function groupList(query) {
  const { cells, figures } = sums(query)
  return { answer: figures.map(([group, figure]) => [group, shown(figure)]), ...around(query, cells) }
}

function groupCompare(query) {
  const { cells, figures } = sums(query)
  const [[, first], [, second]] = figures
  const delta = first.d === undefined ? pool([first, { n: -second.n }]).n : points(first, second)
  return { answer: figures.map(([group, figure]) => [group, shown(figure)]), delta, ...around(query, cells) }
}

/** The change of each agency that has a figure in both years: exact, and as it is answered. */
function changes(query) {
  const cells = lookUp(query)
  const items = namesOf(query).flatMap((agency) => {
    const of = (year) => rated(cells).find((cell) => cell.agency === agency && cell.year === year)?.figure
    const [now, before] = [of(query.subject), of(query.base)]
    if (!now || !before) return []
    if (now.d !== undefined) {
      const exact = { n: now.n * before.d - before.n * now.d, d: now.d * before.d }
      return [{ agency, exact, answer: points(now, before) }]
    }
    const n = pool([now, { n: -before.n }]).n
    if (query.growth !== 'change') return [{ agency, exact: { n }, answer: n }]
    return before.n === 0 ? [] : [{ agency, exact: { n, d: before.n }, answer: oneDecimal(n, before.n, 100) }]
  })
  const unit = query.growth === 'change' ? '%' : undefined
  return { items, around: { ...around(query, cells), ...(unit && { unit }) } }
}

/** Those whose change meets `where`. */
function grew(query) {
  const { items, around: rest } = changes(query)
  const kept = items.filter(({ exact }) => meets(exact, query.where))
  return { answer: kept.map(({ agency, answer }) => [agency, answer]), ...rest }
}

const grewCount = (query) => {
  const found = grew(query)
  return { ...found, answer: found.answer.length, unit: '家' }
}

/** The `top` most, zeros left out, then the `top` least; everyone level with the last place stays. */
function ends(query) {
  const cells = lookUp(query)
  const label = (cell) => (query.by === 'year' ? cell.year : cell.agency)
  const items = rated(cells)
  const end = (sign, worth) => {
    const sorted = [...worth].sort((a, b) => sign * difference(a.figure, b.figure))
    const before = (cell) => sorted.filter((one) => sign * difference(one.figure, cell.figure) < 0).length
    return sorted.filter((cell) => before(cell) < query.top).map((cell) => [label(cell), shown(cell.figure)])
  }
  const most = items.filter((cell) => cell.figure.n > 0)
  return { answer: [...end(-1, most), ...end(1, items)], ...around(query, cells) }
}

/** By their names as operations. */
export const sides = { groupList, groupCompare, grew, grewCount, ends }
