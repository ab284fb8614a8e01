import { describe, expect, test } from '@jest/globals'
import type { Table } from '../../../src/readers/document.ts'
import { flowOf, isStatutoryTable } from '../../../src/report/grids/flow.ts'
import { headings, paragraph, readBlocks, rowsOf, table } from '../../table-blocks.ts'

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
