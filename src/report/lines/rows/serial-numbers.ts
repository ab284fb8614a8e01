import type { FigureItem, TextItem } from '../items/text-items.ts'

const fewest = 5

/**
 * The items without the cells of a 序号 column that stand one to a line: 1 alone before the first label, then 2, 3,
 * 4 … each as the last figure before the next label. Items are returned as they are where there is no such run.
 */
export function withoutSerialNumbers(items: readonly TextItem[]): readonly TextItem[] {
  const first = items.findIndex((item) => item.kind === 'figures' && isFirst(item))
  if (first < 0) return items
  const serials = new Set<FigureItem>()
  for (const item of items.slice(first)) {
    if (item.kind === 'barrier') break
    if (item.kind !== 'figures') continue
    if (item.explicit || item.figures.at(-1)?.text !== String(serials.size + 1)) break
    serials.add(item)
  }
  if (serials.size < fewest) return items
  return items.flatMap((item) => {
    if (item.kind !== 'figures' || !serials.has(item)) return [item]
    return item.figures.length > 1 ? [{ ...item, figures: item.figures.slice(0, -1) }] : []
  })
}

function isFirst({ figures, stacked, explicit }: FigureItem): boolean {
  return stacked && !explicit && figures.length === 1 && figures[0]?.text === '1'
}
