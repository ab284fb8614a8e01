import { readFile } from 'node:fs/promises'

import { describe, expect, test } from '@jest/globals'

import type { Block, Document, Paragraph, Table } from '../../src/readers/document.ts'
import { readDocument } from '../../src/readers/index.ts'
import {
  buildDocx,
  cell,
  paragraph,
  picture,
  table,
  textBox,
  type DocxBlock,
  type DocxVariant,
} from '../docx-builder.ts'
import { readBuilt } from './outline.ts'

const samples = new URL('../fixtures/reports/samples/', import.meta.url)

async function readSample(name: string): Promise<Document> {
  return (await readDocument(await readFile(new URL(name, samples)), name)).document
}

function tablesOf(document: Document): readonly Table[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

function headingsOf(document: Document): readonly string[] {
  return document.blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .map((block) => block.text.trim())
    .filter((text) => /^[一二三四五六1-6]、/.test(text))
}

interface Expected {
  readonly sections: readonly { readonly heading: string }[]
}

async function expectedOf(name: string): Promise<Expected> {
  return JSON.parse(await readFile(new URL(`${name}.expected.json`, samples), 'utf8')) as Expected
}

describe('the headings of the sample reports read as printed', () => {
  test.each([
    '000-yanzhou-keji-2023.docx',
    '001-gaoxinqu-kechuang-2024.docx',
    '001-gaoxinqu-kechuang-2024-autonumber.docx',
    '002-shanting-keji-2023.docx',
    '003-wendeng-keji-2023.docx',
    '004-yanzhou-gongxin-2023.docx',
    '000-yanzhou-keji-2023.txt',
    '001-gaoxinqu-kechuang-2024.txt',
    '001-gaoxinqu-kechuang-2024-gbk.txt',
    '002-shanting-keji-2023.txt',
    '003-wendeng-keji-2023.txt',
    '004-yanzhou-gongxin-2023.txt',
  ])('%s', async (name) => {
    const expected = await expectedOf(name)
    const headings = expected.sections.map((section) => section.heading)
    expect(headingsOf(await readSample(name))).toEqual(expect.arrayContaining(headings))
  })
})

test('automatic numbers of the sample print in Chinese, typed ones as typed', async () => {
  const automatic = await readSample('001-gaoxinqu-kechuang-2024-autonumber.docx')
  const typed = await readSample('001-gaoxinqu-kechuang-2024.docx')
  const texts = (document: Document) =>
    document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  expect(texts(automatic)).toEqual(
    expect.arrayContaining(['（一）主动公开情况', '（五）监督保障情况', '五、存在的主要问题及改进情况']),
  )
  expect(texts(typed)).toEqual(expect.arrayContaining(['（1） 主动公开情况', '5、 存在的主要问题及改进情况']))
})

describe('the tables of the sample reports have the size of the form', () => {
  test.each<[name: string, sizes: readonly string[]]>([
    ['000-yanzhou-keji-2023.docx', []],
    ['001-gaoxinqu-kechuang-2024.docx', ['14x4', '28x10', '4x15']],
    ['002-shanting-keji-2023.docx', ['14x4', '28x10', '4x15']],
    ['003-wendeng-keji-2023.docx', []],
  ])('%s', async (name, sizes) => {
    const tables = tablesOf(await readSample(name))
    expect(tables.map((read) => `${read.rowCount}x${read.columnCount}`)).toEqual(sizes)
  })
})

test('every position of the samples’ tables is covered once', async () => {
  for (const name of ['001-gaoxinqu-kechuang-2024.docx', '002-shanting-keji-2023.docx']) {
    for (const read of tablesOf(await readSample(name))) {
      const area = read.cells.reduce((sum, one) => sum + one.rowSpan * one.columnSpan, 0)
      expect(area).toBe(read.rowCount * read.columnCount)
    }
  }
})

test('the pictures of a sample stand where its tables should, one before its heading', async () => {
  const outline = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => {
      if (block.kind === 'picture') return [block.name]
      return block.kind === 'paragraph' && /^[二三四五]、/.test(block.text) ? [block.text.slice(0, 2)] : []
    })
  const media = [1, 2, 3].map((number) => `word/media/image${number}.png`)
  expect(outline((await readSample('003-wendeng-keji-2023.docx')).blocks)).toEqual([
    '二、',
    media[0],
    '三、',
    media[1],
    media[2],
    '四、',
  ])
  expect(outline((await readSample('003-wendeng-keji-2023.txt')).blocks)).toEqual([
    '二、',
    '[image: 表格_01]',
    '三、',
    '[image: 表格_02]',
    '[image: 表格_03]',
    '四、',
  ])
})

test('a picture has the size it prints in', async () => {
  const { blocks } = await readSample('000-yanzhou-keji-2023.docx')
  expect(blocks.find((block) => block.kind === 'picture')).toMatchObject({
    name: 'word/media/image1.png',
    width: 389.3,
    height: 199.5,
  })
})

test('places count paragraphs and tables in reading order, those in cells and text boxes too', async () => {
  const body: readonly DocxBlock[] = [
    paragraph([textBox(['框'], 'drawing'), '甲']),
    table([[cell(['乙', table([['丙']]), '丁']), '戊']]),
    paragraph([picture('a.png'), '己']),
  ]
  const places = (blocks: readonly Block[]): readonly string[] =>
    blocks.flatMap((block) => {
      const line = `${block.place.line}${block.kind === 'paragraph' ? block.text : block.kind}`
      return block.kind === 'table' ? [line, ...block.cells.flatMap((one) => places(one.blocks))] : [line]
    })
  const { document } = await readDocument(buildDocx({ body }), 'a.docx')
  expect(places(document.blocks)).toEqual([
    '1框',
    '2甲',
    '3table',
    '4乙',
    '5table',
    '6丙',
    '7丁',
    '8戊',
    '9picture',
    '9己',
  ])
})

describe('writers differ, the reading does not', () => {
  test.each<[name: string, variant: DocxVariant]>([
    ['as Word writes it', {}],
    ['strict Open XML', { strict: true }],
    ['another prefix', { prefix: 'ns0' }],
    ['strict with another prefix', { strict: true, prefix: 'x' }],
    ['the main part elsewhere', { mainPart: 'doc/report2.xml' }],
    ['the main part at the top', { mainPart: 'document.xml' }],
    ['with macros', { contentType: 'macroEnabled' }],
    ['a template', { contentType: 'template' }],
  ])('%s', async (_name, variant) => {
    const body = [
      paragraph('年度报告', { style: 'Title' }),
      paragraph('总体情况', { numbering: { id: 1 } }),
      table([[cell('甲', { rowSpan: 2 }), 1], [2]]),
      paragraph([picture('a.png', { width: 10, height: 5 })]),
    ]
    const numberings = [{ id: 1, levels: [{ format: 'chineseCounting', text: '%1、' }] }]
    const folder = variant.mainPart === undefined ? 'word/' : variant.mainPart.replace(/[^/]*$/, '')
    expect(await readBuilt(body, { numberings, variant })).toEqual([
      'title: 年度报告',
      '一、总体情况',
      '甲{2×1}|1',
      '2',
      `[${folder}media/a.png 10x5]`,
    ])
  })
})
