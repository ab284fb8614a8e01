import { describe, expect, test } from '@jest/globals'
import { handlers } from '../../handlers/index.ts'
import { respond } from '../../src/bot.ts'
import type { Agency } from '../../src/roster/roster.ts'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

const keji = '济宁市兖州区科学技术局'
const jiaoti = '济宁市兖州区教育和体育局'

const gulou = '济宁市兖州区鼓楼街道办事处'

const someAgency: Omit<Agency, 'name'> = {
  ...{ aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
}

const boss = (id = 'nobody'): Chat => new Chat({ id, sender: 'boss' }, district3)

describe('a coordinator binds a group', () => {
  test.each([
    ['绑定 区科技局', [keji]],
    ['绑定区科技局', [keji]],
    ['绑定：科技局', [keji]],
    ['绑定本群 区科技局、教育和体育局', [keji, jiaoti]],
    ['绑定 科技局和教体局', [keji, jiaoti]],
    ['绑定 科技局，科学技术局', [keji]],
    ['绑定 全部', 'all'],
    ['绑定 所有单位', 'all'],
    ['绑定 全部 单位。', 'all'],
    ['绑定 全区各单位', 'all'],
    ['绑定 all', 'all'],
    ['绑定 所有部门', [keji, jiaoti]],
    ['绑定 各部门、各街道', [keji, jiaoti, gulou]],
    ['绑定 全部镇街', [gulou]],
  ])('%s', async (words, agencies) => {
    const chat = boss()
    const [reply] = await chat.says(words)
    expect(reply).toContain('本群已绑定')
    expect(chat.binding).toEqual({ agencies })
  })

  test('and from then on reports are kept and questions answered there', async () => {
    const chat = boss()
    await chat.says('绑定 科技局')
    const [reply] = await chat.says('', chat.file('年报.docx', checkedReport({ agency: keji, year: 2025 })))
    expect(reply).toContain('收存：已收存')
    const [other] = await chat.says('', chat.file('别的.docx', checkedReport({ agency: jiaoti, year: 2025 })))
    expect(other).toContain('没有收存')
    await chat.says('解除绑定')
    expect(chat.binding).toBeNull()
    const [after] = await chat.says('本年依申请数量')
    expect(after).toContain('本群还没有绑定单位')
  })

  test.each([
    ['绑定', '要把本群绑定到哪些单位'],
    ['绑定 单位', '“单位”没有说清是哪些单位。全部单位请发“绑定 全部”'],
    ['绑定 部门', '“部门”没有说清是哪些单位'],
    ['绑定 机关', '“机关”没有说清是哪些单位'],
    ['绑定 镇街', '“镇街”没有说清是哪些单位'],
    ['绑定 各部门和街道', '单位名册里没有“各部门和街道”'],
    ['绑定 所有乡镇', '单位名册里没有“所有乡镇”'],
    ['绑定 税务局', '单位名册里没有“税务局”'],
    ['绑定 科技局、税务局', '本群的绑定没有改动'],
    ['解除绑定', '本群没有绑定单位'],
  ])('%s changes nothing', async (words, said) => {
    const chat = boss()
    const [reply] = await chat.says(words)
    expect(reply).toContain(said)
    expect(chat.binding).toBeNull()
  })
})

describe('the reply says what was bound', () => {
  test.each([
    ['绑定 科技局、教体局', `**本群已绑定：2 个单位**\n\n- ${keji}\n- ${jiaoti}`],
    [
      '绑定 全部',
      `**本群已绑定：全部单位（名册里现有 4 个）**\n\n济宁市兖州区人民政府、${keji}、${jiaoti}、${gulou}。以后加进名册的单位也算在内。`,
    ],
  ])('%s', async (words, said) => {
    expect((await boss().says(words))[0]).toContain(said)
  })

  test('of many by their number and the first of them', async () => {
    const many = Array.from({ length: 25 }, (_, index) => `第${index + 1}局`)
    const agencies = many.map((name) => ({ ...someAgency, name }))
    const [reply] = await new Chat({ id: 'nobody', sender: 'boss' }, { ...district3, agencies }).says(
      '绑定 全部',
    )
    expect(reply).toContain('名册里现有 25 个')
    expect(reply).toContain('第20局等 25 个单位。')
    expect(reply).not.toContain('第21局')
  })

  test('where there is no roster, only all can be bound', async () => {
    const chat = (): Chat => new Chat({ id: 'nobody', sender: 'boss' }, { ...district3, agencies: [] })
    expect((await chat().says('绑定 全部'))[0]).toContain('还没有单位名册：收到谁的年报，就算谁。')
    for (const words of ['绑定', '绑定 科技局', '绑定 所有部门', '绑定 部门'])
      expect((await chat().says(words))[0]).toContain('还没有单位名册，认不出单位名称')
  })
})

describe('a file in a group that nobody bound', () => {
  const report = checkedReport({ agency: keji, year: 2025 })

  test.each(['', '核对一下', '上传年报', '本年依申请数量', '帮助'])(
    'is neither checked nor kept, and its sender is told so: %s',
    async (words) => {
      const chat = boss()
      const replies = await chat.says(words, chat.file('年报.docx', report))
      expect(replies).toHaveLength(1)
      expect(replies[0]).toContain('本群还没有绑定单位')
      expect(replies[0]).toContain('**一起发来的文件没有收下，也没有核对。** 本群绑定单位以后，请再引用一次')
      expect(replies[0]).toContain('也可以现在就在单聊里把文件发给我')
      expect(replies[0]).toContain('`nobody`')
      expect(replies[0]).not.toMatch(/主要数字|收存/)
      expect(chat.stored).toEqual([])
      expect(chat.failures).toEqual([])
    },
  )

  test('comes again once the word beside it has bound the group', async () => {
    const chat = boss()
    const [reply] = await chat.says('绑定 科技局', chat.file('年报.docx', report))
    expect(chat.binding).toEqual({ agencies: [keji] })
    expect(reply).toContain('一起发来的文件没有收下，也没有核对。** 现在请再引用一次')
    expect(chat.stored).toEqual([])
  })

  test('and one that was not fetched, as the group was bound just after, is asked for again', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    const file = { kind: 'file', name: null, quoted: true, ref: 'x' } as const
    const context = chat.context('', [], 'late')
    const outcome = await respond(handlers, {
      ...context,
      message: { ...context.message, attachments: [file] },
    })
    expect(outcome.replies[0]?.markdown).toContain('它发来的时候，本群还没有绑定单位')
  })

  test('an answer to a question that was open when the group was unbound brings no report any more', async () => {
    const chat = boss()
    await chat.says('绑定 全部')
    await chat.says('', chat.file('无题.docx', checkedReport({ agency: null })))
    const open = chat.memory
    await chat.says('解除绑定')
    chat.memory = open
    const [reply] = await chat.says('科技局2025年')
    expect(reply).toContain('本群还没有绑定单位')
    expect(reply).not.toContain('主要数字')
    expect(chat.stored).toEqual([])
  })
})

