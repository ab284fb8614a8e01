import { expect, test } from '@jest/globals'
import {
  endsAsOrgan,
  isAgencyName,
  isWholeName,
  namesNobody,
} from '../../../src/report/document/agency-name.ts'

test.each([
  '济宁市兖州区科学技术局',
  '国家税务总局济宁市税务局',
  '全州县人民政府',
  '全南县水利局',
  '滕州市教育局',
  '兖州区科技局',
  '凉山彝族自治州人民政府',
  '本溪市人民政府办公厅',
  '各和镇人民政府',
  '忠县民政局',
  '枣庄市市中区应急管理局',
  '市北区教育局',
  '汶上县委机构编制委员会办公室',
  '济宁市新闻出版局（版权局）',
  '济宁高新区科技创新局',
  '金沙经济技术开发区管理委员会',
  '历下区千佛山街道办事处',
  '克什克腾旗巴彦查干苏木人民政府',
  '临江市消防救援支队',
  '临江市机关事务服务中心',
  '临江市供销合作社联合社',
])('%s is a whole name', (name) => {
  expect([isAgencyName(name), endsAsOrgan(name), isWholeName(name), namesNobody(name)]).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test.each([
  '区科技局',
  '州教育局',
  '区城市管理局',
  '区市场监督管理局',
  '科技局',
  '市政府',
  '宿迁市',
  '民政府',
  '道办事处',
])('%s is a name, but none with its area', (name) => {
  expect([isAgencyName(name), isWholeName(name)]).toEqual([true, false])
})

test.each(['我局', '我街道', '本机关', '本单位', '全市', '各部门', 'XX局', '××镇人民政府', '机关'])(
  '%s names nobody',
  (name) => {
    expect([namesNobody(name), isAgencyName(name)]).toEqual([true, false])
  },
)

test.each([
  '首页',
  '政府信息公开',
  '兖州区人民政府网站',
  '发布时间',
  '根据兖州区人民政府',
  '2023年',
  '字体',
  '区',
  '',
])('%s is no name', (name) => {
  expect([isAgencyName(name), isWholeName(name)]).toEqual([false, false])
})
