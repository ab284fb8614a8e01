import { resultRows } from '../../../src/report/statutory-tables.ts'
import { handledTotal } from '../../../src/rules/requests/handled-total.ts'
import type { CellChanges } from '../../a-read-report.ts'
import {
  absentCell,
  aReadReport,
  blankCell,
  everyCell,
  placeholderCell,
  requestRow,
  unreadCell,
} from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

const place = '三、收到和处理政府信息公开申请情况'

/** The `total` cell of all result rows. */
function totals(cell: typeof blankCell): CellChanges {
  return Object.fromEntries(resultRows.map((row) => [`requests.${row}.total`, cell]))
}

testRule(handledTotal, {
  passes: {
    'a cell with decimals': aReadReport({ cells: { 'requests.handledTotal.total': 1.5 } }),
    'all zero': aReadReport(),
    'all blank': aReadReport({ cells: everyCell('requests', blankCell) }),
    'blanks among the items count 0': aReadReport({
      cells: {
        ...requestRow('granted', 2, 0, 0, 0, 0, 0, 2),
        ...requestRow(
          'stateSecret',
          blankCell,
          blankCell,
          blankCell,
          blankCell,
          blankCell,
          blankCell,
          blankCell,
        ),
        ...requestRow('notHeld', ...Array.from({ length: 7 }, () => placeholderCell)),
        ...requestRow('handledTotal', 2, 0, 0, 0, 0, 0, 2),
      },
    }),
    'rows that are absent': aReadReport({
      cells: {
        ...requestRow('enforcementFile', ...Array.from({ length: 7 }, () => absentCell)),
        ...requestRow('handledTotal', 9, 0, 0, 0, 0, 0, 9),
      },
    }),
    'an item that is unread': aReadReport({
      cells: { 'requests.granted.total': unreadCell('一'), 'requests.handledTotal.total': 1 },
    }),
    '（七） blank': aReadReport({
      cells: {
        'requests.granted.total': 1,
        'requests.granted.naturalPerson': 1,
        ...requestRow('handledTotal', blankCell, 0, 0, 0, 0, 0, placeholderCell),
      },
    }),
    'the total column blank but for row （七）': aReadReport({
      cells: {
        ...requestRow('granted', 3, 2, 0, 0, 0, 0),
        ...requestRow('handledTotal', 3, 2, 0, 0, 0, 0, 5),
        ...totals(blankCell),
      },
    }),
    'the total of one row left blank': aReadReport({
      cells: {
        ...requestRow('granted', 3, 0, 0, 0, 0, 0, blankCell),
        ...requestRow('notHeld', 1, 0, 0, 0, 0, 0, 1),
        ...requestRow('handledTotal', 4, 0, 0, 0, 0, 0, 4),
      },
    }),
    'the 2019 form: 19 rows': aReadReport({
      year: 2020,
      forms: { requests: '2019' },
      cells: {
        ...requestRow('correctionOverdue', ...Array.from({ length: 7 }, () => absentCell)),
        ...requestRow('paymentOverdue', ...Array.from({ length: 7 }, () => absentCell)),
        ...requestRow('otherHandling', 2, 0, 0, 0, 0, 0, 2),
        ...requestRow('handledTotal', 2, 0, 0, 0, 0, 0, 2),
      },
    }),
  },
  finds: {
    'items 93, total 95': {
      report: aReadReport({
        cells: {
          'requests.granted.naturalPerson': 90,
          'requests.repeated.naturalPerson': 3,
          'requests.handledTotal.naturalPerson': 95,
        },
      }),
      messages: ['“自然人”列：办理结果各项之和为 93，“（七）总计”为 95（相差 2）'],
      where: [`${place} / 自然人`],
      evidence: [['予以公开／自然人：90', '重复申请／自然人：3', '办理结果总计／自然人：95']],
    },
    'the total column blank, an applicant column wrong': {
      report: aReadReport({
        cells: {
          ...requestRow('granted', 3, 2, 0, 0, 0, 0),
          ...requestRow('handledTotal', 4, 2, 0, 0, 0, 0, 6),
          ...totals(blankCell),
        },
      }),
      messages: ['“自然人”列：办理结果各项之和为 3，“（七）总计”为 4（相差 1）'],
    },
    'an empty total in a row without cases is a 0': {
      report: aReadReport({
        cells: {
          ...requestRow('granted', 3, 0, 0, 0, 0, 0, 3),
          ...requestRow('notHeld', 0, 0, 0, 0, 0, 0, blankCell),
          ...requestRow('handledTotal', 3, 0, 0, 0, 0, 0, 4),
        },
      }),
      messages: ['“总计”列：办理结果各项之和为 3，“（七）总计”为 4（相差 1）'],
    },
    'the 2019 form, wrong': {
      report: aReadReport({
        year: 2020,
        forms: { requests: '2019' },
        cells: {
          ...requestRow('correctionOverdue', ...Array.from({ length: 7 }, () => absentCell)),
          ...requestRow('paymentOverdue', ...Array.from({ length: 7 }, () => absentCell)),
          ...requestRow('handledTotal', 0, 0, 0, 0, 0, 1, 1),
        },
      }),
      messages: [
        '“其他”列：办理结果各项之和为 0，“（七）总计”为 1（相差 1）',
        '“总计”列：办理结果各项之和为 0，“（七）总计”为 1（相差 1）',
      ],
    },
  },
})
