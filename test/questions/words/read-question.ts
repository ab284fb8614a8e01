import { expect } from '@jest/globals'
import { querySchema } from '../../../src/questions/query/query.ts'
import { parseQuestion } from '../../../src/questions/words/turns/parse.ts'
import { short, wordsOf } from './district-words.ts'

/** Some of a query. */
export type Expected = Readonly<Record<string, unknown>>

/** The query with names less their place; a refusal by its reason or slot. */
export function read(question: string, home: readonly string[] | null = null): Expected | string {
  const parsed = parseQuestion(question, wordsOf(home))
  if (parsed.kind === 'help') return 'help'
  if (parsed.kind === 'none') return parsed.reason
  if (parsed.kind === 'clarify') return parsed.slot
  expect(querySchema.parse(JSON.parse(JSON.stringify(parsed.query)))).toEqual(parsed.query)
  const { agencies, named, among, without } = parsed.query
  return {
    ...parsed.query,
    agencies: agencies.map(short),
    ...(named === undefined ? {} : { named: named.map(short) }),
    ...(among === undefined ? {} : { among: among.map(short) }),
    ...(without === undefined ? {} : { without: without.map(short) }),
  }
}
