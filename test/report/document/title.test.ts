import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block, TableCell } from '../../../src/readers/document.ts'
import { findTitle } from '../../../src/report/document/title.ts'
import { linesOf } from '../lines/lines-of.ts'

/** Agency and year of the title among these lines; null if there is no title. */
function read(lines: string | readonly string[]): readonly [string | null, number | null] | null {
  const blocks = linesOf(lines)
  const found = findTitle(blocks, blocks.length)
  return found === null ? null : [found.title.agency, found.title.year]
}

const keji = '济宁市兖州区科学技术局'

describe('a title is read in any wording', () => {
  test.each([
    [`${keji}2023年政府信息公开工作年度报告`, keji, 2023],
    [`${keji}\n2023年政府信息公开工作年度报告`, keji, 2023],
    ['济宁高新区科技创新局2024年政府信息\n公开工作年度报告', '济宁高新区科技创新局', 2024],
    [`**${keji}2023年政府信息公开工作年度报告**`, keji, 2023],
    [`# ${keji}2023年政府信息公开工作年度报告`, keji, 2023],
    [`__${keji}__\n__2023年政府信息公开工作年度报告__`, keji, 2023],
    [`## **《${keji}2023年政府信息公开工作年度报告》**`, keji, 2023],
    [`${keji}\n2023&nbsp;年 政 府 信 息 公 开 工 作&nbsp;年 度 报 告`, keji, 2023],
    ['    洪泽区人民政府\n    2023 年政府信息公开工作年度报告', '洪泽区人民政府', 2023],
    ['宿迁市\n2023 年报告', '宿迁市', 2023],
    ['全南县人民政府\n2024年政府信息公开\n工作年度报告', '全南县人民政府', 2024],
    ['济宁市兖州区\n科学技术局\n2023年度\n政府信息公开工作年度报告', keji, 2023],
    ['2025年山东省人民政府办公厅政府信息公开工作年度报告', '山东省人民政府办公厅', 2025],
    ['2024 年上海市黄浦区教育局政府信息公开工作年度报告', '上海市黄浦区教育局', 2024],
    ['关于济宁市2023年度政府信息公开工作的年度报告', '济宁市', 2023],
    ['本溪市人民政府办公室\n关于2023年度政府信息公开工作的报告', '本溪市人民政府办公室', 2023],
    ['东宝区2024年政府信息公开工作年度报告', '东宝区', 2024],
    ['威海市二〇二三年政府信息公开年度报告', '威海市', 2023],
    ['威海市二○二三年度政府信息公开年报', '威海市', 2023],
    ['威海市 ２０２３ 年政府信息公开工作年度报告', '威海市', 2023],
    ['上海市黄浦区教育局2023年度年度政府信息公开工作年度报告', '上海市黄浦区教育局', 2023],
    ['长清区万德街道办事处政府信息公开工作2024年度报告', '长清区万德街道办事处', 2024],
    ['长清区万德街道办事处2024年政府信息公开工作年度报告（公开版）', '长清区万德街道办事处', 2024],
    ['汶上县财政局政府信息公开工作年度报告（2023年度）', '汶上县财政局', 2023],
    ['汶上县财政局政府信息公开工作年度报告\n（2023年度）', '汶上县财政局', 2023],
    ['汶上县次邱镇人民政府2023年政务公开工作年度报告', '汶上县次邱镇人民政府', 2023],
    ['济南市歷城區財政局2023年政府信息公開工作年度報告', '济南市歷城區財政局', 2023],
    [
      '枣庄市市中区住房和城乡建设局（人防办）2022年政府信息公开年度报告',
      '枣庄市市中区住房和城乡建设局（人防办）',
      2022,
    ],
    ['汶上县财政局\n（2023年度）\n政府信息公开工作年度报告', '汶上县财政局', 2023],
    ['《汶上县财政局2023年政府信息公开工作年度报告》', '汶上县财政局', 2023],
    ['2023年政府信息公开工作年度报告\n汶上县财政局', '汶上县财政局', 2023],
    ['2023年度\n政府信息公开工作年度报告\n汶上县财政局\n2024年1月', '汶上县财政局', 2023],
    ['城东区卫生健康局\n政府信息公开工作年度报告', '城东区卫生健康局', null],
    ['2023年政府信息公开工作年度报告', null, 2023],
    ['我局2023年政府信息公开工作年度报告', null, 2023],
    ['XX局2023年政府信息公开工作年度报告', null, 2023],
    ['政府信息公开工作年度报告', null, null],
  ])('%s', (title, agency, year) => {
    expect(read(title)).toEqual([agency, year])
  })
})

test.each([
  '关于做好2023年政府信息公开工作年度报告编制工作的通知',
  `现将${keji}2023年政府信息公开工作年度报告公布如下：`,
  '根据《条例》，编制2023年政府信息公开工作年度报告。',
  `${keji}2023年度部门决算报告`,
  `${keji}2023年法治政府建设年度报告`,
  '2023年政府工作报告',
  '政府信息公开指南',
  '2023年政务公开工作要点',
])('no title: %s', (line) => {
  expect(read(line)).toBeNull()
})

test('marks of Markdown are no words of the title', () => {
  const blocks = linesOf(`**${keji}2023年政府信息公开工作年度报告**`)
  expect(findTitle(blocks, 1)?.title.text).toBe(`${keji}2023年政府信息公开工作年度报告`)
})

test('a title keeps its words and names its document', () => {
  const [first, second] = linesOf(' 长清区万德街道办事处\n政府信息公开工作 2024 年度报告 ')
  const found = findTitle(
    [first, second].flatMap((line) => line ?? []),
    2,
  )
  expect(found?.title).toEqual({
    text: '长清区万德街道办事处政府信息公开工作 2024 年度报告',
    agency: '长清区万德街道办事处',
    year: 2024,
    documentName: '政府信息公开工作年度报告',
    place: { line: 1 },
  })
  expect([...(found?.blocks ?? [])]).toEqual([first, second])
})

