import { describe, expect, test } from '@jest/globals'
import { read } from '../read-question.ts'
import { converse } from './converse.ts'

const fees = { metrics: ['proactiveDisclosure.fees'] }
const jiaoti = { agencies: ['教育和体育局'] }

describe('What is collected after fees are fees', () => {
  test.each([
    [['教体局收费几万', '谁收得最多'], { ...fees, operation: 'rank', order: 'desc', top: 1 }],
    [['教体局收费几万', '谁收得多'], { ...fees, operation: 'rank' }],
    [['教体局收费几万', '收得最少的呢'], { ...fees, operation: 'rank', order: 'asc' }],
    [['教体局收费几万', '去年收了多少'], { ...fees, ...jiaoti, years: [2024] }],
    [['教体局收费几万', '收了几件'], { metrics: ['requests.received.total'] }],
    [['教体局依申请几件', '谁收得最多'], { metrics: ['requests.received.total'] }],
  ])('%j', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('A year after one agency’s report is of its report', () => {
  test.each([
    [['谁没交', '教体局交了吗', '去年什么时候交的'], { ...jiaoti, years: [2024], intent: 'reports' }],
    [['教体局交了吗', '2023年交了吗'], { ...jiaoti, years: [2023], intent: 'reports' }],
    [['教体局交了吗', '2023年谁没交'], { operation: 'missing', years: [2023] }],
  ])('%j', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

test('A whole that no rate is over is not told as a rate of itself', () => {
  expect(converse('教体局2024年不予公开几件', '第三方的几件', '占不予公开的多少')).toBe('not_understood')
  expect(read('占不予公开的多少')).toBe('not_understood')
  expect(converse('教体局2024年不予公开几件', '占办结的多少')).toMatchObject({
    ...jiaoti,
    ...{ metrics: ['rate.denied'], years: [2024] },
  })
})

describe('Who wants the figure narrows nothing', () => {
  const received = ['requests.received.total']
  test.each([
    ['昨天领导问我教体局依申请几件', { metrics: received, ...jiaoti, years: [2025] }],
    ['昨天领导问我，教体局依申请几件', { metrics: received, ...jiaoti }],
    ['领导开会要用，教体局依申请几件', { metrics: received, ...jiaoti }],
    ['因为要写总结，教体局依申请几件', { metrics: received, ...jiaoti }],
    ['市里要数，全区依申请一共几件', { metrics: received, whose: 'all', operation: 'sum' }],
    ['请将教体局2024年依申请数报给我', { metrics: received, ...jiaoti, years: [2024] }],
    ['我要教体局2024年的依申请数', { metrics: received, ...jiaoti, years: [2024] }],
  ])('%s', (question, expected) => {
    expect(read(question)).toMatchObject(expected)
  })

  test('and 我局 behind it is whose figure it is', () => {
    expect(read('昨天领导问我局依申请几件', ['科学技术局'])).toMatchObject({
      agencies: ['科学技术局'],
    })
  })

  test.each([
    ['昨天教体局依申请几件', 'not_annual'],
    ['市里依申请几件', 'not_in_roster'],
    ['领导要的申请几件', 'not_understood'],
    ['我要申请教体局2024年公开数', 'not_understood'],
  ])('%s says something else', (question, reason) => {
    expect(read(question)).toBe(reason)
  })
})
