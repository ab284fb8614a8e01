import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Block, Document } from '../../src/readers/document.ts'
import { readDocument } from '../../src/readers/index.ts'
import { extractReport } from '../../src/report/extract.ts'
import type { Report } from '../../src/report/report.ts'
import { bodies, official, reportWith } from './a-report-text.ts'
import { linesOf, picture } from './lines/lines-of.ts'

const fixtures = new URL('../fixtures/reports/', import.meta.url)

interface Expected extends Omit<Report, 'sections'> {
  readonly sections: readonly { readonly number: number; readonly heading: string }[]
}

function expectedOf(folder: string, file: string): Expected {
  return JSON.parse(readFileSync(new URL(`${folder}/${file}.expected.json`, fixtures), 'utf8')) as Expected
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, fixtures)).filter((name) => /\.(?:docx|txt)$/.test(name))
}

async function extract(folder: string, file: string): Promise<Report> {
  const { document } = await readDocument(readFileSync(new URL(`${folder}/${file}`, fixtures)), file)
  return extractReport(document).report
}

function headOf({ agency, year, format, period, sections, tableSources }: Expected): object {
  return {
    agency,
    year,
    format,
    period,
    tableSources,
    sections: sections.map(({ number, heading }) => ({ number, heading })),
  }
}

describe('the samples are read as expected', () => {
  test.each(filesIn('samples'))('%s', async (file) => {
    const expected = expectedOf('samples', file)
    const report = await extract('samples', file)
    // The title of 002 is lost; its text names the agency.
    const agency = file.startsWith('002') ? '山亭区科技局' : expected.agency
    expect(headOf(report)).toEqual(headOf({ ...expected, agency }))
  })
})

describe('whole reports in other layouts are read to the last cell', () => {
  test.each(filesIn('layouts'))('%s', async (file) => {
    const expected = expectedOf('layouts', file)
    const report = await extract('layouts', file)
    expect(headOf(report)).toEqual(headOf(expected))
    expect(report.tables).toEqual(expected.tables)
  })
})

function fromLines(lines: readonly string[]): Document {
  return { format: 'txt', blocks: linesOf(lines) }
}

test('the parts hold their text and nothing of tables and headings', () => {
  const { sections, lead } = extractReport(fromLines(reportWith({})))
  expect(sections.map(({ number, paragraphs }) => [number, paragraphs.map(({ text }) => text)])).toEqual([
    [1, bodies[1]],
    [2, []],
    [3, []],
    [4, []],
    [5, bodies[5]],
    [6, bodies[6]],
  ])
  expect(lead.map(({ place }) => place.line)).toEqual([2])
})

test('signature and date stay in the text of the last part', () => {
  const { report } = extractReport(fromLines([...reportWith({}), '城东区水利局', '2025年1月20日']))
  expect(report.sections.at(-1)?.text).toMatch(/无。\n城东区水利局\n2025年1月20日$/)
})

describe('a part without its heading is known by its content', () => {
  test.each([2, 3, 4] as const)('part %i by its table', (number) => {
    const read = extractReport(fromLines(reportWith({ [number]: '' })))
    expect(read.sections.map((section) => [section.number, section.headingPresent])).toEqual(
      [1, 2, 3, 4, 5, 6].map((each) => [each, each !== number]),
    )
    expect(read.sections[number - 1]).toMatchObject({
      heading: official(number),
      printedNumber: '',
      paragraphs: [],
    })
  })

  test('part 五 by its two halves', () => {
    const lines = reportWith({ 5: '' }).flatMap((line) =>
      line === bodies[5][0] ? ['（一）主要问题', '公开不够及时。', '（二）改进情况', '加强培训。'] : [line],
    )
    const { sections } = extractReport(fromLines(lines))
    expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(sections[4]).toMatchObject({ headingPresent: false, heading: official(5) })
    expect(sections[4]?.paragraphs.map(({ text }) => text)).toEqual([
      '（一）主要问题',
      '公开不够及时。',
      '（二）改进情况',
      '加强培训。',
    ])
  })

  test('part 一 by its sub-headings, part 六 by the fees', () => {
    const { sections } = extractReport(fromLines(reportWith({ 1: '', 6: '' })))
    expect(sections.map(({ number, headingPresent }) => [number, headingPresent])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, true],
      [5, true],
      [6, false],
    ])
  })

  test('but one whose content is gone too is missing', () => {
    const lines = [...reportWith({}).slice(0, 2), official(1), ...bodies[1], official(5), ...bodies[5]]
    const { sections, report } = extractReport(fromLines(lines))
    expect(sections.map(({ number }) => number)).toEqual([1, 5])
    expect(report.tables).toEqual({ proactiveDisclosure: null, requests: null, review: null })
    expect(report.tableSources).toEqual({
      proactiveDisclosure: 'missing',
      requests: 'missing',
      review: 'missing',
    })
  })
})

test('the year comes from the period where the title has none, never from the date of publication', () => {
  const [, ...rest] = reportWith({})
  const title = '某某市城东区水利局政府信息公开工作年度报告'
  const dated = ['发布日期：2025-01-20', title, ...rest, '2025年1月20日']
  expect(extractReport(fromLines(dated)).report.year).toBeNull()
  const stated = [title, '统计期限自2024年1月1日起至2024年12月31日止。', ...rest, '2025年1月20日']
  expect(extractReport(fromLines(stated)).report).toMatchObject({
    agency: '某某市城东区水利局',
    year: 2024,
    period: { from: '2024-01-01', to: '2024-12-31' },
  })
})

describe('only what is no report at all is refused', () => {
  const refused: Readonly<Record<string, readonly string[]>> = {
    'an empty text': [''],
    'a notice about the reports': [
      '关于做好2023年政府信息公开工作年度报告编制工作的通知',
      '各单位：',
      '请于1月31日前报送。',
    ],
    'another report': [
      '某某市城东区水利局2023年法治政府建设年度报告',
      '一、总体情况',
      '2023年，我局认真落实。',
      '二、主要问题',
      '无。',
    ],
    'a letter': ['张局长：', '您好，请查收附件。'],
  }
  test.each(Object.keys(refused))('%s is', (name) => {
    expect(() => extractReport(fromLines(refused[name] ?? []))).toThrow(
      expect.objectContaining({
        code: 'not_a_report',
        message: expect.stringMatching(/^文件里没有找到.*再发送/),
      }),
    )
  })

  const accepted: Readonly<Record<string, readonly string[]>> = {
    'a title alone': ['某某市城东区水利局2023年政府信息公开工作年度报告', '正文见附件。'],
    'two headings': ['二、主动公开政府信息情况', '无。', '五、存在的主要问题及改进情况', '无。'],
    'a table alone': [...bodies[3]],
  }
  test.each(Object.keys(accepted))('%s is not', (name) => {
    expect(() => extractReport(fromLines(accepted[name] ?? []))).not.toThrow()
  })
})

test('a picture that shares its line with a heading leaves the heading in place', () => {
  const blocks: readonly Block[] = [
    ...linesOf([...reportWith({}).slice(0, 2), official(1), ...bodies[1], official(2)]),
    picture(10),
    ...linesOf([official(3)]),
    picture(12),
    picture(13),
    ...linesOf([official(4), official(5), ...bodies[5], official(6), ...bodies[6]]),
  ]
  const { report } = extractReport({ format: 'docx', blocks })
  expect(report.sections.map(({ heading }) => heading)).toEqual(([1, 2, 3, 4, 5, 6] as const).map(official))
  expect(report.tableSources).toEqual({ proactiveDisclosure: 'image', requests: 'image', review: 'image' })
})
