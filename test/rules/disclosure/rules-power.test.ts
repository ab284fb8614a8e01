import type { AgencyKind } from '../../../src/report/agency-kind.ts'
import { rulesPower } from '../../../src/rules/disclosure/rules-power.ts'
import type { RuleContext } from '../../../src/rules/rule.ts'
import { aReadReport } from '../../a-read-report.ts'
import { contextOf, inContext, testRule } from '../../rule-tester.ts'

/** An agency's report with 规章 2 / 0 / 2. */
function withRules(agency: string | null, kind?: AgencyKind): RuleContext {
  const read = aReadReport({
    agency,
    cells: { 'proactiveDisclosure.rules.issued': 2, 'proactiveDisclosure.rules.inForce': 2 },
  })
  return kind === undefined ? contextOf(read) : inContext(read, kind)
}

const message =
  '规章栏填有2件。规章由国务院部门、省级和设区的市、自治州人民政府制定，请核对是否应填在“行政规范性文件”。'

const mayMake = [
  '山东省人民政府',
  '广西壮族自治区人民政府',
  '内蒙古自治区人民政府办公厅',
  '北京市人民政府',
  '济宁市人民政府',
  '济宁市人民政府办公室',
  '聊城市人民政府',
  '成都市政府办公厅',
  '宿迁市',
  '恩施土家族苗族自治州人民政府',
  '教育部',
  '国家市场监督管理总局',
  '住房和城乡建设部',
  '国家乡村振兴局',
  '中国人民银行',
  '大兴安岭地区行政公署',
]

const mayNot = [
  '大安镇人民政府',
  '兴隆庄街道办事处',
  '沙河乡人民政府',
  '济宁市兖州区人民政府',
  '上海市浦东新区人民政府',
  '洪泽区',
  '东平县人民政府办公室',
  '伊金霍洛旗人民政府',
  '广西壮族自治区南宁市青秀区人民政府',
  '济宁市兖州区科学技术局',
  '济宁高新区科技创新局',
  '济宁市科学技术局',
  '盐城市教育局',
  '山东省财政厅',
  '广西壮族自治区科学技术厅',
  '区科技局',
]

testRule(rulesPower, {
  passes: {
    'no rules': aReadReport({ agency: '大安镇人民政府' }),
    'an agency that is not known': withRules(null),
    ...Object.fromEntries(mayMake.map((agency) => [agency, withRules(agency)])),
  },
  finds: {
    ...Object.fromEntries(
      mayNot.map((agency) => [agency, { report: withRules(agency), messages: [message] }]),
    ),
    'a township by the roster': { report: withRules('大安', 'township'), messages: [message] },
    'rules in force from other years': {
      report: aReadReport({
        agency: '东平县人民政府',
        cells: { 'proactiveDisclosure.rules.issued': 1, 'proactiveDisclosure.rules.inForce': 13 },
      }),
      messages: [message.replace('2件', '13件')],
      where: ['二、主动公开政府信息情况 / 规章'],
    },
  },
})
