import { period } from '../../../src/rules/structure/period.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

testRule(period, {
  passes: {
    'the whole year': aReadReport(),
    从2023年1月1日到12月31日止: aReadReport({ period: { text: '从2023年1月1日到12月31日止' } }),
    '2024年1-12月': aReadReport({ year: 2024, period: { text: '统计周期为2024年1-12月' } }),
    'one half unreadable, the other right': aReadReport({ period: { from: null } }),
    'both halves unreadable': aReadReport({ period: { text: '202311日至1231日', from: null, to: null } }),
    'the year of the report where the title has none': aReadReport({ title: null }),
    'no year to compare with': aReadReport({ year: null, period: { from: '2022-01-01', to: '2022-11-30' } }),
  },
  finds: {
    'the year before': {
      report: aReadReport({
        period: { text: '自2022年1月1日起至2022年12月31日止', from: '2022-01-01', to: '2022-12-31' },
      }),
      messages: ['统计期限为2022年1月1日至2022年12月31日，应为2023年1月1日至12月31日，请核对。'],
      where: ['报告开头 / 统计期限'],
      evidence: [['城东区卫生健康局2023年政府信息公开工作年度报告', '自2022年1月1日起至2022年12月31日止']],
    },
    截至11月30日: {
      report: aReadReport({ period: { text: '统计期限截至11月30日', from: null, to: '2023-11-30' } }),
      messages: ['统计期限为截至2023年11月30日，应为2023年1月1日至12月31日，请核对。'],
    },
    '12月30日': {
      report: aReadReport({ period: { to: '2023-12-30' } }),
      messages: ['统计期限为2023年1月1日至2023年12月30日，应为2023年1月1日至12月31日，请核对。'],
    },
    'into the next year': {
      report: aReadReport({ period: { to: '2024-12-31' } }),
      messages: ['统计期限为2023年1月1日至2024年12月31日，应为2023年1月1日至12月31日，请核对。'],
    },
    'the first half alone, wrong': {
      report: aReadReport({ period: { from: '2023-02-01', to: null } }),
      messages: ['统计期限为2023年2月1日起，应为2023年1月1日至12月31日，请核对。'],
    },
    'none stated': {
      report: aReadReport({ period: null }),
      messages: ['未写明数据统计期限，建议在报告开头注明。'],
      severity: 'info',
    },
  },
})
