import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport } from '../../a-read-report.ts'
import { sectionHeading } from '../../../src/rules/structure/section-heading.ts'
import { testRule } from '../../rule-tester.ts'

/** Parts 一 … 六 with these numbers as printed. */
function numbered(...numbers: readonly string[]): ReportChanges {
  const [one, two, three, four, five, six] = numbers.map((printedNumber) => ({ printedNumber }))
  return {
    sections: {
      ...(one && { 1: one }),
      ...(two && { 2: two }),
      ...(three && { 3: three }),
      ...(four && { 4: four }),
      ...(five && { 5: five }),
      ...(six && { 6: six }),
    },
  }
}

testRule(sectionHeading, {
  passes: {
    'as the form prints them': aReadReport(),
    'an automatic number that prints 五、': aReadReport({ sections: { 5: { printedNumber: '五、' } } }),
    '和 for 及': aReadReport({ sections: { 5: { wording: '存在的主要问题和改进情况' } } }),
    '及 for 、': aReadReport({ sections: { 4: { wording: '政府信息公开行政复议及行政诉讼情况' } } }),
    'part 四 without the words all parts share': aReadReport({
      sections: { 4: { wording: '行政复议及行政诉讼情况' } },
    }),
    'spaces and punctuation': aReadReport({ sections: { 6: { wording: ' 其他需要 报告的事项：' } } }),
    'the numeral in brackets': aReadReport({ sections: { 5: { printedNumber: '（五）' } } }),
    'another mark behind the numeral': aReadReport(numbered('一．', '二.', '三 ', '四，', '五', '六：')),
    '第一部分 …': aReadReport({ sections: { 1: { printedNumber: '第一部分、' } } }),
    'capital numerals': aReadReport(numbered('壹、', '贰、', '叁、', '肆、', '伍、', '陆、')),
    'traditional characters': aReadReport({ sections: { 1: { wording: '總體情況' } } }),
    'text run together with the heading': aReadReport({
      sections: {
        6: {
          wording:
            '其他需要报告的事项2023年，我局严格落实政府信息公开信息处理费管理办法，全年未收取信息处理费。',
        },
      },
    }),
    'numbering below the six headings': aReadReport({
      sections: { 1: { text: ['（1）主动公开', '1.依申请公开', '一是信息管理', '一、平台'] } },
    }),
  },
  finds: {
    'a digit typed for the numeral': {
      report: aReadReport({ sections: { 5: { printedNumber: '5、' } } }),
      messages: ['第五部分标题序号为“5、”，规范写法为“五、存在的主要问题及改进情况”，建议修改。'],
      where: ['5、存在的主要问题及改进情况'],
    },
    'a full-width digit': {
      report: aReadReport({ sections: { 5: { printedNumber: '５、' } } }),
      messages: ['第五部分标题序号为“５、”，规范写法为“五、存在的主要问题及改进情况”，建议修改。'],
    },
    'the wrong numeral': {
      report: aReadReport({ sections: { 6: { printedNumber: '五、' } } }),
      messages: ['第六部分标题序号为“五、”，规范写法为“六、其他需要报告的事项”，建议修改。'],
    },
    'no numeral': {
      report: aReadReport({ sections: { 6: { printedNumber: '' } } }),
      messages: ['第六部分标题缺少序号，规范写法为“六、其他需要报告的事项”，建议修改。'],
    },
    'a wrong numeral speaks for the wording too': {
      report: aReadReport({ sections: { 5: { printedNumber: '5、', wording: '存在问题及改进情况' } } }),
      messages: ['第五部分标题序号为“5、”，规范写法为“五、存在的主要问题及改进情况”，建议修改。'],
    },
    'the heading lost': {
      report: aReadReport({
        sections: { 5: { headingPresent: false, text: ['（一）主要问题', '（二）改进情况'] } },
      }),
      messages: ['第五部分有内容但未见标题，规范写法为“五、存在的主要问题及改进情况”，建议补充。'],
    },
    'three off by the same amount, told once': {
      report: aReadReport(numbered('一、', '二、', '三、', '三、', '四、', '五、')),
      messages: [
        '第四、五、六部分标题序号依次为“三、”“四、”“五、”，规范写法为“四、”“五、”“六、”，建议修改。',
      ],
      where: ['三、政府信息公开行政复议、行政诉讼情况'],
    },
    'all six in digits, told once': {
      report: aReadReport(numbered('1、', '2、', '3、', '4、', '5、', '6、')),
      messages: [
        '第一、二、三、四、五、六部分标题序号依次为“1、”“2、”“3、”“4、”“5、”“6、”，规范写法为“一、”“二、”“三、”“四、”“五、”“六、”，建议修改。',
      ],
    },
    'two off by the same amount, told one by one': {
      report: aReadReport(numbered('一、', '二、', '三、', '四、', '四、', '五、')),
      messages: [
        '第五部分标题序号为“四、”，规范写法为“五、存在的主要问题及改进情况”，建议修改。',
        '第六部分标题序号为“五、”，规范写法为“六、其他需要报告的事项”，建议修改。',
      ],
    },
    'three without a numeral': {
      report: aReadReport(numbered('一、', '二、', '三、', '', '', '')),
      messages: ['第四、五、六部分标题缺少序号，规范写法为“四、”“五、”“六、”，建议补充。'],
    },
    '…情况统计表': {
      report: aReadReport({ sections: { 3: { wording: '收到和处理政府信息公开申请情况统计表' } } }),
      messages: [
        '标题“三、收到和处理政府信息公开申请情况统计表”与规范标题“三、收到和处理政府信息公开申请情况”不一致，建议统一。',
      ],
      severity: 'info',
    },
    'wordings of article 50': {
      report: aReadReport({
        sections: {
          4: { wording: '因政府信息公开工作被申请行政复议、提起行政诉讼情况统计表' },
          5: { wording: '政府信息公开工作存在的主要问题及改进情况' },
        },
      }),
      messages: [
        '标题“四、因政府信息公开工作被申请行政复议、提起行政诉讼情况统计表”与规范标题“四、政府信息公开行政复议、行政诉讼情况”不一致，建议统一。',
        '标题“五、政府信息公开工作存在的主要问题及改进情况”与规范标题“五、存在的主要问题及改进情况”不一致，建议统一。',
      ],
      severity: 'info',
    },
  },
})
