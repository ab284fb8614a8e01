import { describe, expect, test } from '@jest/globals'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import { splitHeadings } from '../../../src/report/parts/split-headings.ts'
import { officialHeadings, type SectionNumber } from '../../../src/report/statutory-tables.ts'
import { numbers, official } from '../a-report-text.ts'
import { linesOf } from '../lines/lines-of.ts'

function headingsOf(lines: readonly string[]): readonly string[] {
  return findHeadings(splitHeadings(linesOf(lines))).map(({ number, text }) => `${number} ${text}`)
}

describe('a report with all its headings in digits', () => {
  const digits = (number: SectionNumber) => `${number}、${officialHeadings[number - 1] ?? ''}`
  const rows: Partial<Record<SectionNumber, readonly string[]>> = {
    3: ['一、本年新收政府信息公开申请数量 0', '1.申请人逾期不补正', '2.申请人逾期未缴费', '3.其他 0'],
    5: ['1.主要问题。公开不够及时。', '2.改进情况。加强培训。', '5.其他问题。'],
  }

  test('has all six, also below rows and sub-headings numbered alike', () => {
    const lines = numbers.flatMap((number) => [digits(number), ...(rows[number] ?? ['本年度无变化。'])])
    expect(headingsOf(lines)).toEqual(numbers.map((number) => `${number} ${digits(number)}`))
  })

  test('is not one where they stand as sub-headings under 一 … 六', () => {
    const lines = numbers.flatMap((number) => [official(number), '正文。', digits(number), '正文。'])
    expect(headingsOf(lines)).toEqual(numbers.map((number) => `${number} ${official(number)}`))
  })
})

test.each(['## 一、总体情况', '**一、总体情况**', '__一、总体情况__', '### **一、总体情况** ###'])(
  '%s is read without its marks',
  (heading) => {
    expect(headingsOf([heading, '正文。'])).toEqual(['1 一、总体情况'])
  },
)
