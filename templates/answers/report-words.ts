import type { Metric } from '../../src/questions/query/metrics.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import { labelWords } from './label-words.ts'
import type { Said } from './said.ts'
import { yearsWords } from './whose-words.ts'

/** Answers about the reports themselves: who has filed and when, who passed, what was found. */
export function reportWords(reply: AskReply): Said {
  const [metric] = reply.query.metrics
  return (metric === undefined ? filingWords : (wordsOf[metric] ?? filingWords))(reply)
}

function subject({ query, wording }: AskReply): string {
  const [only = ''] = query.agencies
  const whose =
    query.agencies.length === 1 ? only : (wording.group?.name ?? `${query.agencies.length} 家单位`)
  return `${escapeMarkdown(whose)} ${yearsWords(query.years)}年报`
}

const stateWords: Readonly<Record<string, string>> = {
  submitted: '**已交**',
  missing: '**还没有交**',
  overdue: '**还没有交，已经过了期限**',
  pass: '**校验通过**，没有错误',
  warn: '**没有错误**，有需要留意的地方',
  fail: '**没有通过校验**，有错误要改',
}

/** Names, a number or a state, for one thing that was looked for. */
function statedWords(reply: AskReply, what: string, none: string): Said {
  const { answer, extras, query } = reply
  const then = [exemptWords(extras.exempt), uncheckedWords(extras.unchecked)]
  if (typeof answer === 'number') return { first: `${subject(reply)} ${what}：**${answer} 家**`, then }
  if (typeof answer === 'string')
    return { first: `${subject(reply)} ${stateWords[answer] ?? escapeMarkdown(answer)}`, then }
  const names = namesOf(answer)
  if (names.length === 0) return { first: `${subject(reply)} ${none}`, then }
  return {
    first: `${subject(reply)} ${what}的有 ${names.length} 家（共 ${query.agencies.length} 家）`,
    lines: names.map(escapeMarkdown),
    then,
  }
}

function namesOf(answer: AskReply['answer']): readonly string[] {
  return Array.isArray(answer)
    ? answer.map((entry: unknown) => (Array.isArray(entry) ? String(entry[0]) : String(entry)))
    : []
}

function filingWords(reply: AskReply): Said {
  const [metric] = reply.query.metrics
  if (metric === 'report.submitted') return statedWords(reply, '已交', '还没有一家交')
  if (metric === 'report.late' || metric === 'report.onTime') return lateWords(reply)
  if (metric === 'report.overdue') return statedWords(reply, '过了期限还没有交', '没有逾期未交的单位')
  return statedWords(reply, '还没有交', '都交齐了')
}

function exemptWords(names: readonly string[] | undefined): string | null {
  return names === undefined ? null : `这一年不用报、没有算进去的：${names.map(escapeMarkdown).join('、')}。`
}

function uncheckedWords(names: readonly string[] | undefined): string | null {
  return names === undefined
    ? null
    : `还没有收到年报、没有算进去的：${names.map(escapeMarkdown).join('、')}。`
}

function verdictWords(reply: AskReply): Said {
  const wanted = reply.query.verdicts ?? ['fail']
  if (wanted.length === 1 && wanted[0] === 'fail')
    return statedWords(reply, '有错误、没有通过校验', '没有发现有错误的')
  if (wanted.includes('fail')) return statedWords(reply, '有错误或者需要留意', '没有发现问题')
  return statedWords(reply, '通过校验', '没有通过校验的')
}

function findingWords(reply: AskReply): Said {
  const { answer, query } = reply
  const onlyErrors = query.severities?.length === 1 && query.severities[0] === 'error'
  const what = onlyErrors ? '错误' : '问题'
  if (typeof answer === 'number')
    return { first: `${subject(reply)} 查出的${what}：**${answer} ${reply.unit ?? '处'}**` }
  if (!Array.isArray(answer) || answer.length === 0) return { first: `${subject(reply)} 没有查出${what}` }
  const lines = answer.map((entry: unknown) =>
    Array.isArray(entry)
      ? `${labelWords(String(entry[0]), query)}：${Number(entry[1])} 处`
      : escapeMarkdown(String(entry)),
  )
  const isOne = query.agencies.length === 1
  return {
    first: `${subject(reply)} 查出${what} ${isOne ? `${answer.length} 处` : `的有 ${answer.length} 家`}`,
    lines,
  }
}

function filedWords(reply: AskReply): Said {
  const { answer, query, extras } = reply
  const { received } = query
  if (typeof answer === 'string') return filedOnce(reply, answer)
  if (received !== undefined) {
    const days = periodWords(received)
    return statedWords(reply, `${days}交来`, `${days}没有单位交来`)
  }
  const then = [uncheckedWords(extras.unchecked)]
  if (!Array.isArray(answer) || answer.length === 0) return { first: `${subject(reply)} 还没有收到`, then }
  const lines = answer.map((entry: unknown) =>
    Array.isArray(entry)
      ? `${escapeMarkdown(String(entry[0]))}：${dayWords(String(entry[1]))}`
      : escapeMarkdown(String(entry)),
  )
  const which =
    query.top === undefined ? '最近一次收到的日期' : query.order === 'desc' ? '最后交来的' : '最早交来的'
  return { first: `${subject(reply)} ${which}`, lines, then }
}

