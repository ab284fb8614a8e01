import { describe, expect, test } from '@jest/globals'

import { cell, paragraph, table, tracked, type DocxLevel, type DocxNumbering } from '../../docx-builder.ts'
import { readBuilt } from '../outline.ts'

const chinese: DocxLevel = { format: 'chineseCounting', text: '%1、' }
const bracketed: DocxLevel = { format: 'chineseCounting', text: '（%2）' }
const decimal: DocxLevel = { format: 'decimal', text: '%3.' }

function item(text: string, id = 1, level = 0) {
  return paragraph(text, { numbering: { id, level } })
}

describe('automatic numbers stand at the head of the text as Word prints them', () => {
  test.each<[name: string, numbering: Omit<DocxNumbering, 'id'>, printed: string]>([
    ['a mark of its own needs no gap', { levels: [chinese] }, '一、情况'],
    ['brackets', { levels: [{ format: 'chineseCounting', text: '（%1）' }] }, '（一）情况'],
    ['a tab shows as a space', { levels: [{ format: 'decimal', text: '%1.' }] }, '1. 情况'],
    ['a space', { levels: [{ ...chinese, suffix: 'space' }] }, '一、 情况'],
    ['nothing', { levels: [{ format: 'decimal', text: '%1.', suffix: 'nothing' }] }, '1.情况'],
    ['a start of its own', { levels: [{ ...chinese, start: 5 }] }, '五、情况'],
    ['an overridden start', { levels: [chinese], startOverrides: { 0: 6 } }, '六、情况'],
    [
      'an overridden level',
      { levels: [chinese], levelOverrides: { 0: { format: 'upperRoman', text: '%1、' } } },
      'I、情况',
    ],
    [
      'words around the number',
      { levels: [{ format: 'decimal', text: '第%1条', suffix: 'nothing' }] },
      '第1条情况',
    ],
    ['no number', { levels: [{ format: 'none', text: '' }] }, '情况'],
    ['a bullet', { levels: [{ format: 'bullet', text: '●' }] }, '● 情况'],
    ['a bullet of a symbol font', { levels: [{ format: 'bullet', text: '\uf06c' }] }, '● 情况'],
    ['an unknown bullet', { levels: [{ format: 'bullet', text: '\uf0ee' }] }, '• 情况'],
    ['a list without this level', { levels: [] }, '情况'],
  ])('%s', async (_name, numbering, printed) => {
    expect(await readBuilt([item('情况')], { numberings: [{ id: 1, ...numbering }] })).toEqual([printed])
  })
})

test('deeper levels start anew after a higher one, and repeat the numbers above them', async () => {
  const levels: DocxLevel[] = [
    { format: 'decimal', text: '%1.', suffix: 'nothing' },
    { format: 'decimal', text: '%1.%2.', suffix: 'nothing' },
    { format: 'decimal', text: '%1.%2.%3.', suffix: 'nothing' },
  ]
  const body = [0, 1, 1, 2, 2, 1, 2, 0, 1, 2].map((level) => item('', 1, level))
  expect(await readBuilt(body, { numberings: [{ id: 1, levels }] })).toEqual([
    '1.',
    '1.1.',
    '1.2.',
    '1.2.1.',
    '1.2.2.',
    '1.3.',
    '1.3.1.',
    '2.',
    '2.1.',
    '2.1.1.',
  ])
})

test('each level prints in its own format, whatever stands above it', async () => {
  const numberings = [{ id: 1, levels: [chinese, bracketed, decimal] }]
  const body = [item('甲'), item('乙', 1, 1), item('丙', 1, 2), item('丁', 1, 1), item('戊')]
  expect(await readBuilt(body, { numberings })).toEqual(['一、甲', '（一）乙', '1. 丙', '（二）丁', '二、戊'])
})

test('a level before any higher one prints the start of the level above', async () => {
  const levels: DocxLevel[] = [chinese, { format: 'decimal', text: '%1.%2', legal: true }]
  expect(await readBuilt([item('甲', 1, 1)], { numberings: [{ id: 1, levels }] })).toEqual(['1.1 甲'])
})

