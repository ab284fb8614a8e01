import { describe, expect, test } from '@jest/globals'
import { placeForms, placeOf } from '../../src/roster/place.ts'

/** Names of real places that are short, long, or made of characters that other words are made of. */
const places = [
  ...[
    '赵县',
    '石家庄市赵县',
    '江苏省徐州市沛县',
    '和县',
    '泰和县',
    '政和县',
    '和平县',
    '和林格尔县',
    '太和区',
  ],
  ...['天津市和平区', '沈阳市和平区', '邢台市南和区', '呼和浩特市新城区', '和龙市', '和田地区和田县'],
  ...['沙县区', '梅州市梅县区', '辉县市', '芒市', '德宏傣族景颇族自治州芒市', '阳泉市郊区', '攀枝花市东区'],
  ...['济南市市中区', '市南区', '盐城市亭湖区', '晋城市城区', '聊城市', '城固县', '乡宁县', '镇安县'],
  ...['双江拉祜族佤族布朗族傣族自治县', '松原市前郭尔罗斯蒙古族自治县', '科尔沁左翼中旗', '锡林郭勒盟'],
  ...['宁夏回族自治区银川市', '上海市浦东新区', '济宁市兖州区', '山东省济宁市兖州区'],
]
const agencies = [
  ...['人民政府', '人民政府办公室', '教育局', '住房和城乡建设局', '市场监督管理局', '城市管理局'],
  ...['卫生健康委员会', '和平街道办事处', '城关镇人民政府', '经济和信息化局'],
]

describe.each(places)('%s', (place) => {
  test.each(agencies)('begins the name of its %s', (agency) => {
    expect(placeOf(place + agency)).toBe(place)
  })
})

test.each([
  ...['住房和城乡建设局', '卫生和计划生育局', '经济发展和市场监督管理局', '市场监督管理局', '社区建设办公室'],
  ...['本县教育局', '全县教育局', '县域经济发展局', '和谐路街道办事处', '妇女联合会', '供销合作社联合社'],
])('%s begins with no place', (name) => {
  expect(placeOf(name)).toBe('')
})

test.each([
  ['天津市和平区', ['天津市和平区', '和平区', '和平', '区', '']],
  ['石家庄市赵县', ['石家庄市赵县', '赵县', '县', '']],
  ['吉安市泰和县', ['吉安市泰和县', '泰和县', '泰和', '县', '']],
])('%s is written in these ways', (place, forms) => {
  expect(placeForms(place).map(({ text }) => text)).toEqual(forms)
})
