import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { ask } from '../../src/questions/ask.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerReply } from '../../templates/answer.ts'

const place = '济宁市兖州区'
const reports = shelfOf(JSON.parse(readFileSync(new URL('dev/data.json', import.meta.url), 'utf8')))

/** Asks in a group that is bound to these agencies alone. */
function asked(question: string, ...bound: readonly string[]): Promise<AskReply> {
  const names = bound.map((rest) => place + rest)
  return ask(question, {
    now: new Date('2026-01-12T02:00:00Z'),
    ...{ roster: emptyRoster, reports, scope: { kind: 'agencies', names }, knowsArrival: false },
  })
}

test.each([
  ['各部门依申请各几件', 11],
  ['各单位依申请各几件', 11],
  ['全区平均每家依申请几件', 11],
])('%s is the figure of the one agency that the binding leaves', async (question, figure) => {
  const { answer, query } = await asked(question, '科学技术局')
  expect([answer, query.agencies]).toEqual([figure, [`${place}科学技术局`]])
})

test('each of a kind is the only one of it in the group', async () => {
  const { answer } = await asked('各镇街依申请各几件', '科学技术局', '教育和体育局', '新兖镇人民政府')
  expect(answer).toBe(23)
})

test.each(['各镇街依申请各几件', '各镇街依申请几件', '街道办依申请几件', '各街道依申请最多的'])(
  '%s may not be asked where the group has none',
  async (question) => {
    const { answer, reason } = await asked(question, '科学技术局')
    expect([answer, reason]).toEqual([null, 'not_permitted'])
  },
)

test.each([
  ['科技局依申请占全区百分之几', '占本群绑定的 1 家单位合计的 **100.0%**（11 ÷ 11）'],
  ['科技局依申请排第几', '在本群绑定的 1 家单位中'],
])('%s says that 全区 is this group’s agencies', async (question, words) => {
  expect(answerReply(await asked(question, '科学技术局')).markdown).toContain(words)
})

test('nobody’s 各几件 is still not understood', async () => {
  expect((await asked('依申请各几件', '科学技术局')).reason).toBe('not_understood')
})

const three = ['科学技术局', '教育和体育局', '新兖镇人民政府']
const bureaus = three.slice(0, 2).map((name) => place + name)

test.each([
  ['我局依申请几件', bureaus],
  ['我局和教体局依申请各几件', bureaus],
  ['我局公开率', bureaus],
  ['我局交了吗', bureaus],
  ['我局的报告通过了吗', bureaus],
  ['我们局复议几件', bureaus],
  ['我们单位依申请几件', three.map((name) => place + name)],
  ['本单位2024年依申请几件', three.map((name) => place + name)],
])('%s in a group of several asks back whose', async (question, options) => {
  const reply = await asked(question, ...three)
  expect([reply.answer, reply.slot]).toEqual([null, 'agency'])
  expect([...reply.options].sort()).toEqual([...options].sort())
})

test.each([
  ['我们镇依申请几件', 23],
  ['我们依申请几件', 74],
  ['我们几家依申请几件', 74],
  ['本群依申请几件', 74],
])('%s in a group of several is certain', async (question, figure) => {
  expect((await asked(question, ...three)).answer).toBe(figure)
})

test.each(['我局', '我们单位', '本局', '我们几家'])(
  '%s of the one agency of a group is that',
  async (own) => {
    expect((await asked(`${own}依申请几件`, '科学技术局')).answer).toBe(11)
  },
)
