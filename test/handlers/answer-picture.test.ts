import { describe, expect, test } from '@jest/globals'
import type { Roster } from '../../src/roster/roster.ts'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

/** The science bureau's reports of three years, and one of another bureau. */
async function chatWithReports(): Promise<Chat> {
  const chat = new Chat({ id: 'all' }, district3)
  for (const [year, received] of [
    [2023, 12],
    [2024, 0],
    [2025, 11],
  ] as const) {
    await chat.says('', chat.file(`${year}.docx`, checkedReport({ year, totals: { received } })))
  }
  const other = { agency: '济宁市兖州区教育和体育局', totals: { received: 40 } }
  await chat.says('', chat.file('教体.docx', checkedReport(other)))
  return chat
}

describe('an answer that is better seen', () => {
  test.each([
    ['科技局近三年依申请趋势', 'trend', '2023—2025年本年新收政府信息公开申请.png'],
    ['科技局2025年依申请比2023年', 'comparison', '2023、2025年本年新收政府信息公开申请.png'],
    ['2025年依申请排名', 'ranking', '2025年本年新收政府信息公开申请.png'],
  ])('%s brings its picture, and its figures in the text', async (question, kind, name) => {
    const chat = await chatWithReports()
    const { replies } = await chat.handles(question, [])
    expect(replies).toHaveLength(1)
    expect(replies[0]?.files).toMatchObject([{ kind: 'picture', name }])
    expect(chat.drawn.map((chart) => chart.kind)).toEqual([kind])
    expect(replies[0]?.markdown).toContain('11 件')
    expect(replies[0]?.files?.[0]?.shows?.alt).toBe(chat.drawn[0]?.title)
  })

  test('is the same without its picture, where that cannot be drawn', async () => {
    const chat = await chatWithReports()
    const drawn = await chat.handles('2025年依申请排名', [])
    chat.draws = false
    const { replies, ...rest } = await chat.handles('2025年依申请排名', [])
    const { files, ...reply } = drawn.replies[0] ?? { title: '', markdown: '' }
    expect(files).toHaveLength(1)
    expect(replies).toEqual([reply])
    expect(rest).toEqual({ ...drawn, replies: undefined, ...rest })
  })

  test('brings its picture before the file of a long list', async () => {
    const names = Array.from(
      { length: 23 },
      (_, n) => `济宁市兖州区第${'一二三四五六七八九十'.charAt(n % 10)}${n}局`,
    )
    const roster: Roster = {
      ...district3,
      agencies: names.map((name) => ({
        ...{ name, aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
      })),
    }
    const chat = new Chat({ id: 'all' }, roster)
    for (const [n, agency] of names.entries())
      await chat.says('', chat.file(`${n}.docx`, checkedReport({ agency, totals: { received: n } })))
    const { replies } = await chat.handles('2025年依申请排名', [])
    expect(replies[0]?.files).toMatchObject([
      { kind: 'picture', name: '2025年本年新收政府信息公开申请.png' },
      { kind: 'file', name: '2025年本年新收政府信息公开申请.txt' },
    ])
  })

  test('that came with a file has its picture too', async () => {
    const chat = await chatWithReports()
    const file = chat.file('新.docx', checkedReport({ year: 2025, totals: { received: 13 } }))
    const { replies } = await chat.handles('科技局近三年依申请趋势', [file])
    expect(replies.map(({ files = [] }) => files.length)).toEqual([0, 1])
  })
})

test.each(['科技局2025年依申请几件', '科技局2025年行政复议各情形', '帮助', '讲个笑话'])(
  '%s is answered in words alone',
  async (question) => {
    const chat = await chatWithReports()
    const { replies } = await chat.handles(question, [])
    expect(replies.map(({ files }) => files)).toEqual([undefined])
    expect(chat.drawn).toEqual([])
  },
)
