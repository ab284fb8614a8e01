import { withoutGreeting } from '../text/courtesy.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Query } from '../../query/query.ts'
import { beginsWithBase } from '../reckoning/compare-figures.ts'
import { mentionsOf } from '../figures/figures.ts'
import type { Named } from '../figures/metric-of.ts'
import { namedFigure } from '../figures/named-figure.ts'
import { isFigureRole, type Token } from '../tokens/roles.ts'
import { isNear } from './near-figure.ts'

/** 我要的. */
const meant = '(?:(?:我|咱)?(?:们)?(?:说|问|要问|想问|要|要看|想看|想要|想查|要查|指)的)'

/** 我要问, 我是想问. */
const wanted = '(?:我(?:是|其实是)?(?:要|想|想要)?(?:问|查|看|说)(?=[^,]{2}))'

/** 别看科技局，看教体局. */
const rather =
  '(?:别|不|不用|不要|不想|先别|别再)[看问要查说][^,]{1,30},(?:就|我|我们)?(?:要)?[看问要查说是](?!其他|别的|剩下|全)|(?:不|别)(?<verb>[看问要查])[^,]{1,20}?,?(?:就|我|我们)?\\k<verb>(?!求|闻|其他|别的|剩下|全)'

/** 改成2024年, 换个年份2023; 改成30件 would change the data. */
const instead =
  '(?:改|换|调|更正|修正)[成为](?![^,]{0,4}\\d+(?:件|条|个|起|份|万|元|%|$))|(?:换|改)(?:个|一个|一下)?(?:年份|年度|单位)[,:是为成]?|换一年,?'

/** 不是科技局，是教体局; 不对，是2023年; 我说的是行政复议: what follows goes on from the last question. */
const correction = new RegExp(
  `^(?:${rather}|不是[^,]{1,30}?,?(?:(?:而)?(?<!不)是|${meant}(?:应该)?是)|(?:(?:不对|不是(?=[啊哦吧呀了,])|不不|错了|错啦|(?:我)?(?:搞|弄|说|问|打|看|写)(?:的)?错(?:年份|年度|单位|名字)?了?)[啊哦吧呀了]*,?)+(?:${meant}|${wanted})?(?:应该|应)?(?:是)?|${meant}(?:应该)?是|我是(?:说|问|想问|要问)|应该是|不(?:是|对)?,|我要(?=[^,]{2,30}的$)|${instead})(?=.)`,
  'u',
)

/** Takes a correction's opening off; null where the text corrects nothing. */
export function withoutCorrection(text: string): string | null {
  const plain = withoutGreeting(text)
  const found = correction.exec(plain)
  return found === null ? null : plain.slice(found[0].length).replace(/^,/u, '')
}

/** Whether a turn goes on from the query before (questions.md section 6), or stands alone. */
export function goesOn(tokens: readonly Token[], text: string, before: Query): boolean {
  const named = mentionsOf(tokens).map((mention) => namedFigure(mention.parts))
  const figures = named.flatMap(mayMean)
  const asks = figures.length > 0 || asksOfReports(tokens)
  const isWhole = asks || asksWhoApplied(tokens)
  const names = tokens.some(({ role }) => somebody.includes(role.is))
  const years = tokens.some(isYear)
  if ((isWhole && names && years) || answersNothing(tokens, before)) return false
  if (saysItGoesOn(tokens, text) || !asks) return true
  // 复议 and nothing else asks the same of another figure.
  if (isBareFigure(tokens)) return true
  return !names && isOfSame(figures, tokens, before) && mayBeDated(years, figures, before)
}

/** 去年什么时候交的 after 民政局交了吗; a figure of another year is asked for anew. */
function mayBeDated(years: boolean, figures: readonly unknown[], { intent, agencies }: Query): boolean {
  return !years || (figures.length === 0 && intent === 'reports' && agencies.length === 1)
}

function isYear({ role }: Token): boolean {
  return role.is === 'years' && role.word.is !== 'wholeYear'
}

const somebody: readonly Token['role']['is'][] = ['agency', 'own', 'group', 'oneOf', 'ending']

/** 收到 alone is said in answer to somebody. */
function isBareFigure(tokens: readonly Token[]): boolean {
  const named = parts(tokens)
  return (
    named.some(isStrongPart) && tokens.every((token) => named.includes(token) || isCourtesy(token.role.is))
  )
}

function parts(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ role }) => isFigureRole(role))
}

function isStrongPart({ role }: Token): boolean {
  return role.is !== 'row' || !['verb', 'faint'].includes(role.weight)
}

/** What a name may mean: 结转 that of last year or that to the next; one of them is to be asked back for. */
function mayMean(named: Named): readonly (readonly Metric[])[] {
  if (named.kind === 'metric') return [[named.metric]]
  return named.kind === 'unclear' ? [named.options] : []
}

