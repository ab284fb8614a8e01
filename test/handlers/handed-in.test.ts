import { describe, expect, test } from '@jest/globals'
import { importer } from '../../src/report/stored-report.ts'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

const keji = '济宁市兖州区科学技术局'
const jiaoti = '济宁市兖州区教育和体育局'

/** The science bureau was in time and corrected late, the education bureau was late, the subdistrict has sent nothing. */
async function february(): Promise<Chat> {
  const early = new Chat({ id: 'all', now: new Date('2026-01-12T02:00:00Z') }, district3)
  await early.says('', early.file('a.docx', checkedReport({ agency: keji, totals: { received: 12 } })))
  const chat = new Chat({ id: 'all', now: new Date('2026-02-10T02:00:00Z') }, district3)
  chat.stored.push(...early.stored.map((report) => ({ ...report, cause: 'early' })))
  await chat.says('', chat.file('b.docx', checkedReport({ agency: keji, totals: { received: 13 } })))
  await chat.says('', chat.file('c.docx', checkedReport({ agency: jiaoti, totals: { received: 7 } })))
  return chat
}

describe('who handed in late', () => {
  test.each([
    ['哪些单位迟交了', [`过了期限才交来的有 1 家（共 4 家）：\n\n- ${jiaoti}：2026年2月10日`, '鼓楼街道']],
    ['谁晚交了', [`- ${jiaoti}：2026年2月10日`]],
    ['哪些单位按时交了', [`- ${keji}：2026年1月12日`]],
    ['迟交的有几家', ['过了期限才交来：**1 家**']],
    ['教体局是不是迟交', ['**是迟交的**：第一次收到是 2026年2月10日 10:00，期限是 2026年1月31日。']],
    ['科技局是不是迟交', ['**不是迟交，是按时交的**：第一次收到是 2026年1月12日 10:00']],
    ['科技局按时交了吗', ['**不是迟交，是按时交的**']],
    ['鼓楼街道迟交了吗', ['**还没有交，已经过了期限**']],
    ['谁最早交的', [`- ${keji}：2026年1月12日`]],
    ['昨天谁交了', ['2026年2月9日没有单位交来。']],
    ['科技局交过几次', ['交过 **2 次**。']],
    ['科技局改过几次', ['交来以后改过 **1 次**。']],
    ['科技局谁交的', ['最近一次由 **张三** 发来（2026年2月10日 10:00 收到）。']],
  ])('%s', async (question, words) => {
    const [reply] = await (await february()).says(question)
    for (const one of words) expect(reply).toContain(one)
  })

  test.each([
    ['哪些单位迟交了', '这里不知道年报是不是按时交的'],
    ['科技局按时交了吗', '这里不知道年报是不是按时交的'],
    ['科技局谁交的', '最近一次由 **命令行导入** 发来'],
  ])('%s of imported reports, which nobody knows when they came', async (question, words) => {
    const chat = await february()
    chat.stored.splice(0, 9, ...chat.stored.map((report) => ({ ...report, sender: importer })))
    expect((await chat.says(question))[0]).toContain(words)
  })

  test('a sender without a name is declined by name', async () => {
    const chat = await february()
    chat.stored.splice(
      0,
      9,
      ...chat.stored.map((report) => ({ ...report, sender: { ...report.sender, name: '' } })),
    )
    expect((await chat.says('科技局谁交的'))[0]).toContain('这里不知道年报是谁交的')
  })
})
