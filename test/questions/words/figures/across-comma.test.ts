import { describe, expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

const received = 'requests.received.total'
const reconsideration = 'review.reconsideration.total'
const litigation = 'review.litigation.total'
const granted = 'requests.granted.total'

describe('a comma between two figures', () => {
  test.each([
    ['科技局依申请，复议', [received, reconsideration]],
    ['科技局依申请公开，复议几件', [received, reconsideration]],
    ['科技局、教体局依申请，复议各几件', [received, reconsideration]],
    ['各单位依申请，复议分别几件', [received, reconsideration]],
    ['科技局依申请，公开率', [received, 'rate.disclosed']],
    ['科技局公开率，办结率', ['rate.disclosed', 'rate.handled']],
    ['全区依申请，复议，诉讼', [received, reconsideration, litigation]],
    ['科技局依申请，办结，复议各几件', [received, 'requests.handledTotal.total', reconsideration]],
    ['科技局收到，予以公开各几件', [received, granted]],
  ])('%s', (question, metrics) => {
    expect(read(question)).toMatchObject({ metrics })
  })
})

describe('a comma within one figure, or before what is said of both', () => {
  test.each([
    ['依申请，科技局复议几件', { metrics: [reconsideration] }],
    ['科技局依申请方面，复议几件', { metrics: [reconsideration] }],
    ['科技局依申请，予以公开几件', { metrics: [granted] }],
    ['科技局行政诉讼，未经复议直接起诉的几件', { metrics: ['review.litigationDirect.total'] }],
    ['科技局行政诉讼，胜诉率多少', { metrics: ['rate.upheld.litigation'] }],
    [
      '哪些单位有复议，但没有诉讼',
      {
        where: [
          { op: '>', value: 0 },
          { op: '=', value: 0 },
        ],
      },
    ],
    ['没有依申请，也没有复议的单位', { where: [{ op: '=' }, { op: '=' }] }],
    ['科技局复议，诉讼，各维持几件', 'not_understood'],
    ['公开，部分公开，不予公开各几件', 'metric'],
  ])('%s', (question, expected) => {
    const query = read(question)
    if (typeof expected === 'string') expect(query).toBe(expected)
    else expect(query).toMatchObject(expected)
  })
})
