import { decimal } from '../../../src/rules/cells/decimal.ts'
import { aReadReport, unreadCell } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(decimal, {
  passes: {
    'whole numbers': aReadReport({ cells: { 'proactiveDisclosure.licenses': 11398889 } }),
    'fees with any decimals': aReadReport({ cells: { 'proactiveDisclosure.fees': 190.457379 } }),
    '12.0': aReadReport({ cells: { 'proactiveDisclosure.licenses': Number('12.0') } }),
    'text that is no number': aReadReport({ cells: { 'proactiveDisclosure.licenses': unreadCell('1/2') } }),
  },
  finds: {
    'licences 1.5': {
      report: aReadReport({ cells: { 'proactiveDisclosure.licenses': 1.5 } }),
      messages: ['表二“行政许可／本年处理决定数量”为1.5，件数应为整数，请核对。'],
    },
    'a request and a half': {
      report: aReadReport({
        cells: { 'requests.granted.enterprise': 0.5, 'review.litigationDirect.other': 2.5 },
      }),
      messages: [
        '表三“予以公开／商业企业”为0.5，件数应为整数，请核对。',
        '表四“未经复议直接起诉／其他结果”为2.5，件数应为整数，请核对。',
      ],
    },
  },
})
