import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import { splitHeadings } from '../../../src/report/parts/split-headings.ts'
import {
  officialHeadings,
  sectionNumerals,
  type SectionNumber,
} from '../../../src/report/statutory-tables.ts'
import { bodies, lead, numbers, official, reportWith } from '../a-report-text.ts'
import { linesOf } from '../lines/lines-of.ts'

function headingsOf(lines: readonly string[] | string): readonly string[] {
  return findHeadings(splitHeadings(linesOf(lines))).map(({ number, text }) => `${number} ${text}`)
}

function expected(headings: Partial<Record<SectionNumber, string>>): readonly string[] {
  return numbers.flatMap((number) => {
    const text = headings[number] ?? official(number)
    return text === '' ? [] : [`${number} ${text.trim()}`]
  })
}

const variants: readonly (readonly [SectionNumber, string])[] = [
  [1, '一、 总体情况'],
  [1, '一 、总体情况'],
  [1, '一.总体情况'],
  [1, '一 总体情况'],
  [1, '1.总体情况'],
  [1, '1、总体情况'],
  [1, '（一）总体情况'],
  [1, '第一部分 总体情况'],
  [1, '总体情况'],
  [1, '一、政府信息公开工作总体情况'],
  [1, '一、2024年总体情况'],
  [1, '一、基本情况'],
  [1, '一、概述'],
  [1, '一、總體情況'],
  [2, '二、主动公开政府信息情况统计表'],
  [2, '二、行政机关主动公开政府信息的情况'],
  [2, '二、主动公开政府信息情况：'],
  [2, '三、主动公开政府信息情况'],
  [2, '（二）主动公开政府信息情况'],
  [2, '二、政府信息主动公开情况'],
  [2, '二、主动公开工作'],
  [2, '二、主動公開政府信息情況'],
  [3, '三、收到和处理政府信息公开申请情况统计表'],
  [3, '三、行政机关收到和处理政府信息公开申请的情况'],
  [3, '三、收到及处理政府信息公开申请情况'],
  [3, '三、政府信息公开申请办理情况'],
  [3, '三、依申请公开政府信息情况'],
  [3, '二、收到和处理政府信息公开申请情况'],
  [3, '3. 收到和处理政府信息公开申请情况'],
  [3, '收到和处理政府信息公开申请情况'],
  [3, '三、收到和處理政府信息公開申請情況'],
  [4, '四、政府信息公开行政复议及行政诉讼情况'],
  [4, '四、政府信息公开行政复议,行政诉讼情况'],
  [4, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  [4, '四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况统计表'],
  [4, '四、行政复议和行政诉讼情况'],
  [4, '四、行政复议、诉讼'],
  [4, '四、政府信息公開行政複議、行政訴訟情況'],
  [4, '四、政府信息公開行政覆議、行政訴訟情況'],
  [5, '5、 存在的主要问题及改进情况'],
  [5, '五、存在问题及改进情况'],
  [5, '五、政府信息公开工作存在的主要问题及改进情况'],
  [5, '五、存在的主要问题和下一步改进措施'],
  [5, '五、主要问题与整改措施'],
  [5, '五、工作中的不足和努力方向'],
  [5, '五、存在的主要问题'],
  [5, '（五）存在的主要问题及改进情况'],
  [5, '四、存在的主要问题及改进情况'],
  [5, '存在的主要问题及改进情况'],
  [5, '伍、存在的主要问题及改进情况'],
  [6, '六、其他事项'],
  [6, '六、其它需要报告的事项'],
  [6, '六、其他需要说明的事项'],
  [6, '六、需要报告的其他事项'],
  [6, '六、其他'],
  [6, '七、其他需要报告的事项'],
  [6, '６、其他需要报告的事项'],
  [6, '六、其他需要报告的事项。'],
]

describe('a heading is found in any of its wordings and numberings', () => {
  test.each(variants)('%i: %s', (number, heading) => {
    expect(headingsOf(reportWith({ [number]: heading }))).toEqual(expected({ [number]: heading }))
  })
})

test('the numeral and the wording stand apart, as printed', () => {
  const [, , , , five, six] = findHeadings(
    linesOf(reportWith({ 5: ' 5、 存在的主要问题及改进情况', 6: '其他需要报告的事项' })),
  )
  expect(five).toMatchObject({
    text: '5、 存在的主要问题及改进情况',
    printedNumber: '5、',
    wording: '存在的主要问题及改进情况',
  })
  expect(six).toMatchObject({ text: '其他需要报告的事项', printedNumber: '', wording: '其他需要报告的事项' })
})

const noHeadings: readonly string[] = [
  '一、本年新收政府信息公开申请数量',
  '三、本年度办理结果',
  '四、结转下年度继续办理',
  '（五）不予处理',
  '行政复议 行政诉讼',
  '3.其他',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '五、存在的主要问题及改进情况；',
  '三是办理政府信息公开申请还不够规范。',
  '（三）本行政机关人大代表建议和政协提案办理结果公开情况',
  '（七）其他有关文件专门要求通过政府信息公开工作年度报告予以报告的事项',
  '2024年共收到政府信息公开申请3件，均已办理。',
  '存在的主要问题是公开不够及时，下一步改进情况如下。',
]

test.each(noHeadings)('no heading: %s', (line) => {
  expect(headingsOf(['一、总体情况', '2024年，我局认真落实条例。', line, '加强学习。'])).toEqual([
    '1 一、总体情况',
  ])
})

describe('sub-headings that bear the words of a part are none', () => {
  const subHeadings: Readonly<Record<string, readonly string[]>> = {
    'in brackets': [
      '（一）主动公开政府信息情况',
      '（二）收到和处理政府信息公开申请情况',
      '（三）政府信息管理情况',
    ],
    'with digits': ['1.主动公开政府信息情况', '2.主动公开政府信息情况', '3.收到和处理政府信息公开申请情况'],
    'with restarted top-level numerals': [
      '一、主动公开政府信息情况',
      '公开12条。',
      '二、依申请公开情况',
      '三、平台建设',
    ],
    'run into their text': [
      '（二）主动公开政府信息情况。公开12条。',
      '（三）收到和处理政府信息公开申请情况。3件。',
    ],
  }
  test.each(Object.keys(subHeadings))('%s', (name) => {
    const lines = reportWith({})
    const report = [...lines.slice(0, 4), ...(subHeadings[name] ?? []), ...lines.slice(6)]
    expect(headingsOf(report)).toEqual(expected({}))
  })

  test('even where the part they name has lost its heading', () => {
    const lines = reportWith({ 3: '' })
    const report = [
      ...lines.slice(0, 4),
      '（二）主动公开情况',
      '（三）收到和处理政府信息公开申请情况',
      '（四）平台建设',
      ...lines.slice(4),
    ]
    expect(headingsOf(report)).toEqual(expected({ 3: '' }))
  })
})

describe('a list of the parts is no heading', () => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    'with numerals': [
      '本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。',
    ],
    'with numerals and commas': [
      '全文由一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，四、政府信息公开行政复议、行政诉讼情况，五、存在的主要问题及改进情况，六、其他需要报告的事项六部分组成。',
    ],
    'broken over lines': [
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、',
      '政府信息公开行政复议、行政诉讼情况、',
      '存在的主要问题及改进情况、',
      '其他需要报告的事项',
      '六个部分组成。',
    ],
    'as a table of contents': numbers.map(official),
    'as a table of contents with page numbers': numbers.map((number) => `${official(number)}……………${number}`),
    'as a table of contents with tabs': numbers.map((number) => `${official(number)}\t${number}`),
  }
  test.each(Object.keys(lists))('%s', (name) => {
    const list = lists[name] ?? []
    const [title = '', ...rest] = reportWith({})
    const found = findHeadings(splitHeadings(linesOf([title, ...list, ...rest])))
    expect(found.map(({ text }) => text)).toEqual(numbers.map(official))
    expect(found[0]?.place.line).toBe(1 + list.length + 2)
  })

  test('wherever a line ends in it', () => {
    const list = `${lead[1] ?? ''}现予公布。`
    const [, , ...rest] = reportWith({})
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: list.length - 1 }),
        fc.integer({ min: 20, max: 60 }),
        (at, width) => {
          const lines = [
            list.slice(0, at),
            ...(list.slice(at).match(new RegExp(`.{1,${width}}`, 'gu')) ?? []),
          ]
          const found = findHeadings(splitHeadings(linesOf([...lines, ...rest])))
          expect(found.map(({ number, place }) => [number, place.line > lines.length])).toEqual(
            numbers.map((number) => [number, true]),
          )
        },
      ),
      { seed: 20240131, numRuns: 300 },
    )
  })
})

