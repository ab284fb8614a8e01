import { expect, test } from '@jest/globals'
import { listedIn } from '../../../../src/questions/listed-in.ts'
import { conversationSchema, newConversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import { short, wordsOf } from '../district-words.ts'
import type { Expected } from './converse.ts'

const [jiaoti, keji, gulou] = ['教育和体育局', '科学技术局', '鼓楼街道办事处'] as const
/** The first, the second, the third. */
const three = [gulou, jiaoti, keji] as const

/** The query of a turn after a question whose answer listed these, ranked where the question ranks. */
function after(question: string, told: readonly string[], turn: string): Expected | string {
  const first = parseTurn(question, wordsOf(), newConversation)
  if (first.read.kind !== 'query') throw new Error(`${question} asks for nothing`)
  const { query } = first.read
  const isRanked = query.operation === 'rank'
  const figures = {
    answer: told.map((name) => [`济宁市兖州区${name}`, 9] as const),
    ...{ unit: null, caveats: [], reason: null, missing: [], reference: null, sources: [], refusal: null },
    extras: isRanked ? { places: told.map((_, index) => index + 1) } : {},
  }
  const conversation = { ...first.conversation, listed: listedIn(figures, query) }
  const kept = conversationSchema.parse(JSON.parse(JSON.stringify(conversation)))
  const { read } = parseTurn(turn, wordsOf(), kept)
  if (read.kind === 'query') return { ...read.query, agencies: read.query.agencies.map(short) }
  if (read.kind === 'help') return 'help'
  return read.kind === 'none' ? read.reason : read.slot
}

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
])('%s (%s): %s asks whose', (question, told, turn) => {
  expect(after(question, told, turn)).toBe('agency')
})

test.each(['他们2024年依申请几件', '它们依申请几件', '这三家依申请几件'])(
  '%s by itself asks whose',
  (turn) => {
    const { read } = parseTurn(turn, wordsOf([keji]), newConversation)
    expect(read).toMatchObject({ kind: 'clarify', slot: 'agency' })
  },
)
