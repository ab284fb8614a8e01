import { normalizeLabel } from '../labels/label-text.ts'
import type { TextItem } from './text-items.ts'

const partRow = /^(?:小计|其中|上述)/
const mostLabels = 3

/** The items without rows that the form does not have and that sum or split others: 小计, 其中：… with their figures. */
export function withoutPartRows(items: readonly TextItem[]): readonly TextItem[] {
  const lines = new Set(
    items.flatMap((item, index) => {
      const next = items[index + 1]
      const isRow = item.kind === 'label' && next?.kind === 'figures' && next.line === item.line
      return isRow && partRow.test(normalizeLabel(item.text)) && hasFewLabels(items, item.line)
        ? [item.line]
        : []
    }),
  )
  return items.filter((item) => item.kind === 'barrier' || !lines.has(item.line))
}

function hasFewLabels(items: readonly TextItem[], line: number): boolean {
  return items.filter((item) => item.kind === 'label' && item.line === line).length <= mostLabels
}
