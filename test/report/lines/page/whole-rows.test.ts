import { describe, expect, test } from '@jest/globals'
import {
  part3,
  part4,
  requestFigures,
  requestLabels,
  resultNames,
  reviewFigures,
  valuesOf,
} from '../table-texts.ts'

const wrapped = (text: string, width: number): readonly string[] =>
  text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []

describe('rows of pipes on several lines', () => {
  test.each([40, 56, 64])('wrapped at %d characters', (width) => {
    const lines = requestLabels.map(
      (label, row) => `| ${label} | ${(requestFigures[row] ?? []).join(' | ')} |`,
    )
    const expected = requestFigures.flat()
    expect(valuesOf('requests', [part3, ...lines.flatMap((line) => wrapped(line, width))])).toEqual(expected)
  })

  test('a wiki’s cells, a line each, blank ones too', () => {
    const blank = (row: number, column: number): boolean => (row + column) % 5 === 1
    const lines = requestLabels.flatMap((label, row) => [
      '|-',
      `| ${label}`,
      ...(requestFigures[row] ?? []).map((figure, column) => (blank(row, column) ? '|' : `| ${figure}`)),
    ])
    const expected = requestFigures.flatMap((row, at) =>
      row.map((figure, column) => (blank(at, column) ? null : figure)),
    )
    expect(valuesOf('requests', [part3, '{|', ...lines, '|}'])).toEqual(expected)
  })

  test('blank cells that broke a row without outer pipes', () => {
    const blanks = [1, 2, 3, 11, 14]
    const cells = reviewFigures.map((figure, at) => (blanks.includes(at) ? '   \n' : ` ${figure} `))
    const lines = [
      '行政复议 | 行政诉讼',
      `${resultNames.join(' | ')} | 未经复议直接起诉 | 复议后起诉`,
      [...resultNames, ...resultNames].join(' | '),
      cells.join('|'),
    ]
    const expected = reviewFigures.map((figure, at) => (blanks.includes(at) ? null : figure))
    expect(valuesOf('review', [part4, ...lines])).toEqual(expected)
  })
})

test.each(['- ', '* ', '• ', '> '])('the mark %j at the head of every line is no figure', (mark) => {
  const lines = requestLabels.map((label, row) => `${mark}${label} ${(requestFigures[row] ?? []).join(' ')}`)
  expect(valuesOf('requests', [part3, ...lines])).toEqual(requestFigures.flat())
})
