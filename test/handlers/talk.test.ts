import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { QuestionMemory } from '../../src/bot.ts'
import { Chat, district3, type Where } from './chat.ts'
import { checkedReport, type ReportWords } from './checked-report.ts'

describe('a question after a report', () => {
  test('is answered from what was stored', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ totals: { received: 12 } })))
    expect(await chat.says('本年依申请数量')).toEqual([
      [
        '济宁市兖州区科学技术局 2025年 本年新收政府信息公开申请：**12 件**。',
        '按最新年报年度2025年回答。',
        '依据：2025年年报 表三“一、本年新收政府信息公开申请数量”×“总计”',
      ].join('\n\n'),
    ])
  })

  test('is followed up, also after the memory went through a store as JSON', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ totals: { received: 12 } })))
    await chat.says('', chat.file('b.docx', checkedReport({ year: 2024, totals: { received: 7 } })))
    await chat.says('本年依申请数量')
    expect(chat.memory?.kind).toBe('question')
    expect(chat.memory?.expiresAt).toEqual(new Date('2026-01-12T02:10:00Z'))
    const { expiresAt, ...kept } = chat.memory ?? { expiresAt: new Date(0) }
    chat.memory = { ...(JSON.parse(JSON.stringify(kept)) as QuestionMemory), expiresAt }
    expect((await chat.says('那2024年呢'))[0]).toContain('**7 件**')
    expect((await chat.says('讲个笑话'))[0]).toContain('这个问题我答不了')
    expect((await chat.says('和上年比'))[0]).toContain('还没有 2023 年的年报')
  })

  test('what another version left in the memory is forgotten, not a fault', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    chat.memory = { kind: 'question', conversation: { last: 3 }, expiresAt: new Date('2027-01-01') }
    expect((await chat.says('那2024年呢'))[0]).toContain('请问您问的是哪一个数字')
  })

  test('an open question about a file stays open through questions', async () => {
    const chat = new Chat({ id: 'all' }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ agency: null })))
    await chat.says('科技局2025年依申请几件')
    expect(chat.memory?.kind).toBe('which_report')
  })

  test('for the report itself gets the link to its page, and only where there is one', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ totals: { received: 12 } })))
    const [link] = await chat.says('把年报发我')
    expect(link).toContain('济宁市兖州区科学技术局 2025年年报 **已交**')
    expect(link).toMatch(/\[打开报告页面\]\(https?:[^)]+\)，半小时内有效。/u)
    const [none] = await chat.says('2024年报告的链接')
    expect(none).toContain('**还没有交**')
    expect(none).not.toContain('](http')
  })

  test('in a fresh sandbox is about all that was sent', async () => {
    const chat = new Chat()
    await chat.says('', chat.file('a.docx', checkedReport({ totals: { received: 12 } })))
    const more = { agency: '威海市文登区科学技术局', totals: { received: 30 } }
    await chat.says('', chat.file('b.docx', checkedReport(more)))
    expect((await chat.says('本年依申请数量'))[0]).toContain('合计：**42 件**')
    expect((await chat.says('文登区科技局本年依申请数量'))[0]).toContain('**30 件**')
  })

  test('about another group’s agency is refused', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    expect((await chat.says('教体局依申请多少件'))[0]).toContain('这里不能查这个单位的数字')
  })
})

