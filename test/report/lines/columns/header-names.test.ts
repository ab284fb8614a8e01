import { describe, expect, test } from '@jest/globals'
import {
  columnNames,
  groupNames,
  part3,
  part4,
  readLines,
  requestFigures,
  requestLabels,
  resultNames,
  reviewFigures,
  valuesOf,
} from '../table-texts.ts'

const partings = ['\t', '\n', ' ', '   ', ' | ']
const orders = [
  [6, 0, 1, 2, 3, 4, 5],
  [0, 2, 1, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 0, 6],
]

describe.each(partings)('columns in another order, parted by %j', (parting) => {
  test.each(orders)('%j %j %j %j %j %j %j: each figure goes to its column', (...order) => {
    const lines = [
      ['项目名称', ...order.map((at) => columnNames[at])].join(parting),
      ...requestLabels.map((label, row) =>
        [label, ...order.map((at) => requestFigures[row]?.[at])].join(parting),
      ),
    ]
    expect(valuesOf('requests', [part3, ...lines])).toEqual(requestFigures.flat())
  })

  test('groups of table 四 in another order', () => {
    const [first = '', ...others] = groupNames
    const lines = [
      [...others, first].join(parting),
      [...resultNames, ...resultNames, ...resultNames].join(parting),
      [...reviewFigures.slice(5), ...reviewFigures.slice(0, 5)].join(parting),
    ]
    expect(valuesOf('review', [part4, ...lines])).toEqual(reviewFigures)
  })
})

test.each(['\t', ' | '])('a column left out shifts nothing, parted by %j', (parting) => {
  const left = 4
  const without = <T>(own: readonly T[]): readonly T[] => own.filter((_, index) => index !== left)
  const lines = [
    ['项目', ...without(columnNames)].join(parting),
    ...requestLabels.map((label, row) => [label, ...without(requestFigures[row] ?? [])].join(parting)),
  ]
  const expected = requestFigures.flatMap((row) =>
    row.map((figure, index) => (index === left ? null : figure)),
  )
  expect(valuesOf('requests', [part3, ...lines])).toEqual(expected)
  expect(readLines([part3, ...lines]).tables.requests?.missingColumns).toEqual(['legalService'])
})

test('names broken over lines say nothing of an order', () => {
  const header = [
    '法人或其他组织',
    '自然人',
    '商业企',
    '业',
    '社会公益',
    '组织',
    '总计',
    '法律服务',
    '其他',
    '机构',
  ]
  const lines = [
    ...header,
    ...requestLabels.flatMap((label, row) => [label, ...(requestFigures[row] ?? []).map(String)]),
  ]
  expect(valuesOf('requests', [part3, ...lines])).toEqual(requestFigures.flat())
})
