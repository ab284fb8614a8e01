import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { ask, converse, type AskContext } from '../../src/questions/ask.ts'
import { knownWords } from '../../src/questions/known-words.ts'
import { newConversation, type Conversation } from '../../src/questions/query/conversation.ts'
import type { Query } from '../../src/questions/query/query.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { normaliseQuestion } from '../../src/questions/words/text/normalise.ts'
import { tokensOf } from '../../src/questions/words/turns/read-question.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerReply } from '../../templates/answer.ts'
import { asks } from './district.ts'

interface Line {
  readonly ask: string | readonly string[]
  readonly today: string
  readonly context?: { readonly agency?: string | null }
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The single questions of a set, each with what it is asked of. */
function questionsOf(set: string): readonly { readonly question: string; readonly context: AskContext }[] {
  const reports = shelfOf(JSON.parse(read(`${set}/data.json`)))
  return read(`${set}/questions.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
    .flatMap(({ ask: said, today, context }) => {
      const [question, ...more] = [said].flat()
      if (question === undefined || more.length > 0) return []
      const home = context?.agency === undefined || context.agency === null ? null : [context.agency]
      const now = new Date(`${today}T12:00:00+08:00`)
      const scope = { kind: 'all' } as const
      return [{ question, context: { now, roster: emptyRoster, reports, scope, home, knowsArrival: false } }]
    })
}

const all = ['dev', 'own'].flatMap(questionsOf)

/** What was asked, however it was spelt. */
function asked(query: Query): readonly (readonly [string, unknown])[] {
  return Object.entries(query)
    .filter(([key]) => key !== 'guessed' && key !== 'yearByReports')
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Each offer is answered as it stands. */
async function expectAnswered(reply: AskReply, question: string, context: AskContext): Promise<void> {
  for (const offer of reply.offers) {
    const { understood, answer } = await ask(offer, context)
    expect([question, offer, understood, answer === null]).toEqual([question, offer, true, false])
  }
}

describe('what is offered is answered as it stands', () => {
  test.each(['dev', 'own'])('for every question of the set %s that has no figure', async (set) => {
    let count = 0
    for (const { question, context } of questionsOf(set)) {
      const reply = await ask(question, context)
      await expectAnswered(reply, question, context)
      if (reply.answer !== null) expect(reply.offers).toEqual([])
      count += reply.offers.length
    }
    expect(count).toBeGreaterThan(4)
  })

  test('and asks what was meant, where one strange word was put into a question', async () => {
    const strange = ['加急', '外资', '网友', '大约', '涉及拆迁', '真实', '特急', '税', '净', '函']
    let [offered, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.constantFrom(...strange),
        fc.nat(30),
        async ({ question, context }, word, place) => {
          const meant = await ask(question, context)
          if (meant.answer === null) return
          const words = knownWords(emptyRoster, await context.reports.holdings())
          const tokens = tokensOf(normaliseQuestion(question), words)
          const cut = place % (tokens.length + 1)
          const said = [...tokens.slice(0, cut), { text: word }, ...tokens.slice(cut)]
            .map(({ text }) => text)
            .join('')
          const reply = await ask(said, context)
          expect([said, reply.answer]).toEqual([said, null])
          await expectAnswered(reply, said, context)
          refused++
          const [first] = reply.offers
          if (first === undefined) return
          offered++
          expect([said, first, asked((await ask(first, context)).query)]).toEqual([
            said,
            first,
            asked(meant.query),
          ])
        },
      ),
      { seed: 20260116, numRuns: 250 },
    )
    expect(offered / refused).toBeGreaterThan(0.85)
  })
})

test('a refusal never tells the figure of what it offers', async () => {
  const reply = await asks('科技局2023年加急的依申请几件')
  expect(reply.offers).toEqual(['科技局2023年依申请几件'])
  const { markdown } = answerReply(reply)
  expect(markdown).toContain('您是不是想问“科技局2023年依申请几件”？回复“是”，我就回答。')
  expect(markdown).not.toMatch(/52|7777|8888|9999/)
})

describe('what has no figure itself is not offered', () => {
  test('but the newest year there is one for', async () => {
    const reply = await asks('住建局2024年加急的依申请几件')
    expect(reply.offers).toEqual(['济宁市兖州区住房和城乡建设局2023年依申请多少件'])
  })

  test('nor what may not be seen', async () => {
    const names = ['济宁市兖州区科学技术局']
    const own = { scope: { kind: 'agencies', names } } as const
    expect((await asks('教体局2023年加急的依申请几件', null, own)).offers).toEqual([])
    expect((await asks('科技局2023年加急的依申请几件', null, own)).offers).toEqual(['科技局2023年依申请几件'])
  })

  test('without a report', async () => {
    expect((await asks('执法局2024年加急的依申请几件')).offers).toEqual([])
  })
})

describe('an offer lasts one turn, beside what was remembered', () => {
  const context: AskContext | undefined = all[0]?.context
  const replies = async (...turns: readonly string[]): Promise<readonly AskReply[]> => {
    let conversation: Conversation = newConversation
    const said: AskReply[] = []
    for (const turn of turns) {
      if (context === undefined) throw new Error('the set is empty')
      const answered = await converse(turn, context, conversation)
      conversation = answered.conversation
      said.push(answered.reply)
    }
    return said
  }
  const first = '科技局2024年依申请几件'
  const strange = '教体局2023年加急的依申请几件'

  test.each<[readonly string[], Readonly<Record<string, unknown>>]>([
    [[strange, '是'], { agencies: ['济宁市兖州区教育和体育局'], years: [2023], operation: 'value' }],
    [[first, strange, '好的'], { agencies: ['济宁市兖州区教育和体育局'], years: [2023] }],
    [[first, strange, '1'], { agencies: ['济宁市兖州区教育和体育局'], years: [2023] }],
    [[first, strange, '是', '上一年呢'], { agencies: ['济宁市兖州区教育和体育局'], years: [2022] }],
    // Not taken: a fragment may go on from either question, so that it is asked back about.
    [[first, strange, '2022年呢'], { intent: 'clarify', agencies: [] }],
    [[first, strange, '不是', '2022年呢'], { intent: 'clarify', agencies: [] }],
    [[first, strange, '科技局2022年呢'], { intent: 'clarify' }],
    [[first, strange, '办结呢'], { agencies: ['济宁市兖州区教育和体育局'], years: [2023] }],
    [[first, strange, '算了'], { intent: 'help' }],
    [
      [first, strange, '2022年呢', '1'],
      { agencies: ['济宁市兖州区教育和体育局'], metrics: ['requests.received.total'], years: [2022] },
    ],
    [['科技局2024年收到申请办了几件', '2'], { metrics: ['requests.handledTotal.total'] }],
    // A question back stays open meanwhile.
    [['科技局2024年结转', '某某', '2'], { metrics: ['requests.carriedForward.total'] }],
  ])('%s', async (turns, query) => {
    expect((await replies(...turns)).at(-1)?.query).toMatchObject(query)
  })

  test('算了 is answered in a line', async () => {
    const last = (await replies(strange, '算了')).at(-1)
    expect(last === undefined ? '' : answerReply(last).markdown).toMatch(/^好的。[^\n]+$/)
  })
})

describe('它 after an answer that names one agency of several is that one', () => {
  const context: AskContext | undefined = all[0]?.context
  const last = async (...turns: readonly string[]): Promise<AskReply['query'] | undefined> => {
    let [conversation, query]: [Conversation, AskReply['query'] | undefined] = [newConversation, undefined]
    for (const turn of turns) {
      if (context === undefined) throw new Error('the set is empty')
      const answered = await converse(turn, context, conversation)
      conversation = answered.conversation
      query = answered.reply.query
    }
    return query
  }

  test('of the year and the figure spoken of, and no more ranked', async () => {
    const first = await last('2024年依申请最多的是谁')
    const it = await last('2024年依申请最多的是谁', '它的诉讼几件')
    expect(first).toMatchObject({ operation: 'rank' })
    expect(it).toMatchObject({ operation: 'value', years: [2024], metrics: ['review.litigation.total'] })
    expect(it?.agencies).toHaveLength(1)
    expect(await last('2024年依申请最多的是谁', '它2023年呢')).toMatchObject({
      ...{ operation: 'value', years: [2023], metrics: ['requests.received.total'] },
      agencies: it?.agencies,
    })
  })

  test.each([['2024年依申请最多的三家'], ['2024年各单位依申请几件']])('not after %s', async (question) => {
    expect(await last(question, '它的诉讼几件')).toMatchObject({ intent: 'clarify' })
  })
})
