import { describe, expect, test } from '@jest/globals'
import { agencyKindOf } from '../../src/report/agency-kind.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerReply } from '../../templates/answer.ts'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { checkedReport } from '../handlers/checked-report.ts'
import { asks, ordinary } from './district.ts'

const keji = '科学技术局'

describe('a question about 本年新收 is answered for the agency and year it names', () => {
  test.each<[string, string | null, string, number, number]>([
    ['本年依申请数量', keji, keji, 2024, 53],
    ['本年度依申请公开数量', keji, keji, 2024, 53],
    ['依申请数量', keji, keji, 2024, 53],
    ['依申请', keji, keji, 2024, 53],
    ['依申请公开件数', keji, keji, 2024, 53],
    ['今年收到多少件依申请', keji, keji, 2024, 53],
    ['当年申请量', keji, keji, 2024, 53],
    ['我局今年收到几件申请', keji, keji, 2024, 53],
    ['本单位2022年依申请多少件', keji, keji, 2022, 51],
    ['咱们局去年收到的申请有多少', keji, keji, 2024, 53],
    ['前年收到几件', keji, keji, 2023, 52],
    ['上年申请数', keji, keji, 2024, 53],
    ['大前年依申请公开申请数量', keji, keji, 2022, 51],
    ['三年前依申请几件', keji, keji, 2022, 51],
    ['4年前依申请几件', keji, keji, 2021, 50],
    ['一、本年新收政府信息公开申请数量', keji, keji, 2024, 53],
    ['2023年本年新收政府信息公开申请数量是多少', keji, keji, 2023, 52],
    ['本年新收', keji, keji, 2024, 53],
    ['新收件数', keji, keji, 2024, 53],
    ['收件数', keji, keji, 2024, 53],
    ['受理申请多少件', keji, keji, 2024, 53],
    ['2023年新增申请多少件', keji, keji, 2023, 52],
    ['科技局2023年收到多少件申请', null, keji, 2023, 52],
    ['区科技局2023年依申请总数', null, keji, 2023, 52],
    ['兖州科技局２０２３年依申请（公开）数量', null, keji, 2023, 52],
    ['济宁市兖州区科学技术局二〇二三年度收到政府信息公开申请多少件', null, keji, 2023, 52],
    ['科学技术局二零二二年信息公开申请几件', null, keji, 2022, 51],
    ['科技局22年收到申请几件', null, keji, 2022, 51],
    ['科技局二二年收到申请几件', null, keji, 2022, 51],
    ['科技局2023年报依申请数量', null, keji, 2023, 52],
    ['科技局2023年年报里依申请多少件', null, keji, 2023, 52],
    ['科技局2023年的依申请数据', null, keji, 2023, 52],
    ['科技局2023依申请几件', null, keji, 2023, 52],
    ['请问一下，科技局 2023 年 收到 了 多少 件 申请 呢？谢谢', null, keji, 2023, 52],
    ['@公开助手 科技局2023年依申请几件？？', null, keji, 2023, 52],
    ['科技局2023年一共收到多少件依申请', null, keji, 2023, 52],
    ['科技局2023年全年收到的依申请公开申请数量', null, keji, 2023, 52],
    ['查一下教体局2023年的依申请', null, '教育和体育局', 2023, 42],
    ['体育局2023年依申请几件', null, '教育和体育局', 2023, 42],
    ['住房建设局2023年依申请几件', null, '住房和城乡建设局', 2023, 62],
    ['住建局最新一期年报依申请多少件', null, '住房和城乡建设局', 2023, 62],
    ['住建局最近一次年报收到多少申请', null, '住房和城乡建设局', 2023, 62],
    ['执法局2023年收到的申请数', null, '综合行政执法局', 2023, 72],
    ['鼓楼街道依申请几件', null, '鼓楼街道办事处', 2024, 84],
    ['鼓楼去年依申请几件', null, '鼓楼街道办事处', 2024, 84],
    ['龙桥街办2023年收到几份申请', null, '龙桥街道办事处', 2023, 92],
    ['新兖镇收到过多少件申请', null, '新兖镇人民政府', 2024, 104],
    ['向新兖镇政府提交的申请有多少件', null, '新兖镇人民政府', 2024, 104],
    ['政府办依申请多少件', null, '人民政府办公室', 2024, 33],
    ['区府办2022年依申请多少件', null, '人民政府办公室', 2022, 31],
    ['区政府2023年依申请多少件', null, '人民政府', 2023, 900],
    ['兖州区政府依申请多少件', keji, '人民政府', 2024, 1000],
    ['科技局有没有收到依申请', null, keji, 2024, 53],
    ['科技局2023年是不是收到52件申请', null, keji, 2023, 52],
    ['科技局2023年依申请是五十一件吗', null, keji, 2023, 52],
    ['科技局2023年收到申請幾件', null, keji, 2023, 52],
    ['那科技局2021年的依申请呢', null, keji, 2021, 50],
    ['教体局依申请数量', keji, '教育和体育局', 2024, 43],
    ['2024年底科技局依申请公开政府信息申请数量', null, keji, 2024, 53],
    ['科技局、2023年、依申请数量', null, keji, 2023, 52],
    ['告诉我科技局2023年依申请的数量', null, keji, 2023, 52],
    ['想查一下科技局2023年申请件数', null, keji, 2023, 52],
  ])('%s (%s)', async (question, home, rest, year, answer) => {
    const reply = await asks(question, home)
    expect({ answer: reply.answer, ...reply.query }).toMatchObject({
      answer,
      intent: 'data',
      metrics: ['requests.received.total'],
      agencies: [`济宁市兖州区${rest}`],
      years: [year],
      operation: 'value',
    })
    expect(reply.sources).toHaveLength(1)
  })
})

