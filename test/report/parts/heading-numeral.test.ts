import { expect, test } from '@jest/globals'
import { headingNumeral, smallNumber } from '../../../src/report/parts/heading-numeral.ts'

test.each([
  ['一、总体情况', 'chinese', 1, 2, true],
  ['十二、其他', 'chinese', 12, 3, true],
  ['五.问题', 'chinese', 5, 2, true],
  ['伍、问题', 'chinese', 5, 2, true],
  ['一总体情况', 'chinese', 1, 1, false],
  ['第三部分收到', 'chinese', 3, 4, true],
  ['一、一、总体情况', 'chinese', 1, 4, true],
  ['(五)问题', 'bracket', 5, 3, true],
  ['五)问题', 'bracket', 5, 2, true],
  ['(1)问题', 'digit', 1, 3, true],
  ['5、问题', 'digit', 5, 2, true],
  ['5.问题', 'digit', 5, 2, true],
  ['5.2万元', 'none', 0, 0, false],
  ['2024年我局', 'none', 0, 0, false],
  ['12条', 'none', 0, 0, false],
  ['一是公开不及时', 'none', 0, 0, false],
  ['总体情况', 'none', 0, 0, false],
])('%s begins with %s %i', (text, style, value, length, marked) => {
  expect(headingNumeral(text)).toEqual({ style, value, length, marked })
})

test.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['7', 7],
  ['一二', null],
  ['十十', null],
  ['', null],
])('%s is %p', (printed, value) => {
  expect(smallNumber(printed)).toBe(value)
})
