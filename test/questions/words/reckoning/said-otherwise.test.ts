import { describe, expect, test } from '@jest/globals'
import { read, type Expected } from '../read-question.ts'

/** A condition of the one figure, in the year reported on. */
const where = (op: string, value: number, more: Expected = {}): Expected => ({
  operation: 'list',
  where: [{ op, value, ...more }],
})

describe('a threshold', () => {
  test.each<[string, Expected]>([
    ['依申请量过40件的单位有哪些', where('>', 40)],
    ['依申请量过了40件的单位有哪些', where('>', 40)],
    ['依申请破了40件的有哪些单位', where('>', 40)],
    ['依申请高出40件的单位', where('>', 40)],
    ['依申请比40件多的单位', where('>', 40)],
    ['依申请比40件少的单位', where('<', 40)],
    ['依申请40件开外的单位', where('>', 40)],
    ['处罚上了100起的是哪些单位', where('>=', 100)],
    ['依申请到了50件的都有哪几家', where('>=', 50)],
    ['依申请够10件的单位', where('>=', 10)],
    ['处罚一百件往上的是哪几个单位', where('>=', 100)],
    ['复议在5件及以上的单位，点一下名', where('>=', 5)],
    ['办结率没满90%的是哪些单位', where('<', 90)],
    ['公开率还没到三成的单位，列个名单', where('<', 30)],
    ['公开率过半的单位有哪些', where('>', 50)],
    ['公开率一半以上的单位有哪些', where('>=', 50)],
    ['公开率不到一半的单位有哪些', where('<', 50)],
    ['公开率没超过五成的单位有哪些', where('<=', 50)],
    ['依申请落在20件到40件之间的单位', where('>=', 20, { and: { op: '<=', value: 40 } })],
    ['依申请介于20件和40件之间的单位', where('>=', 20, { and: { op: '<=', value: 40 } })],
    ['一件依申请都没收到的单位', where('=', 0)],
    ['依申请一件也没收到的单位是谁', where('=', 0)],
    ['一场诉讼都没打的有几家', { ...where('=', 0), operation: 'count' }],
    ['连一件复议都没有的单位', where('=', 0)],
    ['没收到一件依申请的单位', where('=', 0)],
    ['处罚没上100起的单位', where('<', 100)],
    ['处罚超百起的单位', where('>', 100)],
    ['依申请上百件的单位', where('>=', 100)],
    ['依申请不止40件的单位', where('>', 40)],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ years: [2025], ...query })
  })

  test.each<[string, Expected | string]>([
    ['2024年新制发过规范性文件的镇街', { ...where('>', 0), whose: 'townshipsAndSubdistricts' }],
    ['2024年有诉讼的街道', { ...where('>', 0), whose: 'subdistrict' }],
    ['2024年收到过依申请的单位，名字给我', where('>', 0)],
    ['2024年诉讼的街道', 'not_understood'],
    ['2024年依申请的街道有几件', { operation: 'sum' }],
  ])('those that have any: %s', (question, query) => {
    if (typeof query === 'string') expect(read(question)).toBe(query)
    else expect(read(question)).toMatchObject(query)
  })

  test.each<[string, Expected]>([
    ['复议和诉讼都没有的单位', { where: [{ op: '=' }, { op: '=' }] }],
    ['复议和诉讼都没有发生的单位', { where: [{ op: '=' }, { op: '=' }] }],
    ['哪些单位复议诉讼都有', { where: [{ op: '>' }, { op: '>' }] }],
    ['复议和诉讼都有的单位', { where: [{ op: '>' }, { op: '>' }] }],
    ['依申请和处罚都超过100件的单位', { where: [{ value: 100 }, { value: 100 }] }],
    ['依申请过了20件、复议又一件没有的，哪几家', { where: [{ op: '>' }, { op: '=' }] }],
  ])('of two figures: %s', (question, query) => {
    const found = read(question)
    expect(found).toMatchObject({ operation: 'list', ...query })
    expect(found).toHaveProperty('metrics.length', 2)
  })

  test.each([
    ['依申请过40件的单位'],
    ['依申请一件都没办结的单位有几家'],
    ['各街道都有诉讼'],
    ['依申请比40件多几件'],
    ['复议和诉讼都几件'],
    ['公开率半成以上的单位'],
    ['依申请几十件的单位'],
    ['依申请几百件的单位'],
    ['一次复议都没被提过的单位'],
    ['处罚多的是哪几家'],
    ['2024年和2025年都没有复议的单位'],
  ])('%s is none', (question) => {
    expect(read(question)).toBe('not_understood')
  })
})

