import { normalizeLabel } from '../../labels/label-text.ts'
import type { TextItem } from './text-items.ts'

const partRow = /^(?:小计|其中|上述)/
const mostLabels = 3

/** The items without rows that the form does not have and that sum or split others: 小计, 其中：… with their figures. */
export function withoutPartRows(items: readonly TextItem[]): readonly TextItem[] {
  const lines = new Set(
    items.flatMap((item, index) => {
      if (item.kind !== 'label' || !partRow.test(normalizeLabel(item.text))) return []
      const next = items[index + 1]
      if (next?.kind !== 'figures') return []
      if (next.line === item.line) return hasFewLabels(items, item.line) ? [item.line] : []
      return isGroup(items[index - 1]) ? [item.line, ...linesOfStack(items, index + 1)] : []
    }),
  )
  return items.filter((item) => item.kind === 'barrier' || !lines.has(item.line))
}

const isGroup = (item: TextItem | undefined): boolean => item?.kind === 'label' && item.group

/** The lines of the figures one to a line from an item on. */
function linesOfStack(items: readonly TextItem[], from: number): readonly number[] {
  const end = items.findIndex((item, index) => index >= from && (item.kind !== 'figures' || !item.stacked))
  return items.slice(from, end < 0 ? items.length : end).map(({ line }) => line)
}

function hasFewLabels(items: readonly TextItem[], line: number): boolean {
  return items.filter((item) => item.kind === 'label' && item.line === line).length <= mostLabels
}
