import { createHash } from 'node:crypto'
import { handlers } from '../../handlers/index.ts'
import {
  respond,
  type CheckResult,
  type Context,
  type FailedFile,
  type FetchedFile,
  type GroupBinding,
  type Memory,
  type Message,
  type Outcome,
} from '../../src/bot.ts'
import type { Chart } from '../../src/charts/chart.ts'
import { GongkaiError, type ErrorCode } from '../../src/errors.ts'
import { excerptOf } from '../../src/report/report-excerpt.ts'
import type { CheckedReport } from '../../src/report/report.ts'
import type { ReportShelf, StoredFile, StoredReport } from '../../src/report/stored-report.ts'
import { emptyRoster, type Agency, type Roster } from '../../src/roster/roster.ts'
import { scopeOf } from '../../src/roster/scope.ts'

/** A chat in which files are what the test says they hold; what the bot wants kept is kept. */
export class Chat {
  readonly stored: StoredReport[] = []
  readonly failures: FailedFile[] = []
  /** Bytes of files that replies carry, by their hash. */
  readonly kept = new Map<string, Uint8Array>()
  /** What was to be drawn, whether or not it could be. */
  readonly drawn: Chart[] = []
  draws = true
  memory: Memory | null = null
  binding: GroupBinding | null = null
  #count = 0
  readonly #roster: Roster
  readonly #where: Where
  readonly #contents = new Map<string, CheckResult>()

  constructor(where: Partial<Where> = {}, roster: Roster = emptyRoster) {
    this.#where = {
      kind: 'group',
      id: 'g1',
      sender: 'zhang',
      now: new Date('2026-01-12T02:00:00Z'),
      ...where,
    }
    this.#roster = roster
  }

  /** Gives a file its content; the same content again is the same file. */
  file(
    name: string,
    content: CheckedReport | ErrorCode,
    more: { properExtension?: string } = {},
  ): FetchedFile {
    const sha256 = `${JSON.stringify(content).length}-${name}-${JSON.stringify(content)}`
    this.#contents.set(sha256, resultOf(content, more.properExtension ?? null))
    return { kind: 'fetched', file: { sha256, name, size: 1000 } }
  }

  /** Says something, with files or without, and gives the Markdown of the replies. */
  async says(text: string, ...files: readonly FetchedFile[]): Promise<readonly string[]> {
    const outcome = await this.handles(text, files)
    this.keep(outcome)
    return outcome.replies.map((reply) => reply.markdown)
  }

  /** The outcome alone; nothing is kept. */
  handles(text: string, files: readonly FetchedFile[], key = `message-${++this.#count}`): Promise<Outcome> {
    return respond(handlers, this.context(text, files, key))
  }

  keep(outcome: Outcome): void {
    for (const report of outcome.reports ?? []) {
      if (this.stored.some((known) => known.cause === report.cause)) continue
      const same = this.stored.filter(({ agency, year }) => agency === report.agency && year === report.year)
      this.stored.push({ ...report, version: same.length + 1 })
    }
    this.failures.push(...(outcome.failures ?? []))
    if (outcome.memory !== undefined) this.memory = outcome.memory
    if (outcome.binding !== undefined) this.binding = outcome.binding
  }

  context(text: string, files: readonly FetchedFile[], key: string): Context {
    const { kind, id, sender, now } = this.#where
    const message: Message = {
      key,
      platform: 'sandbox',
      conversation: { id, kind, name: null },
      sender: { id: sender, name: '张三' },
      text,
      attachments: files.map((file) => ({
        kind: 'file',
        name: file.kind === 'fetched' ? file.file.name : file.name,
        quoted: false,
        ref: '',
      })),
      receivedAt: now,
    }
    return {
      message,
      files,
      now,
      roster: this.#roster,
      scope: scopeOf(message, this.#roster, this.binding),
      binding: this.binding,
      linkToSandbox: () => 'http://localhost:3000/sandbox?t=1',
      linkToUpload: () => `http://localhost:3000/upload/${key}`,
      reports: shelf(this.stored),
      check: (file) => Promise.resolve(this.#checked(file)),
      memory: this.memory,
      linkToReport: (report) => `http://localhost:3000/reports/${report}`,
      keepFile: (name, bytes) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        this.kept.set(sha256, bytes)
        return Promise.resolve({ kind: 'file', name, sha256, size: bytes.byteLength })
      },
      drawChart: (make) => {
        const made = make()
        if (made === null) return Promise.resolve(null)
        const { chart, name } = made
        this.drawn.push(chart)
        const picture = {
          kind: 'picture',
          name,
          sha256: `picture-${name}`,
          size: 1,
          shows: { alt: chart.title, width: 390, height: 300 },
        } as const
        return Promise.resolve(this.draws ? picture : null)
      },
      newReportId: (seed) => `id-of-${seed.split(' ')[0] ?? ''}`,
    }
  }

  #checked(file: StoredFile): CheckResult {
    const result = this.#contents.get(file.sha256)
    if (result === undefined) throw new Error(`no content for ${file.name}`)
    return result
  }
}