describe('a ranking', () => {
  test.each<[string, Expected]>([
    ['诉讼多的排前两名是哪些单位', { top: 2, order: 'desc' }],
    ['诉讼少的前两名', { top: 2, order: 'asc' }],
    ['不予公开居前五位的单位', { top: 5, order: 'desc' }],
    ['行政强制的头三名', { top: 3, order: 'desc' }],
    ['公开率打头的两家单位是谁', { top: 2, order: 'desc' }],
    ['依申请居首的单位', { top: 1, order: 'desc' }],
    ['依申请最少的三家依次是谁', { top: 3, order: 'asc' }],
    ['依申请最少的三家是哪三家', { top: 3, order: 'asc' }],
    ['各镇街依申请由高到低怎么排', { order: 'desc' }],
    ['所有单位依申请由多到少排个座次', { order: 'desc' }],
    ['各镇街依申请从低到高排一遍', { order: 'asc' }],
    ['科技局不予公开哪条理由用得最多', { by: 'row', top: 1 }],
    ['科技局不予公开最常用的是哪一条', { by: 'row', top: 1 }],
    ['哪一年全区依申请最多，2021到2025年里挑', { by: 'year', years: [2021, 2022, 2023, 2024, 2025] }],
    ['依申请比去年涨得最多的单位', { growth: 'delta', subject: 2025, base: 2024, order: 'desc' }],
    ['处罚今年比去年少得最多的是哪家', { growth: 'delta', order: 'asc' }],
    ['2022年到2023年依申请增幅最大的单位', { growth: 'change', subject: 2023, base: 2022 }],
    ['依申请同比涨幅最大的单位', { growth: 'change', order: 'desc' }],
    ['与2024年相比，2025年依申请增加件数居前三的单位', { growth: 'delta', top: 3 }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ operation: 'rank', ...query })
  })

  test.each([['诉讼多的第三名和第四名'], ['处罚居首的是哪家，比前年多多少'], ['依申请最少的三家是哪两家']])(
    '%s is none',
    (question) => {
      expect(read(question)).toBe('not_understood')
    },
  )
})