describe('a heading broken over two lines is one heading', () => {
  test.each([
    [4, '四、政府信息公开行政复议、行政诉', '讼情况'],
    [4, '四、因政府信息公开工作被申请行政复议、', '提起行政诉讼情况'],
    [3, '三、收到和处理政府信息公开申请', '情况'],
    [1, '一、', '总体情况'],
    [5, '五、存在的主要', '问题及改进情况'],
  ] as const)('%i: %s', (number, first, second) => {
    const lines = reportWith({}).flatMap((line) => (line === official(number) ? [first, second] : [line]))
    expect(headingsOf(lines)).toEqual(expected({ [number]: first + second }))
  })
})

test('parts in another order keep the order of the file', () => {
  const three = [official(3), ...bodies[3]]
  const four = [official(4), ...bodies[4]]
  const lines = [
    ...lead,
    official(1),
    ...bodies[1],
    official(2),
    ...bodies[2],
    ...four,
    ...three,
    official(5),
    ...bodies[5],
  ]
  expect(headingsOf(lines).map((heading) => heading.charAt(0))).toEqual(['1', '2', '4', '3', '5'])
})

test('a heading printed twice counts where it stands first', () => {
  const lines = reportWith({})
  const at = lines.indexOf(official(3))
  const found = findHeadings(linesOf([...lines.slice(0, at + 4), official(3), ...lines.slice(at + 4)]))
  expect(found.map(({ number }) => number)).toEqual(numbers)
  expect(found[2]?.place.line).toBe(at + 1)
})