test.each([
  [`${keji}2023年政府信息公开年度报告`, '政府信息公开年度报告'],
  ['关于济宁市2023年度政府信息公开工作的年度报告', '政府信息公开工作的年度报告'],
  ['宿迁市2023年报告', '年报告'],
  ['宿迁市2023年政务公开年报', '政务公开年报'],
  ['历城区财政局2023年政府信息公開工作年度報告', '政府信息公开工作年度报告'],
])('the document’s name in %s', (title, name) => {
  expect(findTitle(linesOf(title), 1)?.title.documentName).toBe(name)
})

describe('a title broken anywhere reads the same', () => {
  const titles = [
    [keji, 2023, `${keji}2023年政府信息公开工作年度报告`],
    ['洪泽区人民政府', 2024, '洪泽区人民政府2024年度政府信息公开工作年度报告'],
    ['汶上县次邱镇人民政府', 2022, '2022年汶上县次邱镇人民政府政府信息公开工作年度报告'],
    ['济宁高新区科技创新局', 2025, '济宁高新区科技创新局2025年政府信息公开年度报告'],
    ['历下区千佛山街道办事处', 2024, '历下区千佛山街道办事处政府信息公开工作2024年度报告'],
    ['呼伦贝尔市人民政府办公室', 2021, '呼伦贝尔市人民政府办公室2021年政府信息公开工作年度报告'],
  ] as const

  test.each(titles)('%s %i', (agency, year, title) => {
    for (let first = 1; first < title.length; first += 1) {
      for (let second = first; second < title.length; second += 1) {
        const pieces = [title.slice(0, first), title.slice(first, second), title.slice(second)]
        const lines = pieces.filter((piece) => piece !== '')
        expect({ lines, read: read(lines) }).toEqual({ lines, read: [agency, year] })
      }
    }
  })

  test('also with the page around it, blank lines and spaces', () => {
    const around = fc.constantFrom<readonly string[]>(
      [],
      ['首页 > 政务公开 > 政府信息公开年报'],
      ['政府信息公开年报', '字体：大 中 小', '发布时间：2024-01-20 来源：区政府办公室 浏览次数：12'],
      ['兖州区人民政府门户网站', '无障碍浏览', ''],
    )
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(...titles),
        fc.nat(60),
        fc.constantFrom('', ' ', '\u3000'),
        (page, title, at, gap) => {
          const [agency, year, text] = title
          const cut = 1 + (at % (text.length - 1))
          const lines = [
            ...page,
            `${gap}${text.slice(0, cut)}${gap}`,
            '',
            text.slice(cut),
            '',
            '根据《条例》编制本报告。',
          ]
          expect(read(lines)).toEqual([agency, year])
        },
      ),
      { seed: 20240501, numRuns: 400 },
    )
  })
})

describe('among several titles', () => {
  test('the page’s furniture and banner do not count', () => {
    const page = [
      '兖州区人民政府',
      '首页 > 政务公开 > 2023年政府信息公开年度报告',
      '2023年政府信息公开年报',
      '发布时间：2024-01-20 来源：兖州区科技局',
      '兖州区人民政府',
      `${keji}2023年政府信息公开工作年度报告`,
      '根据《条例》编制本报告。',
    ]
    expect(read(page)).toEqual([keji, 2023])
  })

  test('the one that names the agency in full counts', () => {
    expect(
      read([`${keji}2023年政府信息公开工作年度报告`, '来源：本站', '区科技局2023年政府信息公开工作年度报告']),
    ).toEqual([keji, 2023])
  })

  test('a title on its own lines counts before one in a line of metadata', () => {
    expect(
      read([
        '标题：城东区卫健局2023年政府信息公开工作年度报告',
        '城东区卫生健康局',
        '政府信息公开工作年度报告',
      ]),
    ).toEqual(['城东区卫生健康局', null])
  })

  test.each([
    [`标题：${keji}2023年政府信息公开工作年度报告`],
    [`${keji}2023年政府信息公开工作年度报告_兖州区人民政府`],
    [`首页 政务公开 ${keji} 2023 年政府信息公开工作年度报告 根据《条例》，编制本报告。`],
    [`正文 字体：大 中 小 ${keji}2023年政府信息公开工作年度报告 来源：区科技局`],
    [`当前位置：首页>年报>${keji}2023年政府信息公开工作年度报告`],
  ])('the only one may stand inside a line: %s', (line) => {
    expect(read(line)).toEqual([keji, 2023])
  })

  test('the only one may stand in a table of metadata', () => {
    const texts = ['索引号', '1137/2024-001', '标题', `${keji}2023年政府信息公开工作年度报告`]
    const cells = texts.map((text, index): TableCell => ({
      row: Math.floor(index / 2),
      column: index % 2,
      rowSpan: 1,
      columnSpan: 1,
      text,
      blocks: linesOf(text),
    }))
    const table: Block = { kind: 'table', rowCount: 2, columnCount: 2, cells, place: { line: 1 } }
    expect(findTitle([table], 1)?.title.agency).toBe(keji)
  })
})

test('a title with soft line breaks is one title', () => {
  const [paragraph] = linesOf(['x'])
  const block: Block = {
    kind: 'paragraph',
    style: 'title',
    place: { line: 1 },
    text: `${keji}\n2023年政府信息公开\n工作年度报告`,
  }
  expect(paragraph).toBeDefined()
  expect(findTitle([block], 1)?.title.text).toBe(`${keji}2023年政府信息公开工作年度报告`)
})
