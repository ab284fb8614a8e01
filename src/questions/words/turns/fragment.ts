import type { Metric } from '../../query/metrics.ts'
import type { Query } from '../../query/query.ts'
import { beginsWithBase } from '../reckoning/compare-figures.ts'
import { asksToConfirm } from '../reckoning/draft.ts'
import { mentionsOf } from '../figures/figures.ts'
import type { Named } from '../figures/metric-of.ts'
import { namedFigure } from '../figures/named-figure.ts'
import { isFigureRole, type Token } from '../tokens/roles.ts'
import { isNear } from './near-figure.ts'

/** Whether a turn goes on from the query before (questions.md section 6), or stands alone. */
export function goesOn(tokens: readonly Token[], text: string, before: Query): boolean {
  const named = mentionsOf(tokens).map((mention) => namedFigure(mention.parts))
  const figures = named.flatMap(mayMean)
  const asks = figures.length > 0 || asksOfReports(tokens)
  const names = tokens.some(({ role }) => somebody.includes(role.is))
  const years = tokens.some(isYear)
  if (isWhole(tokens, asks, names && years) || answersNothing(tokens, before)) return false
  // 复议 and nothing else asks the same of another figure.
  if (!asks || saysItGoesOn(tokens, text) || isBareFigure(tokens)) return true
  const isOfThose = isOfFigure(named, tokens, before) && mayBeDated(years, figures, before)
  return !names && (isOfThose || isToConfirm(tokens, before))
}

/** Whose, of when and of what: nothing is left to be taken over. */
function isWhole(tokens: readonly Token[], asks: boolean, saysWhoseAndWhen: boolean): boolean {
  return saysWhoseAndWhen && (asks || asksWhoApplied(tokens))
}

/**
 * 2025年行政处罚是不是229件 after a figure of one agency, or of some: whoever has a number at hand has theirs. After an
 * agency that is not known it is asked which one.
 */
function isToConfirm(tokens: readonly Token[], { intent, agencies }: Query): boolean {
  const has = (is: Token['role']['is']): boolean => tokens.some(({ role }) => role.is === is)
  const isOfOne = intent === 'reports' && agencies.length === 1
  const isOfSome = intent === 'data' || isOfOne || (intent === 'none' && agencies.length === 0)
  return isOfSome && has('number') && asksToConfirm({ tokens, has })
}

/** The figure before, a child or sibling of it, or the one of two that was spoken of. */
function isOfFigure(named: readonly Named[], tokens: readonly Token[], before: Query): boolean {
  const isOpen = asksOfMany(tokens) && named.some((one) => isOpenFor(one, before))
  return isOpen || isOfSame(named.flatMap(mayMean), tokens, before)
}

/** 去年什么时候交的, 2024年的交了吗 after one agency; a figure of another year is asked for anew. */
function mayBeDated(years: boolean, figures: readonly unknown[], { agencies }: Query): boolean {
  return !years || (figures.length === 0 && agencies.length === 1)
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

/** 哪家结转最多 after 结转下年度的多少: which 结转 is said there alone. */
function isOpenFor(named: Named, { metrics: [first, ...others] }: Query): boolean {
  const isOfOne = first !== undefined && others.length === 0
  return named.kind === 'unclear' && isOfOne && named.options.includes(first)
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
