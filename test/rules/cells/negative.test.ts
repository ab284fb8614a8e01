import { negative } from '../../../src/rules/cells/negative.ts'
import { aReadReport, placeholderCell } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(negative, {
  passes: {
    zeros: aReadReport(),
    '- alone': aReadReport({ cells: { 'requests.received.total': { ...placeholderCell, text: '-' } } }),
    'changes of a 2019 table, which have no key': aReadReport({
      year: 2020,
      forms: { proactiveDisclosure: '2019' },
    }),
  },
  finds: {
    'a number below 0': {
      report: aReadReport({
        cells: { 'requests.received.total': -3, 'proactiveDisclosure.normativeDocuments.inForce': -1 },
      }),
      messages: [
        '表二“行政规范性文件／现行有效件数”为-1，数量不能为负数，请核对。',
        '表三“本年新收／总计”为-3，数量不能为负数，请核对。',
      ],
      where: [
        '二、主动公开政府信息情况 / 行政规范性文件／现行有效件数',
        '三、收到和处理政府信息公开申请情况 / 本年新收／总计',
      ],
    },
    'fees below 0': {
      report: aReadReport({ cells: { 'proactiveDisclosure.fees': -0.5 } }),
      messages: ['表二“行政事业性收费／本年收费金额”为-0.5，数量不能为负数，请核对。'],
    },
  },
})
