import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readCell, readLetterZeros } from '../../../src/report/tables/cells.ts'
import type { CellKind } from '../../../src/report/tables/cells.ts'

const place = { line: 7 }
const read = (text: string, kind: CellKind = 'count') => {
  const { state, value, repaired } = readCell(text, kind, place)
  return { state, value, repaired }
}

describe('plain numbers', () => {
  test.each([
    ['0', 0],
    ['０', 0],
    [' 0 ', 0],
    ['\u00a00\u3000', 0],
    ['\n0', 0],
    ['12\u200b', 12],
    ['1,295', 1295],
    ['1，295', 1295],
    ['1, 295', 1295],
    ['1\u2009295', 1295],
    ['11,398,889', 11398889],
    ['11398889', 11398889],
    ['１２３４', 1234],
    ['12\n95', 1295],
    ['1\n295', 1295],
    ['113\n988\n89', 11398889],
    ['12.0', 12],
    ['1.5', 1.5],
    ['-3', -3],
    ['－3', -3],
    ['−3', -3],
    ['+14', 14],
    ['-0', 0],
    ['00', 0],
    ['0。', 0],
    ['22（其中修订16件）', 22],
    ['55(含自然失效29件)', 55],
    ['22\n（其中修订16件）', 22],
    ['22（其中修订（含修正）16件）（见附件）', 22],
    ['22（其中修订16件', 22],
    ['295①', 295],
    ['295 ②', 295],
    ['0*', 0],
    ['3＊＊', 3],
    ['7※', 7],
    ['12[1]', 12],
    ['12〔1〕', 12],
    ['12注1', 12],
    ['12（注1）', 12],
    ['12注①', 12],
  ])('%j is %d', (text, value) => {
    expect(read(text)).toEqual({ state: 'number', value, repaired: false })
  })

  test.each([
    ['0（单位：万元）', 0],
    ['3.5 (单位:万元)', 3.5],
  ])('%j is a fee in the unit of the form: %d', (text, value) => {
    expect(read(text, 'fees')).toEqual({ state: 'number', value, repaired: false })
  })

  test('a fee keeps its decimals', () => {
    expect(read('190.457379', 'fees')).toEqual({ state: 'number', value: 190.457379, repaired: false })
    expect(read('1,190.4573', 'fees')).toEqual({ state: 'number', value: 1190.4573, repaired: false })
    expect(read('7730.\n28', 'fees')).toEqual({ state: 'number', value: 7730.28, repaired: false })
  })
})

describe('numbers that had to be made out', () => {
  test.each<[string, CellKind, number]>([
    ['0件', 'count', 0],
    ['3条', 'count', 3],
    ['1,295 件', 'count', 1295],
    ['22件（其中修订16件）', 'count', 22],
    ['12（件）', 'count', 12],
    ['无', 'count', 0],
    ['无', 'fees', 0],
    ['零', 'count', 0],
    ['〇', 'count', 0],
    ['０.5万元', 'fees', 0.5],
    ['251000元', 'fees', 25.1],
    ['1234.56元', 'fees', 0.123456],
    ['251000（元）', 'fees', 25.1],
    ['240万元', 'fees', 240],
    ['160.5964万元', 'fees', 160.5964],
    ['0.5亿元', 'fees', 5000],
    ['0元', 'count', 0],
    ['0件', 'fees', 0],
  ])('%j as %s is %d, repaired', (text, kind, value) => {
    expect(read(text, kind)).toEqual({ state: 'number', value, repaired: true })
  })
})

