import { matchReviewGroup, matchReviewResult } from '../../labels/labels.ts'
import { reviewCellIds, reviewGroups, reviewResults } from '../../statutory-tables.ts'
import type { ColumnOrder } from './header-order.ts'
import { columnOrder, headerLines } from './header-order.ts'
import type { LabelItem } from '../items/text-items.ts'

const groupKeys = reviewGroups.map(({ key }) => key)
const resultKeys: readonly string[] = reviewResults.map(({ key }) => key)
const litigation = { key: 'litigation', under: groupKeys.filter((key) => key !== 'reconsideration') }

/** Where each cell of table 四 stands by the order of its header; null where that cannot be told. */
export function reviewOrder(labels: readonly LabelItem[]): ColumnOrder {
  const groups = groupOrder(labels)
  const results = resultOrder(labels)
  if (groups === null || results === null) return null
  const perGroup = resultKeys.length
  return reviewCellIds.map((_, index) => {
    const group = groups[Math.floor(index / perGroup)] ?? 0
    return group * perGroup + (results[index % perGroup] ?? 0)
  })
}

/** Whether the columns stand as the form has them. */
export function isFormOrder(order: readonly number[]): boolean {
  return order.every((at, index) => at === index)
}

function groupOrder(labels: readonly LabelItem[]): ColumnOrder {
  const order = columnOrder(labels, groupKeys, (text) => matchReviewGroup(text)?.key ?? null, litigation)
  if (order === null || !isFormOrder(order)) return order
  // Names broken over lines: where they come in another order, nobody can tell under which the figures stand.
  const letters = labels.map((label) => label.letters).join('')
  const places = ['行政复议', '未经复议', '复议后起诉'].map((name) => letters.indexOf(name))
  const [, direct = -1, after = -1] = places
  if (places.every((at) => at >= 0) && (places[0] ?? 0) > Math.min(direct, after)) return null
  return direct >= 0 && after >= 0 && after < direct ? [0, 2, 1] : order
}

/** The results of a group: all groups of all lines name them in one and the same order. */
function resultOrder(labels: readonly LabelItem[]): ColumnOrder {
  const perGroup = resultKeys.length
  const groups = headerLines(labels, (text) => matchReviewResult(text)?.key ?? null)
    .filter(({ keys }) => keys.length > 0 && keys.length % perGroup === 0)
    .flatMap(({ keys }) =>
      Array.from({ length: keys.length / perGroup }, (_, at) =>
        keys.slice(at * perGroup, (at + 1) * perGroup),
      ),
    )
  const [first = resultKeys] = groups
  const isOne = groups.every((keys) => keys.join() === first.join())
  return isOne && new Set(first).size === perGroup ? resultKeys.map((key) => first.indexOf(key)) : null
}
