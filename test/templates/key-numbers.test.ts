import { expect, test } from '@jest/globals'
import type { CellState } from '../../src/report/read-report.ts'
import { keyNumbers } from '../../templates/key-numbers.ts'
import { checkedReport } from '../handlers/checked-report.ts'

test.each<[CellState, string]>([
  ['absent', '本年新收申请：没有数字（报告里没有这一行）'],
  ['blank', '本年新收申请：没读出来（表里没有填数字）'],
  ['unread', '本年新收申请：没读出来'],
])('a figure that is %s is said so', (state, line) => {
  const report = checkedReport({ totals: { received: null } })
  expect(keyNumbers(report, { 'requests.received.total': { state, text: '' } })[0]).toBe(line)
})
