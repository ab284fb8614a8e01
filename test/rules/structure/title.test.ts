import { title } from '../../../src/rules/structure/title.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

const yearFirst = '2024 年上海市人民政府办公厅政府信息公开工作年度报告'
const noName = '宿迁市2023年报告'

testRule(title, {
  passes: {
    'agency, year and document on one line': aReadReport(),
    'the year first': aReadReport({ year: 2024, title: { text: yearFirst } }),
    年度年度: aReadReport({ title: { text: '城东区卫生健康局2023年度政府信息公开工作年度报告' } }),
    'broken inside a word': aReadReport({
      title: { text: '城东区卫生健康局2023年政府信 息公开工作年度报告' },
    }),
    'a government by its area': aReadReport({
      agency: '东宝区',
      title: { text: '东宝区2023年政府信息公开工作年度报告' },
    }),
    '关于…的年度报告': aReadReport({
      title: { text: '关于城东区卫生健康局2023年度政府信息公开工作的年度报告' },
    }),
    'traditional characters': aReadReport({
      title: { text: '城東區衛生健康局2023年政府信息公開工作年度報告' },
    }),
    'a period of which one half is unreadable': aReadReport({ period: { from: null, to: '2022-12-31' } }),
    'a period over two years is another rule’s business': aReadReport({ period: { from: '2022-01-01' } }),
    'no period stated': aReadReport({ period: null }),
  },
  finds: {
    'no title': {
      report: aReadReport({
        title: null,
        lead: ['根据新修订的《中华人民共和国政府信息公开条例》，编制本报告。'],
      }),
      messages: ['未找到报告标题，建议在文首写明“机关名称＋年份＋政府信息公开工作年度报告”。'],
      where: ['标题'],
      evidence: [['根据新修订的《中华人民共和国政府信息公开条例》，编制本报告。']],
    },
    'no year': {
      report: aReadReport({ title: { text: '城东区卫生健康局政府信息公开工作年度报告', year: null } }),
      messages: ['标题“城东区卫生健康局政府信息公开工作年度报告”缺少年份，请补充。'],
    },
    'no agency': {
      report: aReadReport({ title: { text: '2023年政府信息公开工作年度报告', agency: null } }),
      messages: ['标题“2023年政府信息公开工作年度报告”缺少机关名称，请补充。'],
    },
    'neither agency nor year': {
      report: aReadReport({ title: { text: '政府信息公开工作年度报告', agency: null, year: null } }),
      messages: ['标题“政府信息公开工作年度报告”缺少机关名称和年份，请补充。'],
    },
    'the year before the 统计期限': {
      report: aReadReport({ period: { from: '2022-01-01', to: '2022-12-31' } }),
      messages: ['标题年份为2023年，统计期限为2022年，请核对。'],
    },
    'a document name without 工作': {
      report: aReadReport({ title: { text: '城东区卫生健康局2023年政府信息公开年度报告' } }),
      messages: [
        '标题“城东区卫生健康局2023年政府信息公开年度报告”中的文件名称与规范名称“政府信息公开工作年度报告”不一致，建议统一。',
      ],
      severity: 'warning',
    },
    'no document name': {
      report: aReadReport({ agency: '宿迁市', title: { text: noName, documentName: null } }),
      messages: ['标题“宿迁市2023年报告”中的文件名称与规范名称“政府信息公开工作年度报告”不一致，建议统一。'],
      severity: 'warning',
    },
    'a document name that departs is not said beside a missing year': {
      report: aReadReport({ title: { text: '城东区卫生健康局政务公开年度报告', year: null } }),
      messages: ['标题“城东区卫生健康局政务公开年度报告”缺少年份，请补充。'],
    },
  },
})