test('a level that never restarts counts on; one that restarts after level 1 only ignores level 2', async () => {
  const levels: DocxLevel[] = [
    { format: 'decimal', text: '%1', suffix: 'nothing' },
    { format: 'decimal', text: '%1-%2', suffix: 'nothing', restartAfter: 0 },
    { format: 'decimal', text: '%1-%2-%3', suffix: 'nothing', restartAfter: 1 },
  ]
  const body = [0, 1, 2, 1, 2, 0, 1, 2].map((level) => item('', 1, level))
  expect(await readBuilt(body, { numberings: [{ id: 1, levels }] })).toEqual([
    '1',
    '1-1',
    '1-1-1',
    '1-2',
    '1-2-2',
    '2',
    '2-3',
    '2-3-1',
  ])
})

test('lists of one abstract numbering count on together, and start anew where they say so', async () => {
  const numberings: DocxNumbering[] = [
    { id: 1, levels: [chinese] },
    { id: 2, sameListAs: 1 },
    { id: 3, sameListAs: 1, startOverrides: { 0: 1 } },
  ]
  const body = [item('a'), item('b', 2), item('c', 3), item('d', 3), item('e')]
  expect(await readBuilt(body, { numberings })).toEqual(['一、a', '二、b', '一、c', '二、d', '三、e'])
})

test('plain paragraphs between two items do not stop the count', async () => {
  const body = [item('甲'), '一段文字', table([['0']]), item('乙')]
  expect(await readBuilt(body, { numberings: [{ id: 1, levels: [chinese] }] })).toEqual([
    '一、甲',
    '一段文字',
    '0',
    '二、乙',
  ])
})

test('items in table cells are counted in reading order', async () => {
  const levels: DocxLevel[] = [{ format: 'decimal', text: '%1.', suffix: 'nothing' }]
  const body = [
    table([[cell([item('甲')], { rowSpan: 2 }), '0'], ['0'], [cell([item('乙')]), '0']]),
    item('丙'),
  ]
  expect(await readBuilt(body, { numberings: [{ id: 1, levels }] })).toEqual([
    '1.甲{2×1}|0',
    '0',
    '2.乙|0',
    '3.丙',
  ])
})

test('an item deleted by a tracked change is not counted', async () => {
  const gone = paragraph(tracked('del', '旧'), { numbering: { id: 1 }, mark: 'del' })
  expect(
    await readBuilt([item('甲'), gone, item('乙')], { numberings: [{ id: 1, levels: [chinese] }] }),
  ).toEqual(['一、甲', '二、乙'])
})

describe('numbering may come from the style', () => {
  const numberings: DocxNumbering[] = [
    {
      id: 1,
      levels: [
        { ...chinese, style: 'Part' },
        { ...bracketed, style: 'SubPart' },
      ],
    },
  ]
  const styles = [
    { id: 'Part', name: 'heading 1', numbering: { id: 1 } },
    { id: 'SubPart', name: 'heading 2', basedOn: 'Part', numbering: { level: 1 } },
    { id: 'Derived', name: '部分', basedOn: 'Part' },
  ]

  test('of its own, at the level tied to it', async () => {
    const body = [paragraph('甲', { style: 'Part' }), paragraph('乙', { style: 'SubPart' })]
    expect(await readBuilt(body, { numberings, styles })).toEqual(['heading: 一、甲', 'heading: （一）乙'])
  })

  test('or of an ancestor', async () => {
    const body = [paragraph('甲', { style: 'Derived' }), paragraph('乙', { style: 'Derived' })]
    expect(await readBuilt(body, { numberings, styles })).toEqual(['heading: 一、甲', 'heading: 二、乙'])
  })

  test('and a paragraph may take it off with numId 0', async () => {
    const body = [paragraph('甲', { style: 'Part', numbering: { id: 0 } })]
    expect(await readBuilt(body, { numberings, styles })).toEqual(['heading: 甲'])
  })

  test('through a list style that holds the levels elsewhere', async () => {
    const linked: DocxNumbering[] = [
      { id: 1, styleLink: 'ListStyle', levels: [chinese] },
      { id: 2, numStyleLink: 'ListStyle' },
    ]
    expect(await readBuilt([item('甲', 2), item('乙', 2)], { numberings: linked })).toEqual([
      '一、甲',
      '二、乙',
    ])
  })
})
