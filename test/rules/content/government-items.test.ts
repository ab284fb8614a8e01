import { governmentItems } from '../../../src/rules/content/government-items.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport } from '../../a-read-report.ts'
import { inContext, testRule } from '../../rule-tester.ts'

/** A government's report with this in part 一. */
function government(agency: string, ...text: readonly string[]): ReportChanges {
  return { agency, sections: { 1: { text } } }
}

const all = '将政务公开纳入年度考核，开展社会评议，未发生责任追究情形。'

testRule(governmentItems, {
  passes: {
    'a government with all three': aReadReport(government('城东区人民政府', all)),
    'a township with all three, in other words': aReadReport(
      government('大安镇人民政府', '纳入考评，群众满意度较高，未发生被问责情形。'),
    ),
    'words broken over lines': aReadReport(
      government('城东区人民政府', '纳入考', '核，社会评', '议良好，责任追', '究0起。'),
    ),
    'a department': aReadReport(government('城东区卫生健康局', '无')),
    'a subdistrict': aReadReport(government('鼓楼街道办事处', '无')),
    'a general office': aReadReport(government('城东区人民政府办公室', '无')),
    'a department by the roster': inContext(aReadReport(government('城东区', '无')), 'department'),
    'an agency that is not known': inContext(aReadReport({ agency: null }), null),
  },
  finds: {
    'a county silent on accountability': {
      report: aReadReport(government('东平县人民政府', '纳入年度考核，开展社会评议。')),
      messages: [
        '《条例》第五十条要求各级人民政府报告工作考核、社会评议和责任追究结果情况，未见责任追究，请补充。',
      ],
      where: ['一、总体情况'],
    },
    'a township silent on all three': {
      report: aReadReport(government('大安镇人民政府', '认真做好公开工作。')),
      messages: [
        '《条例》第五十条要求各级人民政府报告工作考核、社会评议和责任追究结果情况，未见工作考核、社会评议、责任追究，请补充。',
      ],
    },
    'a government named by its area': {
      report: aReadReport(government('洪泽区', '纳入考核，未发生追责。')),
      messages: [
        '《条例》第五十条要求各级人民政府报告工作考核、社会评议和责任追究结果情况，未见社会评议，请补充。',
      ],
    },
  },
})
