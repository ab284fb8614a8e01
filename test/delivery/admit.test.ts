import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../src/bot.ts'
import { admit, within } from '../../src/delivery/admit.ts'
import type { Limits } from '../../src/delivery/limits.ts'
import type { TrafficQuery } from '../../src/store/store.ts'
import { aMessage } from '../a-message.ts'

const limits: Limits = {
  person: { filesPerHour: 30, questionsPerMinute: 60 },
  group: { filesPerHour: 100, questionsPerMinute: 200 },
  hoursOfFiles: 3,
  waitingFiles: 500,
}
const file = { kind: 'file', name: '年报.docx', quoted: false, ref: 'x' } as const
const single = { id: 's', kind: 'single', name: null } as const
const at = new Date('2026-01-12T01:00:00Z')

/** An inbox in which a person and a conversation sent so much before. */
function sent(
  person: number,
  conversation: number,
): {
  readonly asked: TrafficQuery[]
  readonly sentBefore: (message: Message, query: TrafficQuery) => Promise<number>
} {
  const asked: TrafficQuery[] = []
  return {
    asked,
    sentBefore: (_, query) => {
      asked.push(query)
      return Promise.resolve(query.by === 'person' ? person : conversation)
    },
  }
}

describe('files', () => {
  test.each<[number, number, string]>([
    [0, 0, 'now'],
    [29, 99, 'now'],
    [30, 30, 'person put_off 02:00'],
    [59, 60, 'person put_off 02:00'],
    [60, 60, 'person put_off 03:00'],
    [89, 89, 'person put_off 03:00'],
    [90, 90, 'person files_refused 02:00'],
    [5, 100, 'conversation put_off 02:00'],
    [35, 250, 'conversation put_off 03:00'],
    [65, 150, 'person put_off 03:00'],
    [0, 300, 'conversation files_refused 02:00'],
  ])('after %i of its sender and %i in its group: %s', async (person, group, expected) => {
    const message = aMessage({ attachments: [file], receivedAt: at })
    expect(shown(await admit(message, sent(person, group), limits, at))).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['before its hour', '2026-01-12T01:59:59Z', 'person put_off 02:00'],
    ['when its hour has come', '2026-01-12T02:00:00Z', 'now'],
    ['long after', '2026-01-13T01:00:00Z', 'now'],
  ])('put off and claimed again %s: %s', async (_when, now, expected) => {
    const message = aMessage({ attachments: [file], receivedAt: at })
    expect(shown(await admit(message, sent(30, 30), limits, new Date(now)))).toBe(expected)
  })

  test('of a single chat are held against the person alone', async () => {
    const inbox = sent(0, 1_000)
    const message = aMessage({ conversation: single, attachments: [file], receivedAt: at })
    expect(await admit(message, inbox, limits, at)).toEqual({ kind: 'now' })
    expect(inbox.asked).toEqual([
      { by: 'person', kind: 'files', since: new Date('2026-01-12T00:00:00Z'), atMost: 90 },
    ])
  })
})

test.each<[string, string | null, string]>([
  ['an answer finds its way at any time', null, 'person put_off 02:00'],
  ['its answer still finds its way then', '2026-01-12T02:00:01Z', 'person put_off 02:00'],
  ['no answer would find its way then', '2026-01-12T02:00:00Z', 'person files_refused 02:00'],
])('what is put off where %s: %s', async (_when, until, expected) => {
  const message = aMessage({ attachments: [file], receivedAt: at })
  const admission = await admit(message, sent(30, 30), limits, at)
  expect(shown(within(until === null ? null : new Date(until), admission))).toBe(expected)
})

test('a message from the future, by the clock of another replica, is not put off', async () => {
  const message = aMessage({ attachments: [file], receivedAt: at })
  expect(await admit(message, sent(0, 0), limits, new Date(at.getTime() - 500))).toEqual({ kind: 'now' })
})

describe('questions', () => {
  test.each<[number, number, string]>([
    [0, 0, 'now'],
    [59, 199, 'now'],
    [60, 60, 'person questions_refused'],
    [0, 200, 'conversation questions_refused'],
  ])('after %i of its sender and %i in its group: %s', async (person, group, expected) => {
    expect(shown(await admit(aMessage({ receivedAt: at }), sent(person, group), limits, at))).toBe(expected)
  })
})

function shown(admission: Awaited<ReturnType<typeof admit>>): string {
  if (admission.kind === 'now') return 'now'
  const { excess } = admission
  const time = 'until' in excess ? excess.until : 'again' in excess ? excess.again : null
  const side = 'by' in excess ? excess.by : ''
  return [side, excess.kind, time?.toISOString().slice(11, 16)].filter(Boolean).join(' ')
}
