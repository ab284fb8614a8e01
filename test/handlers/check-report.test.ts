import { describe, expect, test } from '@jest/globals'
import { Chat, district3 } from './chat.ts'
import { checkedReport, finding } from './checked-report.ts'

const lost = finding('error', '“总计”列：本年新收 3 + 上年结转 0 ≠ 办理结果总计 2 + 结转下年度 0（相差 1）', {
  where: '三、收到和处理政府信息公开申请情况 / 总计',
  cells: ['requests.received.total'],
})
const heading = finding('warning', '第五部分标题序号为“5、”，建议修改。', {
  rule: 'structure/section-heading',
  where: '五、存在的主要问题及改进情况',
})
const contact = finding('info', '未见联系方式，建议注明地址和电话。', { rule: 'structure/contact' })

describe('a report sent in the group of its agency', () => {
  const inGroup = (): Chat => new Chat({ id: 'keji' }, district3)

  test('is checked and kept, with verdict, figures, every finding and a link', async () => {
    const chat = inGroup()
    const report = checkedReport({
      totals: { received: 3, handledTotal: 2, carriedForward: null },
      review: { litigationDirect: 1, litigationAfterReconsideration: 2 },
      findings: [contact, lost, heading],
    })
    const [reply] = await chat.says('', chat.file('科技局.docx', report))
    expect(reply).toBe(`**有 1 处错误，请改正后再公布**

单位：济宁市兖州区科学技术局
年度：2025 年
文件：科技局.docx
收存：已收存
结果：错误 1 处，提醒 1 处，说明 1 处

**主要数字**

- 本年新收申请：3 件
- 办结（办理结果总计）：2 件
- 结转下年度：没读出来
- 行政复议：0 件
- 行政诉讼：3 件

**错误 1 处**（公布前必须改正）

1. 三、收到和处理政府信息公开申请情况 / 总计
   “总计”列：本年新收 3 + 上年结转 0 ≠ 办理结果总计 2 + 结转下年度 0（相差 1）

**提醒 1 处**（请逐条核实）

1. 五、存在的主要问题及改进情况
   第五部分标题序号为“5、”，建议修改。

**说明 1 处**（供参考，不影响结论）

1. 未见联系方式，建议注明地址和电话。

**下一步**

请对照上面的错误逐条改正原文件，再发给我一次。我会告诉您哪些改好了，哪些还在。

[打开报告页面，看表格和标出的位置](http://localhost:3000/reports/id-of-message-1)`)
    expect(chat.stored).toMatchObject([
      { agency: '济宁市兖州区科学技术局', year: 2025, version: 1, cause: 'message-1', report },
    ])
  })

  test('is filed under its full name when the title has a short one', async () => {
    const chat = inGroup()
    await chat.says('', chat.file('a.docx', checkedReport({ agency: '区科技局' })))
    expect(chat.stored.map(({ agency }) => agency)).toEqual(['济宁市兖州区科学技术局'])
  })

  test('the same file again is answered from what is stored, and is no new version', async () => {
    const chat = inGroup()
    const file = chat.file('科技局.docx', checkedReport({ findings: [lost] }))
    await chat.says('', file)
    const [reply] = await chat.says('', file)
    expect(reply).toContain('和 2026年1月12日 10:00 收到的第 1 版是同一份文件，没有重复收存')
    expect(reply).toContain('**错误 1 处**')
    expect(chat.stored).toHaveLength(1)
  })

  test('a changed file is a new version, and the reply says what is mended, what remains, what is new', async () => {
    const chat = inGroup()
    const typo = finding('warning', '新的问题', { rule: 'text/typo', where: '一、总体情况' })
    await chat.says('', chat.file('a.docx', checkedReport({ findings: [lost, heading] })))
    const [reply] = await chat.says('', chat.file('b.docx', checkedReport({ findings: [heading, typo] })))
    expect(reply).toContain('收存：已收存，是第 2 版')
    expect(reply).toContain(
      '**和第 1 版相比**\n\n已改好 1 处，还在的 1 处，新出现 1 处。\n\n- 已改好：“总计”列：本年新收 3',
    )
    expect(reply).toContain('【还在】五、存在的主要问题及改进情况')
    expect(reply).toContain('【新出现】一、总体情况')
    expect(chat.stored.map(({ version }) => version)).toEqual([1, 2])
  })

  test('an older file that could only be fetched after a newer one was kept does not take its place', async () => {
    const newer = new Chat({ id: 'keji', now: new Date('2026-01-12T02:07:00Z') }, district3)
    await newer.says('', newer.file('新.docx', checkedReport()))
    const chat = inGroup()
    chat.stored.push(...newer.stored)
    const late = chat.file('旧.docx', checkedReport({ findings: [lost] }))
    const [reply] = await chat.says('', late)
    expect(reply).toContain(
      '收存：没有收存。这份文件是 2026年1月12日 10:00 发来的，核对它以前，2026年1月12日 10:07 又收到一份，已收存为第 1 版，以那一份为准。',
    )
    expect(reply).toContain('**错误 1 处**')
    expect(reply).toContain('要改用这一份，请再发一次。')
    expect(reply).toContain('[打开第 1 版的报告页面](http://localhost:3000/reports/id-of-message-1)')
    expect(chat.stored.map(({ file }) => file.name)).toEqual(['新.docx'])
  })

  test('handled again after a crash, it gives the same reports and is not taken for a repeat', async () => {
    const chat = inGroup()
    const file = chat.file('a.docx', checkedReport())
    const first = await chat.handles('', [file], 'm')
    expect(await chat.handles('', [file], 'm')).toEqual(first)
    chat.keep(first)
    expect(await chat.handles('', [file], 'm')).toEqual(first)
  })

  test('a year that cannot be yet is kept with a warning', async () => {
    const chat = inGroup()
    const [reply] = await chat.says('', chat.file('a.docx', checkedReport({ year: 2026 })))
    expect(reply).toContain('标题写的是 2026 年，但现在最新的年报应是 2025 年的。')
    expect(reply).toContain('请先核对标题里的年份。')
    expect(chat.stored).toHaveLength(1)
  })

  test('a wrong extension gets a line', async () => {
    const chat = inGroup()
    const [reply] = await chat.says('', chat.file('a.doc', checkedReport(), { properExtension: 'docx' }))
    expect(reply).toContain('内容是 .docx 格式。已按内容读取')
  })

  test('pictures for tables are no pass: nothing was checked, and no figure is made up', async () => {
    const chat = inGroup()
    const sources = { proactiveDisclosure: 'image', requests: 'image', review: 'missing' } as const
    const [reply] = await chat.says('', chat.file('a.docx', checkedReport({ sources, findings: [heading] })))
    expect(reply).toContain('**表二、表三、表四没能核对，有 1 处请核实**')
    expect(reply).toContain('本年新收申请：没读出来（表格是图片）')
    expect(reply).toContain('行政复议：没有数字（报告里没有表四）')
    expect(reply).toContain('- 报告里没有表四，这张表**没有核对**。')
    expect(reply).toContain('- 表二、表三的数字没有读出来，这些表**没有核对**，请人工核对。')
    expect(reply).not.toContain('0 件')
  })

  test('what a picture hides is not called mended', async () => {
    const chat = inGroup()
    await chat.says('', chat.file('a.docx', checkedReport({ findings: [lost] })))
    const [reply] = await chat.says(
      '',
      chat.file('b.docx', checkedReport({ sources: { requests: 'image' } })),
    )
    expect(reply).toContain('已改好 0 处，还在的 0 处，新出现 0 处。另有 1 处所在的表格这一版没读出来')
  })
})

