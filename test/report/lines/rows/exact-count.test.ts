import { describe, expect, test } from '@jest/globals'
import { part2, part3, requestFigures, requestLabels, valuesOf, wrongIn } from '../table-texts.ts'

const expected = requestFigures.flat()
const spaced = requestFigures.map((row, at) => `${requestLabels[at] ?? ''}   ${row.join('   ')}`)

describe('as many figures as columns are not read as the row’s', () => {
  test('where pieces of broken numbers stand below them', () => {
    const lines = requestFigures.flatMap((row, at) => {
      const places = row.map((figure) => String(figure + 100).padEnd(6))
      return [
        `${(requestLabels[at] ?? '').padEnd(50)}${places.map((text) => text.slice(0, 2).padEnd(6)).join('')}`,
        `${''.padEnd(50)}${places
          .map((text) => text.slice(2))
          .map((text) => text.trim().padEnd(6))
          .join('')}`,
      ]
    })
    expect(
      wrongIn(
        valuesOf('requests', [part3, ...lines]),
        requestFigures.flat().map((n) => n + 100),
      ),
    ).toBe(0)
  })

  test('where a short row is followed by lone numbers', () => {
    const short = `${requestLabels.at(-1) ?? ''}   7   8   15`
    const values = valuesOf('requests', [part3, ...spaced.slice(0, -1), short, '23', '2025', '1', '20'])
    expect(wrongIn(values, expected.slice(0, -7))).toBe(0)
  })

  test('where a row of subtotals stands before a blank row', () => {
    const lines = spaced.flatMap((line, at) =>
      at === 15 ? ['小计   1   2   3   4   5   6   21', requestLabels[15] ?? ''] : [line],
    )
    const values = valuesOf('requests', [part3, ...lines])
    expect(values).toEqual(expected.map((figure, at) => (Math.floor(at / 7) === 15 ? null : figure)))
  })

  test('where names of columns stand between a list of labels and the figures', () => {
    const lines = [
      '规章',
      '行政规范性文件',
      '行政许可',
      '行政处罚',
      '行政强制',
      '本年制发件数',
      '6',
      '本年处理决定数量',
      '44',
      '22',
      '33',
    ]
    const values = valuesOf('proactiveDisclosure', [part2, '信息内容', ...lines])
    expect(values.filter((value) => typeof value === 'number')).toEqual([])
  })
})

test('rows in another order are read where their label is the form’s', () => {
  const turned = [...spaced.slice(-2), ...spaced.slice(0, -2)]
  expect(valuesOf('requests', [part3, ...turned])).toEqual(expected)
})
