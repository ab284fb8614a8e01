import { describe, expect, test } from '@jest/globals'
import type { CheckedReport } from '../../../src/report/report.ts'
import type { ReportToStore } from '../../../src/report/stored-report.ts'
import { cellIds } from '../../../src/report/statutory-tables.ts'
import { checkSummary } from '../../../templates/check-summary.ts'
import { reportPage } from '../../../templates/pages/report.ts'
import { aStoredReport, distinctTables } from '../../a-stored-report.ts'

function page(parts: Partial<ReportToStore> = {}, report: Partial<CheckedReport> = {}): string {
  return reportPage({
    stored: { ...aStoredReport({ cellNotes: {}, ...parts }, report), version: 1 },
    versions: [],
    fileHref: '/reports/r/file',
  })
}

/** What a cell shows, by its id; flags left out. */
function shown(markup: string): ReadonlyMap<string, string> {
  const cells = markup.matchAll(/<td\s+id="cell-([\w-]+)"[\s\S]*?<span class="value">([^<]*)<\/span>/g)
  return new Map(Array.from(cells, ([, id = '', value = '']) => [id.replaceAll('-', '.'), value]))
}

describe('the three tables', () => {
  const markup = page({}, { tables: distinctTables(), findings: [] })

  test('show each of the 200 numbers in its own cell, in printed order', () => {
    const cells = shown(markup)
    const ids = [...cellIds.proactiveDisclosure, ...cellIds.requests, ...cellIds.review]
    expect([...cells.keys()]).toEqual(ids)
    expect([...cells.values()]).toEqual(ids.map((_, index) => String(index + 1)))
  })

  const tables = Array.from(markup.matchAll(/<table[\s\S]*?<\/table>/g), ([table]) => table)
  /** Without what only the other kind of screen shows. */
  const wide = (table: string): string =>
    table.replaceAll(/<tr class="narrow">[\s\S]*?<\/tr>|<th[^>]*class="narrow"[^>]*>/g, '')
  const narrow = (table: string): string => table.replaceAll(/<th[^>]*class="wide"[^>]*>/g, '')

  test('have rows of one width, whatever is merged', () => {
    expect(tables.map(wide).map(widths)).toEqual([
      Array.from({ length: 14 }, () => 4),
      Array.from({ length: 28 }, () => 10),
      Array.from({ length: 4 }, () => 15),
    ])
  })

  test('have one column of labels on a narrow screen, and a line for each group', () => {
    expect(tables.map(narrow).map(widths)).toEqual([
      Array.from({ length: 14 }, () => 4),
      Array.from({ length: 32 }, () => 8),
      Array.from({ length: 4 }, () => 15),
    ])
  })

  test('name each cell by a row and a column of its own', () => {
    const names = Array.from(markup.matchAll(/data-name="([^"]*)"/g), ([, name]) => name)
    expect(new Set(names).size).toBe(200)
    expect(names).toContain('表三：（四）无法提供 1.本机关不掌握相关政府信息 / 总计')
  })
})

/** How many columns each row covers, with the cells that reach down into it. */
function widths(table: string): readonly number[] {
  const covered: number[] = []
  const rows = Array.from(table.matchAll(/<tr[\s\S]*?<\/tr>/g), ([row]) => row)
  rows.forEach((row, index) => {
    for (const [, attributes = ''] of row.matchAll(/<t[hd]\b([^>]*)>/g)) {
      const span = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1)
      for (let down = 0; down < span('rowspan'); down++) {
        covered[index + down] = (covered[index + down] ?? 0) + span('colspan')
      }
    }
  })
  return covered
}

describe('a cell', () => {
  const received = (
    note: ReportToStore['cellNotes']['requests.received.total'],
    value: number | null,
  ): string => {
    const tables = distinctTables()
    const requests = { ...tables.requests, received: { ...tables.requests.received, total: value } }
    const notes = note === undefined ? {} : { 'requests.received.total': note }
    return page({ cellNotes: notes }, { tables: { ...tables, requests } })
  }

  test.each([
    ['blank', { state: 'blank', text: '' }, null, '空白', '没有填'],
    ['a placeholder', { state: 'placeholder', text: '／' }, null, '／', '不是数字'],
    ['unread', { state: 'unread', text: '1?' }, null, '没读出来', '原文是“1?”'],
    ['absent', { state: 'absent', text: '' }, null, '无此格', '没有这一格'],
    ['without a note', undefined, null, '没读出来', '对照原件'],
    ['repaired', { state: 'number', text: '12件' }, 12, '12', '原文是“12件”'],
  ] as const)('that is %s shows so', (_name, note, value, text, title) => {
    const markup = received(note, value)
    expect(shown(markup).get('requests.received.total')).toBe(text)
    expect(/id="cell-requests-received-total"[^>]*title="([^"]*)"/.exec(markup)?.[1]).toContain(title)
  })

  test('that fails carries a sign, the number of its finding and the message, and both lead to each other', () => {
    const markup = page()
    const [cell = ''] = /<td\s+id="cell-requests-notHeld-total"[\s\S]*?<\/td>/.exec(markup) ?? []
    expect(cell).toMatch(/class="number\s+error"/)
    expect(cell).toContain('✗1')
    expect(cell).toContain('href="#finding-1"')
    expect(cell).toMatch(/title="[^"]*相差 1。/)
    expect(markup).toContain('href="#cell-requests-notHeld-total"')
  })
})

