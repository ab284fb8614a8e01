import { expect, test } from '@jest/globals'
import { offerAnswer } from '../../../../../src/questions/words/turns/back/offer-answer.ts'

const two = ['科技局依申请几件', '科技局复议几件']

const one = ['科技局依申请几件']

test.each([
  ...['是', '是的', '是的！', '对', '对的', '好', '好的', '嗯', '可以', '1', '第一个', 'OK'].map(
    (said) => [said, one, one[0]] as const,
  ),
  ...['1', '第一个'].map((said) => [said, two, two[0]] as const),
  ...['2', '第二个', '二'].map((said) => [said, two, two[1]] as const),
])('%s takes the question', (said, offered, question) => {
  expect(offerAnswer(offered, said)).toEqual({ kind: 'taken', question })
})

test.each(['是', '是的！', '对', '好的', '嗯', '可以', '就是这个意思'])(
  '%s to two says not which',
  (said) => {
    expect(offerAnswer(two, said)).toEqual({ kind: 'unclear' })
  },
)

test.each(['不是', '不是的', '不', '算了', '算了吧', '不用了', '取消'])('%s drops it', (said) => {
  expect(offerAnswer(two, said)).toEqual({ kind: 'dropped' })
})

test.each(['3', '是多少', '教体局呢', '对比一下', '好几件', '科技局是12件吗', '', '？'])(
  '%s is about something else',
  (said) => {
    expect(offerAnswer(two, said)).toEqual({ kind: 'other' })
  },
)

test.each(['是', '1', '算了', ''])('%s means nothing where nothing was offered', (said) => {
  expect(offerAnswer([], said)).toEqual({ kind: 'other' })
})
