import { describe, expect, test } from '@jest/globals'
import { bestLabel } from '../../../src/report/labels/label-index.ts'
import { words } from '../../../src/report/labels/table-words.ts'
import { headings, readBlocks, rowsOf, table } from '../../table-blocks.ts'

describe('a remark in brackets behind a label', () => {
  test.each([
    '行政许可（含网上办理）',
    '行政许可（注1）',
    '行政许可（本年度）',
    '行政许可（件）',
    '行政许可（单位：件）',
    '行政许可 (包括委托)',
  ])('%s is the label', (printed) => {
    expect(bestLabel(words.disclosureRow(printed))).toBe('licenses')
  })

  test.each(['行政复议（全部案件）', '行政复议（上年）', '行政复议（2022年）', '行政复议（其中本级）'])(
    '%s is another count',
    (printed) => {
      expect(words.reviewGroup(printed).get('reconsideration') ?? 0).toBeLessThan(0.95)
    },
  )

  test('short labels of rows, columns and results', () => {
    expect(bestLabel(words.requestRow('3.其他（注1）'))).toBe('otherHandling')
    expect(bestLabel(words.requestRow('（七）总计（本年度）'))).toBe('handledTotal')
    expect(bestLabel(words.requestColumn('总计（含网上办理）'))).toBe('total')
    expect(bestLabel(words.reviewResult('结果纠正（注1）'))).toBe('corrected')
  })

  test('a reference to a note is no other wording, words are', () => {
    const rows = rowsOf(['信息内容', '本年处理决定数量'], ['行政许可（注1）', 1], ['行政强制（含委托）', 2])
    const { labels, cells } = readBlocks(headings[2], table(rows)).tables.proactiveDisclosure
    expect(labels.map(({ printed }) => printed)).toEqual(['行政强制（含委托）'])
    expect(cells.get('proactiveDisclosure.licenses')?.value).toBe(1)
  })
})
