import { describe, expect, test } from '@jest/globals'
import { findTitle } from '../../../src/report/document/title.ts'
import { linesOf } from '../lines/lines-of.ts'

const names = [
  '广州市12345政务服务便民热线管理中心',
  '青岛市2号线建设指挥部',
  '北京市第80中学',
  '中国—上海合作组织地方经贸合作示范区管理委员会',
  '济宁市能源局、济宁市煤炭管理局',
  '天津市“一河三湖”管理处',
  '苏州市5G产业推进办公室',
  '深圳市前海e站通服务中心',
  '重庆市合川区“双+”服务中心',
  '某市A/B区管理局',
  '新疆生产建设兵团第八师',
  '曲阜师范大学',
  '广州市黄埔区穗东街',
  '济宁市兖州区科学技术局',
  '广东省市场监督管理局（知识产权局）',
]
const titles = ['2023年政府信息公开工作年度报告', '政府信息公开工作2023年度报告']

/** The agency of a title on these lines, as the report says it. */
const agencyOn = (...lines: string[]) => findTitle(linesOf(lines), lines.length)?.title.agency ?? null

test.each(names)('%s is read whole, wherever the line breaks', (name) => {
  for (const title of titles) {
    expect(agencyOn(`${name}${title}`)).toBe(name)
    for (let cut = 1; cut <= name.length; cut += 1)
      expect([cut, agencyOn(name.slice(0, cut), `${name.slice(cut)}${title}`)]).toEqual([cut, name])
  }
})

describe('lines of the page are no part of the name', () => {
  test.each(['2023-01-15 10:00', '发布日期 2024年1月15日', '索引号 A12345', '第3页', '附件1', '文号 12号'])(
    '%s',
    (line) => {
      expect(agencyOn(line, `某市某局${titles[0] ?? ''}`)).toBe('某市某局')
    },
  )
})

test('a paragraph in which the lead follows the title belongs to the lead too', () => {
  const lines = ['某市某局', `${titles[0] ?? ''}\n根据《条例》编制本报告。`]
  const found = findTitle(linesOf(lines), lines.length)
  expect(found?.title.agency).toBe('某市某局')
  expect([...(found?.blocks ?? [])].map((block) => block.place.line)).toEqual([1])
})

test('a title in quotes', () => {
  expect(agencyOn(`“某市某局${titles[0] ?? ''}”`)).toBe('某市某局')
})
