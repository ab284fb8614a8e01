import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { readDocument } from '../../../src/readers/index.ts'
import { flowOf } from '../../../src/report/grids/flow.ts'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import { readTables } from '../../../src/report/tables/read-tables.ts'

describe('the sample reports', () => {
  const readSample = async (name: string) => {
    const bytes = await readFile(new URL(`../../fixtures/reports/samples/${name}`, import.meta.url))
    const { document } = await readDocument(bytes, name)
    const flow = flowOf(document)
    return readTables(flow, findHeadings(flow)).tables
  }

  test.each(['001-gaoxinqu-kechuang-2024.docx', '002-shanting-keji-2023.docx'])(
    '%s is whole',
    async (name) => {
      const tables = await readSample(name)
      const values = Object.values(tables).flatMap((entry) =>
        [...entry.cells.values()].map(({ value }) => value),
      )
      expect(values).toHaveLength(200)
      expect(values.filter((value) => value === 0)).toHaveLength(name.startsWith('001') ? 199 : 200)
      expect(Object.values(tables).flatMap((entry) => [...entry.missingRows, ...entry.labels])).toEqual([])
    },
  )

  test('004 breaks off in table 三 and has no table 四', async () => {
    const { proactiveDisclosure, requests, review } = await readSample('004-yanzhou-gongxin-2023.docx')
    expect(requests.missingRows).toHaveLength(15)
    expect(requests.missingRows.at(0)).toBe('enforcementFile')
    expect(review.source).toBe('missing')
    expect([...proactiveDisclosure.labels, ...requests.labels]).toEqual([
      { printed: '本年度止件数', official: '本年废止件数', alias: false },
      { printed: '三、本年度办理结束', official: '三、本年度办理结果', alias: false },
    ])
  })

  test.each(['000-yanzhou-keji-2023.docx', '003-wendeng-keji-2023.docx'])('%s has pictures', async (name) => {
    const tables = await readSample(name)
    expect(Object.values(tables).map(({ source }) => source)).toEqual(['image', 'image', 'image'])
  })
})