describe('a question about several agencies is answered with their sum, and never with the compiling report in it', () => {
  test.each<[string, readonly string[], number, number]>([
    ['本年依申请数量', ordinary, 2024, 33 + 43 + 53 + 84 + 94 + 104],
    ['2023年全区依申请总数', ordinary, 2023, 32 + 42 + 52 + 62 + 72 + 82 + 92 + 102],
    ['2023年各单位依申请合计', ordinary, 2023, 32 + 42 + 52 + 62 + 72 + 82 + 92 + 102],
    ['全区2023年一共收到多少件申请', ordinary, 2023, 32 + 42 + 52 + 62 + 72 + 82 + 92 + 102],
    ['所有单位2023年收到的申请', ordinary, 2023, 32 + 42 + 52 + 62 + 72 + 82 + 92 + 102],
    ['兖州区各单位2023年依申请总共多少', ordinary, 2023, 32 + 42 + 52 + 62 + 72 + 82 + 92 + 102],
    ['各街道2023年合计收到多少件申请', ordinary.slice(5, 7), 2023, 82 + 92],
    ['2023年镇街依申请总数', ordinary.slice(5), 2023, 82 + 92 + 102],
    ['2023年区直部门依申请总数', ordinary.slice(0, 5), 2023, 32 + 42 + 52 + 62 + 72],
    ['教体局和科技局2023年一共收到多少件申请', ordinary.slice(1, 3), 2023, 42 + 52],
    ['科技局、教体局2023年依申请加起来', ordinary.slice(1, 3), 2023, 42 + 52],
  ])('%s', async (question, agencies, year, answer) => {
    const reply = await asks(question)
    expect(reply.query).toMatchObject({ agencies, years: [year], operation: 'sum' })
    expect(reply.answer).toBe(answer)
  })

  test('a sum over all names who is missing, who is blank, which report failed, and the government’s own figure', async () => {
    const reply = await asks('本年依申请数量')
    expect(reply.missing).toEqual(['济宁市兖州区住房和城乡建设局'])
    expect(reply.caveatCodes).toEqual(['missing_reports', 'blank_cells', 'check_failed'])
    expect(reply.reference).toEqual({ agency: '济宁市兖州区人民政府', value: 1000 })
  })
})

test('several figures of several agencies are added up each', async () => {
  const reply = await asks('2023年街道收到几件申请，办结几件')
  expect(reply).toMatchObject({
    query: { operation: 'value', agencies: ordinary.slice(5, 7), years: [2023] },
    answer: [
      ['requests.received.total', 82 + 92],
      ['requests.handledTotal.total', 7777 * 2],
    ],
    unit: '件',
  })
  expect(reply.sources).toHaveLength(4)
  expect(answerReply(reply).markdown).toContain(
    '各街道（已收到的2家） 2023年 合计：\n\n- 本年新收政府信息公开申请：174 件\n- 办理结果总计：15554 件',
  )
})

describe('years', () => {
  test('in January before the first report the newest year stays where the reports are', async () => {
    const now = new Date('2026-01-05T02:00:00Z')
    expect((await asks('本年依申请数量', keji, { now })).query.years).toEqual([2024])
    expect((await asks('去年依申请数量', keji, { now })).reason).toBe('no_report')
    expect((await asks('前年依申请数量', keji, { now })).query.years).toEqual([2024])
  })

  test('the new year begins at midnight in Shanghai', async () => {
    const before = await asks('去年依申请数量', keji, { now: new Date('2024-12-31T15:59:59Z') })
    const after = await asks('去年依申请数量', keji, { now: new Date('2024-12-31T16:00:00Z') })
    expect([before.query.years, after.query.years]).toEqual([[2023], [2024]])
  })
})

