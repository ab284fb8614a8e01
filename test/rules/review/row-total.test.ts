import { rowTotal } from '../../../src/rules/review/row-total.ts'
import type { Cell } from '../../../src/report/read-report.ts'
import type { ReviewGroup } from '../../../src/report/statutory-tables.ts'
import type { CellChanges } from '../../a-read-report.ts'
import { absentCell, aReadReport, blankCell, placeholderCell, unreadCell } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

type Value = number | Cell

/** One group of table 四: 维持, 纠正, 其他, 尚未审结, 总计. */
function group(
  key: ReviewGroup,
  upheld: Value,
  corrected: Value,
  other: Value,
  pending: Value,
  total: Value,
): CellChanges {
  return {
    [`review.${key}.upheld`]: upheld,
    [`review.${key}.corrected`]: corrected,
    [`review.${key}.other`]: other,
    [`review.${key}.pending`]: pending,
    [`review.${key}.total`]: total,
  }
}

testRule(rowTotal, {
  passes: {
    'all zero': aReadReport(),
    '5, blank, blank, 2 → 7': aReadReport({ cells: group('reconsideration', 5, blankCell, blankCell, 2, 7) }),
    'a group wholly blank': aReadReport({
      cells: group('litigationDirect', blankCell, blankCell, blankCell, blankCell, blankCell),
    }),
    'a group of placeholders': aReadReport({
      cells: group(
        'litigationDirect',
        placeholderCell,
        placeholderCell,
        placeholderCell,
        placeholderCell,
        placeholderCell,
      ),
    }),
    'total blank': aReadReport({ cells: group('reconsideration', 5, 0, 0, 2, blankCell) }),
    'a result unread': aReadReport({ cells: group('reconsideration', unreadCell('5件左右'), 0, 0, 2, 8) }),
    'a group absent': aReadReport({
      cells: group('reconsideration', absentCell, absentCell, absentCell, absentCell, 8),
    }),
    '复议后起诉 greater than 行政复议': aReadReport({
      cells: group('litigationAfterReconsideration', 5, 0, 0, 0, 5),
    }),
  },
  finds: {
    '3 + 1 + 0 + 1 ≠ 6': {
      report: aReadReport({ cells: group('reconsideration', 3, 1, 0, 1, 6) }),
      messages: ['行政复议：结果维持 3 + 结果纠正 1 + 其他结果 0 + 尚未审结 1 ≠ 总计 6（相差 1）'],
      where: ['四、政府信息公开行政复议、行政诉讼情况 / 行政复议'],
      evidence: [
        [
          '行政复议／结果维持：3',
          '行政复议／结果纠正：1',
          '行政复议／其他结果：0',
          '行政复议／尚未审结：1',
          '行政复议／总计：6',
        ],
      ],
    },
    'each group by its name': {
      report: aReadReport({
        cells: {
          ...group('litigationDirect', 1, blankCell, 0, 0, 0),
          ...group('litigationAfterReconsideration', 5, 0, 0, 0, 0),
        },
      }),
      messages: [
        '未经复议直接起诉：结果维持 1 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 ≠ 总计 0（相差 1）',
        '复议后起诉：结果维持 5 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 ≠ 总计 0（相差 5）',
      ],
    },
  },
})
