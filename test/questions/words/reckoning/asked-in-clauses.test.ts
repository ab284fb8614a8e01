import { describe, expect, test } from '@jest/globals'
import { read, type Expected } from '../read-question.ts'

describe('those that have just so many', () => {
  test.each<[string, Expected]>([
    ['正好收到9件申请的是哪几家单位', { operation: 'list', where: [{ op: '=', value: 9 }] }],
    ['恰好办结20件的是哪几家', { operation: 'list', where: [{ op: '=', value: 20 }] }],
    ['收到9件申请的是哪几家', { operation: 'list', where: [{ op: '=', value: 9 }] }],
    ['收到9件以上申请的是哪几家', { operation: 'list', where: [{ op: '>=', value: 9 }] }],
    ['镇街里申请量达到15件的有几个', { operation: 'count', where: [{ op: '>=', value: 15 }] }],
    ['申请超过30件的有多少个', { operation: 'count', whose: 'all' }],
    ['部门里没有收到申请的有几个', { operation: 'count', whose: 'department' }],
    ['镇街申请几个', { operation: 'sum' }],
    ['哪几家2025年有过以国家秘密为由不予公开的情况', { operation: 'list', where: [{ op: '>', value: 0 }] }],
    ['有几家发生过败诉的情况', { operation: 'count', metrics: ['review.litigation.corrected'] }],
    ['科技局有没有不予公开的情况', { operation: 'value', metrics: ['requests.denied.total'] }],
    ['科技局不予公开有哪些情况', { operation: 'detail' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ years: [2025], ...query })
  })

  test('a share of what so many fell into is none', () => {
    expect(read('收到9件申请中不予公开的单位')).toBe('not_understood')
  })
})

describe('what is told one by one, ranked or added up', () => {
  test.each<[string, Expected | string]>([
    ['科技局各类申请人分别申请了多少件', { operation: 'detail', by: 'applicant' }],
    ['科技局申请最后都是怎么办结的，分别多少件', { metrics: ['requests.handledTotal.total'] }],
    ['科技局申请怎么处理', 'out_of_scope'],
    ['科技局不予公开最主要的原因是哪一项', { operation: 'rank', by: 'row', top: 1 }],
    ['科技局最主要的申请人是哪一类', { operation: 'rank', by: 'applicant', top: 1 }],
    ['近三年科技局申请量最高和最低分别是哪一年', { operation: 'rank', by: 'year', both: true }],
    ['近三年科技局申请量最高和复议量最低分别是哪一年', 'not_understood'],
    ['科技局申请量在全区排第几？占全区多少？', 'not_understood'],
    ['两个街道2025年的申请总量比2024年增长了多少', { operation: 'compare', subject: 2025, base: 2024 }],
    ['三个街道2025年的申请总量比2024年增长了多少', 'not_understood'],
    ['科技局有多大比例的申请结转到了下年度', { metrics: ['rate.carriedForward'] }],
    ['科技局一年下来办完了多少件申请', { operation: 'value', metrics: ['requests.handledTotal.total'] }],
    ['科技局2024年这一年收到多少申请', { operation: 'value', years: [2024] }],
    ['兖州区行政事业性收费总额', { operation: 'sum', whose: 'all' }],
    ['兖州区申请多少件', 'agency'],
    ['年报最晚什么时候要发布', 'out_of_scope'],
    ['你都能查些什么', 'help'],
  ])('%s', (question, query) => {
    if (typeof query === 'string') expect(read(question)).toBe(query)
    else expect(read(question)).toMatchObject(query)
  })
})
