import { describe, expect, test } from '@jest/globals'
import { newConversation } from '../../../../src/questions/query/conversation.ts'
import { typed } from '../../../../src/questions/words/text/as-typed.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../district-words.ts'

/** The words named as not understood; the reason where there are none. */
function notUnderstood(question: string): readonly string[] | string {
  const { read } = parseTurn(question, wordsOf(), newConversation)
  if (read.kind !== 'none') return read.kind
  return read.detail?.kind === 'words' ? read.detail.words : read.reason
}

describe('what was not understood is quoted in whole words, as typed, in the order of the question', () => {
  test.each<[string, readonly string[]]>([
    ['科技局2025年加急的依申请几件', ['加急']],
    ['外地的申请有多少件', ['外地']],
    ['科技局 加 急 的依申请几件', ['加 急']],
    ['科技局2025年加急的外地的依申请几件', ['加急的外地']],
    ['科技局加急的2025年外资的依申请几件', ['加急', '外资']],
    ['科技局2025年红头文件几件', ['红头文件']],
    ['科技局依申请涉及征地拆迁的几件', ['征地拆迁']],
    ['去年哪家单位打官司拼得最多', ['拼得']],
    ['给我发什么', ['给我发什么']],
    ['给我画个圈', ['给我画个圈']],
    ['补正没补的有几件', ['补正没补']],
    ['申请人有几个', ['申请人']],
    ['科技局依申请净增几件', ['净增']],
    ['本年收到12件', ['12件']],
    ['科技局收到申请办了几件', ['收到申请办了']],
    ['科技局收到的申请办了几件', ['收到的申请办了']],
    ['@公开助手 How Many 依申请', ['How Many']],
    ['科技局。。加急，依申请几件？', ['加急']],
    ['科技局2025年不属于国家秘密的几件', ['不属于国家秘密的']],
    ['“加急”的依申请（科技局）几件', ['加急']],
    ['甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥依申请几件', ['甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉…']],
  ])('%s', (question, words) => {
    expect(notUnderstood(question)).toEqual(words)
  })

  test('at most three stretches', () => {
    const words = notUnderstood('加急的2025年外资的科技局网友的教体局某某的依申请几件')
    expect(words).toHaveLength(3)
  })
})

test.each([
  ['@公开助手 科技局，，2023年 依申請 几件？！', '科技局,2023年依申请几件,'],
  ['２０２３年——ＡＢＣ😊件', '2023年-abc件'],
  ['a…b', 'a,b'],
])('%s: every stretch of the normalised question is found in the question', (question, text) => {
  const said = typed(question)
  expect(said.text).toBe(text)
  for (let from = 0; from < text.length; from++) {
    const found = said.slice(from, from + 1)
    expect(question).toContain(found)
    expect(typed(found).text.startsWith(text.charAt(from))).toBe(true)
  }
})
