import { balance } from '../../../src/rules/requests/balance.ts'
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

testRule(balance, {
  passes: {
    'a cell with decimals': aReadReport({ cells: { 'requests.received.total': 1.5 } }),
    'all zero': aReadReport(),
    'all blank': aReadReport({ cells: everyCell('requests', blankCell) }),
    '18 + 821 = 767 + 72': aReadReport({
      cells: {
        'requests.received.total': 18,
        'requests.carriedIn.total': 821,
        'requests.handledTotal.total': 767,
        'requests.carriedForward.total': 72,
      },
    }),
    'one of the four unread': aReadReport({
      cells: { 'requests.received.total': 3, 'requests.handledTotal.total': unreadCell('三') },
    }),
    'one of the four absent': aReadReport({
      cells: { 'requests.received.total': 3, 'requests.carriedForward.total': absentCell },
    }),
    'one of the four blank': aReadReport({
      cells: { 'requests.received.total': 3, 'requests.carriedIn.total': blankCell },
    }),
    'one of the four a placeholder': aReadReport({
      cells: { 'requests.received.total': 3, 'requests.carriedForward.total': placeholderCell },
    }),
    'a picture that was not read': aReadReport({ sources: { requests: 'image' } }),
  },
  finds: {
    '3 + 0 ≠ 2 + 0': {
      report: aReadReport({
        cells: { 'requests.received.total': 3, 'requests.handledTotal.total': 2 },
      }),
      messages: ['“总计”列：本年新收 3 + 上年结转 0 ≠ 办理结果总计 2 + 结转下年度 0（相差 1）'],
      where: [`${place} / 总计`],
      evidence: [['本年新收／总计：3', '上年结转／总计：0', '办理结果总计／总计：2', '结转下年度／总计：0']],
    },
    'one finding a column': {
      report: aReadReport({ cells: requestRow('carriedForward', 1, 0, 0, 0, 0, 0, 1) }),
      messages: [
        '“自然人”列：本年新收 0 + 上年结转 0 ≠ 办理结果总计 0 + 结转下年度 1（相差 1）',
        '“总计”列：本年新收 0 + 上年结转 0 ≠ 办理结果总计 0 + 结转下年度 1（相差 1）',
      ],
      where: [`${place} / 自然人`, `${place} / 总计`],
    },
    'two columns off by opposite amounts, total right': {
      report: aReadReport({
        cells: {
          ...requestRow('received', 5, 2, 0, 0, 0, 0, 7),
          ...requestRow('handledTotal', 4, 3, 0, 0, 0, 0, 7),
        },
      }),
      messages: [
        '“自然人”列：本年新收 5 + 上年结转 0 ≠ 办理结果总计 4 + 结转下年度 0（相差 1）；“自然人”与“商业企业”差额相反，可能是申请人类别填错',
        '“商业企业”列：本年新收 2 + 上年结转 0 ≠ 办理结果总计 3 + 结转下年度 0（相差 1）；“自然人”与“商业企业”差额相反，可能是申请人类别填错',
      ],
    },
    'opposite amounts, but the total cannot be evaluated': {
      report: aReadReport({
        cells: {
          ...requestRow('received', 5, 2, 0, 0, 0, 0, blankCell),
          ...requestRow('handledTotal', 4, 3, 0, 0, 0, 0, 7),
        },
      }),
      messages: [
        '“自然人”列：本年新收 5 + 上年结转 0 ≠ 办理结果总计 4 + 结转下年度 0（相差 1）',
        '“商业企业”列：本年新收 2 + 上年结转 0 ≠ 办理结果总计 3 + 结转下年度 0（相差 1）',
      ],
    },
    'two columns off the same way': {
      report: aReadReport({ cells: requestRow('received', 1, 1, 0, 0, 0, 0, 0) }),
      messages: [
        '“自然人”列：本年新收 1 + 上年结转 0 ≠ 办理结果总计 0 + 结转下年度 0（相差 1）',
        '“商业企业”列：本年新收 1 + 上年结转 0 ≠ 办理结果总计 0 + 结转下年度 0（相差 1）',
      ],
    },
    'one column blank does not keep the others quiet': {
      report: aReadReport({ cells: requestRow('received', blankCell, 0, 0, 0, 0, 2, 2) }),
      messages: [
        '“其他”列：本年新收 2 + 上年结转 0 ≠ 办理结果总计 0 + 结转下年度 0（相差 2）',
        '“总计”列：本年新收 2 + 上年结转 0 ≠ 办理结果总计 0 + 结转下年度 0（相差 2）',
      ],
    },
  },
})
