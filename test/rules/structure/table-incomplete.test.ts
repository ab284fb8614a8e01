import { requestRows } from '../../../src/report/statutory-tables.ts'
import { tableIncomplete } from '../../../src/rules/structure/table-incomplete.ts'
import { aReadReport, requestRow, unreadCell } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

const keys = requestRows.map((row) => row.key)
const afterSix = keys.slice(keys.indexOf('deliberativeProcess') + 1)
const otherRows = ['correctionOverdue', 'paymentOverdue']

testRule(tableIncomplete, {
  passes: {
    'complete tables': aReadReport(),
    'a picture': aReadReport({ sources: { requests: 'image' }, missingRows: { requests: keys } }),
    'a missing table': aReadReport({ sources: { requests: 'missing' } }),
    'lines of text in which a row could not be told apart: the missing one may be it': aReadReport({
      sources: { requests: 'text' },
      missingRows: { requests: ['repeated'] },
      cells: requestRow('received', ...Array.from({ length: 7 }, () => unreadCell('1 2 3'))),
    }),
    'the 2019 form for 2020, one row （六）其他处理': aReadReport({
      year: 2020,
      forms: { proactiveDisclosure: '2019', requests: '2019' },
      missingRows: { requests: otherRows },
    }),
    'a 2019 table in a later report that uses it throughout': aReadReport({
      forms: { proactiveDisclosure: '2019', requests: '2019' },
    }),
    'a 2019 table of a year that is not known': aReadReport({ year: null, forms: { requests: '2019' } }),
    'the columns that the 2019 form has not': aReadReport({
      year: 2020,
      forms: { proactiveDisclosure: '2019' },
      missingRows: { proactiveDisclosure: ['fees'] },
      missingColumns: { proactiveDisclosure: ['repealed', 'inForce'] },
    }),
  },
  finds: {
    'a true table with a row that could not be read and one that is missing': {
      report: aReadReport({
        missingRows: { requests: ['repeated'] },
        cells: requestRow('received', ...Array.from({ length: 7 }, () => unreadCell('1 2 3'))),
      }),
      messages: ['第三部分表格不完整：缺少1行（“2.重复申请”），请核对是否漏页或漏行。'],
    },
    'a table that ends at 6.属于四类过程性信息': {
      report: aReadReport({ missingRows: { requests: afterSix } }),
      messages: [
        '第三部分表格不完整：缺少15行（“7.属于行政执法案卷”至“四、结转下年度继续办理”），请核对是否漏页或漏行。',
      ],
      where: ['三、收到和处理政府信息公开申请情况'],
    },
    'one row': {
      report: aReadReport({ missingRows: { proactiveDisclosure: ['coerciveMeasures'] } }),
      messages: ['第二部分表格不完整：缺少1行（“行政强制”），请核对是否漏页或漏行。'],
    },
    'rows that do not follow each other': {
      report: aReadReport({ missingRows: { requests: ['granted', 'partiallyGranted', 'otherHandling'] } }),
      messages: [
        '第三部分表格不完整：缺少3行（“（一）予以公开”至“（二）部分公开”、“3.其他”），请核对是否漏页或漏行。',
      ],
    },
    'a group of table 四': {
      report: aReadReport({ missingRows: { review: ['litigationAfterReconsideration'] } }),
      messages: ['第四部分表格不完整：缺少1组（“复议后起诉”），请核对是否漏页或漏列。'],
    },
    'a column': {
      report: aReadReport({ missingColumns: { requests: ['total'] } }),
      messages: ['第三部分表格不完整：缺少1列（“总计”），请核对是否漏页或漏列。'],
    },
    'rows and columns of one table': {
      report: aReadReport({
        missingRows: { proactiveDisclosure: ['penalties', 'coerciveMeasures', 'fees'] },
        missingColumns: { proactiveDisclosure: ['inForce'] },
      }),
      messages: [
        '第二部分表格不完整：缺少3行（“行政处罚”至“行政事业性收费”）、1列（“现行有效件数”），请核对是否漏页或漏行。',
      ],
    },
    'one row （六）其他处理 in the 2021 form': {
      report: aReadReport({ forms: { requests: '2019' } }),
      messages: [
        '第三部分表格不完整：缺少2行（“1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”至“2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”），请核对是否漏页或漏行。',
      ],
    },
    'a row of the 2019 form': {
      report: aReadReport({
        year: 2020,
        forms: { requests: '2019' },
        missingRows: { requests: [...otherRows, 'handledTotal'] },
      }),
      messages: ['第三部分表格不完整：缺少1行（“（七）总计”），请核对是否漏页或漏行。'],
    },
  },
})
