import { expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const towns = ['新兖镇人民政府', '小孟镇人民政府']
const two = ['教育和体育局', '科学技术局']
const received = ['requests.received.total']

/** Whom a turn is about where its words could mean others. */
test.each<[readonly string[], Expected]>([
  [['各镇2024年依申请一共几件', '前三名是哪些单位'], { operation: 'rank', agencies: towns }],
  [['各镇2024年依申请分别几件', '后三名是哪几个单位'], { operation: 'rank', agencies: towns, order: 'asc' }],
  [['各镇2024年依申请一共几件', '前三名是哪些部门'], { operation: 'rank', whose: 'department' }],
  [['2024年依申请超过2件的镇有几个', '分别是哪些单位'], { operation: 'list', agencies: towns }],
  [['科技局和教体局2024年依申请一共几件', '各单位分别是多少'], { operation: 'list', agencies: two }],
  [['科技局2024年依申请几件', '各单位分别是多少'], { operation: 'list', whose: 'all' }],
  [['2024年年报哪些单位没交', '一共几家', '那2023年呢'], { operation: 'count', years: [2023] }],
  [['2024年年报哪些单位没交', '有几家', '各镇呢'], { operation: 'count', agencies: towns }],
  [['2024年年报哪些单位没交', '有几家', '是哪些单位'], { operation: 'missing' }],
  [['2024年哪些单位结转对不上', '是谁'], { operation: 'list', carryOver: true, subject: 2024 }],
  [
    ['2024年有几家结转对得上', '2023年呢'],
    { operation: 'count', where: [{ op: '=', value: 0 }], subject: 2023 },
  ],
  [['全区2024年结转对得上吗', '有几家'], { operation: 'count', carryOver: true }],
  [['各单位2024年依申请比2023年增减多少', '各镇呢'], { operation: 'compare', agencies: towns, each: true }],
  [
    ['科技局2024年依申请几件', '没问题', '那2022年呢'],
    { operation: 'value', metrics: received, years: [2022] },
  ],
  [['2024年年报哪些单位没交', '名单发我'], { operation: 'missing', years: [2024] }],
  [['科技局2024年年报交了没', '发我看看'], { intent: 'reports', agencies: ['科学技术局'], page: true }],
  [
    ['科技局2024年行政诉讼情况', '教体局2023年申请人构成'],
    { operation: 'detail', by: 'applicant', metrics: received, years: [2023] },
  ],
  [['科技局2024年行政诉讼几件', '申请人构成呢'], { operation: 'detail', by: 'applicant', metrics: received }],
  [
    ['科技局2024年予以公开几件', '申请人构成呢'],
    { operation: 'detail', by: 'applicant', metrics: ['requests.granted.total'] },
  ],
])('%s', (turns, expected) => {
  expect(converse(...turns)).toMatchObject(expected)
})

test('哪些单位结转对不上 asks for those that differ, and so does 是谁 after it', () => {
  expect(converse('2024年哪些单位结转对不上', '是谁')).not.toHaveProperty('where')
  expect(converse('2024年有几家结转对不上', '是谁')).not.toHaveProperty('where')
})

test.each(['没问题', '收到', '已报', '合格', '通过', '谢谢', '好滴'])(
  '%s is said in answer to somebody',
  (said) => {
    expect(converse('科技局2024年依申请几件', said)).toBe('help')
  },
)
