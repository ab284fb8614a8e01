import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block, Table } from '../../src/readers/document.ts'
import { UnreadableFileError } from '../../src/errors.ts'
import { extractReport } from '../../src/report/extract.ts'
import type { ReadReport } from '../../src/report/read-report.ts'
import { reportWith } from './a-report-text.ts'
import { linesOf, picture } from './lines/lines-of.ts'

const scraps = fc.constantFrom(
  ...reportWith({}),
  '',
  '三、',
  '（二）',
  '总体情况',
  '2023年度',
  '2023年',
  '某某县财政局',
  '统计期限自年月日',
  '国办公开办函〔20',
  '- 3 -',
  '一、总体情况；二、主动公开政府信息情况；',
  '六、其他需要报告的事项：无。七、其他需要报告的事项',
  '政府信息公开工作年度报告\n\n（2023',
  '\u{20BB7}\uD842',
)
const paragraphs = fc.array(
  fc.oneof(
    scraps,
    fc.tuple(scraps, scraps).map((two) => two.join('')),
    fc.string(),
  ),
  { maxLength: 30 },
)

function tableOf(texts: readonly string[], line: number): Table {
  const cells = texts.map((text, index) => ({
    row: Math.floor(index / 2),
    column: index % 2,
    rowSpan: 1,
    columnSpan: 1,
    text,
    blocks: linesOf(text),
  }))
  return { kind: 'table', rowCount: Math.ceil(texts.length / 2), columnCount: 2, cells, place: { line } }
}

const documents = fc
  .tuple(paragraphs, fc.array(scraps, { minLength: 1, maxLength: 6 }), fc.nat(30))
  .map(([lines, cells, at]) => {
    const blocks: Block[] = [...linesOf(lines)]
    blocks.splice(at % (blocks.length + 1), 0, tableOf(cells, at + 1), picture(at + 1))
    return blocks
  })

function read(blocks: readonly Block[]): ReadReport | null {
  try {
    return extractReport({ format: 'docx', blocks })
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFileError)
    return null
  }
}

test('whatever the blocks, a report comes out or the file is refused', () => {
  fc.assert(
    fc.property(documents, (blocks) => {
      const found = read(blocks)
      if (found === null) return
      const numbers = found.sections.map(({ number }) => number)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(found.report.sections.map(({ number }) => number)).toEqual(numbers)
      for (const { heading, wording, printedNumber, headingPresent } of found.sections) {
        expect(wording).not.toBe('')
        if (headingPresent)
          expect(heading.replace(/\s/g, '')).toBe(`${printedNumber}${wording}`.replace(/\s/g, ''))
      }
    }),
    { seed: 31, numRuns: 150 },
  )
})

test('no word of the text is lost or told twice', () => {
  const all = reportWith({})
  const marks = fc.uniqueArray(fc.tuple(fc.integer({ min: 100, max: 999 }), fc.nat(all.length - 1)), {
    maxLength: 12,
    selector: ([mark]) => mark,
  })
  fc.assert(
    fc.property(marks, (at) => {
      const lines = all.flatMap((line, index) => [
        ...at.filter(([, place]) => place === index).map(([mark]) => `另有一段说明文字，编为第${mark}段。`),
        line,
      ])
      const found = read(linesOf(lines))
      const text = [
        ...(found?.lead ?? []),
        ...(found?.sections ?? []).flatMap((section) => section.paragraphs),
      ]
      for (const [mark, place] of at) {
        // What stands before the title is the page's furniture and no part of the report.
        const count = text.filter((paragraph) => paragraph.text.includes(`第${mark}段`)).length
        expect({ mark, place, count }).toEqual({ mark, place, count: place === 0 ? 0 : 1 })
      }
    }),
    { seed: 35, numRuns: 25 },
  )
})