describe('the first handler that is meant answers', () => {
  test.each([
    ['帮助', '您好，我帮大家核对'],
    ['？', '您好，我帮大家核对'],
    ['你好', '您好，我帮大家核对'],
    ['谢谢！', '不客气。'],
    ['好的，谢谢您', '不客气。'],
    ['帮我看看2023年度报告', '要核对年报，请把文件发给我'],
    ['科技局 加 急 的依申请几件', '没听懂的是：“加 急”'],
    ['How Many 依申请', '没听懂的是：“How Many”'],
    ['help', '您好，我帮大家核对'],
    ['帮助\u0000\u0007', '您好，我帮大家核对'],
    ['', '您好，我帮大家核对'],
    ['核对一下年报', '要核对年报，请把文件发给我'],
    ['检查报告', '要核对年报，请把文件发给我'],
    ['怎么交报告', '要核对年报，请把文件发给我'],
    ['加急的依申请几件', '没听懂的是：“加急”'],
    ['行政许可几件', '还没有收到任何年报'],
    ['讲个笑话', '这个问题我答不了'],
    ['谁没交年报', '还没有交的有 4 家'],
  ])('%s', async (said, words) => {
    const [reply] = await new Chat({ id: 'all' }, district3).says(said)
    expect(reply).toContain(words)
  })

  test.each(['帮助', '谢谢', '核对年报', '？'])('%s said a hundred times is too long', async (said) => {
    const [reply] = await new Chat({ id: 'all' }, district3).says(said.repeat(201))
    expect(reply).toContain('问题太长了，请控制在 200 字以内')
  })

  test.each(['帮助', '本年依申请数量', '核对', ''])('an unbound group gets help only: %s', async (said) => {
    const [reply] = await new Chat({ id: 'nobody' }, district3).says(said)
    expect(reply).toContain('**本群还没有绑定单位，所以这里不能核对年报，也不能查数字。**')
    expect(reply).toContain('管理员把本群写进 `gongkai.yaml` 的 groups，再重启机器人。本群的编号是：`nobody`')
    expect(reply).toContain('协调员在本群 @我，发“绑定 单位名称”')
    expect(reply).toContain('请在单聊里直接把文件发给我')
  })

  test.each(['帮助', '本年依申请数量'])('a stranger gets help only: %s', async (said) => {
    const [reply] = await new Chat({ kind: 'single', id: 's', sender: 'wang' }, district3).says(said)
    expect(reply).toContain('您还没有登记为单位的联络员')
  })
})

describe('words without a file that name nothing to be answered', () => {
  const inGroup = '把文件发到群里，然后**引用**这个文件并 @我，写上要做的事；或者直接在单聊里把文件发给我。'
  const inSingle = '直接在这里把文件发给我；发不了文件时，请发“上传年报”，我给您一个上传的链接。'

  test.each(['文件发了', '年报发群里了', '看一下我刚发的', '请看附件', '已发', '审一下', '表', '请查收'])(
    '%s is told first how to send one, then how to ask',
    async (said) => {
      const [reply] = await new Chat({ id: 'all' }, district3).says(said)
      expect(reply).toMatch(/^\*\*要核对年报，请这样把文件交给我：\*\* /)
      expect(reply).toContain(inGroup)
      expect(reply?.indexOf(inGroup)).toBeLessThan(reply?.search(/可以这样问|请问您问的是/) ?? -1)
      const contact = new Chat({ id: 's', kind: 'single', sender: 'keji' }, district3)
      expect((await contact.says(said))[0]).toContain(`交给我：** ${inSingle}`)
    },
  )

  test.each(['讲个笑话', '今天天气怎么样', '为什么', '这个怎么填'])(
    '%s is declined in its own words, and told below how to send one',
    async (said) => {
      const [reply] = await new Chat({ id: 'all' }, district3).says(said)
      expect(reply).toMatch(/^\*\*这个问题我答不了/)
      expect(reply?.endsWith(`要核对年报：${inGroup}`)).toBe(true)
    },
  )

  test.each(['加急的依申请几件', '科技局加急的几件', '教体局依申请', '本年依申请数量', '帮助', '谢谢'])(
    '%s is a question, or no more than polite',
    async (said) => {
      const [reply] = await new Chat({ id: 'keji' }, district3).says(said)
      expect(reply).not.toContain(inGroup)
    },
  )

  test.each(['我们局排第几', '排名', '趋势', '增长最多的五家', '谁改过', '我们报告哪里错了'])(
    '%s asks of reports or figures',
    async (said) => {
      expect((await new Chat({ id: 'all' }, district3).says(said))[0]).not.toContain('把文件')
    },
  )

  test.each(['都要', '5', '1和3', '对', '不知道', '什么原因'])('%s goes on with the talk', async (said) => {
    const chat = new Chat({ id: 'all' }, district3)
    for (const before of ['公开了几件', '谁没交年报']) {
      await chat.says(before)
      expect((await chat.says(said))[0]).not.toContain('把文件')
    }
    expect((await chat.says('文件发了'))[0]).toContain(inGroup)
  })

  test.each(['核对一下年报', '怎么交报告'])('%s is told the same', async (said) => {
    expect((await new Chat({ id: 'all' }, district3).says(said))[0]).toContain(inGroup)
  })

  test('an answer to the question about a file that is open is about that file', async () => {
    const chat = new Chat({ id: 'all' }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ agency: null })))
    const [reply] = await chat.says('文件发了')
    expect(reply).toContain('刚才的文件“a.docx”还没有收存')
    expect(reply).not.toContain(inGroup)
  })
})

