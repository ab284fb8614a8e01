import { expect, test } from '@jest/globals'
import { undressed } from '../../../src/readers/txt/undressed.ts'

test('line breaks in HTML’s words are left out', () => {
  expect(undressed(['规章<br>', '商业<BR/>企业', '3 <br />'])).toEqual(['规章', '商业 企业', '3'])
})

test('the numbers of lines are left out where each line has its own', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `第${at}行 ${at * 7}`)
  expect(undressed(lines.map((line, at) => `${String(at + 1).padStart(4)}  ${line}`))).toEqual(lines)
})

test('numbers that do not count the lines stay', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at * 2}  3`)
  expect(undressed(lines)).toEqual(lines)
})
