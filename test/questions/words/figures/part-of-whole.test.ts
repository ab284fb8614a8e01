import { describe, expect, test } from '@jest/globals'
import { newConversation } from '../../../../src/questions/query/conversation.ts'
import { parseTurn } from '../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../district-words.ts'
import { converse } from '../turns/converse.ts'
import { read } from '../read-question.ts'

describe('The part stands behind the whole and a comma', () => {
  test.each([
    ['教体局办结的件里，不予公开的占几成', 'rate.denied'],
    ['教体局办完的申请里，无法提供的占多少', 'rate.unavailable'],
    ['收到的申请里，企业的占多少', 'rate.applicant.enterprise'],
    ['教体局办结的申请里，部分公开的占多少', 'rate.partiallyGranted'],
  ])('%s', (question, metric) => {
    expect(read(question)).toMatchObject({ operation: 'ratio', metrics: [metric] })
  })
})

describe('The part stands behind all there were', () => {
  test.each([
    ['教体局收到和处理的申请里，信息不存在的几件', 'requests.notHeld.total'],
    ['教体局收到和办理的申请中不予公开几件', 'requests.denied.total'],
  ])('%s', (question, metric) => {
    expect(read(question)).toMatchObject({ operation: 'value', metrics: [metric] })
  })

  test('both of them are asked for where nothing is within them', () => {
    const metrics = ['requests.received.total', 'requests.handledTotal.total']
    expect(read('教体局收到和办理的申请各几件')).toMatchObject({ metrics })
  })
})

describe('What may mean several figures is asked back, and never the whole told', () => {
  test.each([
    ['教体局办完的申请里，公开的占多少', ['rate.granted', 'rate.disclosed']],
    ['教体局办结的申请里公开的占多少', ['rate.granted', 'rate.disclosed']],
    ['教体局公开的占办结的几成', ['rate.granted', 'rate.disclosed']],
    ['办结的里面没公开的占多少', ['rate.denied', 'rate.unavailable', 'rate.notProcessed']],
    [
      '教体局办结的申请里公开的有几件',
      ['requests.granted.total', 'requests.disclosed.total', 'text.published'],
    ],
  ])('%s', (question, options) => {
    const { read: refusal } = parseTurn(question, wordsOf(null), newConversation)
    expect(refusal).toMatchObject({ kind: 'clarify', slot: 'metric', options })
  })

  test('and each of them can be chosen', () => {
    const question = '教体局办完的申请里，公开的占多少'
    expect(converse(question, '2')).toMatchObject({ operation: 'ratio', metrics: ['rate.disclosed'] })
    expect(converse(question, '予以公开')).toMatchObject({ metrics: ['rate.granted'] })
    expect(converse('教体局办结的申请里公开的有几件', '1')).toMatchObject({
      metrics: ['requests.granted.total'],
    })
  })
})
