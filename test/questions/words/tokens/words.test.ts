import { describe, expect, test } from '@jest/globals'
import { expand } from '../../../../src/questions/words/text/expand.ts'
import { lexicon } from '../../../../src/questions/words/lexicon/index.ts'
import { normaliseQuestion } from '../../../../src/questions/words/text/normalise.ts'
import { digitByDigit, numberOf } from '../../../../src/questions/words/text/numerals.ts'
import { yearAt, type YearWord } from '../../../../src/questions/words/years/years.ts'

describe('expand', () => {
  test.each([
    ['甲', ['甲']],
    ['甲|乙', ['甲', '乙']],
    ['甲(乙)', ['甲乙', '甲']],
    ['{甲|乙}丙', ['甲丙', '乙丙']],
    ['甲(乙|丙)丁', ['甲乙丁', '甲丙丁', '甲丁']],
    ['{甲(乙)|丙}丁', ['甲乙丁', '甲丁', '丙丁']],
  ])('%s', (entry, words) => {
    expect(expand(entry)).toEqual(words)
  })

  test('an entry without its closing bracket is a fault', () => {
    expect(() => expand('甲(乙')).toThrow('甲(乙')
  })
})

test('no word stands in the lexicon twice with different meanings', () => {
  const meanings = new Map<string, Set<string>>()
  for (const { role, says } of lexicon) {
    for (const word of says.flatMap(expand)) {
      meanings.set(word, (meanings.get(word) ?? new Set()).add(JSON.stringify(role)))
    }
  }
  const doubled = [...meanings].filter(([, roles]) => roles.size > 1).map(([word]) => word)
  expect(doubled).toEqual([])
})

test('every word of the lexicon survives normalising, or it could never be found', () => {
  const words = lexicon.flatMap(({ says }) => says.flatMap(expand))
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
    ['前三年', 3, { is: 'unclear' }],
    ['这几年', 3, { is: 'unclear' }],
    ['全年', 2, { is: 'wholeYear' }],
    ['申请', 0, null],
  ])('%s: %i characters', (text, length, word) => {
    const found = yearAt(text, 0)
    expect(found).toEqual(word === null ? null : { length, word })
  })
})
