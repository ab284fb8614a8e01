import { describe, expect, test } from '@jest/globals'
import {
  disclosureFigures,
  part2,
  part3,
  part4,
  readLines,
  requestFigures,
  requestLabels,
  reviewFigures,
  resultNames,
  valuesOf,
} from '../table-texts.ts'

const title = '某市2024年政府信息公开工作年度报告'
const older = requestFigures.map((row) => row.map((figure) => figure + 5000))
const partings = ['\t', '\n', '  ']
const rowsWith = (parting: string, figures: readonly (readonly number[])[]): readonly string[] =>
  requestLabels.map((label, row) => [label, ...(figures[row] ?? [])].join(parting))

describe.each(partings)("another year's figures, parted by %j", (parting) => {
  test.each(['上年同期', '2023年', '去年同期'])('a row %s under each row is left out', (name) => {
    const lines = requestLabels.flatMap((label, row) => [
      [label, ...(requestFigures[row] ?? [])].join(parting),
      [name, ...(older[row] ?? [])].join(parting),
    ])
    expect(valuesOf('requests', [title, part3, ...lines])).toEqual(requestFigures.flat())
  })

  test.each([
    ['2023年收到和处理政府信息公开申请情况', '2024年收到和处理政府信息公开申请情况'],
    ['1.东城区', '全市合计'],
    ['附：上年数据', ''],
  ])('of the tables “%s” and “%s” the second is read', (first, second) => {
    const lines = [
      title,
      part3,
      first,
      ...rowsWith(parting, older),
      second,
      ...rowsWith(parting, requestFigures),
    ]
    expect(valuesOf('requests', lines)).toEqual(requestFigures.flat())
  })

  test('two tables of which nothing tells the report’s are unread', () => {
    const lines = [
      title,
      part3,
      '1.东城区',
      ...rowsWith(parting, older),
      '2.西城区',
      ...rowsWith(parting, requestFigures),
    ]
    const cells = [...(readLines(lines).tables.requests?.cells.values() ?? [])]
    expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['unread']))
  })

  test('the same table twice is read', () => {
    const lines = [
      title,
      part3,
      '表一',
      ...rowsWith(parting, requestFigures),
      '表二',
      ...rowsWith(parting, requestFigures),
    ]
    expect(valuesOf('requests', lines)).toEqual(requestFigures.flat())
  })

  test('rows of table 二 with the year in their label are those of the report’s year', () => {
    const names = ['行政许可', '行政处罚', '行政强制', '行政事业性收费']
    const [a, b, c, d, e, f, ...rest] = disclosureFigures
    const twice = (name: string, own: readonly (number | undefined)[]): readonly string[] => [
      [`${name}（2023年）`, ...own.map((figure) => (figure ?? 0) + 3000)].join(parting),
      [`${name}（2024年）`, ...own].join(parting),
    ]
    const lines = [
      title,
      part2,
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].join(parting),
      ...twice('规章', [a, b, c]),
      ...twice('行政规范性文件', [d, e, f]),
      ...names.flatMap((name, index) => twice(name, [rest[index]])),
    ]
    expect(valuesOf('proactiveDisclosure', lines)).toEqual(disclosureFigures)
  })
})

test('上年 and 下年度 by their numbers are the rows they name', () => {
  const lines = requestLabels.map((label, row) => {
    const year = label
      .replace('本年新收', '2024年新收')
      .replace('上年', '2023年')
      .replace('下年度', '2025年度')
    return [year, ...(requestFigures[row] ?? [])].join('\t')
  })
  expect(valuesOf('requests', [title, part3, ...lines])).toEqual(requestFigures.flat())
})

test('table 四 with a row a year is read by the report’s year', () => {
  const lines = [
    ['行政复议', '', '', '', '', '行政诉讼'],
    ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉'],
    [...resultNames, ...resultNames, ...resultNames],
    ['2023年', ...reviewFigures.map((figure) => figure + 900)],
    ['2024年', ...reviewFigures],
  ].map((cells) => cells.join('\t'))
  expect(valuesOf('review', [title, part4, ...lines])).toEqual(reviewFigures)
})
