import { describe, expect, test } from '@jest/globals'
import type { QuestionMemory } from '../../src/bot.ts'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

/** A chat in which two agencies of the district have filed. */
async function chatOf(id: string): Promise<Chat> {
  const all = new Chat({ id: 'all' }, district3)
  await all.says('', all.file('a.docx', checkedReport({ totals: { received: 12, handledTotal: 11 } })))
  const jiaoti = '济宁市兖州区教育和体育局'
  await all.says('', all.file('b.docx', checkedReport({ agency: jiaoti, totals: { received: 30 } })))
  const chat = new Chat({ id }, district3)
  chat.stored.push(...all.stored)
  return chat
}

/** The memory as it comes back from a store. */
function throughStore(chat: Chat): void {
  if (chat.memory === null) return
  const { expiresAt, ...kept } = chat.memory
  chat.memory = { ...(JSON.parse(JSON.stringify(kept)) as QuestionMemory), expiresAt }
}

describe('what a refusal offers', () => {
  test.each(['是', '是的', '对', '好', '好的', '1', '第一个'])('is asked with %s', async (yes) => {
    const chat = await chatOf('all')
    const [refused] = await chat.says('教体局2025年加急的依申请几件')
    expect(refused).toBe(
      [
        '**没听懂，所以没有回答**',
        '没听懂的是：“加急”',
        '您是不是想问“教体局2025年依申请几件”？回复“是”，我就回答。',
        '也可以这样问：',
        '- 2025年不予公开最多的三个单位\n- 哪些单位还没交年报',
      ].join('\n\n'),
    )
    throughStore(chat)
    expect((await chat.says(yes))[0]).toContain('**30 件**')
  })

  test('is asked by its number where there are two', async () => {
    const chat = await chatOf('all')
    const [refused] = await chat.says('科技局收到申请办了几件')
    expect(refused).toContain('1. 科技局收到申请几件\n2. 科技局申请办了几件\n\n回复编号，我就回答。')
    throughStore(chat)
    expect(await chat.says('好的')).toEqual([
      '**请问是哪一个问题？**\n\n1. 科技局收到申请几件\n2. 科技局申请办了几件\n\n回复编号，我就回答。',
    ])
    throughStore(chat)
    expect((await chat.says('2'))[0]).toContain('办理结果总计：**11 件**')
  })

  test.each([
    ['算了', '**30 件**'],
    // What was meant instead is not known.
    ['不是', '**请问您问的是哪一个数字？**'],
  ])('is dropped with %s, then 教体局呢 is answered with %s', async (no, expected) => {
    const chat = await chatOf('all')
    await chat.says('科技局2025年依申请几件')
    await chat.says('教体局加急的依申请几件')
    expect(await chat.says(no)).toEqual([
      '好的。想查别的数字，直接发问题就可以；想知道我能做什么，请发“帮助”。',
    ])
    expect((await chat.says('教体局呢'))[0]).toContain(expected)
  })

  test('lasts one turn', async () => {
    const chat = await chatOf('all')
    await chat.says('教体局加急的依申请几件')
    await chat.says('讲个笑话')
    expect((await chat.says('是'))[0]).not.toContain('30')
  })

  test('is never another’s figure', async () => {
    const chat = await chatOf('keji')
    const [refused] = await chat.says('教体局加急的依申请几件')
    expect(refused).not.toMatch(/教体局|30|全区|单位/)
    expect((await chat.says('是'))[0]).not.toContain('30')
  })

  test('is to be asked in full while the bot waits for another answer', async () => {
    const chat = await chatOf('all')
    await chat.says('', chat.file('c.docx', checkedReport({ agency: null })))
    const [refused] = await chat.says('教体局2025年加急的依申请几件')
    expect(refused).not.toContain('回复“是”')
    expect(refused).toContain('可以这样问：\n\n- 教体局2025年依申请几件')
    expect(chat.memory?.kind).toBe('which_report')
  })
})

test('a question without a figure’s name is asked back, and its answer carries the rest', async () => {
  for (const [said, answer, figure] of [
    ['科技局是12件吗', '依申请', '对，'],
    ['教体局比科技局多多少', '1', '多 18 件'],
  ] as const) {
    const chat = await chatOf('all')
    expect((await chat.says(said))[0]).toContain('请问您问的是哪一个数字？')
    expect((await chat.says(answer))[0]).toContain(figure)
  }
})

describe('all that a question back names', () => {
  test('are asked for with 都要, each once over all agencies', async () => {
    const chat = await chatOf('all')
    expect((await chat.says('那2025年呢'))[0]).toContain('都要，请回复“都要”')
    throughStore(chat)
    const [reply] = await chat.says('都要')
    expect(reply).toContain('本年新收政府信息公开申请：42 件\n- 办理结果总计：')
    expect(reply).not.toContain('科学技术局 本年新收')
  })

  test.each([
    ['科技局公开了几件', '1', '予以公开'],
    ['公开了几件', '2', '予以公开和部分公开'],
    ['规范性文件最多的部门', '3', '行政规范性文件现行有效'],
  ])('are not offered where no one question asks for them: %s', async (said, number, label) => {
    const chat = await chatOf('all')
    const [back] = await chat.says(said)
    expect(back).toContain('请回复编号（1—3）或名称；不问了')
    throughStore(chat)
    expect(await chat.says('都要')).toEqual([back])
    throughStore(chat)
    expect((await chat.says(number))[0]).toContain(label)
  })
})
