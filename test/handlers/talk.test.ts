import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

describe('a question after a report', () => {
  test('is answered from what was stored', async () => {
    const chat = new Chat({ id: 'keji' }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ totals: { received: 12 } })))
    expect(await chat.says('本年依申请数量')).toEqual([
      [
        '济宁市兖州区科学技术局 2025年 本年新收政府信息公开申请：**12 件**。',
        '这是按最新的年报年度 2025 年回答的。',
        '依据：2025年年报 表三“一、本年新收政府信息公开申请数量”×“总计”',
      ].join('\n\n'),
    ])
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
    ['谢谢！', '您好，我帮大家核对'],
    ['help', '您好，我帮大家核对'],
    ['', '您好，我帮大家核对'],
    ['核对一下年报', '要核对年报，请把文件发给我'],
    ['检查报告', '要核对年报，请把文件发给我'],
    ['怎么交报告', '要核对年报，请把文件发给我'],
    ['上传年报', '要核对年报，请把文件发给我'],
    ['加急的依申请几件', '没听懂的是：“加急”'],
    ['行政许可几件', '这一项目前还不能回答'],
    ['讲个笑话', '这个问题我答不了'],
    ['谁没交年报', '各单位报送情况'],
  ])('%s', async (said, words) => {
    const [reply] = await new Chat({ id: 'all' }, district3).says(said)
    expect(reply).toContain(words)
  })

  test.each(['帮助', '本年依申请数量', '核对', ''])('an unbound group gets help only: %s', async (said) => {
    const [reply] = await new Chat({ id: 'nobody' }, district3).says(said)
    expect(reply).toContain('本群还没有登记对应的单位')
    expect(reply).toContain('登记好就可以用了：nobody')
  })

  test.each(['帮助', '本年依申请数量'])('a stranger gets help only: %s', async (said) => {
    const [reply] = await new Chat({ kind: 'single', id: 's', sender: 'wang' }, district3).says(said)
    expect(reply).toContain('您还没有登记为单位的联络员')
  })
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
