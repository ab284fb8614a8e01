import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const first = '科技局2024年依申请几件'

describe('a row that must be asked back for goes on from the question before', () => {
  const ofKeji = { agencies: keji, years: [2024] }
  test.each<[readonly string[], Expected]>([
    [[first, '结转几件', '1'], { ...ofKeji, metrics: ['requests.carriedIn.total'] }],
    [[first, '结转了几件', '2'], { ...ofKeji, metrics: ['requests.carriedForward.total'] }],
    [[first, '公开了几件', '1'], { ...ofKeji, metrics: ['requests.granted.total'] }],
    [[first, '公开了几件', '3'], { ...ofKeji, metrics: ['text.published'] }],
    [[first, '没公开的几件', '3'], { ...ofKeji, metrics: ['requests.notProcessed.total'] }],
    [[first, '其他几件', '1'], { ...ofKeji, metrics: ['requests.otherwise.total'] }],
    [['科技局2024年办结几件', '未公开的几件', '2'], { ...ofKeji, metrics: ['requests.unavailable.total'] }],
    [['科技局2024年公开率', '公开了几件', '2', '2023年呢'], { agencies: keji, years: [2023] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

test('a row of another table that must be asked back for stands alone, like one that is clear', () => {
  const last = converse('科技局2024年复议几件', '结转几件', '1')
  expect(last).toMatchObject({ years: [2025], whose: 'all', metrics: ['requests.carriedIn.total'] })
})
