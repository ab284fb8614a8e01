import { describe, expect, test } from '@jest/globals'
import type { Block } from '../../../src/readers/document.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import { requestPiece } from '../../statutory-pieces.ts'
import { headings, paragraph, picture, readBlocks, table, wholeRequests } from '../../table-blocks.ts'

describe('pictures', () => {
  const sources = (...blocks: (Block | string)[]) =>
    Object.values(readBlocks(...blocks).tables).map(({ source }) => source)

  test('one in each part stands for its table', () => {
    expect(
      sources(headings[2], picture(1), headings[3], picture(2), headings[4], picture(3), headings[5]),
    ).toEqual(['image', 'image', 'image'])
  })

  test('one before the heading of 四, where 三 has another', () => {
    expect(
      sources(headings[2], picture(1), headings[3], picture(2), picture(3), headings[4], headings[5]),
    ).toEqual(['image', 'image', 'image'])
  })

  test('one on the line of the heading of 四, where 三 has none', () => {
    const line = paragraph(headings[4], 9)
    expect(sources(headings[2], headings[3], picture(9), line, headings[5])).toEqual([
      'missing',
      'missing',
      'image',
    ])
  })

  test('a chart in 一, a seal and an icon stand for none', () => {
    expect(
      sources(
        headings[1],
        picture(1, 400, 200),
        headings[2],
        picture(2, 119, 119),
        headings[3],
        picture(3, 16, 16),
      ),
    ).toEqual(['missing', 'missing', 'missing'])
  })

  test('beside a true table it is no table', () => {
    const rows = requestPiece(printedCells(chanceOf(7)), wholeRequests)
    expect(sources(headings[3], table(rows), picture(1, 400, 200), headings[4])[1]).toBe('table')
  })
})