describe('who may hand in what', () => {
  test.each([
    [
      'another agency’s report in a bound group',
      'group',
      'keji',
      'x',
      '济宁市兖州区教育和体育局',
      '这里只收“济宁市兖州区科学技术局”的报告',
    ],
    [
      'an agency that is not in the roster',
      'group',
      'all',
      'x',
      '济宁市兖州区税务局',
      '单位名册里没有“济宁市兖州区税务局”',
    ],
    [
      'anything from a stranger',
      'single',
      's',
      'wang',
      '济宁市兖州区科学技术局',
      '请把文件发到本单位的工作群里，再引用它并 @我；或者把您的编号 `wang` 告诉管理员',
    ],
    [
      'a contact’s report of another agency',
      'single',
      's',
      'keji',
      '济宁市兖州区教育和体育局',
      '这里只收“济宁市兖州区科学技术局”的报告',
    ],
  ] as const)('%s is checked and not kept, and is told why', async (_, kind, id, sender, agency, why) => {
    const chat = new Chat({ kind, id, sender }, district3)
    const [reply] = await chat.says('', chat.file('a.docx', checkedReport({ agency, findings: [lost] })))
    expect(reply).toContain('**这份报告没有收存**')
    expect(reply).toContain(why)
    expect(reply).toContain('**错误 1 处**')
    expect(reply).not.toContain('](http')
    expect(chat.stored).toEqual([])
    expect(chat.memory).toBeNull()
  })

  test.each([
    ['anyone in the group of all', 'group', 'all', 'x', '济宁市兖州区教育和体育局'],
    ['a contact in a single chat', 'single', 's', 'jiaoti', '济宁市兖州区教育和体育局'],
    ['a coordinator in a single chat', 'single', 's', 'boss', '济宁市兖州区鼓楼街道办事处'],
  ] as const)('%s may hand in', async (_, kind, id, sender, agency) => {
    const chat = new Chat({ kind, id, sender }, district3)
    await chat.says('', chat.file('a.docx', checkedReport({ agency })))
    expect(chat.stored.map((report) => report.agency)).toEqual([agency])
  })

  test('without a roster the agency comes from the title', async () => {
    const chat = new Chat()
    await chat.says('', chat.file('a.docx', checkedReport({ agency: '威海市文登区科学技术局' })))
    await chat.says('', chat.file('b.docx', checkedReport({ agency: '文登区科技局' })))
    await chat.says('', chat.file('c.docx', checkedReport({ agency: '山亭区科技局' })))
    expect(chat.stored.map(({ agency, version }) => [agency, version])).toEqual([
      ['威海市文登区科学技术局', 1],
      ['威海市文登区科学技术局', 2],
      ['山亭区科技局', 1],
    ])
  })
})

