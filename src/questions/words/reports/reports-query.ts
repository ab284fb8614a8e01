import type { ReportMetric } from '../../query/metrics.ts'
import type { AnswerableQuery, Operation, Query } from '../../query/query.ts'
import { countsReports } from './counted-reports.ts'
import { receivedIn } from './received-in.ts'
import { finished } from '../reckoning/draft.ts'
import {
  askBack,
  good,
  none,
  rolesOf,
  textsOf,
  unplaced,
  type Outcome,
  type Reading,
} from '../turns/reading.ts'
import { clausesOf } from '../tokens/clauses.ts'
import { whoseRoles, type Role, type Token } from '../tokens/roles.ts'
import { readWhose } from '../whose/whose-read.ts'
import { readYears } from '../years/years-read.ts'
import { saidOtherwise } from './said-otherwise.ts'

type Filing = Extract<Role, { is: 'filing' }>['asks']

/** Whether a question is about the reports themselves: who has filed, who passed, what was found. */
export function asksAboutReports(reading: Reading): boolean {
  const { has, mentions, before } = reading
  const figures = mentions.some(({ parts }) =>
    parts.some((part) => part.is !== 'row' || part.weight !== 'faint'),
  )
  if (has('filing') || has('verdict') || has('findings'))
    return (!figures && !isSent(reading)) || (has('report') && !(figures && isHandedIn(reading)))
  if (countsReports(reading)) return true
  return before !== null && isOfReports(before.query) && goesOnAbout(reading, figures)
}

/** 收上来的年报，申请多少: of the figures in the reports that came. */
function isHandedIn({ tokens, has }: Reading): boolean {
  const isOfReport = ({ role, text }: Token, index: number): boolean =>
    role.is !== 'filing' ||
    (role.asks === 'submitted' && text.endsWith('的') && tokens[index + 1]?.role.is === 'report')
  return has('filing') && !has('verdict') && !has('findings') && tokens.every(isOfReport)
}

/** 构成发我, 趋势图发一下: what is to be sent is no report. */
function isSent({ tokens, has }: Reading): boolean {
  const asked = rolesOf(tokens, 'filing').every(({ asks }) => asks === 'sent')
  return asked && has('filing') && (['detail', 'trend', 'ranking', 'most', 'change'] as const).some(has)
}

/** 上周呢, 镇街的有几家 after a question about the reports; 比去年增长最多的三家 is about figures again. */
function goesOnAbout({ has, tokens }: Reading, figures: boolean): boolean {
  if (has('days')) return true
  const isUsed = tokens.every(({ role }) => useful.includes(role.is) || role.is === 'detail')
  const asksWhat = tokens.some(
    ({ role }) => role.is === 'howMany' || role.is === 'which' || role.is === 'howManyAgencies',
  )
  return !figures && isUsed && (asksWhat || !has('sum'))
}

/** 审计局呢 after 年报交了没 of somebody who is nobody here: of the reports as well. */
function isOfReports({ intent, metrics }: Query): boolean {
  const isUntold = intent === 'none' && metrics.length > 0
  return intent === 'reports' || (isUntold && metrics.every((metric) => metric.startsWith('report.')))
}

/** What is asked of the reports, before whose and when. */
interface Wanted {
  readonly metric: ReportMetric
  readonly extra: Partial<Query>
  /** Of one agency, of several. */
  readonly one: Operation
  readonly many: Operation
}

const useful: readonly Role['is'][] = [
  ...whoseRoles,
  'group',
  ...([
    'years',
    'report',
    'goesOn',
    'and',
    'confirm',
    'which',
    'howManyAgencies',
    'howMany',
    'filing',
  ] as const),
  ...(['verdict', 'findings', 'days', 'each', 'whether', 'row', 'sum', 'unit', 'untilNow'] as const),
]

/** Reads a question about the reports. Without a year it asks for last year's: the ones now due. */
export function reportsQuery(reading: Reading): Outcome<AnswerableQuery> {
  const { tokens, context } = reading
  const unused = [...saidOtherwise(reading), ...unusedWords(reading)]
  if (unused.length > 0) return unplaced(unused)
  if (asksTwice(tokens)) return none('not_understood', { kind: 'several_questions' })
  const wanted = wantedOf(reading)
  if (wanted === null) return unplaced(textsOf(tokens, 'filing', 'verdict', 'findings', 'days'))
  const whose = readWhose(reading, { all: asksOfAll(reading), withGovernment: true, groupBeside: false })
  if (!whose.ok) return whose
  // One page is shown, not a list of them.
  if (wanted.extra.page === true && whose.value.names.length !== 1) return askBack('agency', [], null)
  const years = readYears(reading, whose.value.names, context.calendar.thisYear - 1)
  if (!years.ok) return years
  if (years.value.years.length > 1) return none('not_understood', { kind: 'one_year' })
  const isOne = whose.value.names.length === 1
  const counts = !isOne && asksHowMany(reading, wanted)
  const operation = counts ? 'count' : isOne ? wanted.one : wanted.many
  const query = finished({ reading, metrics: [wanted.metric] }, operation, whose.value, years.value)
  return good({ ...query, ...wanted.extra, intent: 'reports', operation })
}

