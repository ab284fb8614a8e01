import { describe, expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

describe('依申请 that is counted, or has a condition, gives way to no other figure', () => {
  test.each([
    '依申请超过30件的单位复议各几件',
    '2024年没有复议的单位依申请几件',
    '依申请为0的单位复议几件',
    '诉讼超过2件的单位依申请几件',
    '交了年报的单位依申请一共几件',
    '没交年报的单位去年依申请几件',
  ])('%s is declined', (question) => {
    expect(read(question)).toBe('not_understood')
  })

  test.each([
    ['2024年依申请有几件不予公开', 'requests.denied.total'],
    ['科技局2024年依申请不予公开几件', 'requests.denied.total'],
    ['科技局2024年涉密的申请几件', 'requests.stateSecret.total'],
  ])('%s is not touched', (question, metric) => {
    expect(read(question)).toMatchObject({ metrics: [metric] })
  })
})

describe('what is added up over both halves tells neither', () => {
  test('years stand beside each other', () => {
    expect(read('2024年依申请一共几件，2023年一共几件')).toMatchObject({
      operation: 'trend',
      years: [2023, 2024],
    })
  })

  test.each([
    '2024年部门依申请一共几件，街道复议一共几件',
    '2024年部门依申请一共几件，全区一共几件',
    '科技局2024年公开率多少，全区多少',
    '科技局2024年申请人构成，教体局呢',
    '2024年哪些单位没有复议，2023年呢',
  ])('%s is several questions', (question) => {
    expect(read(question)).toBe('not_understood')
  })

  test.each(['科技局2024年不予公开主要是第三方，对吗', '2024年复议主要是鼓楼街道吗'])(
    '%s is declined',
    (question) => {
      expect(read(question)).toBe('not_understood')
    },
  )
})
