import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block } from '../../../src/readers/document.ts'
import { paragraphsOf, wrapWidth } from '../../../src/report/document/paragraphs.ts'
import { linesOf, picture } from '../lines/lines-of.ts'

const nothing = new Set<Block>()

function textsOf(blocks: readonly Block[], leftOut: ReadonlySet<Block> = nothing): readonly string[] {
  const wrap = wrapWidth(blocks, leftOut)
  return paragraphsOf(blocks, 0, blocks.length, leftOut, wrap).map(({ text }) => text)
}

const prose = [
  '（一）主动公开情况。主要通过政府门户网站主动公开政府文件、项目审批、通知公告等各类政府信息，全年公开一千一百三十六条。',
  '（二）政府信息管理情况。加强区政府门户网站及政务新媒体日常管理，运用第三方检测平台实行常态化监测，执行信息审核发布制度。',
  '2023年，全区严格落实《政府信息公开信息处理费管理办法》，全年收取政府信息公开信息处理费为零元，未发生责任追究情形。',
]

/** The text as a printed page holds it: lines of `width` characters, a page number somewhere between. */
function wrapped(paragraphs: readonly string[], width: number, page: number): readonly string[] {
  const lines = paragraphs.flatMap((text) => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
  return page < lines.length
    ? [...lines.slice(0, page), '                 - 3 -', '', ...lines.slice(page)]
    : lines
}

test('lines broken by a page layout are put together, over page numbers too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 40 }), fc.nat(20), (width, page) => {
      const lines = wrapped(prose, width, page)
      expect(textsOf(linesOf(lines)).join('')).toBe(prose.join(''))
      for (const word of ['信息处理费', '第三方检测平台', '责任追究']) {
        expect(textsOf(linesOf(lines)).some((text) => text.includes(word))).toBe(true)
      }
    }),
    { seed: 20230101, numRuns: 200 },
  )
})

test('a file whose lines are paragraphs keeps them', () => {
  const lines = [
    ...prose,
    '（一）认真做好主动公开',
    '（二）依申请公开情况',
    '无。',
    '无',
    '兖州区科技局',
    '2024年1月22日',
  ]
  expect(textsOf(linesOf(lines))).toEqual(lines)
})

test('a line that stops at a comma goes on in the next', () => {
  expect(
    textsOf(linesOf(['2023 年，', '洪泽区人民政府坚持规范、', '有序、', '健康发展。', '一、总体情况'])),
  ).toEqual(['2023 年，洪泽区人民政府坚持规范、有序、健康发展。', '一、总体情况'])
})

test('in a page layout headings, items, signatures and dates stay alone', () => {
  const lines = [
    ...wrapped(prose, 28, 99),
    '（三）政府信息管理情况',
    '加强政府门户网站及政务新媒体日常管理，运用第三方检测平台',
    '实行常态化监测',
    '2024年1月22日',
  ]
  expect(textsOf(linesOf(lines)).slice(-3)).toEqual([
    '（三）政府信息管理情况',
    '加强政府门户网站及政务新媒体日常管理，运用第三方检测平台实行常态化监测',
    '2024年1月22日',
  ])
})

describe('what is no text is left out', () => {
  test.each(['- 3 -', '—3—', '— 12 —', '-1-', '第 3 页', '第3页 共10页', '3/10'])(
    'page number %s',
    (line) => {
      expect(textsOf(linesOf(['公开不够及时。', line, '加强培训。']))).toEqual([
        '公开不够及时。',
        '加强培训。',
      ])
    },
  )

  test('blocks of tables, pictures, empty lines and marks of converters', () => {
    const [first, row, empty, last] = linesOf([
      '未收到申请，',
      '总计 0 0 0',
      '  ',
      '[bookmark: _GoBack]均已答复。',
    ])
    const blocks = [first, row, empty, picture(4), last].flatMap((block) => block ?? [])
    const leftOut = new Set(row === undefined ? [] : [row])
    expect(textsOf(blocks, leftOut)).toEqual(['未收到申请，', '均已答复。'])
  })
})
