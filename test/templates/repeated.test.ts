import { expect, test } from '@jest/globals'
import { repeatedReply } from '../../templates/repeated.ts'

test('a reply that is sent again says so, with its number, which makes no format and no mention', () => {
  expect(repeatedReply({ title: '核对结果', markdown: '**好**', mentions: ['wang'] }, 'a_b@c*==')).toEqual({
    title: '核对结果',
    markdown: '**好**\n\n（上一次发送没有得到确认，这一条可能和前面的重复。编号：a\\_b＠c\\*==）',
    mentions: ['wang'],
  })
})

test('a file by itself has no words to say it in', () => {
  const reply = { title: 'a.txt', markdown: '', files: [] }
  expect(repeatedReply(reply, '12345678')).toBe(reply)
})
