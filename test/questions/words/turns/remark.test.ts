import { describe, expect, test } from '@jest/globals'
import { converse } from './converse.ts'

const first = '科技局2024年依申请几件'

describe('what is said to be done is no question, and leaves the memory', () => {
  test.each([
    ...['办完了', '处理完了', '收到申请了', '逾期了', '到位了', '被告了', '败诉了', '处罚了', '官司赢了'],
    ...['教体局办完了', '教体局败诉了', '教体局我问过了', '有人申请复议了', '教体局打过电话了', '都交了'],
    ...['办完啦', '办完了，辛苦老师', '教体局那边处理好了', '申请已经撤回了', '教体局2023年的我看过了'],
    ...['有问题', '教体局收到', '这个数要报市里', '教体局收到，谢谢'],
    ...['已处理', '已答复', '处理完毕', '教体局处理完毕', '都办结了', '复议维持了', '好的，办完了'],
  ])('%s', (remark) => {
    expect(converse(first, remark)).toBe('help')
    expect(converse(first, remark, '2023年呢')).toMatchObject({
      ...{ agencies: ['科学技术局'], years: [2023], metrics: ['requests.received.total'] },
    })
  })
})

describe('the bare name of a figure, and 了 with a word that asks, are questions', () => {
  test.each([
    ...[
      '科技局2024年复议',
      '不予公开的',
      '教体局已办结',
      '教体局交了吗',
      '教体局交了？',
      '谁交了',
      '哪家逾期了',
    ],
    ...['教体局办完了几件', '教体局2024年复议，谢谢啦', '教体局2024年复议，领导急着要了', '换教体局了'],
    ...['科技局2024年依申请比2023年多了', '查一下教体局败诉了多少', '没交的', '败诉的', '败诉了的呢'],
  ])('%s', (question) => {
    expect(converse(first, question)).toMatchObject({ agencies: expect.anything() })
  })
})

describe('a doubt tells the last answer again with its cells', () => {
  const ofKeji = { agencies: ['科学技术局'], years: [2024], metrics: ['requests.received.total'] }
  test.each([
    '确定吗',
    '不对吧',
    '再查一下',
    '是吗',
    '真的吗？',
    '再核对一遍',
    '是不是算错了',
    '对吗',
    '没搞错吧',
  ])('%s', (doubt) => {
    expect(converse(first, doubt)).toMatchObject({ ...ofKeji, operation: 'explain', doubted: true })
    expect(converse(first, doubt, '2023年呢')).toMatchObject({ ...ofKeji, years: [2023], operation: 'value' })
  })

  test('of a question back it asks again, and of nothing it is no question', () => {
    expect(converse('科技局2024年结转几件', '确定吗')).toBe('metric')
    expect(converse('科技局2024年结转几件', '确定吗', '2')).toMatchObject({ agencies: ['科学技术局'] })
    expect(converse('确定吗')).toBe('help')
  })

  test('of a turn that was not understood nothing was told', () => {
    expect(converse(first, '捣鼓呢', '确定吗')).toBe('help')
  })
})

test('收到了吗 may be asked of anything', () => {
  expect(converse(first, '教体局收到了吗')).toBe('not_understood')
})
