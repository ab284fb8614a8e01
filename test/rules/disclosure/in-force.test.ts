import { inForce } from '../../../src/rules/disclosure/in-force.ts'
import type { Cell } from '../../../src/report/read-report.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { absentCell, aReadReport, blankCell, unreadCell } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** 行政规范性文件: 制发, 废止, 现行有效. */
function documents(issued: number, repealed: number, valid: number | Cell): ReportChanges {
  return {
    cells: {
      'proactiveDisclosure.normativeDocuments.issued': issued,
      'proactiveDisclosure.normativeDocuments.repealed': repealed,
      'proactiveDisclosure.normativeDocuments.inForce': valid,
    },
  }
}

testRule(inForce, {
  passes: {
    'all zero': aReadReport(),
    '22 / 22 / 235': aReadReport(documents(22, 22, 235)),
    '3 / 2 / 2': aReadReport(documents(3, 2, 2)),
    '0 / 0 / 1': aReadReport(documents(0, 0, 1)),
    '34 / 55 / 189': aReadReport(documents(34, 55, 189)),
    'just as many': aReadReport(documents(5, 2, 3)),
    'blank, unread or absent': aReadReport(documents(3, 0, blankCell)),
    unread: aReadReport(documents(3, 0, unreadCell('若干'))),
    'the 2019 form': aReadReport(documents(3, 0, absentCell)),
    'a negative number is another rule’s business': aReadReport(documents(0, -3, 0)),
  },
  finds: {
    '3 / 0 / 0': {
      report: aReadReport(documents(3, 0, 0)),
      messages: ['行政规范性文件：本年制发3件、废止0件，现行有效只有0件，请核对。'],
      where: ['二、主动公开政府信息情况 / 行政规范性文件'],
      evidence: [
        [
          '行政规范性文件／本年制发件数：3',
          '行政规范性文件／本年废止件数：0',
          '行政规范性文件／现行有效件数：0',
        ],
      ],
    },
    'rules as well': {
      report: aReadReport({
        agency: '济宁市人民政府',
        cells: { 'proactiveDisclosure.rules.issued': 4, 'proactiveDisclosure.rules.inForce': 3 },
      }),
      messages: ['规章：本年制发4件、废止0件，现行有效只有3件，请核对。'],
    },
  },
})
