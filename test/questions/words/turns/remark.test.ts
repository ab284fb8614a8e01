import { describe, expect, test } from '@jest/globals'
import { converse } from './converse.ts'

const first = '科技局2024年依申请几件'

describe('what is said to be done is no question, and leaves the memory', () => {
  test.each([
    ...['办完了', '处理完了', '收到申请了', '逾期了', '到位了', '被告了', '败诉了', '处罚了', '官司赢了'],
    ...['教体局办完了', '教体局败诉了', '教体局我问过了', '有人申请复议了', '教体局打过电话了', '都交了'],
    ...['办完啦', '办完了，辛苦老师', '教体局那边处理好了', '申请已经撤回了', '教体局2023年的我看过了'],
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