describe('no number', () => {
  test.each(['', ' ', '\u00a0', '\u3000', '\n\n', '\u200b'])('%j is blank', (text) => {
    expect(readCell(text, 'count', place)).toEqual({
      state: 'blank',
      value: null,
      text: '',
      repaired: false,
      place,
    })
  })

  test.each(['/', '／', '-', '－', '—', '——', '—\n—', '–', '--', '−', '不涉及', ' / '])(
    '%j is a placeholder',
    (text) => {
      expect(read(text)).toEqual({ state: 'placeholder', value: null, repaired: false })
    },
  )

  test.each<[string, CellKind]>([
    ['一', 'count'],
    ['若干', 'count'],
    ['不详', 'count'],
    ['1/2', 'count'],
    ['约10', 'count'],
    ['10余', 'count'],
    ['#REF!', 'count'],
    ['O', 'count'],
    ['1O', 'count'],
    ['①', 'count'],
    ['5²', 'count'],
    ['½', 'count'],
    ['12 95', 'count'],
    ['0 0', 'count'],
    ['0\n5', 'count'],
    ['1\n2\n3', 'count'],
    ['1.', 'count'],
    ['1、', 'count'],
    ['1,29', 'count'],
    ['1.2.3', 'count'],
    ['5%', 'count'],
    ['5（6）', 'count'],
    ['（3）', 'count'],
    ['22（a），33', 'count'],
    ['1.14E+07', 'count'],
    ['1.2万件', 'count'],
    ['3（万件）', 'count'],
    ['251000元', 'count'],
    ['3件', 'fees'],
    ['3人', 'count'],
    ['- 3', 'count'],
    ['99999999999999999999', 'count'],
  ])('%j as %s is unread', (text, kind) => {
    expect(read(text, kind)).toEqual({ state: 'unread', value: null, repaired: false })
  })

  test('the words are kept as printed, trimmed', () => {
    expect(readCell(' 若干\n', 'count', place)).toMatchObject({ text: '若干', place })
  })
})

describe('letters for zeros', () => {
  const row = (...texts: string[]) =>
    readLetterZeros(texts.map((text) => readCell(text, 'count', place))).map((cell) => cell.value)

  test('a letter O beside a zero is a zero', () => {
    expect(row('0', 'O', 'o', 'Ｏ', '0')).toEqual([0, 0, 0, 0, 0])
    expect(row('3', 'O', '0', '3')).toEqual([3, 0, 0, 3])
  })

  test('without a zero beside it, or inside a number, it is not read', () => {
    expect(row('3', 'O', '5')).toEqual([3, null, 5])
    expect(row('0', '1O', '0')).toEqual([0, null, 0])
  })
})

describe('any text', () => {
  const separators = fc.constantFrom(',', '，', '')
  const grouped = (value: number, separator: string) => String(value).replace(/\B(?=(?:\d{3})+$)/g, separator)

  test('a count is read the same however it is dressed', () => {
    const dressed = fc.tuple(
      fc.nat(20_000_000),
      separators,
      fc.constantFrom('', ' ', '\n', '\u3000'),
      fc.constantFrom('', '（其中修订16件）', ' (含2件)'),
      fc.boolean(),
    )
    fc.assert(
      fc.property(dressed, ([value, separator, space, remark, wide]) => {
        const plain = grouped(value, separator)
        const digits = wide
          ? plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
          : plain
        expect(read(`${space}${digits}${remark}${space}`)).toEqual({
          state: 'number',
          value,
          repaired: false,
        })
      }),
      { seed: 4 },
    )
  })

  test('no value has digits that the text has not, and none is without state', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc
        .array(
          fc.constantFrom('1', '2', '0', ',', '.', '-', ' ', '\n', '件', '元', '（', '）', '万', 'O', '/'),
          {
            maxLength: 9,
          },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(wild, fc.constantFrom<CellKind>('count', 'fees'), (text, kind) => {
        const cell = readCell(text, kind, place)
        expect(cell.state === 'number').toBe(cell.value !== null)
        if (cell.value === null || cell.repaired) return
        const head = text.normalize('NFKC').replace(/[\s,]/g, '')
        expect(head.replace(/^[+-]?0+(?=\d)/, (zeros) => zeros.replace(/0/g, ''))).toContain(
          String(Math.abs(cell.value)),
        )
      }),
      { seed: 4, numRuns: 2000 },
    )
  })
})