describe('a finding', () => {
  test('without cells leads to its part', () => {
    expect(page()).toMatch(/id="finding-3"[\s\S]*?href="#part-6"/)
  })

  test('about a table that is not on the page leads to its part', () => {
    const markup = page(
      {},
      {
        tables: { ...distinctTables(), requests: null },
        tableSources: { proactiveDisclosure: 'table', requests: 'image', review: 'missing' },
      },
    )
    expect(markup).toMatch(/id="finding-1"[\s\S]*?href="#part-3"/)
    expect(markup).toContain('是一张图片')
  })

  test.each([
    ['标题', 'top'],
    ['报告开头', 'top'],
    ['全文', 'top'],
    ['报告开头 / 统计期限', 'head-period'],
    ['编制依据', 'head-format'],
  ])('about %s leads to the head of the page, to #%s', (where, anchor) => {
    const text = { severity: 'error', message: '一句话', evidence: [], cells: [] } as const
    const markup = page({}, { findings: [{ rule: 'structure/title', where, ...text }] })
    expect(/id="finding-1"[\s\S]*?href="#([\w-]+)"/.exec(markup)?.[1]).toBe(anchor)
    expect(markup).toContain(`id="${anchor}"`)
    expect(markup).not.toMatch(/>\s*structure\/title/)
  })
})

test('the head says period and legal basis as they were read', () => {
  const read = page({}, { period: { from: '2024-01-01', to: '2024-12-31' }, format: '2021-30' })
  expect(read).toMatch(/统计期限<\/dt>\s*<dd>\s*2024年1月1日至2024年12月31日\s*</)
  expect(read).toMatch(/编制依据<\/dt>\s*<dd>\s*国办公开办函〔2021〕30号\s*</)
  expect(page({}, { period: null, format: null }).match(/<dd>\s*没有读到\s*</g)).toHaveLength(2)
})

describe('the verdict', () => {
  const noTables = { proactiveDisclosure: null, requests: null, review: null }
  const [finding] = aStoredReport().report.findings
  if (finding === undefined) throw new Error('the report has no finding')

  test.each([
    ['nothing found', { verdict: 'pass', findings: [] }, '核对通过，没有发现问题', 'pass'],
    [
      'no table read, nothing found',
      { verdict: 'pass', findings: [], tables: noTables },
      '表二、表三、表四没能核对，请人工核对',
      'warn',
    ],
    [
      'no table read, one warning',
      { verdict: 'warn', findings: [{ ...finding, severity: 'warning' }], tables: noTables },
      '表二、表三、表四没能核对，有 1 处请核实',
      'warn',
    ],
  ] as const)('with %s is that of the chat', (_name, report, words, colour) => {
    const markup = page({}, report)
    expect(/class="verdict"[\s\S]*?<\/span>\s*([^<]*?)\s*<\/p>/.exec(markup)?.[1]).toBe(words)
    expect(markup).toContain(`class="head ${colour}"`)
    const reply = checkSummary({ report: { ...aStoredReport().report, ...report } })
    expect(reply.markdown).toContain(`**${words}**`)
  })
})

test('a part that the report lacks is said to be missing', () => {
  expect(page()).toMatch(/五、存在的主要问题及改进情况\s*<\/h2>\s*<p class="absent-part">/)
})

test('whatever stands in a report opens no tag', () => {
  const evil = '"><script>alert(1)</script>'
  const markup = page(
    {
      agency: evil,
      file: { sha256: 'a'.repeat(64), name: evil, size: 1 },
      sender: { platform: 'sandbox', userId: 'x', name: evil, conversationId: 'x' },
      cellNotes: { 'proactiveDisclosure.licenses': { state: 'placeholder', text: evil } },
    },
    {
      sections: [{ number: 1, heading: evil, text: evil }],
      findings: [
        {
          rule: evil,
          severity: 'error',
          message: evil,
          where: evil,
          evidence: [evil],
          cells: ['requests.notHeld.total'],
        },
      ],
    },
  )
  expect(markup).not.toContain('<script>')
  expect(markup).not.toContain('">&#60;script')
})
