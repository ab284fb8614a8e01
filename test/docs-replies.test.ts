import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reply } from '../src/bot.ts'
import { plainText } from '../src/commands/plain-text.ts'
import type { ErrorCode } from '../src/errors.ts'
import { packageFolder } from '../src/package-folder.ts'
import { notices } from '../src/platforms/dingtalk/notices.ts'
import { lostFrame } from '../src/platforms/wecom/bot-stream.ts'
import { failureReply } from '../templates/failure.ts'
import { repeatedReply } from '../templates/repeated.ts'
import { tooMuch } from '../templates/too-much.ts'
import { Chat, district3 } from './handlers/chat.ts'
import { checkedReport } from './handlers/checked-report.ts'

const codes = [
  ...['empty_file', 'file_too_large', 'unsupported_type', 'encrypted_file', 'damaged_file', 'unsafe_file'],
  ...['not_a_report', 'read_timeout', 'reader_died', 'file_gone', 'file_expired', 'file_host_refused'],
  ...['file_unreachable', 'file_undecryptable', 'config_invalid', 'store_unavailable', 'internal'],
] as readonly ErrorCode[]

const until = new Date('2026-01-12T03:00:00Z')

/** What is said when something does not go as it should. */
async function replies(): Promise<readonly Reply[]> {
  const chat = new Chat({ id: 'keji' }, district3)
  const stranger = new Chat({ id: 's', kind: 'single', sender: 'nobody' }, district3)
  const file = chat.file('年报.docx', checkedReport({ agency: null, year: null, totals: { received: null } }))
  stranger.file('年报.docx', checkedReport({ agency: null, year: null, totals: { received: null } }))
  const newer = new Chat({ id: 'keji', now: until }, district3)
  await newer.says('', newer.file('新.docx', checkedReport({})))
  const older = new Chat({ id: 'keji' }, district3)
  older.stored.push(...newer.stored)
  const late = older.file('旧.docx', checkedReport({ totals: { received: 9 } }))
  const person = { by: 'person', limit: 30 } as const
  return [
    ...codes.flatMap((code) => [
      failureReply({ code }, null, 'ab12cd34'),
      failureReply({ code, isQuoted: true, isQuarantined: true }, null),
    ]),
    ...Object.values(notices),
    repeatedReply({ title: '', markdown: '不客气。' }, 'ab12cd34'),
    { title: '', markdown: lostFrame('s').stream.content },
    tooMuch({ attachments: [] }, { kind: 'put_off', ...person, until }),
    tooMuch({ attachments: [] }, { kind: 'files_refused', ...person, again: until }),
    tooMuch({ attachments: [] }, { kind: 'questions_refused', ...person }),
    tooMuch({ attachments: [] }, { kind: 'queue', waiting: 501, minutes: 9 }),
    ...(await chat.handles('', [file])).replies,
    ...(await chat.handles('依申请'.repeat(100), [])).replies,
    ...(await stranger.handles('', [file])).replies,
    ...(await older.handles('', [late], 'late')).replies,
  ]
}

/** The title shows in a notification only. */
const said = (await replies()).map(({ markdown }) => plainText(markdown).replaceAll('`', ''))

/** The first column of the tables of what the bot says; `…` stands for what is different each time. */
function quotesIn(page: string): readonly string[] {
  const rows = readFileSync(path.join(packageFolder, page), 'utf8').split('\n')
  const starts = rows.flatMap((row, index) => (/^\| *(?:公开助手说|它说) *\|/.test(row) ? [index + 2] : []))
  return starts.flatMap((start) => {
    const table = rows.slice(start)
    const end = table.findIndex((row) => !row.startsWith('|'))
    return table.slice(0, end).map((row) => row.split('|')[1]?.trim() ?? '')
  })
}

function isSaid(quote: string): boolean {
  return said.some((reply) => {
    let at = 0
    return quote.split(/ ?…+ ?/).every((piece) => {
      const found = reply.indexOf(piece, at)
      at = found + piece.length
      return found >= 0
    })
  })
}

describe.each(['docs/wecom.md', 'docs/dingtalk.md', 'docs/troubleshooting.md'])('%s', (page) => {
  test('quotes the bot word for word', () => {
    const quotes = quotesIn(page)
    expect(quotes.length).toBeGreaterThan(3)
    expect(quotes.filter((quote) => !isSaid(quote))).toEqual([])
  })
})
