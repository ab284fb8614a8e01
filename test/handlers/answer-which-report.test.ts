import { describe, expect, test } from '@jest/globals'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

const keji = '济宁市兖州区科学技术局'
const jiaoti = '济宁市兖州区教育和体育局'

async function asked(id: string, read: Parameters<typeof checkedReport>[0]): Promise<Chat> {
  const chat = new Chat({ id }, district3)
  const [reply] = await chat.says('', chat.file('无题.docx', checkedReport(read)))
  expect(reply).toContain('**还差一步，报告没有收存。**')
  expect(chat.stored).toEqual([])
  return chat
}

describe('the answer completes the report and files it', () => {
  test.each<[string, Parameters<typeof checkedReport>[0], string, string, number]>([
    ['all', { agency: null, year: null }, '区科技局2023年', keji, 2023],
    ['all', { agency: null, year: null }, '2023年，教体局', jiaoti, 2023],
    ['all', { agency: null, year: null }, '这是兖州区科技局2023年的年报', keji, 2023],
    ['all', { agency: null }, '科技局', keji, 2025],
    ['all', { agency: null }, '是教体局的', jiaoti, 2025],
    ['all', { year: null }, '2023', keji, 2023],
    ['all', { year: null }, '23年', keji, 2023],
    ['all', { year: null }, '二〇二三年度', keji, 2023],
    ['all', { year: null }, '去年的', keji, 2025],
    ['all', { year: null }, '是', keji, 2025],
    ['keji', { agency: null, year: null }, '是的', keji, 2025],
    ['keji', { agency: null, year: null }, '2022', '', 0],
  ])('in %s, %j, “%s”', async (id, read, answer, agency, year) => {
    const chat = await asked(id, read)
    const [reply] = await chat.says(answer)
    if (year === 0) {
      expect(reply).toContain('这是 2022 年的报告，但没读出是哪个单位的。')
      await chat.says('是')
      expect(chat.stored).toMatchObject([{ agency: keji, year: 2022 }])
      return
    }
    expect(reply).toContain('收存：已收存')
    expect(chat.stored).toMatchObject([{ agency, year, report: { agency, year } }])
    expect(chat.memory).toBeNull()
  })

  test('without a roster any agency’s name will do', async () => {
    const chat = new Chat()
    await chat.says('', chat.file('a.docx', checkedReport({ agency: null, year: null })))
    await chat.says('枣庄市山亭区科技局2023年')
    expect(chat.stored).toMatchObject([{ agency: '枣庄市山亭区科技局', year: 2023 }])
  })
})

describe('an answer that cannot be used is asked for again', () => {
  test.each([
    ['税务局2023年', '名册里没有“税务局”这个单位'],
    ['不是', '还差一步'],
    ['2022年和2023年', '还差一步'],
    ['今年', '还差一步'],
    ['是', '还差一步'],
  ])('%s', async (answer, words) => {
    const chat = await asked('all', { agency: null, year: null })
    const [reply] = await chat.says(answer)
    expect(reply).toContain(words)
    expect(reply).toContain('请回复')
    expect(chat.memory).not.toBeNull()
    expect(chat.stored).toEqual([])
  })

  test('an agency outside the group’s keeps it open, and the group’s agencies are named', async () => {
    const chat = await asked('keji', { agency: null })
    const [reply] = await chat.says('教体局')
    expect(reply).toContain(`这里不能报送“${jiaoti}”的年报，只能报送“${keji}”的。`)
    expect(chat.stored).toEqual([])
    await chat.says('是')
    expect(chat.stored).toMatchObject([{ agency: keji, year: 2025 }])
  })
})

