import { describe, expect, test } from '@jest/globals'
import {
  part3,
  part4,
  part5,
  requestFigures,
  requestLabels,
  resultNames,
  reviewFigures,
  valuesOf,
  wrongIn,
} from '../table-texts.ts'

const title = '某市东城区水利局2024年政府信息公开工作年度报告'
const furniture: Readonly<Record<string, (page: number) => string>> = {
  'the title': () => title,
  'the title with a page number': (page) => `${title}  ${page}`,
  'the date of a printout': (page) => `2025-01-20  14:3${page % 10}`,
  'an address': (page) => `https://www.example.gov.cn/art/2025/1/20/art_1.html ${page}/9`,
  'a telephone number': () => '联系电话：0537-2312345',
}
const rows = (parting: string): readonly string[] =>
  requestLabels.flatMap((label, row) => [label, ...(requestFigures[row] ?? [])].join(parting).split('\n'))
const withPages = (
  lines: readonly string[],
  every: number,
  print: (page: number) => string,
): readonly string[] =>
  lines.flatMap((line, index) =>
    index % every === every - 1 ? [line, print(1 + Math.floor(index / every))] : [line],
  )

describe.each(Object.entries(furniture))('%s between the rows is passed over', (_, print) => {
  test.each(['\t', '  ', '\n'])('parted by %j', (parting) => {
    const lines = withPages(rows(parting), 9, print)
    expect(valuesOf('requests', [title, part3, ...lines])).toEqual(requestFigures.flat())
  })
})

test.each(['\t', '  '])('bare page numbers between rows parted by %j are no figures', (parting) => {
  const lines = withPages(rows(parting), 6, String)
  expect(valuesOf('requests', [title, part3, ...lines])).toEqual(requestFigures.flat())
})

test('bare page numbers a cell a line make no number of another', () => {
  for (const every of [7, 9, 11, 13]) {
    for (const blank of [0, 1, 3, 6]) {
      const kept = requestLabels.flatMap((label, row) => [
        label,
        ...(requestFigures[row] ?? []).filter((_, column) => row % 4 !== 1 || column !== blank).map(String),
      ])
      const expected = requestFigures.flatMap((row, at) =>
        row.map((figure, column) => (at % 4 === 1 && column === blank ? null : figure)),
      )
      expect(wrongIn(valuesOf('requests', [title, part3, ...withPages(kept, every, String)]), expected)).toBe(
        0,
      )
    }
  }
})

test.each(['\t', '   ', ' | '])(
  'a page number behind table 四 with a blank cell fills none, parted by %j',
  (parting) => {
    for (const blank of [1, 7, 13]) {
      const expected = reviewFigures.map((figure, at) => (at === blank ? null : figure))
      const lines = [
        ['行政复议', '未经复议直接起诉', '复议后起诉'].join(parting),
        [...resultNames, ...resultNames, ...resultNames].join(parting),
        expected.map((figure) => figure ?? '').join(parting),
        '6',
        part5,
      ]
      const values = valuesOf('review', [part4, ...lines])
      expect(wrongIn(values, expected)).toBe(0)
      if (parting !== '   ') expect(values).toEqual(expected)
    }
  },
)
