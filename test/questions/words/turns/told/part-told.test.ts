import { expect, test } from '@jest/globals'
import { withTold } from '../../../../../src/questions/listed-in.ts'
import { newConversation } from '../../../../../src/questions/query/conversation.ts'
import type { Figures } from '../../../../../src/questions/query/reply.ts'
import { parseTurn } from '../../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../../district-words.ts'
import { converse, type Expected } from '../converse.ts'
import { after } from './after-list.ts'

const who = '教体局2025年申请人以谁为主'
const why = '全区2025年不予公开主要是什么原因'

/** What the turn asks for after an answer that picked out these parts. */
function afterParts(question: string, parts: readonly string[], turn: string): unknown {
  const { read, conversation } = parseTurn(question, wordsOf(), newConversation)
  if (read.kind !== 'query') throw new Error(`${question} asks for nothing`)
  const figures: Figures = {
    answer: parts.map((part) => [part, 9] as const),
    ...{ unit: null, caveats: [], reason: null, missing: [], reference: null, sources: [], refusal: null },
    extras: {},
  }
  const last = parseTurn(turn, wordsOf(), withTold(conversation, figures, read.query)).read
  if (last.kind === 'query') return last.query
  return last.kind === 'clarify' ? last.slot : last.kind
}

const person = ['requests.received.naturalPerson']

/** Of the kind that was told; whatever says of what it asks is of that. */
test.each<[string, readonly string[], string, Expected]>([
  [
    who,
    ['naturalPerson'],
    '比去年多几件',
    { metrics: person, operation: 'compare', subject: 2025, base: 2024 },
  ],
  [who, ['naturalPerson'], '几件', { metrics: person, operation: 'value' }],
  [who, ['naturalPerson'], '去年呢', { metrics: ['requests.received.total'], operation: 'rank' }],
  [who, ['naturalPerson'], '复议几件', { metrics: ['review.reconsideration.total'] }],
  [why, ['thirdParty'], '谁最多', { metrics: ['requests.denied.total'], operation: 'rank', whose: 'all' }],
])('%s (%s): %s', (question, parts, turn, expected) => {
  expect(afterParts(question, parts, turn)).toMatchObject(expected)
})

test('of several that are level it is asked which', () => {
  expect(afterParts(who, ['naturalPerson', 'other'], '比去年多几件')).toBe('metric')
  expect(converse(who, '比去年多几件')).toBe('metric')
})

const [jiaoti, keji, gulou] = ['教育和体育局', '科学技术局', '鼓楼街道办事处'] as const
const three = [gulou, jiaoti, keji]

/** The places of a list are known after a question about somebody else that is not answered. */
test.each<[readonly string[], Expected | string]>([
  [['住建局为什么这么多', '第三名复议几件'], { agencies: [keji], metrics: ['review.reconsideration.total'] }],
  [['住建局为什么这么多', '第五名复议几件'], 'agency'],
  [['前三名加起来多少'], { agencies: [jiaoti, keji, gulou], operation: 'sum', years: [2024] }],
  [['前两名一共多少'], { agencies: [jiaoti, gulou], operation: 'sum' }],
])('2024年依申请前三: %s', (turns, expected) => {
  const query = after('2024年依申请前三', three, ...turns)
  if (typeof expected === 'string') expect(query).toBe(expected)
  else expect(query).toMatchObject(expected)
})
