import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { expand } from '../../src/questions/words/expand.ts'
import { lexicon } from '../../src/questions/words/lexicon.ts'
import { otherWords } from '../../src/questions/words/other-words.ts'
import { asks, figures } from './district.ts'

const keji = '科学技术局'

describe('for any question', () => {
  const words = [
    ...[...lexicon, ...otherWords].flatMap(({ says }) => says.flatMap(expand)),
    ...Object.keys(figures),
    '科技局',
    '教体局',
    '鼓楼',
    '2023年',
    '2024',
    '去年',
    '前年',
    '不',
    '没',
    '未',
    '除',
    '非',
    '市',
    '加急',
    '12',
    'x',
  ]
  const noun = /申请|新收|收件|收到/u

  test('the sources make the answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }), async (said) => {
        const reply = await asks(said.join(''), keji)
        if (reply.answer === null) return
        expect(reply.sources.reduce((sum, source) => sum + source.value, 0)).toBe(reply.answer)
        expect(said.join('')).toMatch(noun)
        for (const source of reply.sources) {
          expect(figures[source.agency.slice(6)]?.[source.year]).toBe(source.value)
          expect(reply.query.years).toEqual([source.year])
        }
      }),
      { seed: 20260112, numRuns: 600 },
    )
  })

  test('one strange character anywhere takes the figure away', async () => {
    const question = '请问科技局2023年收到多少件申请'
    const strange = fc.constantFrom(...Array.from('不没未非除净外加急网友函京税某他她它x9'))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: question.length }), strange, async (at, character) => {
        const said = question.slice(0, at) + character + question.slice(at)
        const reply = await asks(said)
        expect([said, reply.answer]).toEqual([said, null])
      }),
      { seed: 20260113, numRuns: 400 },
    )
  })

  test('wild text gives no figure and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect((await asks(text, keji)).answer).toBeNull()
      }),
      { seed: 20260114, numRuns: 300 },
    )
  })
})
