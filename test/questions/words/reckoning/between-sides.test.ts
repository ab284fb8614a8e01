import { describe, expect, test } from '@jest/globals'
import { conversationSchema, newConversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import { everybody, short, wordsOf } from '../district-words.ts'

/** Some of a query. */
type Expected = Readonly<Record<string, unknown>>

const all = everybody.map(({ name }) => short(name))
const streets = all.filter((name) => name.endsWith('街道办事处'))
const towns = all.filter((name) => name.endsWith('镇人民政府'))
const offices = all.filter((name) => !streets.includes(name) && !towns.includes(name))
const [subdistrict, township, department] = [
  { group: 'subdistrict', agencies: streets },
  { group: 'township', agencies: towns },
  { group: 'department', agencies: offices },
]
const both = { group: 'townshipsAndSubdistricts', agencies: [...streets, ...towns] }
const three = ['教育和体育局', '科学技术局', '审计局']

/** The last turn's query, with short names; a refusal by its reason or slot. */
function converse(...turns: readonly string[]): Expected | string {
  let conversation = newConversation
  let last: Expected | string = ''
  for (const turn of turns) {
    const { read, conversation: next } = parseTurn(turn, wordsOf(), conversation)
    conversation = conversationSchema.parse(JSON.parse(JSON.stringify(next)))
    if (read.kind === 'query') {
      const { agencies, groups = [] } = read.query
      last = {
        ...read.query,
        agencies: agencies.map(short),
        groups: groups.map((one) => ({ ...one, agencies: one.agencies.map(short) })),
      }
    } else if (read.kind === 'help') last = read.dropped === true ? 'dropped' : 'help'
    else last = read.kind === 'none' ? read.reason : read.slot
  }
  return last
}

function holds([turns, expected]: Case): void {
  const found = converse(...turns.split(' / '))
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
}

/** Turns of one conversation, and what the last comes to. */
type Case = readonly [string, Expected | string]

describe('a figure between two bounds', () => {
  const between = (from: number, to: number): Expected => ({
    where: [{ op: '>=', value: from, and: { op: '<=', value: to } }],
  })
  test.each<Case>([
    ['依申请10到20件的有哪些', { operation: 'list', agencies: all, ...between(10, 20) }],
    ['依申请10-20件的单位有哪些', between(10, 20)],
    ['依申请十至二十件的单位有哪些', between(10, 20)],
    ['依申请在10件到20件之间的有几家', { operation: 'count', ...between(10, 20) }],
    ['依申请5件以上10件以下的部门', { agencies: offices, ...between(5, 10) }],
    ['依申请不少于5件不超过10件的单位', between(5, 10)],
    ['依申请大于等于5小于等于10的单位', between(5, 10)],
    ['依申请5到15之间的单位', between(5, 15)],
    ['公开率50%到80%的单位', { metrics: ['rate.disclosed'], ...between(50, 80) }],
    ['公开率在五成到八成之间的有几家', between(50, 80)],
    ['收费1.5到5万元的单位', between(1.5, 5)],
    ['依申请超过10件但不到20件的单位', { where: [{ op: '>', value: 10, and: { op: '<', value: 20 } }] }],
    ['依申请不超过20件但超过10件的单位', { where: [{ op: '>', value: 10, and: { op: '<=', value: 20 } }] }],
    ['依申请10到20件的有哪些 / 20到30件的呢', { operation: 'list', ...between(20, 30) }],
    ['依申请10到20件的有哪些 / 2023年呢', { years: [2023], ...between(10, 20) }],
    ['依申请10到20件的有哪些 / 复议呢', { metrics: ['review.reconsideration.total'], ...between(10, 20) }],
    ['依申请10到20件的有哪些 / 有几家', { operation: 'count', ...between(10, 20) }],
    ['依申请10到20件的有几家 / 各镇呢', { operation: 'count', agencies: towns, ...between(10, 20) }],
    ['依申请超过30件的有哪些 / 超过40件的呢', { where: [{ op: '>', value: 40 }] }],
    ['科技局依申请是10到20件吗', { operation: 'value' }],
    ['依申请20件以上10件以下的单位', 'not_understood'],
    ['依申请超过10件超过20件的单位', 'not_understood'],
    ['依申请21到23之间的单位', 'not_understood'],
    ['依申请20到10件的单位', 'not_understood'],
    ['依申请10件到20%的单位', 'not_understood'],
    ['公开率10到20件的单位', 'not_understood'],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('groups side by side', () => {
  test.each<Case>([
    ['街道和镇哪个依申请多', { operation: 'compare', years: [2025], groups: [subdistrict, township] }],
    ['街道和镇哪个依申请多', { subject: 'subdistrict', base: 'township', agencies: [...streets, ...towns] }],
    ['部门和镇街谁的公开率高', { metrics: ['rate.disclosed'], groups: [department, both] }],
    ['部门比镇街依申请多多少', { operation: 'compare', groups: [department, both] }],
    ['2023年依申请镇比街道少几件', { years: [2023], groups: [township, subdistrict] }],
    ['比街道，镇依申请多几件', { groups: [township, subdistrict] }],
    ['镇和街道相比依申请差多少', { groups: [township, subdistrict] }],
    ['部门依申请和镇街比', { groups: [department, both] }],
    ['除科技局外部门比镇依申请多几件', { without: ['济宁市兖州区科学技术局'], subject: 'department' }],
    ['街道和镇依申请各多少', { operation: 'list', groups: [subdistrict, township] }],
    ['部门、街道、镇依申请各多少', { operation: 'list', groups: [department, subdistrict, township] }],
    ['各街道和各镇依申请分别多少', { operation: 'list', whose: 'townshipsAndSubdistricts', groups: [] }],
    ['各部门和各街道依申请分别多少', { operation: 'list', agencies: [...offices, ...streets], groups: [] }],
    ['部门和街道依申请一共多少', { operation: 'sum', agencies: [...offices, ...streets] }],
    ['街道和镇依申请一共多少', { operation: 'sum', whose: 'townshipsAndSubdistricts' }],
    ['部门和街道里依申请最多的三家', { operation: 'rank', top: 3, agencies: [...offices, ...streets] }],
    ['街道和镇今年比去年依申请多几件', { operation: 'compare', subject: 2025, base: 2024, groups: [] }],
    ['街道和镇近三年依申请趋势', { operation: 'trend', whose: 'townshipsAndSubdistricts' }],
    [
      '街道和镇哪个依申请多 / 2023年呢',
      { operation: 'compare', years: [2023], groups: [subdistrict, township] },
    ],
    ['街道和镇哪个依申请多 / 复议呢', { operation: 'compare', metrics: ['review.reconsideration.total'] }],
    ['街道和镇哪个依申请多 / 部门和镇呢', { operation: 'compare', groups: [department, township] }],
    ['街道和镇哪个依申请多 / 怎么算的', { operation: 'explain', explains: 'compare' }],
    ['街道和镇哪个依申请多 / 科技局呢', { operation: 'value', agencies: ['科学技术局'], groups: [] }],
    [
      '街道和镇依申请各多少 / 2023年呢',
      { operation: 'list', years: [2023], groups: [subdistrict, township] },
    ],
    ['街道和镇依申请各多少 / 一共呢', { operation: 'sum' }],
    ['部门和街道依申请多少', 'not_understood'],
    ['全区和街道依申请哪个多', 'not_understood'],
    ['街道比全区公开率高多少', 'not_understood'],
    ['科技局比镇街依申请多几件', 'not_understood'],
    ['部门、街道、镇哪个依申请多', 'not_understood'],
    ['街道和镇依申请比谁多', 'not_understood'],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('who rose and who fell', () => {
  const moved = (op: string, value = 0, growth = 'delta'): Expected => ({ growth, where: [{ op, value }] })
  test.each<Case>([
    [
      '哪些单位依申请增加了',
      { operation: 'list', years: [2025, 2024], subject: 2025, base: 2024, ...moved('>') },
    ],
    ['哪几家依申请比去年少', { operation: 'list', agencies: all, ...moved('<') }],
    ['谁的依申请比去年多', { operation: 'list', ...moved('>') }],
    ['哪个部门依申请下降了', { operation: 'list', agencies: offices, ...moved('<') }],
    ['依申请下降的单位有哪些', moved('<')],
    ['依申请比去年多的', moved('>')],
    ['依申请多了的镇街', { agencies: [...streets, ...towns], ...moved('>') }],
    ['不予公开同比增加的有几家', { operation: 'count', metrics: ['requests.denied.total'], ...moved('>') }],
    ['有没有单位依申请下降', moved('<')],
    ['有街道依申请增加吗', { agencies: streets, ...moved('>') }],
    ['依申请比前年少的单位有几家', { operation: 'count', base: 2023, ...moved('<') }],
    ['2023年依申请比2021年增加的有哪些部门', { subject: 2023, base: 2021, agencies: offices }],
    ['科技局教体局审计局哪几家依申请比去年多', { agencies: three, ...moved('>') }],
    ['依申请比去年增加10件以上的有几家', { operation: 'count', ...moved('>=', 10) }],
    ['依申请减少超过5件的单位有哪些', moved('<', -5)],
    ['依申请增长超过50%的有哪些', moved('>', 50, 'change')],
    ['依申请下降10%以上的单位', moved('<=', -10, 'change')],
    ['依申请增幅超过50%的有几家', moved('>', 50, 'change')],
    ['公开率提高了的单位有哪些', { metrics: ['rate.disclosed'], ...moved('>') }],
    ['公开率提高5个百分点以上的单位有哪些', moved('>=', 5)],
    ['依申请减少5到10件的单位有哪些', { where: [{ op: '<=', value: -5, and: { op: '>=', value: -10 } }] }],
    ['依申请增加不超过5件的单位', { where: [{ op: '>', value: 0, and: { op: '<=', value: 5 } }] }],
    ['依申请没有增加的单位有几家', { operation: 'count', ...moved('<=') }],
    ['依申请没有减少的单位', moved('>=')],
    ['依申请和去年持平的有哪些单位', moved('=')],
    ['哪些街道依申请下降了 / 各镇呢', { operation: 'list', agencies: towns, ...moved('<') }],
    ['哪些街道依申请下降了 / 增加的呢', { operation: 'list', agencies: streets, ...moved('>') }],
    ['哪些街道依申请下降了 / 2023年呢', { subject: 2023, base: 2022, ...moved('<') }],
    ['哪些街道依申请下降了 / 有几家', { operation: 'count', agencies: streets, ...moved('<') }],
    ['哪些街道依申请下降了 / 复议呢', { metrics: ['review.reconsideration.total'], ...moved('<') }],
    ['哪些街道依申请下降了 / 怎么算的', { operation: 'explain', explains: 'list' }],
    ['公开率提高超过5%的单位有哪些', 'not_understood'],
    ['依申请提高5个百分点以上的单位有哪些', 'not_understood'],
    ['哪些单位依申请比科技局多', 'not_understood'],
    ['依申请有变化的单位', 'not_understood'],
    ['哪年依申请比上年少', 'not_understood'],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('the most where nobody stands beside', () => {
  test.each<Case>([
    ['各镇哪个依申请多', { operation: 'rank', top: 1, order: 'desc', agencies: towns, years: [2025] }],
    ['哪个部门依申请更多', { operation: 'rank', agencies: offices }],
    ['谁的依申请少', { operation: 'rank', top: 1, order: 'asc', agencies: all }],
    ['哪家公开率高', { operation: 'rank', metrics: ['rate.disclosed'] }],
    ['科技局教体局审计局谁依申请多', { operation: 'rank', agencies: three }],
    ['科技局哪年依申请多', { operation: 'rank', by: 'year' }],
    ['科技局和教体局哪个依申请多', { operation: 'compare', subject: '济宁市兖州区科学技术局' }],
    ['科技局和教体局谁依申请多 / 2023年谁多', { operation: 'compare', years: [2023] }],
    ['今年和去年科技局依申请哪年多', { operation: 'compare', subject: 2025, base: 2024 }],
    ['科技局2024年和2022年依申请哪个多', { operation: 'compare', subject: 2024, base: 2022 }],
    ['各镇2024年依申请一共几件 / 谁最多', { operation: 'rank', agencies: towns }],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('both ends of a ranking', () => {
  const ends = { operation: 'rank', both: true, order: 'desc' }
  test.each<Case>([
    ['依申请最多和最少的各是谁', { ...ends, top: 1, agencies: all }],
    ['谁依申请最多，谁最少', { ...ends, top: 1 }],
    ['依申请最多的镇和最少的镇', { ...ends, agencies: towns }],
    ['各镇里依申请最多和最少的是谁', { ...ends, agencies: towns }],
    ['公开率最高和最低的单位', { ...ends, metrics: ['rate.disclosed'] }],
    ['依申请最多和最少的三个单位', { ...ends, top: 3 }],
    ['依申请最多的两家和最少的两家', { ...ends, top: 2 }],
    ['依申请前三和后三', { ...ends, top: 3 }],
    ['科技局哪年依申请最多，哪年最少', { ...ends, by: 'year', top: 1 }],
    ['依申请增长最多和下降最多的单位', { ...ends, growth: 'delta', subject: 2025, base: 2024 }],
    ['依申请最多和最少的各是谁 / 2023年呢', { ...ends, years: [2023] }],
    ['依申请最多和最少的各是谁 / 各镇呢', { ...ends, agencies: towns }],
    ['谁依申请最多，谁复议最少', 'not_understood'],
    ['哪个部门依申请最多，哪个镇最少', 'not_understood'],
    ['2023年依申请最多2024年最少的是谁', 'not_understood'],
    ['依申请前三和后五', 'not_understood'],
    ['依申请最多的三家和最多的五家', 'not_understood'],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('several agencies in one line', () => {
  const each = { operation: 'list', agencies: three }
  test.each<Case>([
    ['科技局教体局审计局依申请各多少', each],
    ['科技局、教体局、审计局各多少件依申请', each],
    ['科技局 教体局 审计局 依申请', each],
    ['审计局体育局科技局依申请分别几件', each],
    ['科技局教体局审计局依申请一共多少', { operation: 'sum', agencies: three }],
    ['科技局教体局审计局依申请各多少 / 2023年呢', { ...each, years: [2023] }],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('two years back as a base', () => {
  const first = '科技局2024年依申请几件'
  test.each<Case>([
    [`${first} / 跟前年比呢`, { operation: 'compare', subject: 2024, base: 2022 }],
    [`${first} / 比前年`, { subject: 2024, base: 2022 }],
    [`${first} / 和大前年比`, { subject: 2024, base: 2021 }],
    ['科技局依申请比前年多几件', { subject: 2025, base: 2023 }],
    ['科技局依申请较三年前增加多少', { subject: 2025, base: 2022 }],
    ['2023年科技局依申请比前年多几件', { subject: 2023, base: 2021 }],
    ['去年比前年科技局依申请多几件', { subject: 2025, base: 2024 }],
    ['今年比前年科技局依申请多几件', { subject: 2025, base: 2023 }],
    ['科技局和教体局依申请一共比去年多几件', { operation: 'compare', subject: 2025, base: 2024 }],
    ['科技局和教体局依申请比去年多几件', 'not_understood'],
  ])('%s', (...one) => {
    holds(one)
  })
})

describe('nothing more is wanted', () => {
  const open = '科技局2024年结转几件'
  test.each<Case>([
    ...['算了', '不用了', '不用', '先不查了', '没事了', '都不是', '那算了吧', '不用了，谢谢'].map(
      (said): Case => [`${open} / ${said}`, 'dropped'],
    ),
    ['算了', 'dropped'],
    ['好的', 'dropped'],
    ['你好', 'help'],
    [`${open} / 算了 / 1`, 'not_understood'],
    [`${open} / 算了，教体局复议几件`, { metrics: ['review.reconsideration.total'] }],
    ['不用查科技局的依申请了', 'dropped'],
  ])('%s', (...one) => {
    holds(one)
  })
})
