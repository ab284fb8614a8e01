import { expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

const streets = ['鼓楼街道办事处', '龙桥街道办事处']
const towns = ['新兖镇人民政府', '小孟镇人民政府']

/** Words that a careless reader passes over, and so gives another figure. */
test.each([
  ['列一下每个镇2024年不予公开的件数', { whose: 'township', agencies: towns, operation: 'list' }],
  ['每个街道2024年平均多少件复议', { whose: 'subdistrict', operation: 'average' }],
  ['每一个部门2024年依申请几件', { whose: 'department', operation: 'list' }],
  [
    '2024年各街道和各镇依申请合计分别多少',
    { operation: 'list', groups: [{ group: 'subdistrict' }, { group: 'township' }] },
  ],
  ['2024年街道和镇依申请合计多少', { operation: 'sum', agencies: [...streets, ...towns] }],
  ['2024年的前一年科技局依申请几件', { years: [2023], operation: 'value' }],
  ['科技局2024年前一年依申请几件', { years: [2023], operation: 'value' }],
  ['去年的去年科技局依申请几件', 'year'],
  ['科技局2024年去年依申请几件', 'year'],
  ['2022年的到2024年的科技局依申请', { years: [2022, 2023, 2024] }],
  ['2023年到去年科技局依申请', { years: [2023, 2024, 2025] }],
  ['前年到去年科技局依申请一共几件', { years: [2024, 2025], operation: 'sum' }],
  ['去年和前年科技局依申请各几件', { years: [2024, 2025] }],
  ['各乡2024年依申请一共几件', 'agency'],
  ['科技局2024年依申请同比增速比教体局高多少', 'not_understood'],
  ['2024年公开率0.5以上的单位', 'not_understood'],
  ['2024年公开率5%以上的单位', { operation: 'list', where: [{ op: '>=', value: 5 }] }],
  ['科技局2024年依申请12件算多吗', 'out_of_scope'],
  ['2024年依申请超10件的单位', { operation: 'list', where: [{ op: '>', value: 10 }] }],
  ['依申请高于科技局的有几家', 'not_understood'],
  ['教体局2024年依申请少于科技局吗', { operation: 'compare' }],
  ['科技局2024年主要是哪些人申请的', { operation: 'rank', by: 'applicant' }],
  ['科技局近五年的申请量画个图', { years: [2021, 2022, 2023, 2024, 2025] }],
  ['2024年收费超过100万的单位', { operation: 'list', where: [{ op: '>', value: 100 }] }],
  ['2024年收费12.5万到100万的单位', { where: [{ op: '>=', value: 12.5, and: { op: '<=', value: 100 } }] }],
  ['2024年依申请超过1万件的单位', 'not_understood'],
  ['2024年依申请超过1万的单位', 'not_understood'],
  ['科技局2024年收了几件，办结几件', { metrics: ['requests.received.total', 'requests.handledTotal.total'] }],
  ['2024年谁申请最多？全区总数是多少？', 'not_understood'],
  ['科技局2024年复议为0，是吗', { operation: 'value', confirm: 0 }],
  ['科技局2024年没有复议对吧', { operation: 'value', confirm: 0 }],
])('%s', (question, expected) => {
  const found = read(question)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})
