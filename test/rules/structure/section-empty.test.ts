import { sectionEmpty } from '../../../src/rules/structure/section-empty.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(sectionEmpty, {
  passes: {
    'parts with text': aReadReport(),
    '无。 in part 六': aReadReport({ sections: { 6: { text: ['无。'] } } }),
    'sub-items of part 六 with 无': aReadReport({
      sections: { 6: { text: ['（六）本行政机关认为需要报告的其他事项：无。'] } },
    }),
    'a short part 五 with both halves': aReadReport({
      sections: { 5: { text: ['公开不够及时，下一步将改进。'] } },
    }),
    'problems that were not found again, with improvements': aReadReport({
      sections: { 5: { text: ['2023年未发现新的问题，下一步将继续加强学习。'] } },
    }),
    'tables, whose parts hold no text': aReadReport(),
    'a part that is missing': aReadReport({ sections: { 1: null } }),
    'a heading that was lost': aReadReport({ sections: { 6: { headingPresent: false, text: [] } } }),
  },
  finds: {
    'a heading and nothing': {
      report: aReadReport({ sections: { 1: { text: [] }, 6: { text: [' ', '　'] } } }),
      messages: [
        '第一部分“一、总体情况”没有内容，请补充。',
        '第六部分“六、其他需要报告的事项”没有内容，请补充。',
      ],
      where: ['一、总体情况', '六、其他需要报告的事项'],
    },
    'only a page number': {
      report: aReadReport({ sections: { 6: { text: ['— 3 —'] } } }),
      messages: ['第六部分“六、其他需要报告的事项”没有内容，请补充。'],
    },
    'part 五 empty': {
      report: aReadReport({ sections: { 5: { text: [] } } }),
      messages: ['第五部分“五、存在的主要问题及改进情况”没有内容，请补充。'],
    },
    '无。 in part 五': {
      report: aReadReport({ sections: { 5: { text: ['无。'] } } }),
      messages: ['第五部分仅写“无。”，《条例》第五十条要求报告主要问题及改进情况，请补充。'],
      where: ['五、存在的主要问题及改进情况'],
    },
    暂无: {
      report: aReadReport({ sections: { 5: { text: ['暂无'] } } }),
      messages: ['第五部分仅写“暂无”，《条例》第五十条要求报告主要问题及改进情况，请补充。'],
    },
    不存在问题: {
      report: aReadReport({ sections: { 5: { text: ['本年度不存在主要问题。'] } } }),
      messages: [
        '第五部分仅写“本年度不存在主要问题。”，《条例》第五十条要求报告主要问题及改进情况，请补充。',
      ],
    },
    'fewer than ten characters': {
      report: aReadReport({ sections: { 5: { text: ['需进一步加强。'] } } }),
      messages: ['第五部分仅写“需进一步加强。”，《条例》第五十条要求报告主要问题及改进情况，请补充。'],
    },
  },
})
