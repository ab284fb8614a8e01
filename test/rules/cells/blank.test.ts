import { blank } from '../../../src/rules/cells/blank.ts'
import {
  absentCell,
  aReadReport,
  blankCell,
  everyCell,
  placeholderCell,
  unreadCell,
} from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(blank, {
  passes: {
    'all filled in': aReadReport(),
    'rows that are absent': aReadReport({ cells: everyCell('review', absentCell) }),
    'what a 2019 table has no columns for': aReadReport({
      year: 2020,
      forms: { proactiveDisclosure: '2019' },
      cells: {
        'proactiveDisclosure.rules.repealed': absentCell,
        'proactiveDisclosure.rules.inForce': absentCell,
        'proactiveDisclosure.fees': absentCell,
      },
    }),
    'text that is no number': aReadReport({ cells: { 'requests.received.total': unreadCell('若干') } }),
    'a picture': aReadReport({ sources: { requests: 'image' } }),
  },
  finds: {
    '／ in all review cells': {
      report: aReadReport({ cells: everyCell('review', placeholderCell) }),
      messages: [
        '表四有15个单元格空白或为“/”（如行政复议／结果维持、行政复议／结果纠正、行政复议／其他结果），没有的请填“0”。',
      ],
      where: ['四、政府信息公开行政复议、行政诉讼情况'],
      evidence: [['行政复议／结果维持：/', '行政复议／结果纠正：/', '行政复议／其他结果：/']],
    },
    'one cell': {
      report: aReadReport({ cells: { 'proactiveDisclosure.fees': blankCell } }),
      messages: ['表二有1个单元格空白或为“/”（如行政事业性收费／本年收费金额），没有的请填“0”。'],
      evidence: [['行政事业性收费／本年收费金额：（空白）']],
    },
    'one finding a table': {
      report: aReadReport({
        cells: {
          'proactiveDisclosure.rules.issued': blankCell,
          'requests.otherHandling.total': blankCell,
          'requests.received.naturalPerson': placeholderCell,
        },
      }),
      messages: [
        '表二有1个单元格空白或为“/”（如规章／本年制发件数），没有的请填“0”。',
        '表三有2个单元格空白或为“/”（如本年新收／自然人、其他处理的“3.其他”／总计），没有的请填“0”。',
      ],
    },
    'a table left blank': {
      report: aReadReport({ cells: everyCell('requests', blankCell) }),
      messages: [
        '表三有175个单元格空白或为“/”（如本年新收／自然人、本年新收／商业企业、本年新收／科研机构），没有的请填“0”。',
      ],
    },
  },
})
