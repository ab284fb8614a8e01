import { conversationSchema, newConversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import type { ParseContext } from '../../../../src/questions/words/turns/reading.ts'
import { short, wordsOf } from '../district-words.ts'

/** Some of a query. */
export type Expected = Readonly<Record<string, unknown>>

/** The last turn's query; a refusal by its reason or slot. What is remembered goes through its schema between turns. */
export function converse(...turns: readonly string[]): Expected | string {
  return converseWith(wordsOf(), ...turns)
}

/** The same of words that are read against something else. */
export function converseWith(words: ParseContext, ...turns: readonly string[]): Expected | string {
  let conversation = newConversation
  let last: Expected | string = ''
  for (const turn of turns) {
    const { read, conversation: next } = parseTurn(turn, words, conversation)
    conversation = conversationSchema.parse(JSON.parse(JSON.stringify(next)))
    if (read.kind === 'query') last = { ...read.query, agencies: read.query.agencies.map(short) }
    else if (read.kind === 'help') last = 'help'
    else last = read.kind === 'none' ? read.reason : read.slot
  }
  return last
}
