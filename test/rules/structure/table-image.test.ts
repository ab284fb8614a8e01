import { tableImage } from '../../../src/rules/structure/table-image.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(tableImage, {
  passes: {
    tables: aReadReport(),
    'tables in lines of text': aReadReport({ sources: { requests: 'text' } }),
    'tables that are missing': aReadReport({ sources: { requests: 'missing' } }),
  },
  finds: {
    'three pictures': {
      report: aReadReport({
        sources: { proactiveDisclosure: 'image', requests: 'image', review: 'image' },
      }),
      messages: [
        '第二部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。图中数字未能识别，未做数据核对。',
        '第三部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。图中数字未能识别，未做数据核对。',
        '第四部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。图中数字未能识别，未做数据核对。',
      ],
    },
    'a picture that was read': {
      report: aReadReport({
        sources: { review: 'image' },
        cells: { 'review.reconsideration.total': 0 },
      }),
      messages: ['第四部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。已由图片识别，请对照原表。'],
      where: ['四、政府信息公开行政复议、行政诉讼情况'],
    },
  },
})
