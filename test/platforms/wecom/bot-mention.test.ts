import { expect, test } from '@jest/globals'
import { withoutMention } from '../../../src/platforms/wecom/bot-mention.ts'

const cases: readonly (readonly [text: string, name: string | null, rest: string])[] = [
  ['@公开助手 核对', null, '核对'],
  ['@公开助手\u2005核对', null, '核对'],
  ['@公开助手', null, ''],
  ['  @公开助手   核对 这个表 ', null, '核对 这个表'],
  ['核对 @公开助手', null, '核对 @公开助手'],
  ['@公开 助手 核对', '公开 助手', '核对'],
  ['@公开 助手核对', '公开 助手', '核对'],
  ['核对 @公开 助手', '公开 助手', '核对'],
  ['核对 @公开 助手 这个表', '公开 助手', '核对 这个表'],
  ['@公开 助手', '公开 助手', ''],
  ['@公开 助手 核对', '@公开 助手', '核对'],
  ['＠公开助手 核对', null, '核对'],
  ['＠公开 助手 核对', '公开 助手', '核对'],
  ['核对 ＠公开 助手', '公开 助手', '核对'],
  ['@张三 @公开助手 核对', '公开助手', '@张三 核对'],
  ['@别的名字 核对', '公开助手', '核对'],
  ['写信给 a@公开助手网 问问', '公开助手', '写信给 a@公开助手网 问问'],
  ['核对', '公开助手', '核对'],
  ['@公开 助手 @公开 助手 核对', '公开 助手', '核对'],
  ['@公开 助手 核对 ＠公开 助手', '公开 助手', '核对'],
  ['科技局@公开助手依申请几件', '公开助手', '科技局 依申请几件'],
]

test.each(cases)('%j with the name %j is %j', (text, name, rest) => {
  expect(withoutMention(text, name, 'group')).toBe(rest)
})

test('in a single chat only the known name is a mention', () => {
  expect(withoutMention('@zhangsan 是谁', null, 'single')).toBe('@zhangsan 是谁')
  expect(withoutMention('@公开助手 帮助', '公开助手', 'single')).toBe('帮助')
  expect(withoutMention('@公开 助手 帮助', '公开 助手', 'single')).toBe('帮助')
})
