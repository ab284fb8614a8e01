import { describe, expect, test } from '@jest/globals'
import { newConversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../district-words.ts'
import { read } from '../read-question.ts'

const received = ['requests.received.total']
const two = ['科学技术局', '教育和体育局']

describe('What every clause asks stands in one answer', () => {
  test.each([
    ['科技局依申请几件，去年几件', { operation: 'trend', metrics: received, years: [2024, 2025] }],
    ['科技局依申请几件？去年呢？', { operation: 'trend', years: [2024, 2025] }],
    ['科技局2024年公开率多少，2023年呢', { operation: 'trend', years: [2023, 2024] }],
    ['科技局和教体局依申请各几件，2024年呢', { operation: 'list', named: two, years: [2024, 2025] }],
    ['没有复议的单位有几家，分别是谁', { operation: 'list', where: [{ op: '=', value: 0 }] }],
    ['谁没交，一共几家', { operation: 'missing' }],
    ['有几家有复议，各几件', { operation: 'list', where: [{ op: '>', value: 0 }] }],
    ['有几家有复议，各多少', { operation: 'list', where: [{ op: '>', value: 0 }] }],
    ['科技局依申请几件，排第几', { operation: 'position', metrics: received }],
    ['科技局依申请几件，去年几件，前年几件', { operation: 'trend', years: [2023, 2024, 2025] }],
    ['科技局依申请几件去年几件', { operation: 'trend', years: [2024, 2025] }],
    ['没有复议的几家都是谁', { operation: 'list', where: [{ op: '=', value: 0 }] }],
    [
      '科技局依申请复议诉讼各几件',
      { metrics: [...received, 'review.reconsideration.total', 'review.litigation.total'] },
    ],
    ['科技局依申请几件，比去年多几件', { operation: 'compare', subject: 2025, base: 2024 }],
    ['谁依申请最多，多少件', { operation: 'rank', top: 1 }],
    ['科技局办结率，2024年呢', { operation: 'trend', metrics: ['rate.handled'], years: [2024, 2025] }],
    ['科技局依申请，2024年呢', { operation: 'trend', years: [2024, 2025] }],
    ['科技局和教体局依申请各几件，差几件', { operation: 'compare' }],
    ['科技局和教体局依申请，谁多，多几件', { operation: 'compare' }],
    [
      '部门复议几件，街道复议几件',
      { operation: 'list', groups: [{ group: 'department' }, { group: 'subdistrict' }] },
    ],
    ['部门复议合计，街道复议合计', { operation: 'list', metrics: ['review.reconsideration.total'] }],
    ['部门公开率多少，街道呢', { operation: 'list', metrics: ['rate.disclosed'] }],
    ['科技局收了几件，办结几件', { metrics: ['requests.received.total', 'requests.handledTotal.total'] }],
  ])('%s', (question, expected) => {
    expect(read(question)).toMatchObject(expected)
  })
})

describe('Halves that no answer shows together are offered one by one', () => {
  test.each([
    ['有复议的有几家，没有的呢', ['复议的有几家', '2025年没有行政复议的有几个单位']],
    ['依申请最多的是谁，第二呢', ['依申请最多的是谁', '全区2025年依申请排第2的是谁']],
    ['没有复议的有谁，依申请各几件', ['没有复议的有谁']],
    ['没有复议的单位依申请几件', ['2025年没有行政复议的有哪些单位']],
    ['依申请超过30件的单位复议各几件', ['2025年依申请超过30件的有哪些单位']],
    ['复议超过3件的部门诉讼几件', ['2025年行政复议超过3件的有哪些部门']],
    ['科技局交了吗，2024年呢', ['科技局交了吗', '济宁市兖州区科学技术局2024年年报交了吗']],
    ['没有复议的单位，2024年呢', ['没有复议的单位', '2024年没有行政复议的有哪些单位']],
    ['依申请10件以下的单位，2024年呢', ['依申请10件以下的单位', '2024年依申请不超过10件的有哪些单位']],
    ['科技局依申请，教体局复议', ['科技局依申请', '教体局复议']],
    ['科技局依申请，2024年复议', ['科技局依申请', '济宁市兖州区科学技术局2024年行政复议多少件']],
    ['各部门依申请，各街道复议', ['各部门依申请', '各街道复议']],
    ['全区依申请总数，前三名', ['全区依申请总数', '全区2025年依申请最多的3家']],
    [
      '科技局依申请23件对吗，复议几件',
      ['科技局依申请23件对吗', '济宁市兖州区科学技术局2025年行政复议多少件'],
    ],
    [
      '科技局收了23件对吧，办了几件',
      ['科技局收了23件对吧', '济宁市兖州区科学技术局2025年办理结果总计多少件'],
    ],
    ['科技局收了23件吧，剩几件没办完', ['科技局收了23件吧']],
    ['科技局公开了13件对吧，不予公开几件', []],
    ['科技局办结12件对吧，公开几件', ['科技局办结12件对吧']],
    ['科技局复议几件，依申请是40件吧', ['科技局复议几件', '济宁市兖州区科学技术局2025年依申请是40件吗']],
    [
      '科技局依申请40件是吧，排第几',
      ['科技局依申请40件是吧', '济宁市兖州区科学技术局2025年依申请在全区排第几'],
    ],
    [
      '科技局依申请比去年多几件，比前年多几件',
      ['科技局依申请比去年多几件', '济宁市兖州区科学技术局2025年依申请比2023年增减多少'],
    ],
    ['科技局不予公开原因，2024年呢', ['科技局不予公开原因', '济宁市兖州区科学技术局2024年不予公开情况']],
    ['科技局依申请办理情况，复议情况', ['科技局依申请办理情况', '济宁市兖州区科学技术局2025年行政复议情况']],
    ['科技局交了吗，通过了吗', ['科技局交了吗', '济宁市兖州区科学技术局2025年年报通过校验了吗']],
    ['近三年全区依申请，复议', ['近三年全区依申请', '全区2023年到2025年行政复议趋势']],
    [
      '科技局依申请排第几？占全区多少？',
      ['科技局依申请排第几', '济宁市兖州区科学技术局2025年依申请占全区的比例'],
    ],
  ])('%s', (question, offers) => {
    const { read: refusal, nearest } = parseTurn(question, wordsOf(null), newConversation)
    expect(refusal).toMatchObject({ reason: 'not_understood', detail: { kind: 'several_questions' } })
    expect(nearest().map((near) => near.question)).toEqual(offers)
  })

  test.each([
    ['科技局、教体局依申请各几件，一共几件'],
    ['2024年谁申请最多？全区总数是多少？'],
    ['科技局复议率最高的是谁，诉讼几件'],
    ['有复议的有几家，有诉讼的有几家'],
    ['近三年依申请几件，一共几件'],
    ['科技局近三年依申请，复议呢'],
    ['科技局复议几件诉讼几件去年呢'],
    ['哪些单位有复议，谁最多'],
    ['科技局依申请比去年多几件，2024年呢'],
    ['科技局比教体局依申请多几件，2024年呢'],
    ['科技局复议，依申请23件对吗'],
    ['科技局依申请，教体局复议各几件'],
    ['科技局复议，诉讼，2024年呢'],
    ['部门复议几件，街道依申请几件'],
    ['全区复议几件，部门几件'],
  ])('%s', (question) => {
    expect(read(question)).toBe('not_understood')
  })
})

describe('What only says what it is about is no half', () => {
  test.each([
    ['依申请，科技局呢', { operation: 'value', metrics: received, agencies: ['科学技术局'] }],
    ['依申请公开工作，科技局复议几件', { metrics: ['review.reconsideration.total'] }],
    ['科技局不予公开的理由中，哪一项最多', { operation: 'rank', by: 'row' }],
    ['科技局依申请情况，2024年收到几件', { years: [2024] }],
    ['科技局依申请，教体局依申请一共几件', { operation: 'sum', named: two }],
    ['科技局依申请，教体局依申请，哪个多', { operation: 'compare' }],
    ['科技局公开率，教体局公开率', { operation: 'list', metrics: ['rate.disclosed'] }],
  ])('%s', (question, expected) => {
    expect(read(question)).toMatchObject(expected)
  })
})

describe('赢 and 输 are of what is spoken of before them, and else of lawsuits', () => {
  test.each([
    ['科技局复议几件，赢了几件', ['review.reconsideration.total', 'review.reconsideration.upheld']],
    ['科技局诉讼几件，输了几件', ['review.litigation.total', 'review.litigation.corrected']],
    [
      '科技局复议几件，打赢的几件，打输的几件',
      ['review.reconsideration.total', 'review.reconsideration.upheld', 'review.reconsideration.corrected'],
    ],
    ['科技局复议几件，打赢几场官司', ['review.reconsideration.total', 'review.litigation.upheld']],
    ['科技局赢了几件', ['review.litigation.upheld']],
    ['科技局依申请几件，赢了几件', [...received, 'review.litigation.upheld']],
  ])('%s', (question, metrics) => {
    expect(read(question)).toMatchObject({ metrics })
  })
})
