import type { Link } from '../../../query/conversation.ts'
import type { Metric } from '../../../query/metrics.ts'
import { mentionsOf } from '../../figures/figures.ts'
import { namedFigure } from '../../figures/named-figure.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { rolesOf } from '../reading.ts'
import { namesOthers } from './those-asked.ts'
import { asksTogether } from './asks-together.ts'
import { lastInARow, slotOf } from './chain.ts'
import { countSaid, countSpan, isIn } from './count-said.ts'

/** A turn that names its figure, and is of those asked about in a row: 两家官司一共几件, 谁的复议多, 公开率差多少. */
export interface OfFigureNamed {
  /** Without the name of the figure. */
  readonly tokens: readonly Token[]
  /** The last questions in a row, as if they had been of that figure. */
  readonly links: readonly Link[]
}

/** Null where the turn is a question by itself. */
export function ofFigureNamed(said: readonly Token[], chain: readonly Link[]): OfFigureNamed | null {
  const links = lastInARow(chain)
  const metric = figureIn(said)
  if (links.length < 2 || metric === null || saysOtherwise(said)) return null
  const tokens = withWhoMore(said.filter(({ role }) => !isFigureRole(role)))
  const isSame = links.every(({ query }) => query.metrics.every((one) => one === metric))
  if (!isOfThose(tokens, links, isSame)) return null
  return { tokens, links: links.map((link) => ({ ...link, query: { ...link.query, metrics: [metric] } })) }
}

/** The one figure named; null where there is none, or another question about it. */
function figureIn(said: readonly Token[]): Metric | null {
  const [mention, ...others] = mentionsOf(said)
  if (mention === undefined || others.length > 0) return null
  const named = namedFigure(mention.parts)
  const isBound = mention.hasNot || mention.conditions.length > 0
  return named.kind === 'metric' && !isBound ? named.metric : null
}

const otherwise: readonly Role['is'][] = ['years', 'most', 'top', 'than', 'number']

/** Beside 两家 and 这两年, which say how many of those. */
function saysOtherwise(said: readonly Token[]): boolean {
  const span = countSpan(said)
  return (
    namesOthers(said) || said.some(({ role }, index) => otherwise.includes(role.is) && !isIn(span, index))
  )
}

function isOfThose(tokens: readonly Token[], links: readonly Link[], isSame: boolean): boolean {
  const slot = slotOf(links)
  const count = countSaid(tokens)
  if (asksTogether(tokens) === null || count === 'other') return false
  if (slot === 'agencies') return count !== null || saysWhoMore(tokens) || (isSame && saysApart(tokens))
  return slot === 'years' && (count !== null || (isSame && comparesThem(tokens)))
}

function saysWhoMore(tokens: readonly Token[]): boolean {
  return tokens.some(({ role, text }) => role.is === 'whoMore' && !text.includes('年'))
}

/** 差多少 is of two sides; 增加多少 and 同比 may be of years. */
function saysApart(tokens: readonly Token[]): boolean {
  return tokens.some(({ role, text }) => role.is === 'change' && text.includes('差'))
}

function comparesThem(tokens: readonly Token[]): boolean {
  return rolesOf(tokens, 'change').some(({ yearly }) => !yearly)
}

/** 谁的复议多, 哪家复议多 are 谁多, with the figure between. */
function withWhoMore(tokens: readonly Token[]): readonly Token[] {
  const [which, ...others] = rolesOf(tokens, 'which')
  const [change, ...more] = rolesOf(tokens, 'change')
  const isPair = which?.many === false && [null, 'all'].includes(which.group) && change?.plain === true
  if (!isPair || others.length + more.length > 0) return tokens
  const order = change.growth === 'down' ? 'asc' : 'desc'
  return tokens.flatMap((token): readonly Token[] => {
    if (token.role.is === 'change') return []
    return [token.role.is === 'which' ? { ...token, role: { is: 'whoMore', order } } : token]
  })
}