describe('a sum', () => {
  test.each<[string, Expected]>([
    ['科技局处罚与行政强制两项相加是多少', { operation: 'sum', added: true }],
    ['科技局许可、处罚、强制三项的总量', { operation: 'sum', added: true }],
    ['科技局不予公开和无法提供两项并起来多少件', { operation: 'sum', added: true }],
    ['科技局处罚和强制凑到一起多少件', { operation: 'sum', added: true }],
    ['科技局复议加诉讼拢共几件', { operation: 'value', metrics: ['review.all.total'] }],
    ['科技局复议跟诉讼两样凑一块儿几起', { operation: 'value', metrics: ['review.all.total'] }],
    ['全区近三年诉讼累起来多少场', { operation: 'sum', metrics: ['review.litigation.total'] }],
    ['科技局许可、处罚、强制三样分别多少', { operation: 'value' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject(query)
  })

  test.each([
    ['科技局许可、处罚、强制两项相加是多少'],
    ['科技局处罚两项合计多少'],
    ['科技局处罚凑一块儿两样'],
  ])('%s is none', (question) => {
    expect(read(question)).toBe('not_understood')
  })
})

describe('an average', () => {
  test.each<[string, Expected]>([
    ['街道依申请平均下来一家是多少', { whose: 'subdistrict', years: [2025] }],
    ['平摊下来一家单位收到几件依申请', { whose: 'all' }],
    ['依申请均到每个镇街头上是多少', { whose: 'townshipsAndSubdistricts' }],
    ['每个街道平均摊到几件依申请', { whose: 'subdistrict' }],
    ['各部门平均一家几件复议', { whose: 'department' }],
    ['科技局21到24年平均一年几起处罚', { years: [2021, 2022, 2023, 2024] }],
    ['科技局近三年平均下来每年几件依申请', { years: [2023, 2024, 2025] }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ operation: 'average', ...query })
  })
})

describe('a comparison', () => {
  const years = { subject: 2025, base: 2024 }
  test.each<[string, Expected]>([
    ['全区收到的依申请拿来跟去年对照，是升是降', years],
    ['科技局公开率2025年比2024年高几个点还是低几个点', years],
    ['科技局公开率今年跟去年差几个百分点', years],
    ['科技局处罚较上一年变化了多少件', years],
    ['科技局2022年与2025年相比，依申请有何增减', { subject: 2025, base: 2022 }],
    ['拿2021年当底数，科技局2025年依申请涨了百分之多少', { subject: 2025, base: 2021 }],
    ['科技局依申请2025年对2024年是升了还是降了', years],
    ['以2024年为基数，科技局2022年依申请增长百分之几', { subject: 2022, base: 2024 }],
    ['科技局2025年依申请增长百分之几，以2023年为基数', { subject: 2025, base: 2023 }],
    ['2023年到2025年科技局依申请增长了多少', { subject: 2025, base: 2023 }],
    ['全区诉讼2025年跟2024年放一起比一比', years],
    ['科技局与教体局相比，2024年哪家的处罚更多', { years: [2024], whose: 'named' }],
    ['科技局和教体局2024年哪边的依申请多', { years: [2024], whose: 'named' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ operation: 'compare', ...query })
  })
})

test.each(['科技局与教体局相比，哪家处罚增加更多', '2021到2025年科技局哪年依申请增长最多'])(
  '%s: growth against growth is none',
  (question) => {
    expect(read(question)).toBe('not_understood')
  },
)

describe('year by year', () => {
  const five = [2021, 2022, 2023, 2024, 2025]
  test.each<[string, Expected]>([
    ['公开率全区一年一年列出来，2021年起到2025年', { years: five }],
    ['“十四五”五年全区每年各收到多少件依申请', { years: five }],
    ['科技局2021年到2025年复议逐年给我', { years: five }],
    ['科技局2023、2024、2025三年的依申请，年年多少', { years: [2023, 2024, 2025] }],
    ['科技局近三年依申请走势如何', { years: [2023, 2024, 2025] }],
    ['科技局近三年诉讼是往上走还是往下走', { years: [2023, 2024, 2025] }],
    ['各街道近三年的依申请总量有怎样的变化', { years: [2023, 2024, 2025], whose: 'subdistrict' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ operation: 'trend', ...query })
  })
})

describe('what a figure falls into', () => {
  test.each<[string, Expected]>([
    ['科技局办理结果是怎样分布的', { metrics: ['requests.handledTotal.total'] }],
    ['科技局复议的结果是怎么分布的', { metrics: ['review.reconsideration.total'] }],
    ['科技局不予公开都用的哪几条理由', { metrics: ['requests.denied.total'] }],
    ['科技局不予公开的，各是以什么理由', { metrics: ['requests.denied.total'] }],
    ['科技局不予处理的都属于哪些情形', { metrics: ['requests.notProcessed.total'] }],
    ['科技局无法提供的分别属于哪种情形', { metrics: ['requests.unavailable.total'] }],
    ['科技局不予公开分类列一下', { metrics: ['requests.denied.total'] }],
    ['科技局申请人由哪几类组成', { by: 'applicant' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ operation: 'detail', years: [2025], ...query })
  })
})

describe('a list', () => {
  test.each([
    '各镇街依申请一家一行',
    '各部门复议逐家开列',
    '各街道依申请挨个报一下',
    '各镇街处罚都列给我看看',
    '所有单位诉讼每家一个数拉出来',
    '全区每家单位的办结率，给我拉个单子',
    '各镇街依申请分开报',
  ])('%s', (question) => {
    expect(read(question)).toMatchObject({ operation: 'list', years: [2025] })
  })
})