test('marks of web pages and converters round a heading are not part of it', () => {
  const marked = {
    1: '## 一、总体情况',
    4: '[image: 表格_03]四、政府信息公开行政复议、行政诉讼情况',
    5: '**五、存在的主要问题及改进情况**',
  }
  expect(headingsOf(reportWith(marked))).toEqual(expected({}))
})

test('wrong numerals do not hide a part', () => {
  const shifted = {
    4: '三、政府信息公开行政复议、行政诉讼情况',
    5: '四、存在的主要问题及改进情况',
    6: '五、其他需要报告的事项',
  }
  expect(headingsOf(reportWith(shifted))).toEqual(expected(shifted))
})

test('a part in two does not hide the next one', () => {
  const split = { 5: '五、存在的主要问题', 6: '七、其他需要报告的事项' }
  const lines = reportWith(split).flatMap((line) =>
    line === split[6] ? ['六、改进措施', '加强培训。', line] : [line],
  )
  expect(headingsOf(lines)).toEqual(expected(split))
})

test('any numeral style before any wording is found', () => {
  const styles = [
    (n: SectionNumber) => `${sectionNumerals[n - 1] ?? ''}、`,
    (n: SectionNumber) => `${sectionNumerals[n - 1] ?? ''}．`,
    (n: SectionNumber) => `  ${sectionNumerals[n - 1] ?? ''} 、 `,
    (n: SectionNumber) => `${n}、`,
    (n: SectionNumber) => `${n}. `,
    (n: SectionNumber) => `（${sectionNumerals[n - 1] ?? ''}）`,
    (n: SectionNumber) => `第${sectionNumerals[n - 1] ?? ''}部分\u3000`,
    () => '',
  ]
  const tails = ['', '统计表', '：']
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.constantFrom(...styles),
      fc.constantFrom(...tails),
      fc.nat(20),
      (number, style, tail, gap) => {
        const wording = `${officialHeadings[number - 1] ?? ''}${tail}`
        const at = gap % wording.length
        const heading = `${style(number)}${wording.slice(0, at)}${gap > 10 ? ' ' : ''}${wording.slice(at)}`
        expect(headingsOf(reportWith({ [number]: heading }))).toEqual(expected({ [number]: heading }))
      },
    ),
    { seed: 20250131, numRuns: 500 },
  )
})