export interface Where {
  readonly kind: 'group' | 'single'
  readonly id: string
  readonly sender: string
  readonly now: Date
}

const district = '济宁市兖州区'

/** A district of three agencies: a group for all, one for the science bureau, one bound to nobody. */
export const district3: Roster = {
  district,
  agencies: [
    agency('人民政府', 'government'),
    agency('科学技术局', 'department', 'keji'),
    agency('教育和体育局', 'department', 'jiaoti'),
    agency('鼓楼街道办事处', 'subdistrict'),
  ],
  groups: [
    { name: '全区', platform: 'sandbox', conversationId: 'all', agencies: 'all' },
    { name: '科技局', platform: 'sandbox', conversationId: 'keji', agencies: [`${district}科学技术局`] },
    { name: '没绑定', platform: 'sandbox', conversationId: 'nobody', agencies: null },
  ],
  coordinators: [{ platform: 'sandbox', userId: 'boss', name: null }],
}

function agency(rest: string, kind: Agency['kind'], ...contacts: readonly string[]): Agency {
  return {
    name: district + rest,
    aliases: [],
    kind,
    contacts: contacts.map((userId) => ({ platform: 'sandbox', userId, name: null })),
    deadline: null,
    since: null,
    until: null,
  }
}

function resultOf(content: CheckedReport | ErrorCode, properExtension: string | null): CheckResult {
  if (typeof content === 'string') {
    return { kind: 'unreadable', error: new GongkaiError(content, `不能读：${content}`) }
  }
  return { kind: 'checked', report: content, cellNotes: {}, properExtension, readerVersion: '1.0.0' }
}

/** The newest versions of what is stored. */
function shelf(stored: readonly StoredReport[]): ReportShelf {
  const newest = (agencyName: string, year: number): StoredReport | null =>
    stored.findLast((report) => report.agency === agencyName && report.year === year) ?? null
  return {
    find: (agencies, years, wanted) =>
      Promise.resolve(
        agencies
          .flatMap((name) => years.flatMap((year) => newest(name, year) ?? []))
          .map((report) => excerptOf(report, wanted)),
      ),
    newestYear: (agencies, before) =>
      Promise.resolve(
        stored
          .filter(({ agency, year }) => agencies.includes(agency) && year < before)
          .reduce<number | null>((newestSoFar, { year }) => Math.max(newestSoFar ?? year, year), null),
      ),
    newest: (name, year) => Promise.resolve(newest(name, year)),
    arrivals: (agencies, years) =>
      Promise.resolve(
        stored
          .filter((report) => agencies.includes(report.agency) && years.includes(report.year))
          .map(({ agency, year, version, receivedAt, sender }) => ({
            ...{ agency, year, version, receivedAt, senderName: sender.name },
          })),
      ),
    holdings: (agencies) =>
      Promise.resolve(
        [
          ...new Set(
            stored.map((report) => report.agency).filter((name) => agencies?.includes(name) !== false),
          ),
        ].map((name) => ({
          agency: name,
          years: [
            ...new Set(stored.filter((report) => report.agency === name).map(({ year }) => year)),
          ].toSorted((a, b) => a - b),
        })),
      ),
  }
}
