import { expect, test } from '@jest/globals'
import { agencyKindOf } from '../../../../src/report/agency-kind.ts'
import { cityNames, cityWords } from '../city-words.ts'
import { converse, converseWith } from '../turns/converse.ts'

const inCity = (...turns: readonly string[]): unknown => converseWith(cityWords(), ...turns)

const streets = ['云昌市望湖区滨江街道办事处', '云昌市望湖区中山路街道办事处']
const ofLinxi = ['临溪县城关镇人民政府', '临溪县石桥镇人民政府']
const ofWanghu = ['云昌市公安局望湖分局', '云昌市望湖区教育局']
const ofCity = [
  ...['云昌市教育局', '云昌市民政局', '云昌市公安局', '云昌市公安局望湖分局'],
  ...['国家税务总局云昌市税务局', '云昌高新技术产业开发区管理委员会'],
]

/** A place in front of a group word: those of that place. */
test.each<[string, readonly string[]]>([
  ['望湖区各街道2024年依申请各几件', streets],
  ['望湖各街道2024年依申请各几件', streets],
  ['云昌市望湖区的街道2024年依申请一共几件', streets],
  ['望湖区街道2024年复议谁最多', streets],
  ['望湖区2024年各街道依申请一共几件', streets],
  ['望湖区哪个街道2024年依申请最多', streets],
  ['临溪县各镇2024年依申请各几件', ofLinxi],
  ['临溪县镇街2024年依申请一共几件', ofLinxi],
  ['望湖区各部门2024年依申请各几件', ofWanghu],
  ['望湖区区直部门2024年依申请一共几件', ofWanghu],
  ['望湖区各单位2024年依申请一共几件', [...ofWanghu, ...streets]],
  [
    '望湖区谁没交2024年年报',
    ['云昌市公安局望湖分局', '云昌市望湖区人民政府', '云昌市望湖区教育局', ...streets],
  ],
  ['阳和市乡镇2024年依申请一共几件', ['阳和市石桥乡人民政府']],
  ['市直各部门2024年依申请一共几件', ofCity],
  ['市级部门2024年依申请最多的是谁', ofCity],
])('%s', (question, agencies) => {
  expect(inCity(question)).toMatchObject({ agencies })
})

test.each<[string, readonly string[]]>([
  ['云昌市各街道2024年依申请各几件', cityNames.filter((name) => agencyKindOf(name) === 'subdistrict')],
  ['各部门2024年依申请一共几件', cityNames.filter((name) => agencyKindOf(name) === 'department')],
])('%s: the place of the whole roster takes nobody away', (question, agencies) => {
  expect(inCity(question)).toMatchObject({ agencies })
})

test.each([
  ['兖州区各街道2024年依申请各几件', ['鼓楼街道办事处', '龙桥街道办事处']],
  ['济宁市兖州区各街道2024年依申请各几件', ['鼓楼街道办事处', '龙桥街道办事处']],
  ['兖州区各镇2024年依申请各几件', ['新兖镇人民政府', '小孟镇人民政府']],
])('%s: in a district they all are', (question, agencies) => {
  expect(converse(question)).toMatchObject({ agencies })
})

/** Nobody there, another whole beside it, or a place that is not told: never all of them. */
test.each([
  ['东岭区各部门2024年依申请一共几件', 'agency'],
  ['望湖区各镇2024年依申请各几件', 'agency'],
  ['区直部门2024年依申请一共几件', 'not_understood'],
  ['县直各部门2024年依申请一共几件', 'not_understood'],
  ['望湖区各街道2024年依申请占全市多少', 'not_understood'],
  ['望湖区街道和东岭区街道2024年依申请谁多', 'not_understood'],
  ['望湖区和东岭区各街道2024年依申请一共几件', 'not_understood'],
])('%s', (question, expected) => {
  expect(inCity(question)).toBe(expected)
})

test('towns whose names do not say where they lie may be anywhere', () => {
  const words = cityWords(['柳林镇人民政府'])
  expect(converseWith(words, '临溪县各镇2024年依申请各几件')).toBe('agency')
  expect(converseWith(words, '各镇2024年依申请一共几件')).toMatchObject({ operation: 'sum' })
})

test('what follows is of those of that place', () => {
  expect(inCity('望湖区各街道2024年依申请各几件', '2023年呢')).toMatchObject({ agencies: streets })
  expect(inCity('望湖区各街道2024年依申请各几件', '哪个最多')).toMatchObject({ agencies: streets })
})