describe('before anything is stored', () => {
  test.each(['本年依申请数量', '去年依申请数量', '科技局2023年依申请数量', '2031年依申请数量'])(
    '%s is told what to do, once',
    async (said) => {
      const [reply] = await new Chat().says(said)
      expect(reply).toMatch(/^\*\*还没有收到任何年报\*\*\n\n把年报发给我/)
      expect(reply).not.toContain('单位名册')
    },
  )
})

describe('a year to come', () => {
  test.each([
    ['2026年依申请数量', true],
    ['明年依申请数量', false],
    ['2031年依申请数量', false],
  ])('%s', async (said, hasHint) => {
    const chat = new Chat()
    await chat.says('', chat.file('a.docx', checkedReport({ year: 2024 })))
    const [reply] = await chat.says(said)
    expect(reply).toContain('最新的是 2024 年的')
    expect(reply?.includes('如指 2026 年公布的年报，请问“2025年依申请数量”')).toBe(hasHint)
  })
})

describe('the examples in the help and beside a refusal are answered as they stand', () => {
  const whole: ReportWords = { totals: { received: 12, carriedIn: 1, handledTotal: 11, granted: 8 } }
  const examplesIn = (reply = ''): readonly string[] =>
    reply.split('\n').flatMap((line) => /^- (.*)$/.exec(line)?.[1] ?? [])

  test.each<[string, Partial<Where>, string, number]>([
    ['in a district-wide group', { id: 'all' }, '帮助', 6],
    ['in a district-wide group', { id: 'all' }, '讲个笑话', 3],
    ['in a district-wide group', { id: 'all' }, '红头文件几件', 3],
    ['in the group of one agency', { id: 'keji' }, '帮助', 6],
    ['in the group of one agency', { id: 'keji' }, '讲个笑话', 3],
    ['in the group of one agency', { id: 'keji' }, '红头文件几件', 3],
    ['in the group of one agency', { id: 'keji' }, '加急的依申请几件', 2],
  ])('%s %p: %s', async (_, where, said, count) => {
    const chat = new Chat(where, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ year: 2022, ...whole })))
    const examples = examplesIn((await chat.says(said))[0])
    expect(examples).toHaveLength(count)
    for (const example of examples) {
      const [reply] = await chat.says(example)
      expect([example, reply]).toEqual([example, expect.stringMatching(/^济宁市|^全区/)])
      if (where.id === 'keji') expect(example).not.toMatch(/单位|全区/)
    }
  })
})

test('where the report holds no figure, its page is linked', async () => {
  const chat = new Chat()
  await chat.says('', chat.file('a.docx', checkedReport({ totals: { received: null } })))
  expect((await chat.says('本年依申请数量'))[0]).toContain('(http://localhost:3000/reports/id-of-message-1)')
  await chat.says('', chat.file('b.docx', checkedReport({ sources: { requests: 'image' } })))
  expect((await chat.says('本年依申请数量'))[0]).toContain('(http://localhost:3000/reports/id-of-message-3)')
})

describe('a question beside a file', () => {
  test('is answered after the check, the new report included', async () => {
    const chat = new Chat()
    const file = chat.file('a.docx', checkedReport({ totals: { received: 12 } }))
    const replies = await chat.says('2025年依申请数量', file)
    expect(replies).toHaveLength(2)
    expect(replies[0]).toContain('收存：已收存')
    expect(replies[1]).toContain('**12 件**')
    expect(await chat.says('2025年依申请数量', file)).toHaveLength(2)
  })

  test.each(['请领导审阅', '核对一下', '谢谢', '这是我们2025年的年报'])('%s is none', async (said) => {
    const chat = new Chat()
    expect(await chat.says(said, chat.file('a.docx', checkedReport()))).toHaveLength(1)
  })
})

test('long runs of polite and checking words are read at once', async () => {
  const chat = new Chat()
  for (const word of ['看', '2023年度', '帮我', '明白了', '谢谢', '谢', '哈', '办好', '老师'])
    expect(await chat.says(`${word.repeat(60)}x`)).toHaveLength(1)
})

test('every message ends in a reply that says something', async () => {
  const places = fc.constantFrom('all', 'keji', 'nobody')
  await fc.assert(
    fc.asyncProperty(places, fc.string({ unit: 'grapheme', maxLength: 250 }), async (id, text) => {
      const replies = await new Chat({ id }, district3).says(text)
      expect(replies).toHaveLength(1)
      expect(replies[0]?.length).toBeGreaterThan(10)
    }),
    { seed: 20260115, numRuns: 150 },
  )
})
