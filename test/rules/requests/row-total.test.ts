import { rowTotal } from '../../../src/rules/requests/row-total.ts'
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
const blanks = Array.from({ length: 6 }, () => blankCell)

testRule(rowTotal, {
  passes: {
    'all zero': aReadReport(),
    'all blank': aReadReport({ cells: everyCell('requests', blankCell) }),
    'total blank': aReadReport({ cells: requestRow('received', 2, 0, 0, 0, 0, 0, blankCell) }),
    'total a placeholder': aReadReport({ cells: requestRow('received', 2, 0, 0, 0, 0, 0, placeholderCell) }),
    'every applicant blank but one': aReadReport({
      cells: requestRow('received', 3, blankCell, blankCell, placeholderCell, blankCell, blankCell, 3),
    }),
    'no applicant filled in, as cells/blank says': aReadReport({
      cells: requestRow('received', ...blanks, 3),
    }),
    'an applicant with decimals': aReadReport({ cells: requestRow('received', 1.5, 0, 0, 0, 0, 0, 2) }),
    'a total with decimals': aReadReport({ cells: requestRow('received', 1, 0, 0, 0, 0, 0, 1.5) }),
    'an applicant unread': aReadReport({ cells: requestRow('received', unreadCell('两'), 0, 0, 0, 0, 0, 2) }),
    'an applicant column absent': aReadReport({
      cells: requestRow('received', 1, absentCell, 0, 0, 0, 0, 2),
    }),
  },
  finds: {
    '2 + 0 + 0 + 0 + 0 + 0, total 1': {
      report: aReadReport({ cells: requestRow('received', 2, 0, 0, 0, 0, 0, 1) }),
      messages: ['“一、本年新收政府信息公开申请数量”行：各类申请人之和为 2，“总计”为 1（相差 1）'],
      where: [`${place} / 一、本年新收政府信息公开申请数量`],
      evidence: [
        [
          '本年新收／自然人：2',
          '本年新收／商业企业：0',
          '本年新收／科研机构：0',
          '本年新收／社会公益组织：0',
          '本年新收／法律服务机构：0',
          '本年新收／其他：0',
          '本年新收／总计：1',
        ],
      ],
    },
    'one finding a row': {
      report: aReadReport({
        cells: {
          ...requestRow('partiallyGranted', 1, 1, 1, 1, 1, 1, 5),
          ...requestRow('handledTotal', 0, 0, 0, 0, 0, 0, 5),
          ...requestRow('carriedForward', 0, 10, 0, 0, 0, 0, 1),
        },
      }),
      messages: [
        '“（二）部分公开”行：各类申请人之和为 6，“总计”为 5（相差 1）',
        '“（七）总计”行：各类申请人之和为 0，“总计”为 5（相差 5）',
        '“四、结转下年度继续办理”行：各类申请人之和为 10，“总计”为 1（相差 9）',
      ],
    },
    'blanks count 0 beside a number': {
      report: aReadReport({ cells: requestRow('granted', 1, blankCell, 0, 0, 0, 0, 3) }),
      messages: ['“（一）予以公开”行：各类申请人之和为 1，“总计”为 3（相差 2）'],
    },
  },
})
