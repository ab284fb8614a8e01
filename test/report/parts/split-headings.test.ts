import { describe, expect, test } from '@jest/globals'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import { splitHeadings } from '../../../src/report/parts/split-headings.ts'
import { numbers, official, reportWith } from '../a-report-text.ts'
import { linesOf } from '../lines/lines-of.ts'

function headingsOf(line: string): readonly string[] {
  return findHeadings(splitHeadings(linesOf([line]))).map(({ text }) => text)
}

describe('a heading is cut out of what shares its line', () => {
  test.each([
    ['一、总体情况2023年，我局认真落实条例。', '一、总体情况', '2023年，我局认真落实条例。'],
    ['一、总体情况\u30002023年，我局认真落实条例。', '一、总体情况', '2023年，我局认真落实条例。'],
    ['六、其他需要报告的事项：无。', '六、其他需要报告的事项', '无。'],
    ['六、其他事项：未收取信息处理费。', '六、其他事项', '未收取信息处理费。'],
    ['六、其他需要报告的事项 无', '六、其他需要报告的事项', '无'],
    ['五、存在问题及改进情况。一是公开不及时。', '五、存在问题及改进情况', '一是公开不及时。'],
    ['五、存在的主要问题及改进情况（一）主要问题', '五、存在的主要问题及改进情况', '（一）主要问题'],
    [
      '四、政府信息公开行政复议、行政诉讼情况本年度未发生。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '本年度未发生。',
    ],
    ['一、总体情况\n2023年，我局认真落实条例。', '一、总体情况', '2023年，我局认真落实条例。'],
  ])('%s', (line, heading, text) => {
    expect(
      splitHeadings(linesOf([line])).map((block) => (block.kind === 'paragraph' ? block.text.trim() : '')),
    ).toEqual([heading, text])
  })

  test('from the text before it', () => {
    const line = '以上工作取得成效。五、存在的主要问题及改进情况公开不够及时。六、其他需要报告的事项无。'
    expect(headingsOf(line)).toEqual(['五、存在的主要问题及改进情况', '六、其他需要报告的事项'])
  })

  test('in a whole report on one line', () => {
    expect(headingsOf(reportWith({}).join(''))).toEqual(numbers.map(official))
    expect(headingsOf(reportWith({}).join(' '))).toEqual(numbers.map(official))
  })

  test('with all its text kept', () => {
    const whole = reportWith({}).join('')
    const pieces = splitHeadings(linesOf([whole])).map((block) =>
      block.kind === 'paragraph' ? block.text : '',
    )
    expect(pieces.join('')).toBe(whole)
  })

  test('but a quoted heading is left alone', () => {
    const line = '详见“五、存在的主要问题及改进情况”和《六、其他需要报告的事项》。'
    expect(splitHeadings(linesOf([line]))).toHaveLength(1)
  })
})
