import { describe, expect, test } from '@jest/globals'
import type { Table } from '../../../src/readers/document.ts'
import { flowOf, isStatutoryTable } from '../../../src/report/grids/flow.ts'
import { headings, paragraph, picture, readBlocks, rowsOf, table } from '../../table-blocks.ts'

describe('what is no statutory table', () => {
  test('an index of the document and a statistic in part 一 are left alone', () => {
    const index = table(
      rowsOf(['索引号', '000014349/2024', '发文机关', '某局'], ['标题', '2023年年度报告', '文号', '']),
    )
    const statistic = table(
      rowsOf(['类别', '条数'], ['行政许可', 55], ['行政处罚', 62], ['行政强制', 7], ['规范性文件', 2]),
    )
    const { tables, claimed, flow } = readBlocks(index, headings[1], statistic, headings[2], headings[3])
    expect([index, statistic].map((entry) => isStatutoryTable(entry))).toEqual([false, true])
    expect(tables.proactiveDisclosure.source).toBe('missing')
    expect(claimed.size).toBe(0)
    expect(flow).toContain(index)
  })

  test('a table of contents is no heading of a part', () => {
    const contents = table(
      rowsOf([headings[1], 1], [headings[2], '第2页'], [headings[3], '…3'], [headings[4], '4']),
    )
    expect(flowOf({ format: 'docx', blocks: [contents] })).toEqual([contents])
  })

  test('an icon beside a figure makes no layout of a table', () => {
    const rows = rowsOf(['信息内容', '本年处理决定数量'], ['行政许可', 12], ['行政处罚', 3])
    for (const size of [
      [20, 20],
      [undefined, undefined],
    ] as const) {
      const plain = table(rows)
      const cells = plain.cells.map((entry) =>
        entry.text === '12' ? { ...entry, blocks: [paragraph('12'), picture(3, ...size)] } : entry,
      )
      const { tables, value } = readBlocks(headings[2], { ...plain, cells })
      expect([tables.proactiveDisclosure.source, value('proactiveDisclosure.licenses')]).toEqual([
        'table',
        12,
      ])
    }
  })

  test('a frame around paragraphs is unfolded, headings and all', () => {
    const frame: Table = {
      ...table(rowsOf([headings[1]])),
      cells: [
        {
          row: 0,
          column: 0,
          rowSpan: 1,
          columnSpan: 1,
          text: headings[1],
          blocks: [paragraph(headings[1]), paragraph('工作有序开展。')],
        },
      ],
    }
    expect(flowOf({ format: 'docx', blocks: [frame] }).map((block) => block.kind)).toEqual([
      'paragraph',
      'paragraph',
    ])
  })
})
