import { expect, test } from '@jest/globals'
import { isBareName, saysItsPlace } from '../../src/roster/bare-name.ts'

test.each([
  ...[
    '科技局',
    '区科技局',
    '人民政府',
    '县供销社',
    '市场监督管理局',
    '街道办事处',
    '城市管理局',
    '区农业农村局',
  ],
  ...['财政局', '市大数据中心', '教育和体育局', '我局', '政府办公室', '综合行政执法局'],
])('%s fits an agency of any place', (name) => {
  expect([isBareName(name), saysItsPlace(name)]).toEqual([true, false])
})

test.each([
  ...['济宁市科技局', '兖州区科技局', '兖州科技局', '鼓楼街道办事处', '建设街道办事处', '新兖镇人民政府'],
  ...['国家税务总局济宁市兖州区税务局', '济宁市公安局兖州区分局', '山东省科学技术厅', '济宁高新区科技创新局'],
])('%s says its place', (name) => {
  expect([isBareName(name), saysItsPlace(name)]).toEqual([false, true])
})
