import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compacted, compactText, printedSlice } from '../../../src/report/wording/compact-text.ts'

test.each([
  [' 总 体\u3000情\n况 ', '总体情况'],
  ['（２０２３）年：Ａ', '(2023)年:A'],
  ['總體情況', '总体情况'],
  ['行政複議、行政訴訟', '行政复议、行政诉讼'],
  ['\uFEFF总\u200B体', '总体'],
  ['⽅案', '方案'],
  ['〔2021〕30号', '〔2021〕30号'],
])('%j is %j', (printed, compact) => {
  expect(compacted(printed)).toBe(compact)
})

test('every slice leads back to its print', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('总', '體', ' ', '１', '，', '\n', '𠮷', '\u200B') }),
      (printed) => {
        const compact = compactText(printed)
        expect(compact.offsets).toHaveLength(compact.text.length)
        expect(compacted(printedSlice(compact, 0, compact.text.length))).toBe(compact.text)
        compact.offsets.forEach((_, index) => {
          expect(compacted(printedSlice(compact, index, index + 1))).toBe(compact.text.charAt(index))
        })
      },
    ),
    { seed: 7, numRuns: 300 },
  )
})
