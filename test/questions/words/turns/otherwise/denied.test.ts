import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const keji = ['科学技术局']
const jiaoti = ['教育和体育局']
const received = ['requests.received.total']
const first = '科技局2024年依申请几件'

describe('what is denied gives way to what is said in its place', () => {
  test.each<[readonly string[], Expected]>([
    [[first, '不是科技局，教体局'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '不是科技局的，教体局的'], { agencies: jiaoti, years: [2024] }],
    [[first, '教体局，不是科技局'], { agencies: jiaoti, years: [2024] }],
    [[first, '不是科技局 教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '我说的不是科技局，教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '不是科技局，各街道'], { whose: 'subdistrict', years: [2024] }],
    [[first, '不是2024年，2023年'], { agencies: keji, years: [2023], operation: 'value' }],
    [[first, '2023年的，不是2024年的'], { agencies: keji, years: [2023], operation: 'value' }],
    [[first, '不是2024，2023'], { agencies: keji, years: [2023] }],
    [[first, '不是依申请，复议'], { agencies: keji, metrics: ['review.reconsideration.total'] }],
    [[first, '不是科技局，是教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '不是，2023年的'], { agencies: keji, years: [2023] }],
    [[first, '别看科技局，看教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '不问科技局，问教体局的'], { agencies: jiaoti, years: [2024] }],
    [[first, '不要2024年的，要2023年的'], { agencies: keji, years: [2023] }],
    [[first, '说错了，我要问行政复议'], { agencies: keji, metrics: ['review.reconsideration.total'] }],
    [[first, '我打错了，是2023年'], { agencies: keji, years: [2023] }],
    // Without a memory, too.
    [['不是科技局，教体局2024年依申请几件'], { agencies: jiaoti, years: [2024], metrics: received }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('不是 that stands for nothing is never passed over', () => {
  test.each([
    ...[
      '不是教体局',
      '不是科技局，2023年',
      '不是捣鼓的，教体局',
      '不是教体局和2023年',
      '不是科技局不是教体局',
    ],
    ...['教体局不是', '不是2023年的教体局'],
  ])('%s', (turn) => {
    expect(converse(first, turn)).toBe('not_understood')
  })
})
