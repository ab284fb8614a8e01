import { sectionFive } from '../../../src/rules/content/section-five.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** A report with this in part 五. */
const withPartFive = (...text: readonly string[]): ReportChanges => ({ sections: { 5: { text } } })

testRule(sectionFive, {
  passes: {
    'two paragraphs': aReadReport(),
    'problems and measures in one paragraph': aReadReport(
      withPartFive('公开的深度还不够，下一步加强培训，提升公开质量。'),
    ),
    'problems that were mended, and next steps': aReadReport(
      withPartFive('2022年度存在的问题已整改完成。下一步，继续做好公开工作。'),
    ),
    'measures after 针对': aReadReport(withPartFive('公开不及时。针对上述情况，我局加强了督促。')),
    'halves broken over lines': aReadReport(withPartFive('公开的深度有', '待加强。下', '一步加强培训。')),
    'neither half can be told': aReadReport(withPartFive('我局认真学习上级文件，完成各项工作任务。')),
    'a part that is missing': aReadReport({ sections: { 5: null } }),
  },
  finds: {
    'problems alone': {
      report: aReadReport(withPartFive('存在公开不够及时的问题。')),
      messages: ['第五部分只写了主要问题，请补充改进情况。'],
      where: ['五、存在的主要问题及改进情况'],
      evidence: [['存在公开不够及时的问题。']],
    },
    'problems alone, 针对性 among them': {
      report: aReadReport(withPartFive('政策解读的针对性有待进一步加强。')),
      messages: ['第五部分只写了主要问题，请补充改进情况。'],
    },
    'improvements alone': {
      report: aReadReport(withPartFive('下一步，我局将加强业务培训，丰富公开内容。')),
      messages: ['第五部分只写了改进情况，请补充主要问题。'],
    },
  },
})
