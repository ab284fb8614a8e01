import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const [keji, jiaoti] = ['科学技术局', '教育和体育局'] as const
const first = '科技局2024年复议几件'
const two = [first, '教体局呢']
const litigation = ['review.litigation.total']
const against = { operation: 'compare', subject: `济宁市兖州区${keji}`, base: `济宁市兖州区${jiaoti}` }

describe('the last questions in a row, of one figure', () => {
  test.each<[readonly string[], Expected]>([
    [
      ['科技局2023年予以公开几件', '公开率是多少', '2024年呢', '提高了几个百分点'],
      { operation: 'compare', subject: 2024, base: 2023, metrics: ['rate.disclosed'] },
    ],
    [
      ['科技局2024年依申请几件', '其中不予公开的', '公开率', '教体局呢', '相差多少'],
      { ...against, metrics: ['rate.disclosed'] },
    ],
    [
      [first, '官司呢', '教体局呢', '两家官司一共几件'],
      { operation: 'sum', agencies: [jiaoti, keji], metrics: litigation },
    ],
    [[...two, '两家诉讼一共几件'], { operation: 'sum', agencies: [jiaoti, keji], metrics: litigation }],
    [[...two, '谁的复议多'], { ...against, years: [2024] }],
    [[...two, '哪家复议多'], against],
    [[...two, '谁的诉讼多'], { ...against, metrics: litigation }],
    [[...two, '复议差几件'], against],
    [
      ['科技局2022年公开率', '2024年呢', '公开率提高了多少'],
      { operation: 'compare', subject: 2024, base: 2022 },
    ],
    [
      ['科技局2022年依申请几件', '2024年呢', '这两年比呢'],
      { operation: 'compare', subject: 2024, base: 2022 },
    ],
    [['科技局2022年依申请几件', '2024年呢', '这两年相比呢'], { subject: 2024, base: 2022 }],
    [
      ['科技局2021年依申请几件', '2022年呢', '2024年呢', '这两年比呢'],
      { operation: 'compare', subject: 2024, base: 2022 },
    ],
    [[...two, '谁的复议最多'], { operation: 'rank', whose: 'all' }],
    [[...two, '哪个街道复议多'], { operation: 'rank', whose: 'subdistrict' }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('a sum of those in a row is gone on from', () => {
  const sum = [...two, '一共几件']
  const bothYears = { operation: 'compare', agencies: [jiaoti, keji], subject: 2024, base: 2023 }
  test.each<[readonly string[], Expected]>([
    [[...sum, '2023年呢', '增加几件'], bothYears],
    [[...sum, '2023年呢', '差几件'], bothYears],
    [[...sum, '增加几件'], bothYears],
    [['科技局和教体局2024年复议一共几件', '增加几件'], bothYears],
    [['科技局和教体局2024年复议一共几件', '差几件'], against],
    [[...sum, '2023年呢', '谁多'], { operation: 'compare', subject: against.subject, years: [2023] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('a part after a rate', () => {
  const corrected = '科技局2024年复议纠正率'
  test.each<[readonly string[], Expected]>([
    [[corrected, '几件被纠正'], { metrics: ['review.reconsideration.corrected'], years: [2024] }],
    [[corrected, '几件被纠正', '2023年呢'], { metrics: ['review.reconsideration.corrected'], years: [2023] }],
    [[corrected, '维持的呢'], { metrics: ['rate.upheld.reconsideration'] }],
    [['科技局2024年自然人占比', '企业的呢'], { metrics: ['rate.applicant.enterprise'] }],
    [['科技局2024年自然人占比', '企业几件'], { metrics: ['requests.received.enterprise'] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('what may be of the last, or of all together, is declined', () => {
  test.each<readonly string[][]>([
    [[...two, '那就是5件对吧']],
    [[...two, '也就是5件吧']],
    [['科技局2023年复议几件', '2024年呢', '那就是5件对吧']],
    [['科技局和教体局2024年复议各几件', '增加几件']],
    [['部门2024年平均依申请几件', '差几件']],
    [['科技局2024年依申请几件', '部门平均呢', '差几件']],
    [['部门2024年平均依申请几件', '增加多少']],
    [['部门2024年平均依申请几件', '比上年呢']],
    [['科技局2023年复议几件', '2024年呢', '教体局呢', '2023年呢', '差几件']],
  ])('%s', (turns) => {
    expect(converse(...turns)).toBe('not_understood')
  })

  test.each<[readonly string[], Expected]>([
    [[...two, '是5件对吧'], { operation: 'value', confirm: 5, agencies: [jiaoti] }],
    [[first, '那就是5件对吧'], { operation: 'value', confirm: 5, agencies: [keji] }],
    [[...two, '那一共5件对吧'], { operation: 'sum', confirm: 5 }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('a share of one in the other', () => {
  test.each<[readonly string[], Expected]>([
    [['科技局2024年予以公开几件', '办结几件', '占多少'], { metrics: ['rate.granted'], years: [2024] }],
    [['科技局2024年自然人申请几件', '一共收了几件', '占几成'], { metrics: ['rate.applicant.naturalPerson'] }],
    [['科技局2024年办结几件', '予以公开几件', '占多少'], { metrics: ['rate.granted'] }],
    [['科技局2024年办结几件', '占多少'], { metrics: ['rate.handled'] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })

  test('is not told where the one is no part of the other', () => {
    expect(converse('科技局2024年依申请几件', '办结几件', '占多少')).toBe('out_of_scope')
  })
})

describe('都 of the reports of those asked about', () => {
  test.each<[readonly string[], Expected]>([
    [[...two, '都通过了吗'], { intent: 'reports', operation: 'status', agencies: [jiaoti, keji] }],
    [[...two, '都交了吗'], { intent: 'reports', agencies: [jiaoti, keji] }],
    [['科技局年报通过了吗', '教体局呢', '都通过了吗'], { agencies: [jiaoti, keji] }],
    [['科技局年报交了吗', '教体局呢', '都交了吗'], { agencies: [jiaoti, keji] }],
    [[first, '都交了吗'], { intent: 'reports', whose: 'all' }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})
