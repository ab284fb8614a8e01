import { expect, test } from '@jest/globals'
import type { Expected } from '../converse.ts'
import { after, best, keji, most, sued, those, three } from './after-list.ts'

const denying = '2024年不予公开最多的是谁'
const lost = ['review.litigation.corrected']

/** What is asked of those told, and no ranking or list of all once more. */
test.each<[string, readonly string[], string, Expected]>([
  [most, [keji], '输了几件', { agencies: [keji], operation: 'value', metrics: lost }],
  [most, [keji], '有败诉吗', { agencies: [keji], operation: 'value', metrics: lost }],
  [most, [keji], '有没有败诉', { agencies: [keji], operation: 'value', metrics: lost, whether: true }],
  [most, [keji], '比去年多几件', { agencies: [keji], operation: 'compare', subject: 2024, base: 2023 }],
  [most, [keji], '同比呢', { agencies: [keji], operation: 'compare', subject: 2024, base: 2023 }],
  [most, [keji], '近三年走势', { agencies: [keji], operation: 'trend', years: [2023, 2024, 2025] }],
  [most, [keji], '2023年几件', { agencies: [keji], operation: 'value', years: [2023] }],
  [best, three, '剩几件', { agencies: those, operation: 'list', metrics: ['requests.carriedForward.total'] }],
  [best, three, '办结几件', { agencies: those, operation: 'list' }],
  [best, three, '办结呢', { whose: 'all', operation: 'rank', top: 3 }],
  [best, three, '有没有复议', { agencies: those, operation: 'list', whether: true }],
  [sued, those, '败诉几件', { agencies: those, operation: 'list', metrics: lost }],
  ['2024年有诉讼的有几家', those, '败诉几件', { agencies: those, operation: 'list', metrics: lost }],
  ['2024年没有复议的单位', [keji], '有诉讼吗', { agencies: [keji], operation: 'value' }],
  [denying, [keji], '占它办结的多少', { agencies: [keji], operation: 'ratio', metrics: ['rate.denied'] }],
  [denying, [keji], '占它办结的几成', { agencies: [keji], operation: 'ratio', metrics: ['rate.denied'] }],
  [denying, [keji], '占比多少', { agencies: [keji], operation: 'ratio', metrics: ['rate.denied'] }],
  ['依申请比去年增加的单位', [keji], '减少的呢', { whose: 'all', operation: 'list', growth: 'delta' }],
  ['依申请比去年增加的单位', those, '去年几件', { agencies: those, operation: 'list', years: [2024] }],
])('%s (%s): %s', (question, told, turn, expected) => {
  expect(after(question, told, turn)).toMatchObject(expected)
})

/** Several may be meant each, or together; and of what is no part of it nothing is a share. */
test.each<[string, readonly string[], string, string]>([
  [best, three, '比去年多几件', 'agency'],
  [best, three, '走势呢', 'agency'],
  [sued, those, '比去年多几件', 'agency'],
  ['2024年复议最多的是谁', [keji], '占它办结的多少', 'not_understood'],
  [best, [keji], '占它办结的多少', 'not_understood'],
])('%s (%s): %s leaves open whose or of what', (question, told, turn, reason) => {
  expect(after(question, told, turn)).toBe(reason)
})
