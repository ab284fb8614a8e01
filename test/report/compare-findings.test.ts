import { expect, test } from '@jest/globals'
import { compareFindings } from '../../src/report/compare-findings.ts'
import { checkedReport, finding } from '../handlers/checked-report.ts'

const cell = {
  where: '三、收到和处理政府信息公开申请情况 / 总计',
  cells: ['requests.received.total'],
} as const
const a = finding('error', '相差 1', cell)
const aOther = finding('error', '相差 2', cell)
const typo1 = finding('warning', '错字一', { rule: 'text/typo', where: '五' })
const typo2 = finding('warning', '错字二', { rule: 'text/typo', where: '五' })

test.each([
  ['the same words remain', [a], [a], [0, 1, 0]],
  ['other numbers at the same cells are not mended', [a], [aOther], [0, 1, 0]],
  ['what is gone is mended', [a, typo1], [typo1], [1, 1, 0]],
  ['what was not there is new', [a], [a, typo1], [0, 1, 1]],
  [
    'of two at one place, the one that stays is the one with the same words',
    [typo1, typo2],
    [typo2],
    [1, 1, 0],
  ],
  [
    'another rule at the same place is another finding',
    [typo1],
    [finding('warning', '错字一', { where: '五' })],
    [1, 0, 1],
  ],
  ['the same twice is counted twice', [a, a], [a], [1, 1, 0]],
  ['nothing', [], [], [0, 0, 0]],
] as const)('%s', (_, older, newer, counts) => {
  const { mended, remaining, appeared, unchecked } = compareFindings(
    checkedReport({ findings: older }),
    checkedReport({ findings: newer }),
  )
  expect([mended.length, remaining.length, appeared.length]).toEqual(counts)
  expect(unchecked).toEqual([])
})

test('what a lost table hides is neither mended nor remaining', () => {
  const changes = compareFindings(
    checkedReport({ findings: [a, typo1] }),
    checkedReport({ sources: { requests: 'image' } }),
  )
  expect(changes).toEqual({ mended: [typo1], remaining: [], appeared: [], unchecked: [a] })
})
