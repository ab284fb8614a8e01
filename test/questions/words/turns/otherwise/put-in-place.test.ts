import { expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const [keji, jiaoti, shenji] = ['科学技术局', '教育和体育局', '审计局'] as const
const listed = '科技局和教体局2024年依申请各几件'

test.each<[readonly string[], Expected]>([
  [[listed, '不要教体局，要审计局'], { operation: 'list', agencies: [keji, shenji], years: [2024] }],
  [[listed, '不是教体局，是审计局'], { operation: 'list', agencies: [keji, shenji] }],
  [[listed, '审计局，不是教体局'], { operation: 'list', agencies: [keji, shenji] }],
  [[listed, '不是教体局，是审计局', '一共几件'], { operation: 'sum', agencies: [keji, shenji] }],
  [
    ['科技局和教体局2024年依申请差几件', '不是教体局，是审计局'],
    { operation: 'compare', agencies: [keji, shenji], years: [2024] },
  ],
  [[listed, '不对，审计局'], { operation: 'value', agencies: [shenji] }],
  [[listed, '不要科技局和教体局，要审计局'], { operation: 'value', agencies: [shenji] }],
  [['科技局2024年依申请几件', '不是科技局，是审计局'], { operation: 'value', agencies: [shenji] }],
  [['各街道2024年依申请各几件', '不是龙桥街道，是教体局'], { operation: 'value', agencies: [jiaoti] }],
])('%s', (turns, expected) => {
  expect(converse(...turns)).toMatchObject(expected)
})
