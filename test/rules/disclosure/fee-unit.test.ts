import { feeUnit } from '../../../src/rules/disclosure/fee-unit.ts'
import type { Cell } from '../../../src/report/read-report.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport, blankCell, repairedCell, unreadCell } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** Fees in the table, and a sentence in the text. */
function fees(cell: number | Cell, text = ''): ReportChanges {
  return { cells: { 'proactiveDisclosure.fees': cell }, sections: { 1: { text: [text] } } }
}

testRule(feeUnit, {
  passes: {
    'no fees': aReadReport(fees(0, '收费0元。')),
    'text and table in 万元': aReadReport(fees(1.25, '全年收费1.25万元。')),
    'text in 元, table in 万元': aReadReport(fees(1.25, '全年收费12500元。')),
    'a large number alone': aReadReport({ agency: '宿迁市', ...fees(316441) }),
    'fees for handling information': aReadReport(fees(400, '收取信息处理费400元。')),
    'money of another kind': aReadReport(fees(500, '罚款500元。')),
    'another amount': aReadReport(fees(12500, '全年收费12501元。')),
    'a unit of 万元 in the cell': aReadReport(fees(repairedCell('0.5万元', 0.5))),
    '0元 is 0 in any unit': aReadReport(fees(repairedCell('0元', 0))),
    'a blank cell': aReadReport(fees(blankCell, '全年收费12500元。')),
    'text that is no number': aReadReport(fees(unreadCell('详见附件'), '全年收费12500元。')),
  },
  finds: {
    'the same figure in 元': {
      report: aReadReport(fees(12500, '我局2023年行政事业性收费12500元。')),
      messages: ['行政事业性收费填写为12500，表中单位是万元，文中为12500元，请核对单位。'],
      where: ['二、主动公开政府信息情况 / 行政事业性收费／本年收费金额'],
      evidence: [['我局2023年行政事业性收费12500元', '行政事业性收费／本年收费金额：12500']],
    },
    'with thousands and spaces': {
      report: aReadReport(fees(12500, '共收取不动产登记费 12,500 元；其他无。')),
      messages: ['行政事业性收费填写为12500，表中单位是万元，文中为12500元，请核对单位。'],
    },
    '元 in the cell': {
      report: aReadReport(fees(repairedCell('251000元', 25.1))),
      messages: ['行政事业性收费填写为251000元，表中单位是万元，请核对单位。'],
    },
  },
})
