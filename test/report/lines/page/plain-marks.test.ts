import { describe, expect, test } from '@jest/globals'
import { withoutInvisible, withoutWrapping } from '../../../../src/report/lines/page/plain-marks.ts'
import { disclosureFigures, part2, part3, requestFigures, requestLabels, valuesOf } from '../table-texts.ts'

describe('characters nobody sees', () => {
  const sets = ['\u200B', '\uFEFF', '\u200D', '\u2060', '\u00AD']
  test.each(sets)('%j inside and round numbers is no part of them', (mark) => {
    const hidden = (figure: number): string => `${mark}${Array.from(String(figure)).join(mark)}${mark}`
    const rows = requestLabels.map((label, row) => [label, ...(requestFigures[row] ?? []).map(hidden)])
    for (const parting of ['\n', ' ', '\t']) {
      const lines = rows.map((row) => row.join(parting))
      expect(valuesOf('requests', [part3, ...lines])).toEqual(requestFigures.flat())
    }
  })
  test('nothing else is left out', () => {
    expect(withoutInvisible('规章\t7 8')).toBe('规章\t7 8')
  })
})

describe('marks round figures', () => {
  test.each([
    ['**3**', '3'],
    ['__12.5__', '12.5'],
    ['"3"', '3'],
    ['“3”', '3'],
    ["'3", '3'],
    ['| **3** | 780* |', '| 3 | 780* |'],
    ['危及“三安全一稳定”', '危及“三安全一稳定”'],
    ['2**3', '2**3'],
  ])('%s is %s', (printed, plain) => {
    expect(withoutWrapping(printed)).toBe(plain)
  })
  test('bold figures of table 二 are read cell by cell', () => {
    const [a, b, c, d, e, f, ...rest] = disclosureFigures.map((figure) => `**${figure}**`)
    const labels = ['行政许可', '行政处罚', '行政强制', '行政事业性收费']
    const rows = [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章（件）', a, b, c],
      ['行政规范性文件（件）', d, e, f],
      ...labels.map((label, index) => [label, rest[index]]),
    ]
    expect(valuesOf('proactiveDisclosure', [part2, ...rows.map((row) => row.join('\n'))])).toEqual(
      disclosureFigures,
    )
  })
})
