import { describe, expect, test } from '@jest/globals'
import { newConversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import { short, wordsOf } from '../district-words.ts'
import { read, type Expected } from '../read-question.ts'

const keji = ['科学技术局']
const recon = 'review.reconsideration.total'
const lawsuits = 'review.litigation.total'

describe('two figures are set against each other', () => {
  test.each<[string, Expected]>([
    ['科技局2024年复议比诉讼多几件', { metrics: [recon, lawsuits] }],
    ['科技局2024年诉讼比复议少多少', { metrics: [lawsuits, recon] }],
    ['科技局2024年复议和诉讼差几件', { metrics: [recon, lawsuits] }],
    ['科技局2024年复议和诉讼哪个多', { metrics: [recon, lawsuits] }],
    ['科技局2024年复议比诉讼多吗', { metrics: [recon, lawsuits] }],
    [
      '科技局2024年办结比依申请多几件',
      { metrics: ['requests.handledTotal.total', 'requests.received.total'] },
    ],
    ['科技局2024年办结率比公开率高多少', { metrics: ['rate.handled', 'rate.disclosed'] }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({
      ...{ operation: 'compare', ofMetrics: true, agencies: keji, years: [2024] },
      ...query,
    })
  })

  test('of a group by its sums', () => {
    expect(read('2024年街道复议比诉讼多几件')).toMatchObject({ ofMetrics: true, whose: 'subdistrict' })
    expect(read('2024年全区复议比诉讼多几件')).toMatchObject({ ofMetrics: true, whose: 'all' })
  })

  test.each([
    '比诉讼多几件',
    '科技局2024年收费比处罚多几件',
    '科技局2024年复议比诉讼增长多少',
    '科技局2024年复议比2023年诉讼多几件',
    '科技局2024年复议比教体局诉讼多几件',
    '科技局2024年复议比诉讼比办结多几件',
    '2024年复议比诉讼多的单位',
    '2024年复议比诉讼多的有几家',
    '各镇2024年复议比诉讼多几件',
  ])('%s is declined', (question) => {
    expect(read(question)).toBe('not_understood')
  })

  test.each<[string, Expected]>([
    ['科技局2024年复议和诉讼比上年多几件', { metrics: ['review.all.total'], subject: 2024, base: 2023 }],
    ['科技局2024年复议和诉讼同比', { metrics: ['review.all.total'], subject: 2024, base: 2023 }],
    ['科技局和教体局2024年复议和诉讼差几件', { metrics: ['review.all.total'] }],
  ])('%s compares the sum of both', (question, query) => {
    expect(read(question)).toMatchObject({ operation: 'compare', ...query })
    expect(read(question)).not.toHaveProperty('ofMetrics')
  })
})

describe('in a conversation', () => {
  test.each<[readonly string[], Expected]>([
    [
      ['科技局2024年复议几件', '比诉讼多几件'],
      { metrics: [recon, lawsuits], agencies: keji, ofMetrics: true },
    ],
    [['科技局2024年复议比诉讼多几件', '教体局呢'], { agencies: ['教育和体育局'], ofMetrics: true }],
    [
      ['科技局2024年复议比诉讼多几件', '2023年呢'],
      { years: [2023], metrics: [recon, lawsuits], ofMetrics: true },
    ],
    [
      ['科技局2024年复议比诉讼多几件', '依申请呢'],
      { operation: 'value', metrics: ['requests.received.total'] },
    ],
    [
      ['科技局2024年复议比诉讼多几件', '怎么算的'],
      { operation: 'explain', explains: 'compare', ofMetrics: true },
    ],
  ])('%s', (turns, query) => {
    let conversation = newConversation
    let last: Expected = {}
    for (const turn of turns) {
      const { read: said, conversation: next } = parseTurn(turn, wordsOf(), conversation)
      conversation = next
      last = said.kind === 'query' ? { ...said.query, agencies: said.query.agencies.map(short) } : said
    }
    expect(last).toMatchObject(query)
  })
})
