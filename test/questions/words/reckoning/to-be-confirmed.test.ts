import { describe, expect, test } from '@jest/globals'
import { read, type Expected } from '../read-question.ts'
import { converse } from '../turns/converse.ts'

const keji = ['科学技术局']
const received = ['requests.received.total']

describe('a difference may be confirmed', () => {
  const years = { operation: 'compare', agencies: keji, subject: 2024, base: 2023 }
  test.each<[string, Expected]>([
    ['科技局2024年依申请比2023年多了12件，对吗', { ...years, metrics: received, confirm: 12 }],
    ['科技局2024年依申请比2023年少了2件对吧', { ...years, confirm: -2 }],
    ['科技局2024年依申请是不是比上年增加了3件', { ...years, confirm: 3 }],
    ['科技局2024年依申请同比增长20%对吗', { ...years, confirm: 20, growth: 'change' }],
    ['科技局2024年公开率比2023年高了3个百分点吗', { ...years, confirm: 3 }],
    [
      '科技局2024年依申请比教体局多5件吗',
      { operation: 'compare', subject: '济宁市兖州区科学技术局', confirm: 5 },
    ],
    ['科技局2024年复议比诉讼少2件对吗', { operation: 'compare', ofMetrics: true, confirm: -2 }],
  ])('%s', (question, expected) => {
    expect(read(question)).toMatchObject(expected)
  })

  test('in a turn that goes on', () => {
    expect(converse('科技局2024年依申请几件', '比上年多了2件对吗')).toMatchObject({ ...years, confirm: 2 })
  })

  test.each([
    '科技局2024年依申请比2023年多12件',
    '科技局2024年依申请比2023年12件多吗',
    '科技局2024年依申请和2023年相差12件对吗',
    '科技局2024年公开率比2023年高了3%吗',
    '科技局2024年依申请比2023年多了3个百分点吗',
    '科技局2024年依申请比2023年多了12件还是13件',
  ])('%s is not understood', (question) => {
    expect(read(question)).toBe('not_understood')
  })
})

describe('a place may be confirmed', () => {
  const place = { operation: 'position', agencies: keji, metrics: received }
  test.each<[string, Expected]>([
    ['科技局依申请是不是最多', { ...place, confirm: 1 }],
    ['科技局2024年依申请是全区最多的吗', { ...place, years: [2024], confirm: 1 }],
    ['依申请最多的是科技局吗', { ...place, confirm: 1 }],
    ['依申请最少的是不是科技局', { ...place, confirm: 1, order: 'asc' }],
    ['科技局2024年依申请排第三对吗', { ...place, years: [2024], confirm: 3 }],
    ['科技局依申请是倒数第二吗', { ...place, confirm: 2, order: 'asc' }],
    ['科技局依申请是不是前三', { ...place, confirm: 3, top: 3 }],
    [
      '鼓楼街道依申请在各街道里是不是第一',
      { operation: 'position', confirm: 1, among: ['鼓楼街道办事处', '龙桥街道办事处'] },
    ],
  ])('%s', (question, expected) => {
    expect(read(question)).toMatchObject(expected)
  })

  test('of the agency spoken of', () => {
    expect(converse('科技局2024年依申请几件', '是最多的吗')).toMatchObject({
      ...place,
      years: [2024],
      confirm: 1,
    })
    expect(converse('科技局2024年依申请几件', '排第三吗', '2023年呢')).toMatchObject({
      operation: 'position',
      years: [2023],
    })
  })

  test.each<[readonly string[]]>([
    // Of years, or of agencies?
    [['科技局2024年依申请是最多的吗']],
    [['科技局近三年依申请趋势', '2023年是最多的吗']],
    [['科技局增长最多吗']],
  ])('%s is not understood', (turns) => {
    expect(['not_understood', 'metric']).toContain(converse(...turns))
  })
})
