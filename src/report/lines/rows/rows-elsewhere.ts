import type { FoundRow, RowTemplate } from './row-candidates.ts'
import { printedCount } from './row-candidates.ts'
import type { FigureItem, TextItem } from '../items/text-items.ts'
import { labelNumberValue } from '../../labels/label-text.ts'

/**
 * The rows with those that stand out of the form's order: a label that is the form's to the letter, once among the
 * items around the rows, with figures right behind it that are no other row's.
 */
export function withRowsElsewhere<Key extends string>(
  rows: readonly FoundRow<Key>[],
  items: readonly TextItem[],
  templates: readonly RowTemplate<Key>[],
): readonly FoundRow<Key>[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return rows
  const isBarrier = ({ kind }: TextItem): boolean => kind === 'barrier'
  const start = items.slice(0, first.from).findLastIndex(isBarrier) + 1
  const end = items.findIndex((item, index) => index >= last.to && isBarrier(item))
  const owned = new Set<TextItem>(
    rows.flatMap(({ labels, figures }) => [...labels, ...(figures === null ? [] : [figures])]),
  )
  const found = templates
    .filter((template) => !rows.some((row) => row.template === template))
    .flatMap((template) => {
      const places = items.flatMap((item, index) => {
        const isInside = index >= start && (end < 0 || index < end)
        return isInside && isLabelOf(item, template) && !owned.has(item) ? [index] : []
      })
      const [only, ...more] = places
      return only === undefined || more.length > 0 ? [] : rowAt(only, template, items, owned)
    })
  return [...rows, ...found].sort((a, b) => a.from - b.from)
}

/** Short labels also stand in headers: they count with their numeral. */
function isLabelOf(item: TextItem, { wordings, number }: RowTemplate<string>): boolean {
  if (item.kind !== 'label' || item.letters !== wordings[0]) return false
  return (
    item.letters.length > 3 || number === '' || labelNumberValue(item.number) === labelNumberValue(number)
  )
}

function rowAt<Key extends string>(
  at: number,
  template: RowTemplate<Key>,
  items: readonly TextItem[],
  owned: ReadonlySet<TextItem>,
): readonly FoundRow<Key>[] {
  const [label, figures] = [items[at], items[at + 1]]
  if (label?.kind !== 'label' || !isOwn(figures, owned)) return []
  return [{ template, from: at, to: at + 2, labels: [label], figures, isBelow: false, agreement: 1 }]
}

function isOwn(item: TextItem | undefined, owned: ReadonlySet<TextItem>): item is FigureItem {
  return item?.kind === 'figures' && printedCount(item) > 0 && !owned.has(item)
}
