import { expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'
import { after } from './after-list.ts'

const listed = '2023年各部门行政复议件数列一下'
const none = [{ op: '=', value: 0 }]
const department = { whose: 'department', years: [2023], metrics: ['review.reconsideration.total'] }

/** Those of a list whose figure is so, and how many. */
test.each<[string, string, Expected]>([
  [listed, '有几家是0', { ...department, operation: 'count', where: none }],
  [listed, '有几家是3件', { ...department, operation: 'count', where: [{ op: '=', value: 3 }] }],
  [listed, '0件的', { ...department, operation: 'list', where: none }],
  [listed, '有几家没有', { ...department, operation: 'count', where: none }],
  [listed, '是零的有哪些', { ...department, operation: 'list', where: none }],
  [listed, '超过3件的呢', { ...department, operation: 'list', where: [{ op: '>', value: 3 }] }],
  [
    '全区2023年不予公开一共多少',
    '超过5件的呢',
    { whose: 'all', operation: 'list', where: [{ op: '>', value: 5 }] },
  ],
  ['2023年依申请排名', '超过30件的呢', { whose: 'all', operation: 'list', where: [{ op: '>', value: 30 }] }],
  ['2023年依申请超过30件的单位', '超过40件的呢', { operation: 'list', where: [{ op: '>', value: 40 }] }],
])('%s: %s', (question, turn, expected) => {
  expect(converse(question, turn)).toMatchObject(expected)
})

test('哪几家 after their number are those counted', () => {
  expect(converse(listed, '有几家是0', '哪几家')).toMatchObject({
    ...department,
    operation: 'list',
    where: none,
  })
})

/** Of one, of the first of a ranking or of growth nothing is bounded for certain. */
test.each<[string, string]>([
  ['教体局2023年复议几件', '有几家是0'],
  ['教体局2023年复议几件', '超过3件的呢'],
  ['2023年依申请前三', '超过60件的呢'],
  [listed, '有几家是0或3'],
])('%s: %s is not understood', (question, turn) => {
  expect(converse(question, turn)).toBe('not_understood')
})

const [jiaoti, keji, gulou] = ['教育和体育局', '科学技术局', '鼓楼街道办事处'] as const
const above = '2024年依申请超过30件的单位'

/** Those of the list that grew, and not of all. */
test.each<[string, string, Expected]>([
  [
    above,
    '比去年增加的呢',
    { operation: 'list', growth: 'delta', where: [{ op: '>', value: 0 }], subject: 2024 },
  ],
  [above, '比去年少的呢', { operation: 'list', growth: 'delta', where: [{ op: '<', value: 0 }] }],
  ['2024年依申请前三', '比去年减少的呢', { operation: 'list', where: [{ op: '<', value: 0 }] }],
])('%s: %s is of those told', (question, turn, expected) => {
  const query = after(question, [jiaoti, keji, gulou], turn)
  expect(query).toMatchObject({ agencies: [jiaoti, keji, gulou], ...expected })
})
