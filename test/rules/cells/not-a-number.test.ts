import { notANumber } from '../../../src/rules/cells/not-a-number.ts'
import type { Cell } from '../../../src/report/read-report.ts'
import {
  absentCell,
  aReadReport,
  blankCell,
  everyCell,
  placeholderCell,
  repairedCell,
  requestRow,
  unreadCell,
} from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** A number whose print is more than its digits, and no fault. */
function printed(text: string, value: number): Cell {
  return { ...repairedCell(text, value), repaired: false }
}

testRule(notANumber, {
  passes: {
    numbers: aReadReport(),
    'a count with decimals, as cells/decimal says': aReadReport({
      cells: { 'proactiveDisclosure.licenses': repairedCell('1.5件', 1.5) },
    }),
    'a remark, thousands, full width, two lines': aReadReport({
      cells: {
        'proactiveDisclosure.normativeDocuments.issued': printed('22（其中修订16件）', 22),
        'proactiveDisclosure.licenses': printed('1,295', 1295),
        'proactiveDisclosure.penalties': printed('０', 0),
        'proactiveDisclosure.coerciveMeasures': printed('12\n95', 1295),
      },
    }),
    'blank, placeholder, absent': aReadReport({
      cells: requestRow('received', blankCell, placeholderCell, absentCell),
    }),
    'a picture in which nothing was read': aReadReport({
      sources: { requests: 'image' },
      cells: requestRow('received', unreadCell('')),
    }),
  },
  finds: {
    'a row that could not be told apart, told once': {
      report: aReadReport({
        cells: requestRow('received', ...Array.from({ length: 7 }, () => unreadCell('1件 2件 约3 4件'))),
      }),
      messages: [
        '表三“本年新收／自然人”等7个单元格印有“1件 2件 约3 4件”，未能确定对应的数字，未作核对，请检查该处是否缺格、合并或错位。',
      ],
      severity: 'warning',
    },
    '0件': {
      report: aReadReport({ cells: { 'requests.received.total': repairedCell('0件', 0) } }),
      messages: ['表三“本年新收／总计”填写为“0件”，已按0读取，请填写阿拉伯数字。'],
      severity: 'warning',
      where: ['三、收到和处理政府信息公开申请情况 / 本年新收／总计'],
      evidence: [['本年新收／总计：0件']],
    },
    'words, units and letters that are read safely': {
      report: aReadReport({
        cells: {
          'proactiveDisclosure.rules.issued': repairedCell('无', 0),
          'proactiveDisclosure.licenses': repairedCell('3条', 3),
          'proactiveDisclosure.penalties': repairedCell('O', 0),
          'proactiveDisclosure.fees': repairedCell('251000元', 25.1),
        },
      }),
      messages: [
        '表二“规章／本年制发件数”填写为“无”，已按0读取，请填写阿拉伯数字。',
        '表二“行政许可／本年处理决定数量”填写为“3条”，已按3读取，请填写阿拉伯数字。',
        '表二“行政处罚／本年处理决定数量”填写为“O”，已按0读取，请填写阿拉伯数字。',
        '表二“行政事业性收费／本年收费金额”填写为“251000元”，已按25.1读取，请填写阿拉伯数字。',
      ],
      severity: 'warning',
    },
    'what cannot be read': {
      report: aReadReport({
        cells: {
          'review.reconsideration.upheld': unreadCell('一'),
          'review.reconsideration.corrected': unreadCell('约10'),
          'review.litigationDirect.total': unreadCell('#REF!'),
        },
      }),
      messages: [
        '表四“行政复议／结果维持”填写为“一”，请填写阿拉伯数字。',
        '表四“行政复议／结果纠正”填写为“约10”，请填写阿拉伯数字。',
        '表四“未经复议直接起诉／总计”填写为“#REF!”，请填写阿拉伯数字。',
      ],
      severity: 'error',
    },
    'figures of a row that cannot be told apart': {
      report: aReadReport({
        cells: requestRow('received', ...Array.from({ length: 7 }, () => unreadCell('3 0 0 - 2 5'))),
      }),
      messages: [
        '表三“本年新收／自然人”等7个单元格印有“3 0 0 - 2 5”，未能确定对应的数字，未作核对，请检查该处是否缺格、合并或错位。',
      ],
      severity: 'warning',
    },
    'a figure in a cell merged over two columns': {
      report: aReadReport({ cells: requestRow('granted', unreadCell('5'), unreadCell('5')) }),
      messages: [
        '表三“予以公开／自然人”等2个单元格印有“5”，未能确定对应的数字，未作核对，请检查该处是否缺格、合并或错位。',
      ],
      severity: 'warning',
    },
    'two figures in one cell': {
      report: aReadReport({ cells: requestRow('granted', unreadCell('12 95')) }),
      messages: [
        '表三“予以公开／自然人”印有“12 95”，未能确定对应的数字，未作核对，请检查该处是否缺格、合并或错位。',
      ],
      severity: 'warning',
    },
    'figures and a word that cannot be told apart': {
      report: aReadReport({
        cells: requestRow('received', ...Array.from({ length: 7 }, () => unreadCell('3 0 2件'))),
      }),
      messages: [
        '表三“本年新收／自然人”等7个单元格印有“3 0 2件”，未能确定对应的数字，未作核对，请检查该处是否缺格、合并或错位。',
      ],
      severity: 'warning',
    },
    'a word beside a figure in one cell, and a fraction': {
      report: aReadReport({ cells: requestRow('received', unreadCell('约 10'), unreadCell('1/2')) }),
      messages: [
        '表三“本年新收／自然人”填写为“约 10”，请填写阿拉伯数字。',
        '表三“本年新收／商业企业”填写为“1/2”，请填写阿拉伯数字。',
      ],
      severity: 'error',
    },
    'the same text all over a table, told once': {
      report: aReadReport({ cells: everyCell('review', repairedCell('无', 0)) }),
      messages: ['表四“行政复议／结果维持”等15个单元格填写为“无”，已按0读取，请填写阿拉伯数字。'],
      severity: 'warning',
    },
  },
})
