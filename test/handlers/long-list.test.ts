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

function textOf(chat: Chat, { files = [] }: Reply = noReply): string {
  return new TextDecoder('utf-8').decode(chat.kept.get(files[0]?.sha256 ?? ''))
}

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

  test('ends in the file with what is left out and the source', async () => {
    const chat = await chatOf(22)
    const { replies } = await chat.handles('各部门2025年依申请分别几件', [])
    const text = textOf(chat, replies[0])
    expect(text).toContain(`没有计入的：${names[22] ?? ''}。\r\n`)
    expect(text.trimEnd().split('\r\n').at(-1)).toBe(
      '依据：2025年年报 表三“一、本年新收政府信息公开申请数量”×“总计”，共 22 份报告',
    )
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

describe('more than twenty names beside an answer', () => {
  test('are cut to twenty in the chat, and stand whole in the file', async () => {
    const chat = await chatOf(1)
    const { replies } = await chat.handles('各部门2025年依申请一共几件', [])
    const [{ markdown } = noReply] = replies
    expect(markdown).toContain(`没有计入的：${names.slice(1, 21).join('、')}等 22 家。`)
    expect(markdown).not.toContain(names[21])
    expect(markdown).toContain('全部名单在文件“2025年本年新收政府信息公开申请.txt”里。')
    expect(markdown.split('\n').at(-1)).toMatch(/^依据：/)
    const text = textOf(chat, replies[0])
    expect(text).toContain(`没有计入的：${names.slice(1).join('、')}。`)
    expect(text).toContain('依据：2025年年报 表三')
  })

  test('of several years share the twenty', async () => {
    const chat = await chatOf(1)
    const { replies } = await chat.handles('各部门2021年到2025年依申请趋势', [])
    const [{ markdown } = noReply] = replies
    expect(markdown).toContain(`${names.slice(0, 4).join('、')}等 23 家（2021年）；`)
    expect(markdown).toContain('等 22 家（2025年）')
    expect(markdown.split('家').length).toBeLessThan(20)
    expect(textOf(chat, replies[0])).toContain(`${names.join('、')}（2022年）`)
  })

  test('stand whole where there are twenty', async () => {
    const chat = await chatOf(3)
    const { replies } = await chat.handles('各部门2025年依申请一共几件', [])
    const [{ markdown, files } = noReply] = replies
    expect(markdown).toContain(`没有计入的：${names.slice(3).join('、')}。`)
    expect((files ?? []).filter(({ name }) => name.endsWith('.txt'))).toEqual([])
  })
})
