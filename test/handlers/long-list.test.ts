import { describe, expect, test } from '@jest/globals'
import type { Reply } from '../../src/bot.ts'
import type { Roster } from '../../src/roster/roster.ts'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

const names = Array.from(
  { length: 23 },
  (_, n) => `济宁市兖州区第${'一二三四五六七八九十'.charAt(n % 10)}${n}管理局`,
)

const roster: Roster = {
  ...district3,
  agencies: names.map((name) => ({
    ...{ name, aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
  })),
}

const noReply: Reply = { title: '', markdown: '' }

async function chatOf(count: number): Promise<Chat> {
  const chat = new Chat({ id: 'all' }, roster)
  for (const [n, agency] of names.slice(0, count).entries()) {
    await chat.says('', chat.file(`${n}.docx`, checkedReport({ agency, totals: { received: 100 + n } })))
  }
  return chat
}

describe('a list of more than twenty lines', () => {
  test('is shortened in the chat, says so, and goes whole as a file', async () => {
    const chat = await chatOf(23)
    const { replies } = await chat.handles('各部门2025年依申请分别几件', [])
    const [{ markdown, files = [] } = noReply] = replies
    expect(markdown.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(20)
    expect(markdown).toContain(
      '一共 23 行，上面是前 20 行；连同其余 3 行都在文件“2025年本年新收政府信息公开申请.txt”里。',
    )
    expect(markdown).toContain('依据：2025年年报 表三')
    expect(files.map(({ name, kind }) => [name, kind])).toEqual([
      ['2025年本年新收政府信息公开申请.txt', 'file'],
    ])
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(chat.kept.get(files[0]?.sha256 ?? ''))
    expect(text.startsWith('\u{FEFF}')).toBe(true)
    for (const [n, name] of names.entries()) expect(text).toContain(`${name}：${100 + n} 件\r\n`)
  })

  test('of twenty lines stands in the chat as it is', async () => {
    const chat = await chatOf(20)
    const { replies } = await chat.handles('各部门2025年依申请分别几件', [])
    const [{ markdown, files } = noReply] = replies
    expect(markdown.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(20)
    expect(markdown).toContain('（23家中20家已报）')
    expect(files).toBeUndefined()
  })
})
