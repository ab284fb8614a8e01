import { expect, test } from '@jest/globals'
import { newConversation } from '../../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../../district-words.ts'
import type { Expected } from '../converse.ts'
import { after } from './after-list.ts'

const [jiaoti, keji, gulou] = ['教育和体育局', '科学技术局', '鼓楼街道办事处'] as const
/** The first, the second, the third. */
const three = [gulou, jiaoti, keji] as const

const best = '2024年依申请前三'
const above = '2024年依申请超过30件的单位'
const those = [jiaoti, keji, gulou]
const complaints = ['review.reconsideration.total']

/** Those the answer listed, and nobody else. */
test.each<[string, readonly string[], string, Expected]>([
  [best, three, '他们复议各几件', { agencies: those, operation: 'list', metrics: complaints, years: [2024] }],
  [best, three, '它们2023年呢', { agencies: those, operation: 'list', years: [2023] }],
  [best, three, '这三家复议各几件', { agencies: those, operation: 'list' }],
  [best, three, '这几家2023年呢', { agencies: those, operation: 'list', years: [2023] }],
  [best, three, '那几家一共几件', { agencies: those, operation: 'sum' }],
  [best, three, '三家一共几件', { agencies: those, operation: 'sum' }],
  [best, three, '一共几件', { agencies: those, operation: 'sum' }],
  [best, three, '平均几件', { agencies: those, operation: 'average' }],
  [best, three, '第一名复议几件', { agencies: [gulou], operation: 'value', metrics: complaints }],
  [best, three, '第二名2023年依申请几件', { agencies: [jiaoti], operation: 'value', years: [2023] }],
  [best, three, '前两名复议各几件', { agencies: [jiaoti, gulou], operation: 'list' }],
  [best, three, '其中复议最多的是谁', { agencies: those, operation: 'rank' }],
  [best, three, '第二名呢', { whose: 'all', operation: 'rank', position: 2 }],
  [best, three, '2023年呢', { whose: 'all', operation: 'rank', top: 3 }],
  [
    above,
    those,
    '它们不予公开几件',
    { agencies: those, operation: 'list', metrics: ['requests.denied.total'] },
  ],
  [above, those, '一共几件', { agencies: those, operation: 'sum' }],
  [above, those, '谁最少', { agencies: those, operation: 'rank', order: 'asc' }],
  [above, [keji], '它们复议几件', { agencies: [keji], operation: 'value' }],
  ['2024年不予公开最多的单位', [keji], '什么原因', { agencies: [keji], operation: 'detail' }],
  ['2024年不予公开最多的单位', [keji], '它复议几件', { agencies: [keji], operation: 'value' }],
  [
    '2024年哪些单位没交',
    [keji, gulou],
    '它们2023年依申请几件',
    { agencies: [keji, gulou], operation: 'list' },
  ],
])('%s (%s): %s', (question, told, turn, expected) => {
  const query = after(question, told, turn)
  expect(query).toMatchObject(expected)
  if ('agencies' in expected) expect(query).not.toHaveProperty('where')
})

/** Where it is not certain who is meant, it is asked back. */
test.each<[string, readonly string[], string]>([
  [best, three, '这两家复议几件'],
  [best, three, '第五名复议几件'],
  [best, three, '2023年第一名复议几件'],
  [best, three, '2023年一共几件'],
  ['2024年依申请最少的三家', three, '第一名复议几件'],
  [above, those, '第一名复议几件'],
  [above, those, '什么原因'],
  [above, [], '它们复议几件'],
  [above, [], '一共几件'],
  ['全区2024年依申请几件', [], '他们复议几件'],
  [best, three, '复议一共几件'],
  [best, three, '差几件'],
  [best, three, '复议和诉讼各几件'],
  [best, three, '倒数第一名复议几件'],
  ['2024年依申请最少的三家', three, '最后那个复议几件'],
  [above, those, '最后一名复议几件'],
])('%s (%s): %s asks whose', (question, told, turn) => {
  expect(after(question, told, turn)).toBe('agency')
})

/** The members and places of the list after questions about some of them. */
test.each<[string, readonly string[], readonly string[], Expected]>([
  [best, three, ['它们的诉讼各几件', '第一名的复议维持率呢'], { agencies: [gulou], operation: 'ratio' }],
  [best, three, ['第一名的公开率', '第二名呢'], { agencies: [jiaoti], metrics: ['rate.disclosed'] }],
  [best, three, ['第三名2023年是多少', '第一名呢'], { agencies: [gulou], years: [2023], operation: 'value' }],
  [
    best,
    three,
    ['它们三家一共多少件', '第一名前年是多少'],
    { agencies: [gulou], operation: 'value', years: [2024] },
  ],
  [best, three, ['第一名复议几件', '一共几件'], { agencies: those, operation: 'sum', metrics: complaints }],
  [
    best,
    three,
    ['第一名复议几件', '它们三家合计'],
    { agencies: those, operation: 'sum', metrics: complaints },
  ],
  [best, three, ['第一名复议几件', '他们的诉讼呢'], { agencies: those, operation: 'list' }],
  [best, three, ['第一名复议几件', '前两名呢'], { agencies: [jiaoti, gulou], metrics: complaints }],
  [best, three, ['第一名复议几件', '第二名呢', '差几件'], { operation: 'compare', metrics: complaints }],
  [best, three, ['第一名复议几件', '第二名呢', '两家一共'], { operation: 'sum', agencies: [jiaoti, gulou] }],
  [
    best,
    three,
    ['第一名复议几件', '2023年第一名是谁'],
    { operation: 'rank', whose: 'all', metrics: ['requests.received.total'], years: [2023] },
  ],
  [best, three, ['复议一共几件', '它们'], { agencies: those, operation: 'sum', metrics: complaints }],
  [best, three, ['复议一共几件', '全区'], { whose: 'all', operation: 'sum', metrics: complaints }],
])('%s (%s): %s', (question, told, turns, expected) => {
  expect(after(question, told, ...turns)).toMatchObject(expected)
})

