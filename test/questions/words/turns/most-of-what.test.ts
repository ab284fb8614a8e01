import { expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const rows = { operation: 'rank', by: 'row', agencies: keji, top: 1, order: 'desc' }
const applicants = { operation: 'rank', by: 'applicant', agencies: keji, top: 1, order: 'desc' }
const years = { operation: 'rank', by: 'year', agencies: keji, years: [2021, 2022, 2023, 2024, 2025] }
const denied = ['科技局2024年不予公开几件', '什么原因']

/** 最多 after a breakdown is of what it told, and after a trend of its years. */
test.each<[readonly string[], Expected]>([
  [[...denied, '哪个最多'], { ...rows, metrics: ['requests.denied.total'], years: [2024] }],
  [[...denied, '最多的是哪个'], rows],
  [[...denied, '其中哪个最多'], rows],
  [[...denied, '其中最多的是哪个'], rows],
  [[...denied, '最多的呢'], rows],
  [[...denied, '谁最多'], rows],
  [[...denied, '哪类最多'], rows],
  [[...denied, '哪个多'], rows],
  [[...denied, '最少的呢'], { ...rows, order: 'asc' }],
  [[...denied, '哪个少'], { ...rows, order: 'asc' }],
  [[...denied, '前三'], { ...rows, top: 3 }],
  [[...denied, '哪个最多', '最少的呢'], { ...rows, order: 'asc' }],
  [[...denied, '教体局哪个最多'], { ...rows, agencies: ['教育和体育局'] }],
  [['科技局2024年办理结果', '哪个最多'], { ...rows, metrics: ['requests.handledTotal.total'] }],
  [['科技局表四', '哪个最多'], { ...rows, metrics: ['review.all.total'] }],
  [['科技局2024年申请人构成', '谁最多'], { ...applicants, years: [2024] }],
  [['科技局2024年申请人构成', '哪类最多'], applicants],
  [['科技局2024年申请人构成', '最多的呢'], applicants],
  [['全区2024年办理结果', '哪个最多'], { operation: 'rank', by: 'row', whose: 'all' }],
  [['科技局近五年依申请趋势', '最多的是谁'], years],
  [['科技局近五年依申请趋势', '最高的是哪个'], years],
  [['科技局近五年依申请趋势', '最少的呢'], { ...years, order: 'asc' }],
  [['科技局近五年依申请趋势', '哪年最多', '最少的呢'], { ...years, order: 'asc' }],
  [['科技局2023年和2024年依申请各几件', '哪个最多'], { by: 'year', agencies: keji, years: [2023, 2024] }],
])('%s', (turns, expected) => {
  expect(converse(...turns)).toMatchObject(expected)
})

/** 哪家 asks for agencies, whatever was told before. */
test.each<[readonly string[], Expected]>([
  [[...denied, '哪家最多'], { operation: 'rank', whose: 'all' }],
  [[...denied, '哪个单位最多'], { operation: 'rank', whose: 'all' }],
  [['全区2024年不予公开什么原因', '谁最多'], { operation: 'rank', whose: 'all' }],
])('%s', (turns, expected) => {
  const query = converse(...turns)
  expect(query).toMatchObject(expected)
  expect(query).not.toHaveProperty('by')
})

test.each<readonly string[]>([
  ['科技局近五年依申请趋势', '2024年哪个最多'],
  ['科技局近五年依申请趋势', '哪家最多'],
  ['不予公开主要原因最多的是谁'],
])('%s ranks nothing', (...turns) => {
  expect(converse(...turns)).toBe('not_understood')
})
