import type { Message, Reply } from '../../../src/bot.ts'
import type { CheckedReport } from '../../../src/report/report.ts'
import {
  documentColumns,
  documentRows,
  disclosureRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../../../src/report/statutory-tables.ts'
import type { ReportToStore } from '../../../src/report/stored-report.ts'
import type { ClaimRequest, ReplyToSend, StoredOutcome } from '../../../src/store/store.ts'

/** The moment the tests count from. */
const start = Date.UTC(2026, 0, 5, 1, 2, 3, 456)

/** Seconds after the start of the tests. */
export function at(seconds: number): Date {
  return new Date(start + Math.round(seconds * 1000))
}

/** A minute's lease, asked for at a moment. */
export function claimAt(seconds: number, owner = 'one'): ClaimRequest {
  return { owner, now: at(seconds), leaseUntil: at(seconds + 60) }
}

/** A message of a conversation that came at a moment, with nothing to fetch. */
export function aMessage(key: string, conversation = 'group-1', seconds = 0): Message {
  return {
    key,
    platform: 'sandbox',
    conversation: { id: conversation, kind: 'group', name: null },
    sender: { id: 'person-1', name: '王联络' },
    text: `文字 ${key}`,
    attachments: [],
    receivedAt: at(seconds),
  }
}

/** The same with a file, sent by a person. */
export function aFileMessage(
  key: string,
  conversation = 'group-1',
  seconds = 0,
  person = 'person-1',
): Message {
  return {
    ...aMessage(key, conversation, seconds),
    sender: { id: person, name: person },
    attachments: [{ kind: 'file', name: '年报.docx', quoted: false, ref: `ref-${key}` }],
  }
}

/** What a handler made of a message, `done` at a moment, with nothing in it unless given. */
export function anOutcome(seconds: number, parts: Partial<StoredOutcome> = {}): StoredOutcome {
  return {
    state: 'done',
    reports: [],
    failures: [],
    replies: [],
    memory: undefined,
    binding: undefined,
    at: at(seconds),
    ...parts,
  }
}

/** Part n of the reply to a message. */
export function aReply(message: Message, part = 0, parts: Partial<ReplyToSend> = {}): ReplyToSend {
  const reply: Reply = { title: `答复 ${message.key}`, markdown: `**第 ${part + 1} 部分** of ${message.key}` }
  return {
    key: `${message.key}#${part}`,
    cause: message.key,
    part,
    to: {
      platform: message.platform,
      conversationId: message.conversation.id,
      conversationKind: message.conversation.kind,
      userId: message.sender.id,
    },
    reply,
    notBefore: at(0),
    expiresAt: at(86_400),
    ...parts,
  }
}

/** A report of an agency for a year under a cause; every cell differs, some are null. */
export function aReportToStore(
  agency: string,
  year: number,
  cause: string,
  parts: Partial<ReportToStore> = {},
): ReportToStore {
  return {
    id: `id-of-${cause}`,
    agency,
    year,
    report: aCheckedReport(agency, year),
    cellNotes: {
      'requests.received.total': { state: 'placeholder', text: '——' },
      'proactiveDisclosure.fees': { state: 'unread', text: '１2.5' },
    },
    file: { sha256: 'ab'.repeat(32), name: `${agency}年报 "终稿".docx`, size: 12_345 },
    sender: { platform: 'sandbox', userId: 'person-1', name: '王联络', conversationId: 'group-1' },
    receivedAt: at(1),
    readerVersion: '0.1.0',
    cause,
    ...parts,
  }
}

/** A checked report whose 200 cells all differ; every seventh is null. */
export function aCheckedReport(agency: string, year: number): CheckedReport {
  let count = 0
  const cell = (): number | null => (++count % 7 === 0 ? null : count)
  const row = <K extends string>(keys: readonly { readonly key: K }[]): Record<K, number | null> =>
    Object.fromEntries(keys.map(({ key }) => [key, cell()])) as Record<K, number | null>
  const table = <R extends string, C extends string>(
    rows: readonly { readonly key: R }[],
    columns: readonly { readonly key: C }[],
  ): Record<R, Record<C, number | null>> =>
    Object.fromEntries(rows.map(({ key }) => [key, row(columns)])) as Record<R, Record<C, number | null>>
  return {
    agency,
    year,
    format: '2021-30',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    sections: [{ number: 1, heading: '一、总体情况', text: '本年度……' }],
    tables: {
      proactiveDisclosure: {
        ...table(documentRows, documentColumns),
        ...row(disclosureRows),
        fees: 12.345678,
      },
      requests: table(requestRows, requestColumns),
      review: table(reviewGroups, reviewResults),
    },
    tableSources: { proactiveDisclosure: 'table', requests: 'text', review: 'image' },
    findings: [
      {
        rule: 'requests/balance',
        severity: 'error',
        message: '“总计”列：本年新收 1 + 上年结转 0 ≠ 2',
        where: '三、收到和处理政府信息公开申请情况 / 总计',
        evidence: ['1', '0', '2'],
        cells: ['requests.received.total'],
      },
    ],
    verdict: 'fail',
  }
}

/** Numbers 0 … n − 1. */
export function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index)
}
