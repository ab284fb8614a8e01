import { expect, test } from '@jest/globals'
import { parseQuestion } from '../../../../src/questions/words/turns/parse.ts'
import { short, wordsOf } from '../district-words.ts'

/** Whose figure a question asks for; a refusal by its reason. */
function whoseIn(question: string): readonly string[] | string {
  const read = parseQuestion(question, wordsOf())
  if (read.kind === 'query') return read.query.agencies.map(short)
  return read.kind === 'none' ? read.reason : read.kind
}

test.each([
  '鼓楼镇2024年复议几件',
  '新兖街道2024年办结多少',
  '新兖街道办复议几件',
  '小孟乡依申请几件',
  '小孟街办依申请几件',
  '龙桥局2023年依申请几件',
  '龙桥中心依申请几件',
  '鼓楼政府依申请几件',
  '兖州镇依申请几件',
  '兖州街道2024年依申请合计',
  '鼓楼审计局依申请几件',
  '新兖铺镇依申请几件',
  '北关办事处2024年依申请几件',
])('%s: a name that says its kind is no agency of another kind', (question) => {
  expect(whoseIn(question)).toBe('not_in_roster')
})

test.each<[string, readonly string[] | string]>([
  // What both of them are, and nobody else.
  ['鼓楼、龙桥两个街道办2024年依申请一共几件', ['鼓楼街道办事处', '龙桥街道办事处']],
  ['科技局和教体局两个局2024年依申请一共几件', ['教育和体育局', '科学技术局']],
  ['新兖政府2024年依申请几件', ['新兖镇人民政府']],
  ['鼓楼街办依申请几件', ['鼓楼街道办事处']],
  ['鼓楼2024年依申请几件', ['鼓楼街道办事处']],
  ['兖州区街道2024年依申请合计', ['鼓楼街道办事处', '龙桥街道办事处']],
  ['鼓楼、审计局依申请各几件', ['审计局', '鼓楼街道办事处']],
  ['行政执法局2024年依申请几件', ['综合行政执法局']],
  ['市容执法局2024年依申请几件', 'not_in_roster'],
  ['审计局镇依申请几件', 'not_understood'],
])('%s', (question, expected) => {
  expect(whoseIn(question)).toEqual(expected)
})
