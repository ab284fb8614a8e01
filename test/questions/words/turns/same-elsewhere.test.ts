import { expect, test } from '@jest/globals'
import { cityWords } from '../city-words.ts'
import { converse, converseWith } from './converse.ts'

const inCity = (...turns: readonly string[]): unknown => converseWith(cityWords(), ...turns)

const [city, district] = ['云昌市教育局', '云昌市望湖区教育局']
const [linxi, ningxi] = ['临溪县城关镇人民政府', '宁溪县城关镇人民政府']

/** The place says which of those that are called so is meant. */
test.each<[string, readonly string[], readonly string[]]>([
  ['a city', ['教育局2024年依申请几件', '市里的'], [city]],
  ['the one in a city', ['教育局2024年依申请几件', '市里那个'], [city]],
  ['the bureau of a city', ['教育局2024年依申请几件', '市局'], [city]],
  ['a district by its kind', ['教育局2024年依申请几件', '区里的'], [district]],
  ['the bureau of a district', ['教育局2024年依申请几件', '区局'], [district]],
  ['a district by its name', ['教育局2024年依申请几件', '望湖区的'], [district]],
  ['a county', ['城关镇2024年依申请几件', '临溪的'], [linxi]],
  ['a year after it', ['教育局2024年依申请几件', '市里的', '2023年呢'], [city]],
  ['the other one', ['教育局2024年依申请几件', '望湖区那个', '市局呢'], [city]],
  ['the other one by 的', ['教育局2024年依申请几件', '市里的', '区里的呢'], [district]],
  ['the other one by name', ['城关镇2024年依申请几件', '临溪的', '宁溪的呢'], [ningxi]],
  ['without a question back', ['市教育局2024年依申请几件', '望湖区呢'], [district]],
  ['a government', ['市政府2024年依申请几件', '望湖区呢'], ['云昌市望湖区人民政府']],
  ['both together', ['城关镇2024年依申请几件', '临溪的', '宁溪的呢', '两个镇加起来'], [linxi, ningxi]],
])('%s', (_, turns, agencies) => {
  expect(inCity(...turns)).toMatchObject({ agencies })
})

test.each([
  ['市教育局2024年依申请几件', '望湖区教育局呢', '市里比区里多多少'],
  ['市教育局和望湖区教育局2024年依申请各几件', '市里比区里多多少'],
  ['市教育局2024年依申请几件', '市局比区局多几件'],
])('%s … are compared by their places', (...turns) => {
  expect(inCity(...turns)).toMatchObject({ operation: 'compare', subject: city, base: district })
})

test.each([
  ['市里 may be all of it', ['望湖区教育局2024年依申请几件', '市里呢'], { whose: 'all' }],
  ['全市 is all of it', ['望湖区教育局2024年依申请几件', '全市的呢'], { whose: 'all' }],
])('%s', (_, turns, expected) => {
  expect(inCity(...turns)).toMatchObject(expected)
})

/** Nobody of that name there. */
test.each([
  ['东岭区的呢', ['望湖区教育局2024年依申请几件', '东岭区的呢'], 'agency'],
  ['县局呢', ['望湖区教育局2024年依申请几件', '县局呢'], 'not_in_roster'],
])('%s', (_, turns, expected) => {
  expect(inCity(...turns)).toBe(expected)
})

test('in a district 区里 is all of it', () => {
  expect(converse('科技局2024年依申请几件', '区里呢')).toMatchObject({ whose: 'all' })
})
