import { withTold } from '../../../../../src/questions/listed-in.ts'
import { conversationSchema, newConversation } from '../../../../../src/questions/query/conversation.ts'
import type { Figures } from '../../../../../src/questions/query/reply.ts'
import { parseTurn, type Turn } from '../../../../../src/questions/words/turns/parse.ts'
import { short, wordsOf } from '../../district-words.ts'
import type { Expected } from '../converse.ts'

/** Whom the answers told, three of them by their places and in the order of the roster. */
export const [jiaoti, keji, gulou] = ['教育和体育局', '科学技术局', '鼓楼街道办事处'] as const
export const [three, those] = [
  [gulou, jiaoti, keji],
  [jiaoti, keji, gulou],
] as const
/** Questions that told them. */
export const most = '2024年诉讼最多的是谁'
export const best = '2024年依申请前三'
export const sued = '2024年有诉讼的单位'

/** The query of the last turn after a question whose answer listed these, ranked where the question ranks. */
export function after(
  question: string,
  told: readonly string[],
  ...turns: readonly string[]
): Expected | string {
  const first = parseTurn(question, wordsOf(), newConversation)
  if (first.read.kind !== 'query') throw new Error(`${question} asks for nothing`)
  const { query } = first.read
  const isRanked = query.operation === 'rank'
  let conversation = withTold(first.conversation, figuresOf(told, isRanked), query)
  let last: Expected | string = ''
  for (const turn of turns) {
    const kept = conversationSchema.parse(JSON.parse(JSON.stringify(conversation)))
    const { read, conversation: next } = parseTurn(turn, wordsOf(), kept)
    conversation = read.kind === 'query' ? withTold(next, figuresOf([], false), read.query) : next
    last = readAs(read)
  }
  return last
}

function figuresOf(told: readonly string[], isRanked: boolean): Figures {
  return {
    answer: told.length === 0 ? null : told.map((name) => [`济宁市兖州区${name}`, 9] as const),
    ...{ unit: null, caveats: [], reason: null, missing: [], reference: null, sources: [], refusal: null },
    extras: isRanked ? { places: told.map((_, index) => index + 1) } : {},
  }
}

function readAs(read: Turn['read']): Expected | string {
  if (read.kind === 'query') return { ...read.query, agencies: read.query.agencies.map(short) }
  if (read.kind === 'help') return 'help'
  return read.kind === 'none' ? read.reason : read.slot
}