/** Words that nothing here has a use for; 缺几件 counts no reports. */
function unusedWords({ tokens, has }: Reading): readonly string[] {
  const isUsed = ({ role, text }: Token, at: number): boolean =>
    useful.includes(role.is) &&
    // 交了年报的单位依申请几件 counts requests.
    !(role.is === 'row' && text.startsWith('依') && countsAfter(tokens.slice(at + 1))) &&
    !(role.is === 'row' && role.weight === 'noun') &&
    (has('report') || !countsThings(role))
  return tokens.filter((token, at) => !isUsed(token, at)).map(({ text }) => text)
}

function countsAfter(tokens: readonly Token[]): boolean {
  return tokens.find(({ role }) => !['empty', 'each', 'sum'].includes(role.is))?.role.is === 'howMany'
}

function countsThings(role: Role): boolean {
  return role.is === 'howMany' && role.unit !== null && !['份', '个', '家', '篇'].includes(role.unit)
}

/** 哪些单位没交？交了几家？: each clause asks of the reports by itself, and not for the same. */
function asksTwice(tokens: readonly Token[]): boolean {
  const asked = clausesOf(tokens).filter(
    (clause) =>
      clause.some(({ role }) => role.is === 'filing') &&
      clause.some(({ role }) => role.is === 'which' || role.is === 'howManyAgencies'),
  )
  return new Set(asked.map((clause) => filingsIn(clause, false).join())).size > 1
}

/** 谁没交, 几家没交; 收到谁的年报 is one word. */
function asksOfAll({ tokens, has }: Reading): boolean {
  if (has('which') || has('howManyAgencies')) return true
  return textsOf(tokens, 'filing').some((text) => /谁|哪[些几家个]/u.test(text))
}

/** 2022年呢, 镇街呢 after 几家没交. */
function keepsCounting({ before, has }: Reading): boolean {
  const { intent, operation } = before?.query ?? {}
  const asksAnew = has('which') || has('filing') || has('verdict') || has('findings') || has('each')
  return intent === 'reports' && operation === 'count' && !asksAnew
}

/** 几家没交, 有错误的报告有几份, 收到几份年报. When each came, and how often, is no number of reports. */
function asksHowMany(reading: Reading, { metric, extra }: Wanted): boolean {
  const { has, tokens } = reading
  if (has('howManyAgencies') || keepsCounting(reading)) return true
  const isCounted = has('howMany') || textsOf(tokens, 'filing').some((text) => /[几少]份/u.test(text))
  const isTimes = metric === 'report.revisions' || metric === 'report.versions'
  const isEach = isTimes || (metric === 'report.filed' && extra.received === undefined)
  return isCounted && !isEach
}

function wantedOf(reading: Reading): Wanted | null {
  const { tokens, before } = reading
  const findings = rolesOf(tokens, 'findings')
  const verdicts = rolesOf(tokens, 'verdict')
  const said = filingsIn(tokens, verdicts.length + findings.length > 0)
  // 没交的名单发我: the list is what is to be sent.
  const isList = said.some((asks) => asks === 'missing' || asks === 'submitted')
  const filings = said.filter((asks) => asks !== 'sent' || !(isList || isOfMany(before)))
  if (findings.length > 0) {
    // 没通过校验，问题出在哪里: what is wrong is asked.
    const others = verdicts.filter(({ verdicts: looked }) => looked.join() !== 'fail')
    return foundOf(findings, others.length + filings.length)
  }
  const verdict = verdictOf(verdicts)
  if (verdicts.length > 0) {
    if (verdict.length === 0 || filings.length > 0) return null
    return { metric: 'report.verdict', extra: { verdicts: verdict }, one: 'status', many: 'status' }
  }
  const [filing, ...others] = [...new Set(filings)].filter(
    // 交齐没有，还差哪个.
    (asks, _, all) => asks !== 'complete' || !all.includes('missing'),
  )
  if (others.length > 0) return null
  if (filing !== undefined) return filingWanted(filing, reading)
  if (countsReports(reading)) return filingWanted('submitted', reading)
  return before === null ? null : wantedAgain(before.query)
}

