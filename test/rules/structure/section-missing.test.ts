import { sectionMissing } from '../../../src/rules/structure/section-missing.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(sectionMissing, {
  passes: {
    'all six': aReadReport(),
    'a heading that departs': aReadReport({ sections: { 5: { wording: '存在问题及改进情况' } } }),
    'a heading lost, its content there': aReadReport({ sections: { 5: { headingPresent: false } } }),
    'a table whose part was not recognised': aReadReport({ sections: { 4: null } }),
    'a picture whose part was not recognised': aReadReport({
      sections: { 4: null },
      sources: { review: 'image' },
    }),
    'another order': aReadReport({ order: [1, 2, 4, 3, 5, 6] }),
  },
  finds: {
    'from 三 to 五': {
      report: aReadReport({ sections: { 4: null }, sources: { review: 'missing' } }),
      messages: ['缺少第四部分“政府信息公开行政复议、行政诉讼情况”（含表格），请按规定格式补充。'],
      where: ['四、政府信息公开行政复议、行政诉讼情况'],
      evidence: [
        [
          '一、总体情况',
          '二、主动公开政府信息情况',
          '三、收到和处理政府信息公开申请情况',
          '五、存在的主要问题及改进情况',
          '六、其他需要报告的事项',
        ],
      ],
    },
    'two parts of text': {
      report: aReadReport({ sections: { 5: null, 6: null } }),
      messages: [
        '缺少第五部分“存在的主要问题及改进情况”，请按规定格式补充。',
        '缺少第六部分“其他需要报告的事项”，请按规定格式补充。',
      ],
    },
  },
})
