import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { ask, converse, type AskContext } from '../../src/questions/ask.ts'
import { newConversation } from '../../src/questions/query/conversation.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerReply } from '../../templates/answer.ts'

const reports = shelfOf(JSON.parse(readFileSync(new URL('dev/data.json', import.meta.url), 'utf8')))
const context: AskContext = {
  now: new Date('2026-01-12T02:00:00Z'),
  ...{ roster: emptyRoster, reports, scope: { kind: 'all' }, knowsArrival: false },
}

/** The words of the last answer. */
async function told(...turns: readonly string[]): Promise<string> {
  let [conversation, text] = [newConversation, '']
  for (const turn of turns) {
    const answered = await converse(turn, context, conversation)
    conversation = answered.conversation
    text = answerReply(answered.reply).markdown
  }
  return text
}

describe('the rate of a group', () => {
  test.each([
    ['全区诉讼维持率', '**73.3%**（11 ÷ 15）'],
    ['全区诉讼纠错率', '**13.3%**（2 ÷ 15）'],
  ])('%s names the cases that are pending, and nobody as left out', async (question, rate) => {
    const text = await told(question)
    expect(text).toContain(rate)
    expect(text).toContain('另有行政诉讼（尚未审结） 2 件，还没有结果，不计在内。')
    expect(text).toContain('“尚未审结”')
    expect(text).not.toContain('没有列入')
  })

  test('予以公开率 has the 公开率 beside it', async () => {
    expect(await told('全区予以公开率')).toContain('公开率（予以公开加部分公开）是 43.5%。')
  })

  test('a list of each agency still names who has no denominator', async () => {
    expect(await told('各单位诉讼维持率')).toContain('没有列入的')
  })
})

describe('a rate stands with its fraction', () => {
  test.each([
    ['公开率最高的三家', '工业和信息化局：58.8%（10 ÷ 17）'],
    ['各单位公开率', '科学技术局：41.7%（5 ÷ 12）'],
    ['公开率超过50%的单位', '工业和信息化局：58.8%（10 ÷ 17）'],
    ['科技局近三年公开率', '2024年：55.6%（5 ÷ 9）'],
    ['全区近三年公开率趋势', '2025年：43.5%（104 ÷ 239）'],
    ['哪年公开率最高', '2024年：46.0%（155 ÷ 337）'],
    ['科技局依申请几件？公开率多少？', '公开率：41.7%（5 ÷ 12）'],
  ])('%s', async (question, line) => {
    expect(await told(question)).toContain(line)
  })

  test('and a denominator of 0 is told where the figure would stand', async () => {
    const text = await told('科技局纠错率', '都要')
    expect(text).toContain('行政复议纠正率：没有数字（分母是 0）\n- 行政诉讼纠正率：50.0%（1 ÷ 2）')
    expect(text).not.toContain('没有列入')
  })

  test('a count has none', async () => {
    expect(await told('依申请最多的三家')).not.toContain('÷')
  })
})

test('who meets two conditions stands with both figures; the answer is the name', async () => {
  expect(await told('有复议但没诉讼的单位')).toContain('工业和信息化局：行政复议 1 件，行政诉讼 0 件')
  const { answer } = await ask('有复议但没诉讼的单位', context)
  expect(answer).toEqual(['济宁市兖州区工业和信息化局'])
})

describe('a figure of all, where one agency was spoken of', () => {
  const first = '教体局2023年依申请几件'
  test.each([
    ['有没有复议', '要问刚才那个单位的，请发“济宁市兖州区教育和体育局2023年行政复议多少件”。'],
    ['2024年公开率多少', '请发“济宁市兖州区教育和体育局2024年公开率是多少”。'],
    ['处罚情况怎么比去年', null],
    ['全区复议几件', null],
    ['科技局复议几件', null],
    ['那复议呢', null],
    ['复议最多的是谁', null],
  ])('%s', async (question, besides) => {
    const text = await told(first, question)
    if (besides === null) expect(text).not.toContain('要问刚才那个单位的')
    else expect(text).toContain(besides)
  })

  test('what is said to ask is answered so', async () => {
    expect(await told(first, '有没有复议', '济宁市兖州区教育和体育局2023年行政复议多少件')).toContain(
      '教育和体育局 2023年 行政复议',
    )
  })
})

describe('who was picked out has that figure, as if it had been asked for', () => {
  test.each([
    [['谁的复议最多', '它诉讼几件', '一共几件'], '鼓楼街道办事处 2025年 行政复议和行政诉讼：**8 件**'],
    [['依申请最多的是谁', '它去年呢', '差几件'], '2025年 **57 件**，2024年 **79 件**，减少 22 件'],
    [['依申请最多的是谁', '教体局呢', '差几件'], '自然资源局多 17 件'],
    [['依申请最多的是谁', '第二名呢', '科技局呢', '一共几件'], '合计：**108 件**'],
    [['依申请最多的是谁', '它复议几件', '一共几件'], '没听懂'],
  ])('%j', async (turns, words) => {
    expect(await told(...turns)).toContain(words)
  })
})

describe('a number to confirm settles which of several figures is meant', () => {
  test.each<[readonly string[], string]>([
    [['教体局2024年复议5件对吧', '败诉2件对吧'], '行政复议（结果纠正）：**2 件**'],
    [['教体局2024年复议5件对吧', '败诉率40%对吧'], '行政复议纠正率：**40.0%**'],
    [['教体局2024年复议纠正2件对吧', '诉讼4件对吧'], '行政诉讼（结果纠正）：**4 件**'],
    [['教体局结转7件对吧'], '结转下年度继续办理：**7 件**'],
    [['教体局自然人申请26件对吧', '办结38件对吧'], '办理结果总计：**38 件**'],
    [['街道依申请33件对吧', '复议7件对吧'], '行政复议合计：**7 件**'],
    [['教体局交了吗', '复议3件对吧'], '行政复议：**3 件**'],
  ])('%s', async (turns, line) => {
    const text = await told(...turns)
    expect(text).toContain(line)
    expect(text).toMatch(/(?<!不)对，是/u)
  })

  test.each<[readonly string[]]>([
    [['教体局2024年复议5件对吧', '败诉9件对吧']],
    [['教体局结转9件对吧']],
    [['教体局交了吗', '谁依申请最多', '复议3件对吧']],
    [['教教局依申请40件对吧', '复议3件对吧']],
  ])('%s: nothing is told to be wrong', async (turns) => {
    expect(await told(...turns)).not.toContain('不对')
  })
})
