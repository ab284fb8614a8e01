import { sectionOrder } from '../../../src/rules/structure/section-order.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(sectionOrder, {
  passes: {
    'in order': aReadReport(),
    'in order, one missing': aReadReport({ sections: { 4: null } }),
    'a top-level number inside 总体情况': aReadReport({
      sections: { 1: { text: ['一、主动公开情况。', '二、依申请公开情况。'] } },
    }),
    'a lead that lists the six names': aReadReport({
      lead: ['本报告包括其他需要报告的事项、总体情况、主动公开政府信息情况等六部分。'],
    }),
    'a picture before its heading, known by the table alone': aReadReport({
      order: [1, 2, 4, 3, 5, 6],
      sections: { 4: { headingPresent: false } },
    }),
  },
  finds: {
    '四 before 三': {
      report: aReadReport({ order: [1, 2, 4, 3, 5, 6] }),
      messages: [
        '第四部分“四、政府信息公开行政复议、行政诉讼情况”的位置不符合规定顺序，应在“三、收到和处理政府信息公开申请情况”之后。',
      ],
      where: ['四、政府信息公开行政复议、行政诉讼情况'],
    },
    'one part at the end, told once': {
      report: aReadReport({ order: [1, 3, 4, 5, 6, 2] }),
      messages: ['第二部分“二、主动公开政府信息情况”的位置不符合规定顺序，应在“一、总体情况”之后。'],
    },
    'the last part first': {
      report: aReadReport({ order: [6, 1, 2, 3, 4, 5] }),
      messages: [
        '第六部分“六、其他需要报告的事项”的位置不符合规定顺序，应在“五、存在的主要问题及改进情况”之后。',
      ],
    },
    'the first part last': {
      report: aReadReport({ order: [2, 3, 4, 5, 6, 1] }),
      messages: ['第一部分“一、总体情况”的位置不符合规定顺序，应在“二、主动公开政府信息情况”之前。'],
    },
    'with a part missing': {
      report: aReadReport({ order: [1, 2, 5, 3, 6], sections: { 4: null } }),
      messages: [
        '第五部分“五、存在的主要问题及改进情况”的位置不符合规定顺序，应在“三、收到和处理政府信息公开申请情况”之后。',
      ],
    },
  },
})