describe('without a roster a name that does not tell its place is never filed', () => {
  const unclear = checkedReport({ agency: null, year: null })
  const start = async (...stored: readonly string[]): Promise<Chat> => {
    const chat = new Chat()
    for (const agency of stored) await chat.says('', chat.file(`${agency}.docx`, checkedReport({ agency })))
    return chat
  }

  test('the example is a stored agency’s full name', async () => {
    const chat = await start(keji)
    const [reply] = await chat.says('', chat.file('a.docx', unclear))
    expect(reply).toContain(`请回复单位全称和年份，例如“${keji}2025年”。`)
  })

  test('the stored agency it fits is proposed, and 是 takes it', async () => {
    const chat = await start(keji)
    await chat.says('', chat.file('a.docx', unclear))
    const [reply] = await chat.says('区科技局2023年')
    expect(reply).toContain(`是“${keji}”吗？请回复“是”或单位全称。`)
    await chat.says('是')
    expect(chat.stored.map(({ agency, year }) => [agency, year])).toEqual([
      [keji, 2025],
      [keji, 2023],
    ])
    expect(chat.memory).toBeNull()
  })

  test('不是 asks for the full name, which is taken', async () => {
    const chat = await start(keji)
    await chat.says('', chat.file('a.docx', unclear))
    await chat.says('区科技局2023年')
    expect((await chat.says('不是'))[0]).toContain('请回复单位全称')
    await chat.says('枣庄市山亭区科学技术局')
    expect(chat.stored[1]).toMatchObject({ agency: '枣庄市山亭区科学技术局', year: 2023 })
  })

  test('one of several is asked for', async () => {
    const chat = await start(keji, '枣庄市山亭区科学技术局')
    await chat.says('', chat.file('a.docx', unclear))
    const [reply] = await chat.says('科技局2023年')
    expect(reply).toContain(`只写“科技局”，可能是下面几个单位。\n\n- ${keji}\n- 枣庄市山亭区科学技术局`)
  })

  test.each(['税务局', '区财政局', '人民政府', '我局', '县供销社', '街道办事处', '市场监督管理局'])(
    'nor %s, of which nothing is known',
    async (name) => {
      const chat = await start()
      await chat.says('', chat.file('a.docx', checkedReport({ agency: name })))
      const [reply] = await chat.says(`${name}2023年`)
      expect(reply).toMatch(/请回复(?:单位全称|年份)|没听懂/)
      expect(chat.stored).toEqual([])
      expect(chat.memory).not.toBeNull()
    },
  )

  test.each(['济宁市税务局', '兖州科技局', '建设街道办事处', '国家税务总局济宁市兖州区税务局', '大连海关'])(
    'a title that says %s is filed',
    async (agency) => {
      const chat = await start()
      await chat.says('', chat.file('a.docx', checkedReport({ agency })))
      expect(chat.stored).toMatchObject([{ agency }])
    },
  )

  test('今天去邮局 is no answer', async () => {
    const chat = await start()
    await chat.says('', chat.file('a.docx', unclear))
    await chat.says('今天去邮局')
    await chat.says('明天邮局2023年')
    expect(chat.stored).toEqual([])
  })
})

test.each(['算了', '不用了', '取消吧'])('%s lets the file go', async (words) => {
  const chat = await asked('all', { agency: null })
  expect(await chat.says(words)).toEqual(['好的，“无题.docx”不收存了。以后要报送，再把文件发给我就可以。'])
  expect(chat.memory).toBeNull()
})

describe('what is no answer goes where it belongs', () => {
  test.each([
    ['科技局2023年依申请数量', '还没有收到任何年报'],
    ['谢谢', '不客气。'],
    ['今年依申请数量', '还没有收到任何年报'],
    ['帮助', '您好，我帮大家核对'],
    ['今天天气怎么样', '另外，刚才的文件“无题.docx”还没有收存。'],
  ])('%s', async (said, words) => {
    const chat = await asked('all', { agency: null })
    const [reply] = await chat.says(said)
    expect(reply).toContain(words)
    expect(chat.memory).not.toBeNull()
  })

  test('another file', async () => {
    const chat = await asked('all', { agency: null })
    await chat.says('', chat.file('b.docx', checkedReport()))
    expect(chat.stored).toMatchObject([{ file: { name: 'b.docx' } }])
    await chat.says('教体局')
    expect(chat.stored).toMatchObject([{}, { agency: jiaoti, file: { name: '无题.docx' } }])
  })
})