type Verdicts = Extract<Role, { is: 'verdict' }>['verdicts']

/** 全部过关、啥毛病没有: what all of them say; nothing where they speak against each other. */
function verdictOf(said: readonly { readonly verdicts: Verdicts }[]): Verdicts {
  const [first, ...others] = said.map(({ verdicts }) => verdicts)
  return (first ?? []).filter((one) => others.every((verdicts) => verdicts.includes(one)))
}

/** 报上去的过了没: beside what is asked of a report, that it was handed in adds nothing. */
function filingsIn(tokens: readonly Token[], isBeside: boolean): readonly Filing[] {
  return tokens.flatMap(({ role, text }) => {
    if (role.is !== 'filing') return []
    return isBeside && role.asks === 'submitted' && text.endsWith('的') ? [] : [role.asks]
  })
}

/** 名单发我 after 哪些单位没交: that list again. */
function isOfMany(before: Reading['before']): boolean {
  return before?.query.intent === 'reports' && before.query.agencies.length !== 1
}

function foundOf(
  [one, ...more]: readonly Extract<Role, { is: 'findings' }>[],
  others: number,
): Wanted | null {
  if (one === undefined || more.length + others > 0) return null
  return { metric: 'report.findings', extra: { severities: one.severities }, one: 'list', many: 'list' }
}

/** A fragment asks the same of others. */
function wantedAgain(query: Query): Wanted | null {
  const [metric] = query.metrics
  if (!isOfReports(query) || metric?.startsWith('report.') !== true) return null
  const { verdicts, severities, received, order, page } = query
  const extra = {
    ...(verdicts === undefined ? {} : { verdicts }),
    ...(severities === undefined ? {} : { severities }),
    ...(received === undefined ? {} : { received }),
    ...(order === undefined ? {} : { order }),
    ...(page === undefined ? {} : { page }),
  }
  const usual = operationsOf(metric as ReportMetric)
  return { metric: metric as ReportMetric, extra, ...usual }
}

function operationsOf(metric: ReportMetric): Pick<Wanted, 'one' | 'many'> {
  switch (metric) {
    case 'report.missing':
      return { one: 'status', many: 'missing' }
    case 'report.findings':
      return { one: 'list', many: 'list' }
    case 'report.filed':
    case 'report.revisions':
    case 'report.versions':
    case 'report.sender':
      return { one: 'value', many: 'list' }
    case 'report.submitted':
    case 'report.verdict':
    case 'report.overdue':
    case 'report.late':
    case 'report.onTime':
      return { one: 'status', many: 'status' }
  }
}

const metricFor: Readonly<Record<Filing, ReportMetric>> = {
  missing: 'report.missing',
  complete: 'report.missing',
  submitted: 'report.submitted',
  when: 'report.filed',
  first: 'report.filed',
  last: 'report.filed',
  revisions: 'report.revisions',
  versions: 'report.versions',
  overdue: 'report.overdue',
  late: 'report.late',
  onTime: 'report.onTime',
  page: 'report.submitted',
  sent: 'report.submitted',
}

function filingWanted(filing: Filing, reading: Reading): Wanted | null {
  const metric = metricFor[filing]
  const days = rolesOf(reading.tokens, 'days')
  const [day, ...others] = days
  if (others.length > 0) return null
  if (day !== undefined) {
    if (filing !== 'submitted') return null
    const received = receivedIn(day.when, reading.context.calendar.today)
    return { metric: 'report.filed', extra: { received }, one: 'list', many: 'list' }
  }
  if (filing === 'first' || filing === 'last') {
    return {
      metric,
      extra: { top: 1, order: filing === 'first' ? 'asc' : 'desc' },
      one: 'value',
      many: 'rank',
    }
  }
  return undatedWanted(filing, reading)
}

function undatedWanted(filing: Filing, reading: Reading): Wanted {
  const metric = metricFor[filing]
  if (filing === 'page' || filing === 'sent')
    return { metric, extra: { page: true }, one: 'status', many: 'status' }
  // 科技局谁交的: of one agency it is the person.
  if (filing === 'submitted' && reading.whose.named.length === 1 && asksWho(reading)) {
    return { metric: 'report.sender', extra: {}, ...operationsOf('report.sender') }
  }
  // Of one agency the question is whether its report is there.
  const isOne = reading.whose.named.length === 1 && (filing === 'missing' || filing === 'complete')
  return { metric: isOne ? 'report.submitted' : metric, extra: {}, ...operationsOf(metric) }
}

function asksWho({ tokens }: Reading): boolean {
  return textsOf(tokens, 'which').some((text) => /谁|哪位/u.test(text))
}
