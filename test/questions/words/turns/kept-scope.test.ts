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
