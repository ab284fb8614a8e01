import { expect, test } from '@jest/globals'
import { isReportYear, withArabicYears } from '../../../src/report/document/year.ts'

test.each([
  ['二〇二三年', '2023年'],
  ['二○二三年度', '2023年度'],
  ['二零二四年', '2024年'],
  ['二O二四年', '2024年'],
  ['二0二四年', '2024年'],
  ['2023年', '2023年'],
  ['二〇二三', '二〇二三'],
  ['三年二班', '三年二班'],
])('%s is written %s', (text, arabic) => {
  expect(withArabicYears(text)).toBe(arabic)
})

test('no report is older than the Regulations', () => {
  expect([1998, 2007, 2008, 2024, 2099, 2100].map(isReportYear)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ])
})
