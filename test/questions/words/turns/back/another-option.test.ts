import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const keji = ['科学技术局']
const first = '科技局2024年公开了几件'
const corrected = '科技局2024年被纠正几件'
const ofKeji = { agencies: keji, years: [2024] }

describe('another option of a question back is asked for after its answer', () => {
  test.each<[readonly string[], Expected]>([
    [[first, '第一个', '第二个呢'], { ...ofKeji, metrics: ['requests.disclosed.total'] }],
    [[first, '1', '3'], { ...ofKeji, metrics: ['text.published'] }],
    [[first, '第三个', '那第一个呢'], { ...ofKeji, metrics: ['requests.granted.total'] }],
    [[first, '1', '2', '第三个呢'], { ...ofKeji, metrics: ['text.published'] }],
    [['科技局2024年结转几件', '1', '另一个呢'], { ...ofKeji, metrics: ['requests.carriedForward.total'] }],
    [
      ['科技局2024年结转几件', '第二个', '还有一个是多少'],
      { ...ofKeji, metrics: ['requests.carriedIn.total'] },
    ],
    [[corrected, '复议', '诉讼呢'], { ...ofKeji, metrics: ['review.litigation.corrected'] }],
    [[corrected, '诉讼的', '复议的呢'], { ...ofKeji, metrics: ['review.reconsideration.corrected'] }],
    [[corrected, '1', '诉讼呢', '一共几件'], { ...ofKeji, metrics: ['review.all.corrected'] }],
    [[corrected, '1', '诉讼几件'], { ...ofKeji, metrics: ['review.litigation.total'] }],
    [[first, '科技局呢', '1', '第二个呢', '2023年呢'], { agencies: keji, years: [2023] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

test.each<[string, readonly string[]]>([
  ['a figure that was not asked back about', ['科技局2024年依申请几件', '第二个呢']],
  ['another question in between', [first, '第一个', '2023年呢', '第二个呢']],
  ['a name that nobody knows in between', [first, '第一个', '曲阜市水务局呢', '2']],
  ['an option that there is not', [first, '第一个', '第九个呢']],
])('no option is meant after %s', (_, turns) => {
  expect(converse(...turns)).toBe('not_understood')
})

test.each(['第三个呢', '复议呢', '3'])('what was left out and asked back is gone on from: %s', (turn) => {
  const read = converse('科技局和去年比', '依申请', turn)
  expect(read).toMatchObject({ operation: 'compare', agencies: keji, subject: 2025, base: 2024 })
  expect(read).toMatchObject({ metrics: ['review.reconsideration.total'] })
})

test('the second of a ranking that was asked back about is of that ranking', () => {
  const turns = ['2024年公开了最多的三家', '1', '第二个呢']
  expect(converse(...turns)).toMatchObject({
    operation: 'rank',
    position: 2,
    metrics: ['requests.granted.total'],
  })
})
