import { obsoleteFormat } from '../../../src/rules/structure/obsolete-format.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

const only2019 = { notice2021: null, notice2019: '国办公开办函〔2019〕60号' }

testRule(obsoleteFormat, {
  passes: {
    'the 2021 notice cited': aReadReport(),
    'a report for 2020': aReadReport({
      year: 2020,
      citations: only2019,
      forms: { proactiveDisclosure: '2019' },
    }),
    'both notices cited': aReadReport({ citations: { notice2019: '国办公开办函〔2019〕60号' } }),
    'no notice cited, or one on another subject': aReadReport({ citations: { notice2021: null } }),
    'a year that is not known': aReadReport({ year: null, citations: only2019 }),
    'one row （六）其他处理 is for another rule': aReadReport({ forms: { requests: '2019' } }),
  },
  finds: {
    'a 2023 report that cites 〔2019〕60号': {
      report: aReadReport({ citations: only2019 }),
      messages: [
        '文中依据为国办公开办函〔2019〕60号，该格式已由国办公开办函〔2021〕30号更新，请改用新依据。',
      ],
      severity: 'warning',
      evidence: [['国办公开办函〔2019〕60号']],
    },
    'the columns of 2019': {
      report: aReadReport({ year: 2021, forms: { proactiveDisclosure: '2019' } }),
      messages: ['第二部分使用了2019年试行格式的表格，请改用2021年格式。'],
      severity: 'error',
      where: ['二、主动公开政府信息情况'],
    },
  },
})
