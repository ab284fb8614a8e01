import { expect, test } from '@jest/globals'
import { segment } from '../../../../src/questions/words/tokens/segment.ts'
import { wordsOf } from '../district-words.ts'

test.each([
  ['龙桥街道办结几件', '龙桥街道 办结 几件'],
  ['龙桥街道办办结几件', '龙桥街道办 办结 几件'],
  ['龙桥街道办事处办结几件', '龙桥街道办事处 办结 几件'],
  ['各街道办完的分别几件', '各街道 办完的 分别 几件'],
  ['区政府办理了几件', '区政府 办理了 几件'],
  ['区政府办依申请几件', '区政府办 依申请 几件'],
  ['新收和结转下年度的', '新收 和 结转下年度的'],
  ['新收和结转几件', '新收和结转 几件'],
  ['前年复议几件', '前年 复议 几件'],
  ['大前年复议几件', '大前年 复议 几件'],
  ['加急的依申请几件', '加 急 的 依申请 几件'],
  ['检测中心几件', '检测中心 几件'],
])('%s is cut so that the least is left over: %s', (text, cut) => {
  const tokens = segment(text, wordsOf().vocabulary)
  expect(tokens.map((token) => token.text).join(' ')).toBe(cut)
})
