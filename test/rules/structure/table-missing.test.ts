import { tableMissing } from '../../../src/rules/structure/table-missing.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(tableMissing, {
  passes: {
    'three tables': aReadReport(),
    'a sentence before the table': aReadReport({
      sections: { 3: { text: ['本年度未收到政府信息公开申请。'] } },
    }),
    'one cell a line, or a sentence that holds the table': aReadReport({ sources: { requests: 'text' } }),
    'a picture': aReadReport({ sources: { proactiveDisclosure: 'image' } }),
    'a part that is missing': aReadReport({ sections: { 4: null }, sources: { review: 'missing' } }),
  },
  finds: {
    'a sentence for the table': {
      report: aReadReport({
        sections: { 3: { text: ['本年度未收到政府信息公开申请。'] } },
        sources: { requests: 'missing' },
      }),
      messages: ['第三部分没有找到表格，请按规定格式填列（没有的填“0”）。'],
      where: ['三、收到和处理政府信息公开申请情况'],
      evidence: [['三、收到和处理政府信息公开申请情况', '本年度未收到政府信息公开申请。']],
    },
    'a heading alone': {
      report: aReadReport({ sources: { proactiveDisclosure: 'missing', review: 'missing' } }),
      messages: [
        '第二部分没有找到表格，请按规定格式填列（没有的填“0”）。',
        '第四部分没有找到表格，请按规定格式填列（没有的填“0”）。',
      ],
    },
  },
})