describe('words beside a file', () => {
  const chat = (): Chat => new Chat({ id: 'all', sender: 'boss' }, district3)

  test.each([
    ['帮助', '**核对年报**'],
    ['怎么用', '**核对年报**'],
    ['模板', '六个部分'],
    ['沙盒', '/sandbox?t=1'],
    ['上传年报', '**一起发来的文件不用再传。要上传别的年报，请点开链接：** [上传年报](http'],
    ['本年依申请多少件', '本年新收政府信息公开申请合计'],
  ])('%s is heard, after the file', async (words, said) => {
    const here = chat()
    const replies = await here.says(words, here.file('a.docx', checkedReport()))
    expect(replies).toHaveLength(2)
    expect(replies[0]).toContain('收存：已收存')
    expect(replies[1]).toContain(said)
    expect(here.stored).toHaveLength(1)
  })

  test.each(['', '你好', '核对一下', '上传一下这个', '？', '谢谢', '请看附件'])(
    '%p only goes with the file',
    async (words) => {
      const here = chat()
      expect(await here.says(words, here.file('a.docx', checkedReport()))).toHaveLength(1)
    },
  )

  test('上传年报 beside a file that did not come gives the link', async () => {
    const replies = await chat().says('上传年报', { kind: 'failed', name: 'a.docx', code: 'file_gone' })
    expect(replies[1]).toContain('**请点开链接上传年报：**')
  })
})

describe('several files in one message', () => {
  test('get one reply each, in order, and causes of their own', async () => {
    const chat = new Chat({ id: 'all' }, district3)
    const replies = await chat.says(
      '都核对一下',
      chat.file('a.docx', checkedReport()),
      chat.file('b.pdf', 'unsupported_type'),
      chat.file('c.docx', checkedReport({ agency: '济宁市兖州区教育和体育局' })),
    )
    expect(replies.map((reply) => /[abc]\.\w+/.exec(reply)?.[0])).toEqual(['a.docx', 'b.pdf', 'c.docx'])
    expect(chat.stored.map(({ cause }) => cause)).toEqual(['message-1', 'message-1#3'])
    expect(chat.failures).toMatchObject([{ file: { name: 'b.pdf' }, code: 'unsupported_type' }])
  })

  test('the same file twice is one version; two of one agency are two', async () => {
    const chat = new Chat({ id: 'all' }, district3)
    const file = chat.file('a.docx', checkedReport())
    const replies = await chat.says('', file, file, chat.file('b.docx', checkedReport({ findings: [lost] })))
    expect(replies[1]).toContain('是同一份文件，没有重复收存')
    expect(replies[2]).toContain('是第 2 版')
    expect(chat.stored.map(({ version }) => version)).toEqual([1, 2])
  })

  test('only one unclear file is asked about', async () => {
    const chat = new Chat({ id: 'all' }, district3)
    const unclear = checkedReport({ agency: null })
    const replies = await chat.says('', chat.file('a.docx', unclear), chat.file('b.docx', unclear))
    expect(replies[0]).toContain('请回复单位全称')
    expect(replies[1]).toContain('请先回答上一份的问题，再把这个文件单独发一次')
    expect(chat.memory).toMatchObject({ kind: 'which_report', file: { name: 'a.docx' } })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['not_a_report', 'a.docx', '看起来不是政府信息公开工作年度报告'],
    ['empty_file', 'a.docx', '是空文件'],
    ['encrypted_file', 'a.docx', '加了密码'],
    ['damaged_file', 'a.docx', '已损坏'],
    ['unsafe_file', 'a.docx', '内部结构不正常'],
    ['read_timeout', 'a.docx', '读了很久也没有读完'],
    ['unsupported_type', 'a.pdf', '格式还不能读'],
    ['unsupported_type', '拍的.JPG', '不能读：unsupported'],
  ] as const)('%s (%s) gets its own reply and a record', async (code, name, words) => {
    const chat = new Chat()
    const [reply, ...others] = await chat.says('', chat.file(name, code))
    expect(reply).toContain(words)
    expect(others).toEqual([])
    expect(chat.failures).toMatchObject([{ file: { name }, code }])
    expect(chat.stored).toEqual([])
  })

  test.each([
    ['file_gone', '已经失效，没有取到'],
    ['file_host_refused', '下载地址不在允许的范围内'],
    ['file_too_large', '超过 20 MB'],
  ] as const)('a download that failed with %s likewise', async (code, words) => {
    const chat = new Chat()
    const [reply] = await chat.says('', { kind: 'failed', name: 'a.docx', code })
    expect(reply).toContain(words)
    expect(chat.failures).toMatchObject([{ file: { name: 'a.docx', size: 0 }, code }])
  })
})
