import { feeStatement } from '../../../src/rules/content/fee-statement.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** A report with this in part 六 and no word of fees elsewhere. */
const withPartSix = (...text: readonly string[]): ReportChanges => ({ sections: { 6: { text } } })

const message =
  '未报告依据《政府信息公开信息处理费管理办法》收取信息处理费的情况，未收取的也请在第六部分注明。'
const heading = '（一）依据《政府信息公开信息处理费管理办法》收取信息处理费的情况需在此专门报告；'

testRule(feeStatement, {
  passes: {
    为0: aReadReport(withPartSix('收取信息处理费为0。')),
    无收取: aReadReport(withPartSix('2023年度无收取信息处理费的情况。')),
    '400元': aReadReport(withPartSix('实际收取信息处理费共计400元。')),
    '3940元 after the 办法': aReadReport(
      withPartSix('市政府严格落实《政府信息公开信息处理费管理办法》，全年收取政府信息公开信息处理费3940元。'),
    ),
    'no fees under the 办法': aReadReport(
      withPartSix('依据《政府信息公开信息处理费管理办法》，我局全年未产生费用。'),
    ),
    未收费: aReadReport(withPartSix('依申请公开政府信息未收费。')),
    '收费…0': aReadReport(withPartSix('政府信息公开收费金额0元。')),
    'the statement in part 一': aReadReport({
      sections: { 1: { text: ['我局未收取任何费用。'] }, 6: { text: ['无。'] } },
    }),
    'a heading with its answer under it': aReadReport(
      withPartSix(heading, '2023年度无收取信息处理费的情况。'),
    ),
    'a heading answered by 无。': aReadReport(withPartSix(heading, '无。', '（二）其他事项', '无。')),
    'heading and answer in one line': aReadReport(withPartSix('1.收取信息处理费情况：无。2.其他：无。')),
    'an answer without a figure': aReadReport(withPartSix(heading, '按规定执行。')),
    'words broken over lines': aReadReport(
      withPartSix('（一）2023年，我局未收取政府信息公开信息处', '理费。'),
    ),
    'a report for 2020': aReadReport({ year: 2020, ...withPartSix('无。') }),
    'a year that is not known': aReadReport({ year: null, ...withPartSix('无。') }),
    'traditional characters': aReadReport(withPartSix('本年度未收取信息處理費。')),
  },
  finds: {
    '无。': {
      report: aReadReport(withPartSix('无。')),
      messages: [message],
      where: ['六、其他需要报告的事项'],
      evidence: [['无。']],
    },
    'a heading alone': {
      report: aReadReport(withPartSix(heading, '（二）其他事项：无。')),
      messages: [message],
    },
    'a heading at the end': {
      report: aReadReport(withPartSix('依据《政府信息公开信息处理费管理办法》收取信息处理费的情况。')),
      messages: [message],
    },
    'a heading with a year and a document number': {
      report: aReadReport(
        withPartSix(
          '1.2023年度按《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费情况',
          '2.其他事项',
        ),
      ),
      messages: [message],
    },
    'charges of another kind': {
      report: aReadReport(withPartSix('本年度行政事业性收费0万元，公开收费项目12条。')),
      messages: [message],
    },
    'the 办法 named, no word of charges': {
      report: aReadReport(withPartSix('我局认真贯彻《政府信息公开信息处理费管理办法》。')),
      messages: [message],
    },
    'the fees of table 二 say nothing of it': {
      report: aReadReport({ ...withPartSix('无。'), cells: { 'proactiveDisclosure.fees': 12.5 } }),
      messages: [message],
    },
  },
})