/** 住建局2024年申请人构成 is of what it received, whatever was spoken of. */
function asksWhoApplied(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => role.is === 'detail' && role.by === 'applicant')
}

/** 不予公开最多的三个单位, 有几家: a figure and what is to be done with it among many, a question by itself. */
function asksOfMany(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => [...ofMany, ...amongMany].includes(role.is))
}

/** A number by itself, where no figure was spoken of. */
function answersNothing(tokens: readonly Token[], { intent }: Query): boolean {
  return intent === 'none' && tokens.every(({ role }) => isNoWord(role.is))
}

function isNoWord(is: Token['role']['is']): boolean {
  return ['number', 'unit', 'mark', 'empty', 'left'].includes(is)
}

/** A child or sibling of the figure before, or a question about the report spoken of. */
function isOfSame(figures: readonly (readonly Metric[])[], tokens: readonly Token[], before: Query): boolean {
  if (figures.length === 0) return asksOfReports(tokens) && isOfReportOf(tokens, before)
  // 办理结果的构成 after 办结几件.
  const asksParts = tokens.some(({ role }) => role.is === 'detail' || role.is === 'whole')
  if (asksParts && figures.flat().every((metric) => before.metrics.includes(metric))) return true
  const [first] = before.metrics
  // 受理的几件 after 依申请几件 is of those.
  const asks = tokens.some(({ role }) => role.is === 'howMany')
  const isOfThose =
    asks && !parts(tokens).some(isStrongPart) && figures.flat().every((metric) => metric === first)
  if (isOfThose && !asksOfMany(tokens)) return true
  return !asksOfMany(tokens) && figures.every((options) => options.some((metric) => isNear(metric, first)))
}

/** 那, 换成, 还有 at the beginning; 呢 at the end; 它. */
function saysItGoesOn(tokens: readonly Token[], text: string): boolean {
  const first = tokens.find(({ role }) => role.is !== 'mark' && role.is !== 'empty')
  const starts = first?.role.is === 'goesOn' || /^(?:再|还有)/u.test(text) || beginsWithBase(tokens)
  const says = tokens.some(
    ({ role, text }) => role.is === 'it' || (role.is === 'goesOn' && text.startsWith('也')),
  )
  // 诉讼又是几件.
  if (/又(?:是|有)?(?:[几多谁]|哪)/u.test(text)) return true
  return starts || says || /呢,*$/u.test(text) || asksOn(tokens)
}

/** 呢 as the last token, whatever courtesy follows; what was chosen in answer to a question back stands behind it. */
function asksOn(tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex(({ text }) => text === '呢')
  return last !== -1 && tokens.slice(last + 1).every(({ role }) => isCourtesy(role.is))
}

function isCourtesy(is: Token['role']['is']): boolean {
  return is === 'empty' || is === 'mark' || is === 'thanks'
}

const ofMany: readonly Token['role']['is'][] = ['which', 'howManyAgencies', 'kind', 'rest', 'each', 'days']
const amongMany: readonly Token['role']['is'][] = ['most', 'top', 'place-number', 'ranking', 'average']
const ofOne: readonly string[] = [
  ...['submitted', 'when', 'revisions', 'versions', 'overdue', 'late', 'onTime'],
]

/**
 * 哪里错了, 交了没 after a question about one agency's report: the same report. Of 没交 and 交齐 there are many. What is
 * wrong may be asked of a group's reports too.
 */
function isOfReportOf(tokens: readonly Token[], { agencies, intent }: Query): boolean {
  // 名单发我: what was told, again.
  if (intent === 'reports' && tokens.every(isToSend)) return true
  if (tokens.some(({ role }) => ofMany.includes(role.is))) return false
  const isOfFindings = intent === 'reports' && tokens.some(({ role }) => role.is === 'findings')
  if (agencies.length !== 1) return isOfFindings
  // 年报交了没 after a figure is asked of the reports now due.
  const standsAlone = intent !== 'reports' && tokens.some(({ role }) => role.is === 'report')
  return tokens.every(({ role, text }) => {
    if (role.is === 'filing')
      return ['page', 'sent'].includes(role.asks) || (!standsAlone && ofOne.includes(role.asks))
    return role.is !== 'verdict' || intent === 'reports' || /[吗没]/u.test(text)
  })
}

function isToSend({ role }: Token): boolean {
  return (role.is === 'filing' && role.asks === 'sent') || role.is === 'each' || isCourtesy(role.is)
}

function asksOfReports(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => role.is === 'filing' || role.is === 'verdict' || role.is === 'findings')
}
