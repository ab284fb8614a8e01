import { describe, expect, test } from '@jest/globals'
import { lexiconGraph } from '../../../../src/questions/words/tokens/vocabulary.ts'
import type { WordState } from '../../../../src/questions/words/tokens/word-graph.ts'
import { wordsOfEntry } from '../words-of-entry.ts'
import { normaliseQuestion } from '../../../../src/questions/words/text/normalise.ts'
import { digitByDigit, numberOf } from '../../../../src/questions/words/text/numerals.ts'
import { yearAt, type YearWord } from '../../../../src/questions/words/years/years.ts'

describe('an entry of the lexicon', () => {
  test.each([
    ['甲', ['甲']],
    ['甲|乙', ['甲', '乙']],
    ['甲(乙)', ['甲乙', '甲']],
    ['{甲|乙}丙', ['甲丙', '乙丙']],
    ['甲(乙|丙)丁', ['甲乙丁', '甲丙丁', '甲丁']],
    ['{甲(乙)|丙}丁', ['甲乙丁', '甲丁', '丙丁']],
    ['(甲)(乙)', ['甲', '甲乙', '乙']],
  ])('%s', (entry, words) => {
    expect(Array.from(wordsOfEntry(entry)).toSorted()).toEqual(words.toSorted())
  })

  test.each(['甲(乙', '甲)乙', '甲{乙)'])('%s is a fault: its brackets do not match', (entry) => {
    expect(() => Array.from(wordsOfEntry(entry))).toThrow(entry)
  })
})

/** All states of the lexicon, each with the shortest text that leads to it. */
function lexiconStates(): ReadonlyMap<WordState, string> {
  const states = new Map<WordState, string>([[lexiconGraph(), '']])
  for (const [state, text] of states) {
    for (const character of state.characters()) {
      const next = state.after(character)
      if (next !== null && !states.has(next)) states.set(next, text + character)
    }
  }
  return states
}

test('no word stands in the lexicon twice with different meanings', () => {
  const doubled = [...lexiconStates()].filter(
    ([{ roles }]) => new Set(roles.map((role) => JSON.stringify(role))).size > 1,
  )
  expect(doubled.map(([, text]) => text)).toEqual([])
})

test('every word of the lexicon survives normalising, or it could never be found', () => {
  // Through each character of each entry one word: what follows is the shortest way to the end of one.
  const endings = new Map<WordState, string>()
  const ending = (state: WordState): string => {
    const known = endings.get(state)
    if (known !== undefined) return known
    const further = [...state.characters()].map((character) => {
      const next = state.after(character)
      return character + (next === null ? '' : ending(next))
    })
    const found = state.roles.length > 0 ? '' : further.reduce((a, b) => (b.length < a.length ? b : a))
    endings.set(state, found)
    return found
  }
  const words = [...lexiconStates()].flatMap(([state, text]) =>
    [...state.characters()].map((character) => {
      const next = state.after(character)
      return text + character + (next === null ? '' : ending(next))
    }),
  )
  expect(words.length).toBeGreaterThan(10_000)
  expect(words.filter((word) => normaliseQuestion(word) !== word)).toEqual([])
})

describe('normaliseQuestion', () => {
  test.each([
    ['@公开助手 依申请数量', '依申请数量'],
    ['依 申 请\n数量', '依申请数量'],
    ['２０２３年，依申请？？', '2023年,依申请,'],
    ['依申請數量幾件', '依申请数量几件'],
    ['“依申请（公开）”数量😊', '依申请公开数量'],
    ['2021—2023年', '2021-2023年'],
    ['HELP', 'help'],
  ])('%s → %s', (text, normalised) => {
    expect(normaliseQuestion(text)).toBe(normalised)
  })
})

describe('numerals', () => {
  test.each([
    ['12', 12],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['五十三', 53],
    ['一百', 100],
    ['一百零三', 103],
    ['两百四十', 240],
    ['一千零一', 1001],
    ['两', 2],
    ['零', 0],
    ['', null],
    ['一二三', null],
    ['百', null],
    ['几', null],
  ])('%s is %s', (text, value) => {
    expect(numberOf(text)).toBe(value)
  })

  test.each([
    ['二〇二三', 2023],
    ['二零二三', 2023],
    ['二○二三', 2023],
    ['二十三', null],
  ])('%s digit by digit is %s', (text, value) => {
    expect(digitByDigit(text)).toBe(value)
  })
})

describe('yearAt', () => {
  const year = (value: number, short = false): YearWord => ({ is: 'year', year: value, short })

  test.each<[string, number, YearWord | null]>([
    ['2023', 4, year(2023)],
    ['2023年', 5, year(2023)],
    ['2023年度', 6, year(2023)],
    ['2023年底', 6, year(2023)],
    ['2023年报', 4, year(2023)],
    ['2023年年报', 5, year(2023)],
    ['二〇二三年', 5, year(2023)],
    ['23年', 3, year(2023, true)],
    ['二二年', 3, year(2022, true)],
    ['07年', 0, null],
    ['23', 0, null],
    ['2023件', 0, null],
    ['20231', 0, null],
    ['本年度', 3, { is: 'thisYear' }],
    ['去年底', 3, { is: 'yearsBack', back: 1, near: 'last' }],
    ['上一年度', 4, { is: 'yearsBack', back: 1, near: 'before' }],
    ['上上年', 3, { is: 'yearsBack', back: 2, near: null }],
    ['大前年', 3, { is: 'yearsBack', back: 3, near: null }],
    ['五年前', 3, { is: 'yearsBack', back: 5, near: null }],
    ['明年', 2, { is: 'yearsBack', back: -1, near: null }],
    ['最新一期', 4, { is: 'newest' }],
    ['近三年', 3, { is: 'last', count: 3 }],
    ['2021-2023年', 10, { is: 'range', from: 2021, to: 2023, clipped: false }],
    ['21至23年', 6, { is: 'range', from: 2021, to: 2023, clipped: false }],
    ['2021年以来', 7, { is: 'since', year: 2021 }],
    ['十四五期间', 5, { is: 'range', from: 2021, to: 2025, clipped: true }],
    ['历年', 2, { is: 'every', which: false }],
    ['哪一年', 3, { is: 'every', which: true }],
    ['前三年', 3, { is: 'unclear', open: false }],
    ['这几年', 3, { is: 'unclear', open: true }],
    ['全年', 2, { is: 'wholeYear' }],
    ['申请', 0, null],
  ])('%s: %i characters', (text, length, word) => {
    const found = yearAt(text, 0)
    expect(found).toEqual(word === null ? null : { length, word })
  })
})
