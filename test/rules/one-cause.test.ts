import { expect, test } from '@jest/globals'

import type { Finding } from '../../src/report/report.ts'
import { oneCause } from '../../src/rules/one-cause.ts'
import { aReadReport } from '../a-read-report.ts'

/** A finding of a rule; nothing else matters. */
function finding(rule: string, change: Partial<Finding> = {}): Finding {
  return { rule, severity: 'warning', message: rule, where: '', evidence: [], cells: [], ...change }
}

const missingFour = aReadReport({ sections: { 4: null }, sources: { review: 'missing' } })

test('keeps findings that have nothing to do with each other, in their order', () => {
  const findings = [finding('structure/title'), finding('cells/blank'), finding('content/fee-statement')]
  expect(oneCause(findings, aReadReport())).toEqual(findings)
})

test('drops the same words said twice', () => {
  const first = finding('structure/label', { evidence: ['first'] })
  expect(oneCause([first, finding('structure/label')], aReadReport())).toEqual([first])
})

test.each(['structure/table-missing', 'cells/blank', 'content/five-aspects'])(
  'drops %s for a part that is missing',
  (rule) => {
    const where = '四、政府信息公开行政复议、行政诉讼情况 / 行政复议'
    const missing = finding('structure/section-missing', { where: '四、政府信息公开行政复议、行政诉讼情况' })
    expect(oneCause([missing, finding(rule, { where })], missingFour)).toEqual([missing])
  },
)

test('knows a part by the cells spoken of', () => {
  const blank = finding('cells/blank', { where: '表四', cells: ['review.reconsideration.total'] })
  expect(oneCause([blank], missingFour)).toEqual([])
  expect(oneCause([blank], aReadReport())).toEqual([blank])
})

test('keeps the same rule’s finding for a part that is there', () => {
  const blank = finding('cells/blank', { where: '三、收到和处理政府信息公开申请情况' })
  expect(oneCause([blank], missingFour)).toEqual([blank])
})

test('drops what rests on a picture that was not read', () => {
  const unread = aReadReport({ sources: { requests: 'image' } })
  const read = aReadReport({ sources: { requests: 'image' }, cells: { 'requests.received.total': 1 } })
  const balance = finding('requests/balance', { cells: ['requests.received.total'] })
  expect(oneCause([balance], unread)).toEqual([])
  expect(oneCause([balance], read)).toEqual([balance])
})
