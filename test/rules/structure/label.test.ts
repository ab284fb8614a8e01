import { label } from '../../../src/rules/structure/label.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** A label that departs, as the reader hands it over. */
function departing(printed: string, official: string, alias = false) {
  return { printed, official, alias }
}

testRule(label, {
  passes: {
    'official labels': aReadReport(),
    'nothing but spaces, marks, widths and numbering': aReadReport({
      labels: {
        requests: [
          departing('自然 人', '自然人'),
          departing('(一) 予以公开', '（一）予以公开'),
          departing('危及"三安全一稳定"', '危及“三安全一稳定”'),
        ],
        review: [departing('结果\n维持', '结果维持')],
      },
    }),
    'the labels of a 2019 table': aReadReport({
      forms: { proactiveDisclosure: '2019' },
      labels: { proactiveDisclosure: [departing('本年新制作数量', '本年制发件数')] },
    }),
  },
  finds: {
    'letters wrong or missing': {
      report: aReadReport({
        labels: {
          proactiveDisclosure: [departing('本年度止件数', '本年废止件数')],
          requests: [departing('三、本年度办理结束', '三、本年度办理结果')],
        },
      }),
      messages: [
        '表格二中“本年度止件数”应为“本年废止件数”，请更正。',
        '表格三中“三、本年度办理结束”应为“三、本年度办理结果”，请更正。',
      ],
      where: [
        '二、主动公开政府信息情况 / 本年废止件数',
        '三、收到和处理政府信息公开申请情况 / 三、本年度办理结果',
      ],
    },
    'a known alias': {
      report: aReadReport({
        labels: { proactiveDisclosure: [departing('规范性文件', '行政规范性文件', true)] },
      }),
      messages: ['表格二中“规范性文件”应为“行政规范性文件”，请更正。'],
      severity: 'info',
    },
    'a label printed in several places, told once': {
      report: aReadReport({
        labels: { review: [departing('合计', '总计', true), departing('合计', '总计', true)] },
      }),
      messages: ['表格四中“合计”应为“总计”，请更正。'],
      severity: 'info',
    },
  },
})
