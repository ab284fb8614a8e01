import { describe, expect, test } from '@jest/globals'

import { applyRules, rules } from '../../src/rules/index.ts'
import type { Rule } from '../../src/rules/rule.ts'
import type { ReportChanges } from '../a-read-report.ts'
import { absentCell, aReadReport, blankCell, everyCell, requestRow } from '../a-read-report.ts'
import { contextOf } from '../rule-tester.ts'

/** Rule ids of what is found on a report with these changes. */
function found(changes: ReportChanges): readonly string[] {
  return applyRules(contextOf(aReadReport(changes))).findings.map((finding) => finding.rule)
}

describe('applyRules', () => {
  test('finds nothing in a report without faults', () => {
    expect(applyRules(contextOf(aReadReport()))).toEqual({ findings: [], verdict: 'pass', faults: [] })
  })

  test('gives every finding the rule’s id, severity and cells', () => {
    const report = aReadReport({ cells: { 'review.reconsideration.total': 1 } })
    expect(applyRules(contextOf(report)).findings).toEqual([
      {
        rule: 'review/row-total',
        severity: 'error',
        message: '行政复议：结果维持 0 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 ≠ 总计 1（相差 1）',
        where: '四、政府信息公开行政复议、行政诉讼情况 / 行政复议',
        evidence: [
          '行政复议／结果维持：0',
          '行政复议／结果纠正：0',
          '行政复议／其他结果：0',
          '行政复议／尚未审结：0',
          '行政复议／总计：1',
        ],
        cells: [
          'review.reconsideration.upheld',
          'review.reconsideration.corrected',
          'review.reconsideration.other',
          'review.reconsideration.pending',
          'review.reconsideration.total',
        ],
      },
    ])
  })

  test('keeps the order of the catalogue', () => {
    const ids = found({
      title: null,
      sections: { 6: { text: ['无。'] } },
      cells: { 'requests.received.total': 1, 'proactiveDisclosure.licenses': blankCell },
    })
    expect(ids).toEqual([
      'structure/title',
      'content/fee-statement',
      'cells/blank',
      'requests/balance',
      'requests/row-total',
    ])
  })

  test.each([
    ['pass', 'nothing but info', { period: null }],
    ['warn', 'a warning', { cells: { 'proactiveDisclosure.licenses': blankCell } }],
    ['fail', 'an error', { title: null, cells: { 'proactiveDisclosure.licenses': blankCell } }],
  ] as const)('gives the verdict %s for %s', (verdict, _, changes) => {
    expect(applyRules(contextOf(aReadReport(changes))).verdict).toBe(verdict)
  })

  test('reports a rule that throws as a fault of ours, and the others still run', () => {
    const error = new TypeError('broken')
    const broken: Rule = {
      id: 'cells/blank',
      severity: 'error',
      docs: { summary: '单元格不空白。', basis: '', remedy: '' },
      check: () => {
        throw error
      },
    }
    const applied = rules.map((rule) => (rule.id === broken.id ? broken : rule))
    const result = applyRules(contextOf(aReadReport({ title: null })), applied)
    expect(result.faults).toEqual([{ rule: 'cells/blank', error }])
    expect(result.findings.map(({ rule, severity, message }) => ({ rule, severity, message }))).toEqual([
      {
        rule: 'structure/title',
        severity: 'error',
        message: '未找到报告标题，建议在文首写明“机关名称＋年份＋政府信息公开工作年度报告”。',
      },
      {
        rule: 'internal/rule-fault',
        severity: 'info',
        message: '检查项“单元格不空白”因程序故障未能完成，请人工核对这一项；其余检查结果不受影响。',
      },
    ])
  })

  test('keeps what a rule found before it threw', () => {
    const halfway: Rule = {
      id: 'cells/blank',
      severity: 'warning',
      docs: { summary: '', basis: '', remedy: '' },
      *check() {
        yield { message: 'found', where: '', evidence: [] }
        throw new Error('broken')
      },
    }
    const result = applyRules(contextOf(aReadReport()), [halfway])
    expect(result.findings.map((finding) => finding.rule)).toEqual(['cells/blank', 'internal/rule-fault'])
  })
})

describe('numbers read from a picture', () => {
  test('give a warning that asks to look at the picture', () => {
    const report = aReadReport({
      sources: { review: 'image' },
      cells: { ...everyCell('review', 0), 'review.reconsideration.total': 1 },
    })
    expect(
      applyRules(contextOf(report)).findings.map(({ rule, severity, message }) => [rule, severity, message]),
    ).toEqual([
      [
        'structure/table-image',
        'warning',
        '第四部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。已由图片识别，请对照原表。',
      ],
      [
        'review/row-total',
        'warning',
        '行政复议：结果维持 0 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 ≠ 总计 1（相差 1）（数字由图片识别，请对照原表）',
      ],
    ])
  })

  test('leave findings in other tables as they are', () => {
    const report = aReadReport({
      sources: { review: 'image' },
      cells: requestRow('granted', 1, 0, 0, 0, 0, 0, 0),
    })
    const severities = applyRules(contextOf(report)).findings.map(({ rule, severity }) => [rule, severity])
    expect(severities).toContainEqual(['requests/row-total', 'error'])
  })
})

describe('one cause, one finding', () => {
  const restAbsent = Object.fromEntries(
    ['handledTotal', 'carriedForward'].flatMap((row) =>
      Object.entries(
        requestRow(
          row === 'handledTotal' ? row : 'carriedForward',
          ...Array.from({ length: 7 }, () => absentCell),
        ),
      ),
    ),
  )

  test.each<[string, ReportChanges, readonly string[]]>([
    [
      'a part that is missing has no table, and that is not said',
      { sections: { 4: null }, sources: { review: 'missing' } },
      ['structure/section-missing'],
    ],
    [
      'part 六 missing is not also a missing fee statement',
      { sections: { 6: null } },
      ['structure/section-missing'],
    ],
    [
      'a government’s part 一 missing is not also missing content',
      { agency: '城东区人民政府', sections: { 1: null } },
      ['structure/section-missing'],
    ],
    ['part 一 empty lacks no single aspect', { sections: { 1: { text: [] } } }, ['structure/section-empty']],
    [
      'part 五 that says only 无问题 is not half written',
      { sections: { 5: { text: ['无问题。'] } } },
      ['structure/section-empty'],
    ],
    [
      'rows that are absent are neither blank nor wrong',
      {
        missingRows: { requests: ['handledTotal', 'carriedForward'] },
        cells: { ...restAbsent, ...requestRow('received', 1, 0, 0, 0, 0, 0, 1) },
      },
      ['structure/table-incomplete'],
    ],
    ['a picture that was not read', { sources: { requests: 'image' } }, ['structure/table-image']],
    ['a table left blank', { cells: everyCell('requests', blankCell) }, ['cells/blank']],
    [
      'a blank deciding cell is not an equation that fails',
      {
        cells: {
          ...requestRow('received', 3, 0, 0, 0, 0, 0, blankCell),
          ...requestRow('granted', 3, 0, 0, 0, 0, 0, 3),
          ...requestRow('handledTotal', 3, 0, 0, 0, 0, 0, 3),
        },
      },
      ['cells/blank'],
    ],
    [
      'part 六 with 无。 still owes the fee statement',
      { sections: { 6: { text: ['无。'] } } },
      ['content/fee-statement'],
    ],
  ])('%s', (_, changes, ids) => {
    expect(found(changes)).toEqual(ids)
  })
})
