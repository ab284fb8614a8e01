import { expect, test } from '@jest/globals'
import { asksForCheck } from '../../../../src/questions/words/reports/wishes.ts'

test.each([
  '核对这个表',
  '帮我看看这个表',
  '查一下这份报告',
  '看看有没有错',
  '核对',
  '请核对这份年报',
  '检查一下这个文件',
])('%s: a report is to be checked, and there is none', (text) => {
  expect(asksForCheck(text)).toBe(true)
})

test.each([
  '本年依申请数量',
  '把年报发给我',
  '给我发一下去年的报告',
  '我们报告哪里错了',
  '有没有行政复议',
  '哪些单位有错误',
  '科技局的年报有没有问题',
  '查一下依申请数量',
  '有没有错误',
])('%s is a question', (text) => {
  expect(asksForCheck(text)).toBe(false)
})