/** Words for the members, whatever figure is named beside them. */
test.each<[string, readonly string[], string, Expected]>([
  [best, three, '头一名复议几件', { agencies: [gulou], metrics: complaints }],
  [best, three, '最后一名复议几件', { agencies: [keji], metrics: complaints }],
  [best, three, '最后那个复议几件', { agencies: [keji], metrics: complaints }],
  [best, three, '最后那家呢', { agencies: [keji], operation: 'value' }],
  [best, three, '后两名复议各几件', { agencies: [jiaoti, keji], operation: 'list', metrics: complaints }],
  [best, three, '里面复议最多的', { agencies: those, operation: 'rank', metrics: complaints }],
  [best, three, '当中哪家复议最多', { agencies: those, operation: 'rank', metrics: complaints }],
  [best, three, '三家里谁复议最多', { agencies: those, operation: 'rank', metrics: complaints }],
  [best, three, '复议各几件', { agencies: those, operation: 'list', metrics: complaints }],
  [best, three, '分别复议几件', { agencies: those, operation: 'list', metrics: complaints }],
  [best, three, '2023年复议各几件', { agencies: those, operation: 'list', years: [2023] }],
  [best, three, '公开率各多少', { agencies: those, metrics: ['rate.disclosed'] }],
  [above, those, '这些单位复议几件', { agencies: those, operation: 'list', metrics: complaints }],
  [above, those, '上面这几家复议几件', { agencies: those, operation: 'list', metrics: complaints }],
  [above, those, '也没有诉讼的', { agencies: those, operation: 'list', where: [{ op: '=', value: 0 }] }],
  [above, those, '里面有诉讼的', { agencies: those, operation: 'list', where: [{ op: '>', value: 0 }] }],
  ['2024年依申请前两名', [gulou, jiaoti], '差几件', { operation: 'compare', base: `济宁市兖州区${jiaoti}` }],
])('%s (%s): %s names members', (question, told, turn, expected) => {
  expect(after(question, told, turn)).toMatchObject(expected)
})

test('其余单位 are those that were not listed', () => {
  const query = after(best, three, '其余单位复议一共几件')
  expect(query).toMatchObject({ operation: 'sum', metrics: complaints })
  expect(query).not.toMatchObject({ agencies: expect.arrayContaining([gulou]) })
})

test.each(['他们2024年依申请几件', '它们依申请几件', '这三家依申请几件'])(
  '%s by itself asks whose',
  (turn) => {
    const { read } = parseTurn(turn, wordsOf([keji]), newConversation)
    expect(read).toMatchObject({ kind: 'clarify', slot: 'agency' })
  },
)

const grew = '2024年依申请比2023年增长最多的三家'
const more = '2024年依申请比2023年增加的单位'
const none = '2024年没有复议的单位'
const received = ['requests.received.total']

/** Of those that an answer told, by its growth, its order or its count. */
test.each<[string, readonly string[], readonly string[], Expected]>([
  [grew, three, ['第二名呢'], { agencies: [jiaoti], operation: 'compare', subject: 2024, base: 2023 }],
  [grew, three, ['第二名呢', '第三名呢'], { agencies: [keji], operation: 'compare', base: 2023 }],
  [grew, three, ['第二名呢', '它们复议几件'], { agencies: those, years: [2024], metrics: complaints }],
  [more, three, ['谁最多'], { agencies: three, operation: 'rank', growth: 'delta', order: 'desc', top: 1 }],
  [more, three, ['没有的呢'], { operation: 'list', growth: 'delta', where: [{ op: '<=', value: 0 }] }],
  ['2024年依申请比2023年减少的单位', three, ['谁最多'], { operation: 'rank', growth: 'delta', order: 'asc' }],
  [none, three, ['第二个呢'], { agencies: [jiaoti], operation: 'value', metrics: complaints }],
  [none, three, ['有诉讼吗'], { agencies: those, operation: 'list', metrics: ['review.litigation.total'] }],
  [best, three, ['有复议吗'], { agencies: those, operation: 'list', metrics: complaints }],
  ['2024年依申请超过30件的有几家', three, ['平均几件'], { agencies: those, operation: 'average' }],
  ['2024年没有复议的有几家', three, ['各几件'], { agencies: those, operation: 'list', metrics: complaints }],
  [
    '2024年依申请超过30件的有几家',
    three,
    ['谁最多'],
    { operation: 'rank', agencies: those, metrics: received },
  ],
])('after %s of %j, %j is of those', (question, told, turns, expected) => {
  expect(after(question, told, ...turns)).toMatchObject(expected)
})

test.each<[string, readonly string[], readonly string[], string]>([
  [grew, three, ['第五名呢'], 'not_understood'],
  ['2024年办结率最低的三家', three, ['第一名2023年呢', '第三名呢'], 'agency'],
])('after %s of %j, %j is not certain', (question, told, turns, expected) => {
  expect(after(question, told, ...turns)).toBe(expected)
})
