import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { querySchema } from '../../src/questions/query/query.ts'
import { newConversation } from '../../src/questions/query/conversation.ts'
import { lexicon } from '../../src/questions/words/lexicon/index.ts'
import { parseQuestion, parseTurn } from '../../src/questions/words/turns/parse.ts'
import { asks } from './district.ts'
import { wordsOf } from './words/district-words.ts'
import { wordsOfEntry } from './words/words-of-entry.ts'

const context = wordsOf()
const words = [
  ...lexicon.flatMap(({ says }) => says.flatMap((say) => firstTwo(say))),
  ...[
    '科技局',
    '教体局',
    '鼓楼',
    '我局',
    '2023年',
    '2024',
    '去年',
    '前年',
    '近三年',
    '前三名',
    '超过3件',
    '12',
    'x',
  ],
  ...['不', '没', '未', '除', '非', '市', '加急'],
]

/** Entries may stand for more words than could be written out. */
function firstTwo(say: string): readonly string[] {
  const words: string[] = []
  for (const word of wordsOfEntry(say)) if (words.push(word) === 2) break
  return words
}

describe('for any question', () => {
  test('joined words of the lexicon give a query that its schema takes, or a refusal, in any conversation', () => {
    const turn = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
      .map((said) => said.join(''))
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 4 }), (turns) => {
        let conversation = newConversation
        for (const said of turns) {
          const { read, conversation: next } = parseTurn(said, context, conversation)
          conversation = next
          if (read.kind === 'query') expect(querySchema.safeParse(read.query).success).toBe(true)
        }
      }),
      { seed: 20260112, numRuns: 800 },
    )
  })

  test('wild text never throws and is never read as a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(parseQuestion(text, context).kind).not.toBe('query')
      }),
      { seed: 20260114, numRuns: 400 },
    )
  })

  test('a word that nothing claims takes the figure away, wherever it stands', () => {
    const questions = [
      '科技局2023年依申请几件',
      '各街道2024年复议分别几件',
      '2024年依申请最多的三家',
      '谁没交年报',
    ]
    const strange = fc.constantFrom('加急', '网友', '函', '某', '净', '税', '外地', '大约', 'x9', '京')
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.nat(20), strange, (question, at, word) => {
        const cut = at % (question.length + 1)
        const said = question.slice(0, cut) + word + question.slice(cut)
        expect([said, parseQuestion(said, context).kind]).not.toEqual([said, 'query'])
      }),
      { seed: 20260113, numRuns: 600 },
    )
  })

  test('spelling makes no difference: spaces, full width, punctuation, politeness', () => {
    const questions = [
      '科技局2023年依申请几件',
      '全区2024年公开率',
      '2024年不予公开最多的3个单位',
      '还差几家没报',
    ]
    const wide = (text: string): string =>
      text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    const spellings = fc.constantFrom<(text: string) => string>((text) => Array.from(text).join(' '), wide)
    const variants = fc.constantFrom<(text: string) => string>(
      (text) => `请问${text}？谢谢`,
      (text) => `@公开助手 ${text}😊！`,
      (text) => `“${text}”`,
    )
    fc.assert(
      fc.property(fc.constantFrom(...questions), spellings, variants, (question, spelt, wrapped) => {
        const said = wrapped(spelt(question))
        expect([said, parseQuestion(said, context)]).toEqual([said, parseQuestion(question, context)])
      }),
      { seed: 20260115, numRuns: 200 },
    )
  })

  test.each([
    ['科技局2023年複議幾件', '科技局2023年复议几件'],
    ['哪個單位2024年申請數量最多', '哪个单位2024年申请数量最多'],
    ['科技局2023年內容不明確的幾件', '科技局2023年内容不明确的几件'],
    ['科技局2023年無法提供和勝訴各幾件', '科技局2023年无法提供和胜诉各几件'],
    ['綜合行政執法局現行有效規範性文件', '综合行政执法局现行有效规范性文件'],
    ['審計局2023年逾期未繳費', '审计局2023年逾期未缴费'],
  ])('traditional characters are the same question: %s', (written, plain) => {
    const read = parseQuestion(plain, context)
    expect(read.kind).toBe('query')
    expect(parseQuestion(written, context)).toEqual(read)
  })

  test('one strange character anywhere takes the figure away', async () => {
    const question = '请问科技局2023年收到多少件申请'
    const strange = fc.constantFrom(...Array.from('不没未非除净外加急网友函京税某x9'))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: question.length }), strange, async (at, character) => {
        const said = question.slice(0, at) + character + question.slice(at)
        const reply = await asks(said)
        expect([said, reply.answer]).toEqual([said, null])
      }),
      { seed: 20260113, numRuns: 400 },
    )
  })
})