/** 2026年1月11日; 2026年1月5日起到2026年1月11日为止. */
function periodWords({ from, to }: NonNullable<AskReply['query']['received']>): string {
  const begin = from === null ? '' : dayWords(from)
  if (from === to) return begin
  return `${begin}${from === null ? '' : '起'}${to === null ? '' : `到${dayWords(to)}为止`}`
}

function filedOnce(reply: AskReply, day: string): Said {
  const { receivedAt, firstReceived, sentBy, revisions = 0 } = reply.extras
  const by = sentBy === undefined ? '' : `，由${escapeMarkdown(sentBy)}发来`
  const at = receivedAt === undefined ? dayWords(day) : momentWords(receivedAt)
  const first =
    firstReceived === undefined
      ? null
      : `第一次收到是 ${momentWords(firstReceived)}，后来改过 ${revisions} 次。`
  return { first: `${subject(reply)} 最近一次收到是 **${at}**${by}`, then: [first] }
}

/** `2025年1月16日 15:20` in Asia/Shanghai, which has no summer time: UTC+8. */
function momentWords(instant: string): string {
  const [day = '', time = ''] = new Date(new Date(instant).getTime() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .split('T')
  return `${dayWords(day)} ${time}`
}

/** 是 or 不是 of one agency; of a group who, with the day and what is not known. */
function lateWords(reply: AskReply): Said {
  const { answer, query, extras } = reply
  const { receivedAt, deadline, undated, unchecked } = extras
  if ((answer === 'late' || answer === 'onTime') && receivedAt !== undefined && deadline !== undefined) {
    const state = answer === 'late' ? '**是迟交的**' : '**不是迟交，是按时交的**'
    const at = `第一次收到是 ${momentWords(receivedAt)}，期限是 ${dayWords(deadline)}`
    return { first: `${subject(reply)} ${state}：${at}` }
  }
  const isLate = query.metrics[0] === 'report.late'
  const said = statedWords(
    { ...reply, extras: {} },
    isLate ? '过了期限才交来' : '按时交来',
    isLate ? '没有迟交的单位' : '没有按时交来的单位',
  )
  if (!Array.isArray(answer) && typeof answer !== 'number') return said
  const lines = Array.isArray(answer) ? answer.map((entry: unknown) => dayLine(entry)) : []
  const then = [
    '按第一次收到的日期算。',
    namesSentence('还没有交、没有算进去的', unchecked),
    namesSentence('不知道什么时候交来、没有算进去的', undated),
  ]
  return lines.length === 0 ? { ...said, then } : { ...said, lines, then }
}

function namesSentence(head: string, names: readonly string[] | undefined): string | null {
  return names === undefined ? null : `${head}：${names.map(escapeMarkdown).join('、')}。`
}

function dayLine(entry: unknown): string {
  return Array.isArray(entry)
    ? `${escapeMarkdown(String(entry[0]))}：${dayWords(String(entry[1]))}`
    : escapeMarkdown(String(entry))
}

/** `2026年1月31日` of 2026-01-31. */
function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function senderWords(reply: AskReply): Said {
  const { receivedAt } = reply.extras
  const at = receivedAt === undefined ? '' : `（${momentWords(receivedAt)} 收到）`
  return { first: `${subject(reply)} 最近一次由 **${escapeMarkdown(String(reply.answer))}** 发来${at}` }
}

function revisionWords(reply: AskReply): Said {
  const { answer, query, extras } = reply
  const then = [uncheckedWords(extras.unchecked)]
  const isAll = query.metrics[0] === 'report.versions'
  if (typeof answer === 'number') {
    return { first: `${subject(reply)} ${isAll ? '交过' : '交来以后改过'} **${answer} 次**`, then }
  }
  if (!Array.isArray(answer)) return { first: `${subject(reply)} 还没有收到`, then }
  const lines = answer.map((entry: unknown) =>
    Array.isArray(entry) ? `${labelWords(String(entry[0]), query)}：${Number(entry[1])} 次` : String(entry),
  )
  return { first: `${subject(reply)} ${isAll ? '交来' : '交来以后修改'}的次数`, lines, then }
}

const wordsOf: Partial<Readonly<Record<Metric, (reply: AskReply) => Said>>> = {
  'report.verdict': verdictWords,
  'report.findings': findingWords,
  'report.filed': filedWords,
  'report.revisions': revisionWords,
  'report.versions': revisionWords,
  'report.sender': senderWords,
}
