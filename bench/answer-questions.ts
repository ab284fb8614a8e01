import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { ask } from '../src/questions/ask.ts'
import type { Finding } from '../src/report/report.ts'
import { resultRows } from '../src/report/statutory-tables.ts'
import type { CellNote, ReportToStore } from '../src/report/stored-report.ts'
import type { Agency, Roster } from '../src/roster/roster.ts'
import { openStore } from '../src/store/index.ts'
import type { Store } from '../src/store/store.ts'
import { answerReply } from '../templates/answer.ts'
import { checkedReport } from '../test/handlers/checked-report.ts'

/** How long a district's questions take, from the words to the text of the answer, in milliseconds. */
export interface QuestionTimes {
  /** By question, the median and the longest. */
  readonly questions: readonly {
    readonly question: string
    readonly medianMs: number
    readonly longestMs: number
  }[]
  readonly stored: number
}

/** Agencies of the district that asks; all others belong to other districts. */
const districtSize = 60
const years = [2020, 2021, 2022, 2023, 2024]

/** One of each way to reckon, of one agency and of all. */
const questions = [
  '第七局2024年依申请几件',
  '第七局2024年依申请几件，复议几件',
  '第七局2024年依申请情况',
  '第七局近五年依申请趋势',
  '第七局依申请2024年比2023年多多少',
  '第七局2024年依申请比第八局多几件',
  '第七局2024年依申请排第几',
  '第七局2024年依申请占全区百分之几',
  '第七局2024年主动公开了多少条',
  '第七局2024年年报哪里有错',
  '第七局2024年年报什么时候交的',
  '全区2024年依申请一共多少件',
  '全区2024年公开率',
  '全区2024年办理结果明细',
  '全区2024年主动公开情况',
  '各单位2024年依申请分别多少件',
  '2024年依申请超过40件的单位有哪些',
  '2024年有诉讼的单位有几家',
  '2024年不予公开最多的三个单位',
  '2024年依申请比2023年增长最多的三家',
  '2024年平均每家依申请多少件',
  '全区依申请2024年比2023年多多少',
  '全区近五年依申请趋势',
  '全区近五年其他处理趋势',
  '全区依申请哪年最多',
  '2024年年报哪些单位还没交',
  '2024年年报哪些单位没通过',
]

/** Fills a store with so many reports and asks them. `uri`: on that MongoDB, else on an embedded store of its own. */
export async function measureQuestions(count: number, uri?: string, rounds = 7): Promise<QuestionTimes> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'))
  const store = await openStore({ dataDir, ...(uri === undefined ? {} : { mongodbUri: uri }), mode: 'serve' })
  try {
    const names = await fill(store, count)
    const roster = rosterOf(names.slice(0, districtSize))
    const times = []
    for (const question of questions) times.push(await timed(store, roster, question, rounds))
    return { questions: times, stored: count }
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function fill(store: Store, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: Math.ceil(count / years.length) }, (_, n) => nameOf(n))
  const reports = names.flatMap((agency, n) =>
    years.map((year) => ({ agency, year, received: (n * 7 + year) % 97 })),
  )
  const batch = 200
  for (let from = 0; from < count; from += batch) {
    const part = reports.slice(from, Math.min(from + batch, count))
    await Promise.all(
      part.map(({ agency, year, received }) => store.saveReport(aReport(agency, year, received))),
    )
  }
  return names
}

const numerals = '零一二三四五六七八九'

function nameOf(n: number): string {
  const district = Math.floor(n / districtSize)
  const number = String(n % districtSize).replaceAll(/\d/gu, (digit) => numerals.charAt(Number(digit)))
  return `${district === 0 ? '青澜区' : `第${district}区`}第${number}局`
}

/** As large as real ones are: running text, blank cells, findings. */
function aReport(agency: string, year: number, received: number): ReportToStore {
  const text = `本机关主动公开政府信息${received}条。${'坚持以公开为常态、不公开为例外，健全制度，规范流程，回应关切。'.repeat(30)}`
  const report = checkedReport({
    ...{ agency, year, totals: { received, granted: 1, handledTotal: received }, findings },
  })
  return {
    id: `${agency} ${year}`,
    ...{ agency, year, cellNotes, readerVersion: '1', cause: `${agency} ${year}` },
    report: { ...report, sections: [{ number: 1, heading: '一、总体情况', text }] },
    file: { sha256: '', name: '年报.docx', size: 1 },
    sender: { platform: 'cli', userId: '', name: '', conversationId: '' },
    receivedAt: new Date(`${year + 1}-01-15T02:00:00Z`),
  }
}

const findings: readonly Finding[] = (['info', 'info', 'warning', 'error'] as const).map((severity) => ({
  ...{ rule: 'requests/balance', severity, message: '“总计”列：本年新收 1 + 上年结转 0 ≠ 2，请核对' },
  ...{ where: '三、收到和处理政府信息公开申请情况 / 总计', evidence: ['1', '0', '2'] },
  cells: ['requests.received.total', 'requests.carriedIn.total'],
}))

const cellNotes: ReportToStore['cellNotes'] = Object.fromEntries(
  resultRows.flatMap((row): readonly (readonly [string, CellNote])[] => [
    [`requests.${row}.socialOrganization`, { state: 'blank', text: '' }],
    [`requests.${row}.legalService`, { state: 'placeholder', text: '——' }],
  ]),
)

function rosterOf(names: readonly string[]): Roster {
  const agencies = names.map((name): Agency => ({
    ...{ name, aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
  }))
  return { district: '青澜区', agencies, groups: [], coordinators: [] }
}

async function timed(
  store: Store,
  roster: Roster,
  question: string,
  rounds: number,
): Promise<QuestionTimes['questions'][number]> {
  const now = new Date('2025-03-18T04:00:00Z')
  const taken: number[] = []
  // The first time compiles the code.
  for (let round = -2; round < rounds; round++) {
    const started = performance.now()
    const reply = await ask(question, { now, roster, reports: store.shelf, scope: { kind: 'all' } })
    answerReply(reply)
    if (round >= 0) taken.push(performance.now() - started)
    if (reply.answer === null) throw new Error(`no answer to ${question}: ${reply.reason ?? ''}`)
  }
  taken.sort((one, other) => one - other)
  return { question, medianMs: taken[Math.floor(rounds / 2)] ?? 0, longestMs: taken.at(-1) ?? 0 }
}
