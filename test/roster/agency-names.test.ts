import { describe, expect, test } from '@jest/globals'
import {
  agencyNames,
  filingNameWithoutRoster,
  nearestNames,
  resolveAgency,
  type NamedAgency,
} from '../../src/roster/agency-names.ts'

const place = '济宁市兖州区'
const named = (name: string, ...aliases: string[]): NamedAgency => ({ name: place + name, aliases })
const names = agencyNames(
  [
    named('人民政府'),
    named('人民政府办公室'),
    named('教育和体育局'),
    named('科学技术局', '科创'),
    named('交通运输局'),
    named('自然资源和规划局', '规划局'),
    named('住房和城乡建设局', '规划局'),
    named('综合行政执法局'),
    named('市场监督管理局'),
    named('鼓楼街道办事处'),
    named('新兖镇人民政府'),
    { name: '济宁市公安局兖州区分局', aliases: [] },
    { name: '济宁市生态环境局兖州区分局', aliases: [] },
  ],
  place,
)

describe('a printed name is resolved by its full name, its place, or an alias', () => {
  test.each([
    ['济宁市兖州区科学技术局', '科学技术局'],
    ['济宁市 兖州区\n科学技术局', '科学技术局'],
    ['兖州区科学技术局', '科学技术局'],
    ['兖州科学技术局', '科学技术局'],
    ['区科学技术局', '科学技术局'],
    ['科学技术局', '科学技术局'],
    ['科创', '科学技术局'],
    ['兖州科技局', '科学技术局'],
    ['区科技局', '科学技术局'],
    ['教体局', '教育和体育局'],
    ['交运局', '交通运输局'],
    ['自然资源局', '自然资源和规划局'],
    ['执法局', '综合行政执法局'],
    ['区市监局', '市场监督管理局'],
    ['区政府', '人民政府'],
    ['兖州区政府', '人民政府'],
    ['兖州区', '人民政府'],
    ['区府办', '人民政府办公室'],
    ['政府办', '人民政府办公室'],
    ['鼓楼', '鼓楼街道办事处'],
    ['鼓楼街办', '鼓楼街道办事处'],
    ['兖州区鼓楼街道', '鼓楼街道办事处'],
    ['新兖镇政府', '新兖镇人民政府'],
    ['新兖', '新兖镇人民政府'],
  ])('%s is %s', (printed, rest) => {
    expect(resolveAgency(printed, names)).toEqual({ kind: 'one', name: place + rest })
  })

  test.each([
    ['区公安分局', '济宁市公安局兖州区分局'],
    ['公安局', '济宁市公安局兖州区分局'],
    ['环保局', '济宁市生态环境局兖州区分局'],
  ])('a branch of the city is known as %s', (printed, name) => {
    expect(resolveAgency(printed, names)).toEqual({ kind: 'one', name })
  })

  test.each([
    '曲阜市科技局',
    '济宁市科技局',
    '任城区科学技术局',
    '人民政府',
    '政府',
    '税务局',
    '科技',
    '学技术局',
    '',
    '兖州',
  ])('%s is nobody of this roster', (printed) => {
    expect(resolveAgency(printed, names)).toEqual({ kind: 'none' })
  })

  test('an alias that two share decides nothing', () => {
    expect(resolveAgency('规划局', names)).toEqual({
      kind: 'several',
      names: ['济宁市兖州区自然资源和规划局', '济宁市兖州区住房和城乡建设局'],
    })
  })

  test('in a city, the same bureau of two districts is told apart by its place only', () => {
    const city = agencyNames(
      ['济宁市任城区科学技术局', '济宁市兖州区科学技术局'].map((name) => ({ name, aliases: [] })),
      '济宁市',
    )
    expect(resolveAgency('任城区科技局', city)).toEqual({ kind: 'one', name: '济宁市任城区科学技术局' })
    expect(resolveAgency('科技局', city).kind).toBe('several')
    expect(resolveAgency('区科技局', city).kind).toBe('several')
  })

  test.each([
    ['枣庄市市中区科学技术局', '市中区科技局'],
    ['邹城市科学技术局', '邹城科技局'],
    ['济宁高新区科技创新局', '高新区科技创新局'],
    ['苏州市吴中区科学技术局', '吴中科技局'],
    ['济宁市兖州区城市管理局', '兖州区城市管理局'],
    ['济宁市兖州区社区建设服务中心', '社区建设服务中心'],
  ])('the place of %s is found without a district', (name, printed) => {
    expect(resolveAgency(printed, agencyNames([{ name, aliases: [] }], null))).toEqual({ kind: 'one', name })
  })
})

test.each(['生态环境局', '环保局', '兖州生态环境局', '兖州区环保局', '济宁市兖州生态环境局'])(
  'a bureau of the city for the district is called %s as well',
  (printed) => {
    const name = '济宁市兖州生态环境局'
    const names = agencyNames(
      [name, '济宁市兖州区财政局'].map((one) => ({ name: one, aliases: [] })),
      '济宁市兖州区',
    )
    expect(resolveAgency(printed, names)).toEqual({ kind: 'one', name })
  },
)