describe('nobody else binds', () => {
  test.each<[string, Partial<ConstructorParameters<typeof Chat>[0]>, string]>([
    ['somebody who is no coordinator', { id: 'nobody', sender: 'zhang' }, '只有协调员可以绑定'],
    ['a coordinator in a single chat', { id: 's', sender: 'boss', kind: 'single' }, '请到要绑定的群里'],
    ['a coordinator in a group of gongkai.yaml', { id: 'keji', sender: 'boss' }, '不能在群里更改'],
  ])('%s', async (_name, where, said) => {
    const chat = new Chat(where, district3)
    const [reply] = await chat.says('绑定 科技局')
    expect(reply).toContain(said)
    expect(chat.binding).toBeNull()
  })
})

describe('上传年报', () => {
  test('gives a link in a bound group and to a contact', async () => {
    expect((await new Chat({ id: 'keji' }, district3).says('上传年报'))[0]).toContain('/upload/message-1')
    const contact = new Chat({ id: 's', kind: 'single', sender: 'keji' }, district3)
    expect((await contact.says('上传'))[0]).toContain('/upload/message-1')
  })

  test('in an unbound group gives help only', async () => {
    const [reply] = await new Chat({ id: 'nobody' }, district3).says('上传年报')
    expect(reply).toContain('本群还没有绑定单位')
    expect(reply).not.toContain('/upload/')
  })

  test('of a stranger is checked and not kept, and says so', async () => {
    const stranger = new Chat({ id: 's', kind: 'single', sender: 'nobody' }, district3)
    expect((await stranger.says('上传年报'))[0]).toContain('只核对、不收存')
  })
})

