import { expect, test } from '@jest/globals'
import type { Excess, Message } from '../../src/bot.ts'
import { tooMuch } from '../../templates/too-much.ts'

const ten = new Date('2026-01-12T02:05:00Z')

test.each<[Excess, string, readonly string[]]>([
  [
    { kind: 'put_off', by: 'person', limit: 30, until: ten },
    '您一小时内发来的文件超过 30 份',
    ['从“年报.docx”起的文件都已收下', '2026年1月12日 10:05', '不用重发'],
  ],
  [
    { kind: 'files_refused', by: 'conversation', limit: 300, again: ten },
    '本群一小时内发来的文件太多',
    ['没有收下，也没有核对', '请在 2026年1月12日 10:05 以后，把没有收下的重新发送'],
  ],
  [
    { kind: 'questions_refused', by: 'person', limit: 60 },
    '您一分钟内的问题超过 60 个',
    ['没有回答', '请过一分钟'],
  ],
  [
    { kind: 'queue', waiting: 620, minutes: 7 },
    '排队较多，预计 7 分钟',
    ['前面还有约 620 份', '已收下', '不用重发'],
  ],
])('%j says what is so and what to do', (excess, first, rest) => {
  const { markdown } = tooMuch(fileNamed('年报.docx'), excess)
  expect(markdown.split('\n\n')[0]).toContain(first)
  for (const words of rest) expect(markdown).toContain(words)
})

test('a file name cannot mention anybody', () => {
  const { markdown } = tooMuch(fileNamed('<@all>.docx'), {
    kind: 'put_off',
    by: 'person',
    limit: 30,
    until: ten,
  })
  expect(markdown).toContain('\\<＠all\\>.docx')
})

function fileNamed(name: string): Pick<Message, 'attachments'> {
  return { attachments: [{ kind: 'file', name, quoted: false, ref: '' }] }
}