describe('whose figures may be seen', () => {
  const own = ['济宁市兖州区科学技术局', '济宁市兖州区教育和体育局']

  test('an agency outside the group’s is refused', async () => {
    const reply = await asks('鼓楼街道2023年依申请几件', null, { scope: { kind: 'agencies', names: own } })
    expect(reply).toMatchObject({ answer: null, reason: 'not_permitted', sources: [] })
  })

  test.each(['2023年全区依申请总数', '2023年依申请数量', '2023年各单位依申请合计'])(
    '%s in a group of two agencies means those two',
    async (question) => {
      const reply = await asks(question, null, { scope: { kind: 'agencies', names: own } })
      expect(reply.answer).toBe(42 + 52)
      expect(reply.reference).toBeNull()
    },
  )
})

describe('the reply', () => {
  test('to a figure', async () => {
    expect(answerReply(await asks('科技局2023年依申请几件')).markdown).toBe(
      [
        '济宁市兖州区科学技术局 2023年 本年新收政府信息公开申请：**52 件**。',
        '依据：2023年年报 表三“一、本年新收政府信息公开申请数量”×“总计”',
      ].join('\n\n'),
    )
  })

  test('to a sum with all its caveats', async () => {
    expect(answerReply(await asks('本年依申请数量')).markdown).toBe(
      [
        '全区（收到过年报的8家中7家已报） 2024年 本年新收政府信息公开申请合计：**411 件**；注意：济宁市兖州区教育和体育局2024年报告有 3 处错误未改（“总计”列：本年新收 43 差 1，等），数字照报告原样。',
        '还没有收到报告、没有计入的：济宁市兖州区住房和城乡建设局。',
        '报告里是空白或没有读出、没有计入的：济宁市兖州区综合行政执法局（2024年）。',
        '参考：济宁市兖州区人民政府自己的报告里是 1000 件，和上面的数字相差 589 件，可能是统计的单位范围不同，或者还有单位没有报。',
        '按最新年报年度2024年回答。',
        '依据：2024年年报 表三“一、本年新收政府信息公开申请数量”×“总计”，共 6 份报告',
      ].join('\n\n'),
    )
  })

  test('to a figure out of a report with errors cites the one that concerns it', async () => {
    expect(answerReply(await asks('教体局2024年依申请几件')).markdown).toContain(
      '**43 件**；注意：济宁市兖州区教育和体育局2024年报告有 3 处错误未改（“总计”列：本年新收 43 差 1，等），数字照报告原样。',
    )
  })

  test('to a sum says of how many, where a roster or the question tells', async () => {
    const agencies = ordinary.map((name) => ({
      ...{ name, aliases: [], kind: agencyKindOf(name), contacts: [] },
      ...{ deadline: null, since: null, until: null },
    }))
    const roster = { ...emptyRoster, agencies }
    expect(answerReply(await asks('本年依申请数量', null, { roster })).title).toContain(
      '全区（8家中7家已报）',
    )
    expect(answerReply(await asks('各街道2023年依申请合计', null, { roster })).title).toContain(
      '各街道（2家都已报）',
    )
    expect(answerReply(await asks('各街道2023年依申请合计')).title).toContain('各街道（已收到的2家）')
    expect(answerReply(await asks('科技局和教体局2023年依申请合计')).title).toContain('2个单位（2家都已报）')
  })

  test.each([
    ['科技局2023年依申请是52件吗', '对，是 52 件。'],
    ['科技局2023年依申请是52吗', '对，是 52 件。'],
    ['科技局2023年依申请是51件吗', '不对，是 52 件，不是 51 件。'],
    ['科技局有没有收到依申请', '有，53 件。'],
  ])('to %s says %s', async (question, comment) => {
    expect(answerReply(await asks(question)).markdown).toContain(comment)
  })
})

describe('the first report that came', () => {
  const name = '济宁市兖州区科学技术局'
  const reports = shelfOf([checkedReport({ agency: name, year: 2024, totals: { received: 53 } })])

  test.each(['依申请最多的三个单位', '哪个单位依申请最多'])('%s: the only one there is', async (question) => {
    expect((await asks(question, null, { reports })).answer).toEqual([[name, 53]])
  })

  test('one that is named is not ranked', async () => {
    expect(await asks('科技局依申请最多', null, { reports })).toMatchObject({
      answer: null,
      understood: false,
    })
  })
})