describe('绑定 alone of somebody who may not bind', () => {
  test.each([
    ['all', '**本群绑定的是：全部单位**'],
    ['keji', '**本群绑定的是：1 个单位**\n\n- 济宁市兖州区科学技术局'],
    ['nobody', '**本群还没有绑定单位。**'],
  ])('in %s says what is bound, and who could change it', async (id, words) => {
    for (const said of ['绑定', '绑定本群', '绑定。 ']) {
      const chat = new Chat({ id, sender: 'zhang' }, district3)
      const [reply] = await chat.says(said)
      expect(reply).toContain(words)
      expect(reply).toContain('只有协调员可以绑定或解除绑定')
      expect(reply).toContain('`zhang`')
      expect(chat.binding).toBeNull()
    }
  })
})

describe('a word about binding beside a file in a bound group', () => {
  const of = (agency: string): ReturnType<typeof checkedReport> => checkedReport({ agency, year: 2025 })
  const bound = async (agencies = '科技局'): Promise<Chat> => {
    const chat = boss()
    await chat.says(`绑定 ${agencies}`)
    return chat
  }

  test('解除绑定 unbinds it, and says that the file was not taken', async () => {
    const chat = await bound()
    const replies = await chat.says('解除绑定', chat.file('年报.docx', of(keji)))
    expect(chat.binding).toBeNull()
    expect(replies).toEqual([expect.stringMatching(/^\*\*本群已解除绑定。\*\*/)])
    expect(replies[0]).toContain('**一起发来的文件没有收下，也没有核对。** 本群绑定单位以后，请再引用一次')
    expect(chat.stored).toEqual([])
  })

  test('绑定 binds it, and the file counts by the new binding', async () => {
    const chat = await bound()
    const replies = await chat.says('绑定 教体局', chat.file('年报.docx', of(jiaoti)))
    expect(chat.binding).toEqual({ agencies: [jiaoti] })
    expect(replies.map((reply) => /本群已绑定|收存：已收存/.exec(reply)?.[0])).toEqual([
      '本群已绑定',
      '收存：已收存',
    ])
    const [, other] = await chat.says('绑定 教体局', chat.file('别的.docx', of(keji)))
    expect(other).toContain('没有收存')
    expect(chat.stored.map(({ agency }) => agency)).toEqual([jiaoti])
  })

  test.each([
    ['all', 'zhang', '解除绑定', '只有协调员可以绑定'],
    ['all', 'zhang', '绑定', '本群绑定的是：全部单位'],
    ['all', 'zhang', '本群绑定了哪些单位', '本群绑定的是：全部单位'],
    ['all', 'boss', '绑定 教体局', '不能在群里更改'],
    ['all', 'boss', '绑定 税务局', '不能在群里更改'],
  ])('in %s, of %s, %s is answered, and the file checked and kept', async (id, sender, words, said) => {
    const chat = new Chat({ id, sender }, district3)
    const replies = await chat.says(words, chat.file('年报.docx', of(keji)))
    expect(replies).toHaveLength(2)
    expect(replies[0]).toContain(said)
    expect(replies[1]).toContain('收存：已收存')
    expect(chat.stored).toHaveLength(1)
  })

  test('names that decide nothing leave the binding, and the file is kept', async () => {
    const chat = await bound()
    const replies = await chat.says('绑定 税务局', chat.file('年报.docx', of(keji)))
    expect(replies[0]).toContain('本群的绑定没有改动')
    expect(replies[1]).toContain('收存：已收存')
    expect(chat.binding).toEqual({ agencies: [keji] })
  })

  test('in a single chat is told where to say it, and the file is checked', async () => {
    const chat = new Chat({ id: 's', kind: 'single', sender: 'keji' }, district3)
    const replies = await chat.says('绑定 科技局', chat.file('年报.docx', of(keji)))
    expect(replies[0]).toContain('请到要绑定的群里')
    expect(replies[1]).toContain('收存：已收存')
  })

  test('a file that could not be fetched is told of as well', async () => {
    const chat = await bound()
    const replies = await chat.says('绑定 全部', { kind: 'failed', name: 'a.docx', code: 'file_gone' })
    expect(chat.binding).toEqual({ agencies: 'all' })
    expect(replies[1]).toContain('没有取到')
    expect(chat.failures).toHaveLength(1)
  })
})

test.each([
  ['all', '绑定了哪些单位', '**本群绑定的是：全部单位**'],
  ['keji', '本群绑定了哪些单位？', '**本群绑定的是：1 个单位**\n\n- 济宁市兖州区科学技术局'],
  ['nobody', '绑定了谁', '**本群还没有绑定单位。**'],
])('anybody in %s may ask %s', async (id, said, words) => {
  expect((await new Chat({ id }, district3).says(said))[0]).toContain(words)
})
