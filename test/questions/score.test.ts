import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { converse } from '../../src/questions/ask.ts'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { newConversation } from '../../src/questions/query/conversation.ts'
import { printedReply } from '../../src/questions/query/reply.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerReply } from '../../templates/answer.ts'
import { judge, judgeLine, sets } from './score.mjs'

interface Line {
  readonly id: string
  readonly ask: string | readonly string[]
  readonly today: string
  readonly context: { readonly agency: string | null }
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

async function verdictsOn(set: string): Promise<readonly (readonly [string, string])[]> {
  const reports = shelfOf(JSON.parse(read(`${set}/data.json`)))
  const { agencies } = JSON.parse(read(`${set}/roster.json`)) as { agencies: unknown }
  const lines = read(`${set}/questions.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line & Readonly<Record<string, unknown>>)
  const verdicts: [string, string][] = []
  for (const line of lines) {
    let conversation = newConversation
    const replies: Readonly<Record<string, unknown>>[] = []
    for (const question of [line.ask].flat()) {
      const answered = await converse(
        question,
        {
          ...{ roster: emptyRoster, reports, scope: { kind: 'all' }, knowsArrival: false },
          now: new Date(`${line.today}T12:00:00+08:00`),
          home: line.context.agency === null ? null : [line.context.agency],
        },
        conversation,
      )
      conversation = answered.conversation
      replies.push(printedReply(answered.reply, answerReply(answered.reply).markdown))
    }
    verdicts.push([line.id, judgeLine(line, replies, agencies).kind])
  }
  return verdicts
}

test.each(sets)('nothing in the set %s is answered wrongly, and nothing is declined', async (set) => {
  const verdicts = await verdictsOn(set)
  expect(verdicts.length).toBeGreaterThan(80)
  expect(verdicts.filter(([, kind]) => kind !== 'right')).toEqual([])
})

describe('judge', () => {
  const expected = {
    intent: 'data',
    operation: 'value',
    metric: 'requests.received',
    agency: '甲局',
    year: 2024,
    answer: 12,
  }
  const query = { intent: 'data', metrics: ['requests.received.total'], agencies: ['甲局'], years: [2024] }
  const reply = { query, answer: 12, caveatCodes: [], text: '甲局 2024年：12 件。依据：…' }

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['the same', {}, 'right'],
    ['another figure', { answer: 13 }, 'wrong'],
    ['another year', { query: { ...query, years: [2023] } }, 'wrong'],
    ['another agency', { query: { ...query, agencies: ['乙局'] } }, 'wrong'],
    ['another row', { query: { ...query, metrics: ['requests.granted.total'] } }, 'wrong'],
    ['none', { answer: null, query: { ...query, intent: 'none' } }, 'declined'],
  ])('%s', (_, more, kind) => {
    expect(judge(expected, { ...reply, ...more }, []).kind).toBe(kind)
  })

  test('a caveat or a word of the text that is lacking makes it incomplete', () => {
    expect(judge(expected, reply, [])).toEqual({ kind: 'right', complete: true })
    expect(judge({ ...expected, caveats: ['ocr'] }, reply, []).complete).toBe(false)
    expect(judge(expected, { ...reply, text: '甲局 2024年：12 件。' }, []).complete).toBe(false)
  })

  test('a figure where none is due is wrong', () => {
    expect(judge({ intent: 'none', reason: 'no_report' }, reply, []).kind).toBe('wrong')
  })
})