describe('development zones and branches', () => {
  const city = agencyNames(
    [
      '临江经济技术开发区管理委员会',
      '临江高新技术产业开发区管委会',
      '临江市公安局',
      '临江市公安局高新分局',
    ].map((name) => ({ name, aliases: [] })),
    '临江市',
  )

  test.each([
    ['经开区管委会', '临江经济技术开发区管理委员会'],
    ['经济技术开发区管委会', '临江经济技术开发区管理委员会'],
    ['经开区', '临江经济技术开发区管理委员会'],
    ['高新区管委会', '临江高新技术产业开发区管委会'],
    ['临江高新区', '临江高新技术产业开发区管委会'],
    ['高新区管理委员会', '临江高新技术产业开发区管委会'],
    ['高新区', '临江高新技术产业开发区管委会'],
    ['高新分局', '临江市公安局高新分局'],
    ['公安局高新分局', '临江市公安局高新分局'],
    ['公安局', '临江市公安局'],
  ])('%s', (printed, name) => {
    expect(resolveAgency(printed, city)).toEqual({ kind: 'one', name })
  })

  test('what two zones are called says neither', () => {
    expect(resolveAgency('开发区管委会', city).kind).toBe('several')
    expect(resolveAgency('管委会', city).kind).toBe('several')
  })
})

describe('in a city with districts, counties and a city of its own below it', () => {
  const prefecture = agencyNames(
    [
      ...[
        '云昌市人民政府',
        '云昌市教育局',
        '云昌市望湖区人民政府',
        '云昌市望湖区教育局',
        '云昌市望湖区民政局',
      ],
      ...['阳和市人民政府', '阳和市石桥乡人民政府', '临溪县石桥镇人民政府', '临溪县城关镇人民政府'],
      ...['宁溪县城关镇人民政府', '国家税务总局云昌市税务局', '国家统计局云昌市调查队'],
    ].map((name) => ({ name, aliases: [] })),
    '云昌市',
  )

  test.each([
    ['市政府', '云昌市人民政府'],
    ['市教育局', '云昌市教育局'],
    ['区教育局', '云昌市望湖区教育局'],
    ['区政府', '云昌市望湖区人民政府'],
    ['阳和市政府', '阳和市人民政府'],
    ['石桥乡政府', '阳和市石桥乡人民政府'],
    ['石桥镇', '临溪县石桥镇人民政府'],
    ['宁溪县城关镇', '宁溪县城关镇人民政府'],
    ['云昌市税务局', '国家税务总局云昌市税务局'],
    ['云昌税务局', '国家税务总局云昌市税务局'],
    ['税务局', '国家税务总局云昌市税务局'],
    ['云昌调查队', '国家统计局云昌市调查队'],
  ])('%s is %s', (written, name) => {
    expect(resolveAgency(written, prefecture)).toEqual({ kind: 'one', name })
  })

  test.each([
    ['教育局', ['云昌市教育局', '云昌市望湖区教育局']],
    ['石桥', ['阳和市石桥乡人民政府', '临溪县石桥镇人民政府']],
    ['城关镇', ['临溪县城关镇人民政府', '宁溪县城关镇人民政府']],
  ])('%s is any of %j', (written, several) => {
    expect(resolveAgency(written, prefecture)).toEqual({ kind: 'several', names: several })
  })
})

describe('without a roster', () => {
  const stored = ['济宁市兖州区科学技术局', '山亭区科技局']

  test.each([
    ['兖州区科学技术局', '济宁市兖州区科学技术局'],
    ['兖州科技局', '济宁市兖州区科学技术局'],
    ['枣庄市山亭区科技局', '山亭区科技局'],
    ['济宁市兖州区科学技术局', '济宁市兖州区科学技术局'],
    ['威海市文登区科学技术局', '威海市文登区科学技术局'],
  ])('%s is filed under %s', (printed, name) => {
    expect(filingNameWithoutRoster(printed, stored)).toEqual({ kind: 'one', name })
  })

  test.each([
    ['科技局', ['济宁市兖州区科学技术局', '山亭区科技局']],
    ['区科技局', ['济宁市兖州区科学技术局', '山亭区科技局']],
    ['科学技术局', ['济宁市兖州区科学技术局', '山亭区科技局']],
    ['税务局', []],
  ])('%s is no name to file under', (printed, maybe) => {
    expect(filingNameWithoutRoster(printed, [...stored, '区科技局'])).toEqual({ kind: 'bare', maybe })
  })
})

test.each([
  ['曲阜市教体局', ['济宁市兖州区教育和体育局']],
  ['济宁市兖州区税务局', []],
  ['区交通局', ['济宁市兖州区交通运输局']],
  ['任城区人民政府', ['济宁市兖州区人民政府']],
])('like %s are %j', (written, like) => {
  expect(
    nearestNames(
      written,
      names.agencies.map((agency) => agency.name),
    ),
  ).toEqual(like)
})

test('nearest names are offered best first, and none where nothing is alike', () => {
  const all = names.agencies.map((agency) => agency.name)
  expect(nearestNames('兖州区科学和技术局', all)[0]).toBe('济宁市兖州区科学技术局')
  expect(nearestNames('xyz', all)).toEqual([])
})
