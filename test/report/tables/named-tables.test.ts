import { expect, test } from '@jest/globals'
import type { Block } from '../../../src/readers/document.ts'
import { namedTable } from '../../../src/report/tables/named-tables.ts'
import { requestRows } from '../../../src/report/statutory-tables.ts'

const headings = [{ index: 0, number: 3 as const }]
const blocksOf = (lines: readonly string[]): readonly Block[] =>
  lines.map((text, index) => ({ kind: 'paragraph', text, style: 'body', place: { line: index + 1 } }))

test('rows in no readable layout are unread cells, not a missing table', () => {
  const lines = requestRows.map(
    ({ number, label }, row) => `${number}${label}，${row + 3}，${row + 4}，${row * 2 + 7}`,
  )
  const table = namedTable('requests', blocksOf(['三、收到和处理政府信息公开申请情况', ...lines]), headings)
  const states = new Set([...(table?.cells.values() ?? [])].map(({ state }) => state))
  expect(states).toEqual(new Set(['unread']))
})

test('a narrative is no table', () => {
  const text = '2024年，共收到政府信息公开申请12件，予以公开3件，部分公开4件，不予公开5件。'
  expect(namedTable('requests', blocksOf(['三、收到和处理政府信息公开申请情况', text]), headings)).toBeNull()
})
