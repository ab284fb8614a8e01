import { describe, expect, test } from '@jest/globals'
import { newConversation, type Conversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn, type Turn } from '../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../district-words.ts'

/** The last of some turns. */
function lastTurn(turns: readonly string[], home: readonly string[] | null = null): Turn {
  let conversation: Conversation = newConversation
  let turn = parseTurn('', wordsOf(home), conversation)
  for (const said of turns) {
    turn = parseTurn(said, wordsOf(home), conversation)
    conversation = turn.conversation
  }
  return turn
}

const keji = '济宁市兖州区科学技术局'

describe('the nearest question is the one asked, without the words', () => {
  test.each<[string, readonly string[]]>([
    ['科技局2025年加急的依申请几件', ['科技局2025年依申请几件']],
    ['请问科技局2025年加急的依申请几件？谢谢', ['科技局2025年依申请几件']],
    ['科技局 2025年 大约收到多少件申请', ['科技局 2025年收到多少件申请']],
    ['去年哪家单位打官司拼得最多', ['去年哪家单位打官司最多']],
    ['各街道2024年加急的依申请分别几件', ['各街道2024年依申请分别几件']],
    ['2024年加急的依申请最多的三家', ['2024年依申请最多的三家']],
    ['科技局外地的依申请是12件吗', ['科技局依申请是12件吗']],
    ['谁没交真实年报', ['谁没交年报']],
    // Nobody is named: it is said whose figure it would be.
    ['外地的申请有多少件', ['全区2025年依申请一共多少件']],
    ['我们村的依申请几件', []],
    // It would not read well as typed.
    ['依申请里面有多少是网友提的', ['全区2025年依申请一共多少件']],
    ['科技局2025年依申请最多', [`${keji}2025年依申请多少件`]],
    ['本年收到12件', ['全区2025年依申请一共多少件']],
    // Two figures, two questions.
    ['科技局收到申请办了几件', ['科技局收到申请几件', '科技局申请办了几件']],
    ['科技局收到并办理了多少申请', ['科技局收到多少申请', '科技局办理了多少申请']],
    ['科技局依申请几件，教体局复议几件', ['科技局依申请几件', '教体局复议几件']],
    ['科技局依申请几件教体局复议几件', ['科技局依申请几件', '教体局复议几件']],
    ['科技局2025年依申请多少件发个表格', ['科技局2025年依申请多少件']],
    // What fails for another reason, put in order.
    ['科技局2025年3月份收到几件申请', [`${keji}2025年依申请多少件`]],
    ['科技局2025年网上申请几件', [`${keji}2025年依申请多少件`]],
    ['2026年科技局复议几件', [`${keji}2025年行政复议多少件`]],
    ['近三年科技局依申请情况', [`${keji}2025年依申请情况`]],
    ['科技局复议率', [`${keji}2025年行政复议多少件`, `${keji}2025年行政诉讼多少件`]],
    ['近三年科技局结转下年度合计', [`${keji}2023年到2025年结转下年度继续办理趋势`]],
    ['曲阜市科技局2023年依申请几件', [`${keji}2023年依申请多少件`]],
    ['加急科技局2023年依申请几件', [`${keji}2023年依申请多少件`]],
    ['全市2023年依申请几件', ['全区2023年依申请一共多少件']],
  ])('%s', (question, offers) => {
    expect(
      lastTurn([question])
        .nearest()
        .map((near) => near.question),
    ).toEqual(offers)
  })

  test.each([
    // The word may turn the sense round.
    '科技局2025年不属于国家秘密的几件',
    '不是科技局的依申请数量',
    '没有收到依申请的',
    // Nothing is left to be asked.
    '科技局2025年红头文件几件',
    'how many requests in 2025',
    '申请人有几个',
    // Nobody of that name.
    '财政局2023年依申请几件',
    // Nothing to be left out.
    '讲个笑话',
    '为什么科技局申请这么多',
  ])('%s: there is none', (question) => {
    expect(lastTurn([question]).nearest()).toEqual([])
  })

  test('in a group of one agency it need not be named', () => {
    const { nearest } = lastTurn(['我局加急的依申请几件'], ['科学技术局'])
    expect(nearest().map(({ question }) => question)).toEqual(['我局依申请几件'])
  })

  test.each<[readonly string[], readonly string[]]>([
    [['科技局2025年依申请几件', '2024年加急的呢'], [`${keji}2024年依申请多少件`]],
    [['科技局2025年依申请几件', '教体局加急的呢'], ['济宁市兖州区教育和体育局2025年依申请多少件']],
    // That is what was answered just now.
    [['科技局2025年依申请几件', '科技局加急的呢'], []],
  ])('of a fragment it is a whole question: %s', (turns, offers) => {
    expect(
      lastTurn(turns)
        .nearest()
        .map((near) => near.question),
    ).toEqual(offers)
  })
})
