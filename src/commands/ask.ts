import { z } from 'zod'
import { answerReply } from '../../templates/answer.ts'
import { anyExample } from '../../templates/sample-questions.ts'
import { readRosterFile } from '../config/roster-file.ts'
import { readSettings } from '../config/settings.ts'
import { GongkaiError } from '../errors.ts'
import { converse, thisYearOf, type AskContext } from '../questions/ask.ts'
import { exampleOf } from '../questions/example.ts'
import { newConversation, type Conversation } from '../questions/query/conversation.ts'
import { printedReply, type AskReply } from '../questions/query/reply.ts'
import { shelfOf } from '../questions/answering/shelf-of.ts'
import { agencyNames, nearestNames, resolveAgency } from '../roster/agency-names.ts'
import { emptyRoster, type Roster } from '../roster/roster.ts'
import type { ReportShelf } from '../report/stored-report.ts'
import { openStore } from '../store/index.ts'
import { readArguments, usage } from './arguments.ts'
import type { Command, Terminal } from './command.ts'
import { plainText } from './plain-text.ts'
import { readNamedFile } from './read-file.ts'

/** `gongkai ask`: asks the stored reports, or those of a file. */
export const ask: Command = {
  name: 'ask',
  summary: '用中文提问，从已存的年报里回答',
  help: `用法：gongkai ask 问题… [--today 日期] [--agency 单位] [--data 文件] [--json]
      gongkai ask --batch 文件 --data 文件 --json

按顺序提问，从已存的年报里回答；年报三张表里的数字、比例、排名、比较和走势，以及谁没交、哪里有错。

  --today 日期     把这一天当作今天，写成 2026-01-12
  --agency 单位    提问的群属于哪个单位
  --data 文件      从年报 JSON 的数组里回答，不打开存储，也不读 gongkai.yaml
  --batch 文件     每行一个 JSON：{"id", "ask": "…" 或 ["…"], "today", "context": {"agency"}}
  --json           每个回答一行 JSON

退出码：0 已回答（没听懂也算）；2 没做成。`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments('ask', args, {
      today: { type: 'string' },
      agency: { type: 'string' },
      data: { type: 'string' },
      batch: { type: 'string' },
    })
    if (values.batch === undefined && positionals.length === 0) throw usage('ask', '请写上要问的问题')
    const shelf = await openShelf(values.data, terminal)
    try {
      if (values.batch !== undefined) {
        await answerBatch(values.batch, shelf, terminal)
        return 0
      }
      const context = await contextOf(shelf, values.today, values.agency ?? null, terminal)
      let conversation: Conversation = newConversation
      for (const question of positionals) {
        const { reply, conversation: next } = await converse(question, context, conversation)
        conversation = next
        const text = await textOf(reply, context)
        const shown = values.json === true ? JSON.stringify(printedReply(reply, text)) : text
        terminal.out(`${shown}\n${values.json !== true && positionals.length > 1 ? '\n' : ''}`)
      }
      return 0
    } finally {
      await shelf.close()
    }
  },
}

interface OpenShelf {
  readonly reports: ReportShelf
  readonly roster: Roster
  /** Over a file nobody knows when a report came. */
  readonly knowsArrival: boolean
  readonly close: () => Promise<void>
}

async function openShelf(data: string | undefined, terminal: Terminal): Promise<OpenShelf> {
  if (data !== undefined) {
    const reports = shelfOf(parseJson(await readNamedFile(data), data))
    return { reports, roster: emptyRoster, knowsArrival: false, close: () => Promise.resolve() }
  }
  const settings = readSettings(terminal.env, terminal.cwd)
  const roster = readRosterFile(settings.rosterFile, settings.rosterFileNamed, terminal.env)
  const store = await openStore({ dataDir: settings.dataDir, mongodbUri: settings.mongodbUri, mode: 'read' })
  return { reports: store.shelf, roster, knowsArrival: true, close: store.close }
}

/** What the group sees; the examples beside a refusal are of the very reports. */
async function textOf(reply: AskReply, context: AskContext): Promise<string> {
  if (reply.answer !== null) return plainText(answerReply(reply).markdown)
  const example = (await exampleOf({ ...context, thisYear: thisYearOf(context) })) ?? anyExample
  return plainText(answerReply(reply, { example, links: [] }).markdown)
}

async function contextOf(
  { reports, roster, knowsArrival }: OpenShelf,
  today: string | undefined,
  agency: string | null,
  terminal: Terminal,
): Promise<AskContext> {
  return {
    now: today === undefined ? terminal.clock() : dayOf(today),
    roster,
    reports,
    scope: { kind: 'all' },
    home: agency === null ? null : [await fullNameOf(agency, roster, reports)],
    knowsArrival,
  }
}

/** Noon in Asia/Shanghai of a day written YYYY-MM-DD. */
function dayOf(text: string): Date {
  const day = new Date(`${text}T12:00:00+08:00`)
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime())
  // 2025-02-30 becomes a day in March.
  if (!isWritten || !day.toISOString().startsWith(text))
    throw usage('ask', `日期“${text}”不对，请写成 2026-01-12 的样子`)
  return day
}

/** An agency of the roster, or of the reports, by any of its names; its name as given where nobody knows it. */
async function fullNameOf(written: string, roster: Roster, reports: ReportShelf): Promise<string> {
  const known =
    roster.agencies.length > 0
      ? roster.agencies
      : (await reports.holdings()).map(({ agency }) => ({ name: agency, aliases: [] }))
  const found = resolveAgency(written, agencyNames(known, roster.district))
  if (found.kind === 'one') return found.name
  const names =
    found.kind === 'several'
      ? found.names
      : nearestNames(
          written,
          known.map(({ name }) => name),
        )
  const hint = names.length > 0 ? `，是不是 ${names.join('、')}` : ''
  throw usage('ask', `没有叫“${written}”的单位${hint}`)
}

const batchLine = z.object({
  id: z.union([z.string(), z.number()]),
  ask: z.union([z.string(), z.array(z.string()).min(1)]),
  today: z.string().optional(),
  context: z.object({ agency: z.string().nullish() }).optional(),
})

/** A line of the batch is a conversation of its own; what goes in first comes out first. */
async function answerBatch(file: string, shelf: OpenShelf, terminal: Terminal): Promise<void> {
  const lines = Buffer.from(await readNamedFile(file))
    .toString('utf8')
    .split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const parsed = batchLine.safeParse(parseJson(Buffer.from(line), `${file} 第 ${index + 1} 行`))
    if (!parsed.success) throw usage('ask', `${file} 第 ${index + 1} 行缺少 id 或 ask，或写法不对`)
    const { id, today, context } = parsed.data
    const asking = await contextOf(shelf, today, context?.agency ?? null, terminal)
    const replies: unknown[] = []
    let conversation: Conversation = newConversation
    for (const question of [parsed.data.ask].flat()) {
      const { reply, conversation: next } = await converse(question, asking, conversation)
      conversation = next
      replies.push(printedReply(reply, await textOf(reply, asking)))
    }
    terminal.out(`${JSON.stringify({ id, replies })}\n`)
  }
}

function parseJson(bytes: Uint8Array, what: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    throw new GongkaiError('usage', `${what} 不是 JSON，请检查文件内容`, { cause: error })
  }
}
