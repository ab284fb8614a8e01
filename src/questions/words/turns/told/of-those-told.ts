import type { Listed } from '../../../query/conversation.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { isOverGroup } from '../../figures/figures-read.ts'
import type { Before } from '../reading.ts'
import { asked, asking, type Meant } from './those-meant.ts'

/** 输了几件, 比去年多几件 after 诉讼最多的是谁: a figure of those told, and no ranking or list of all once more. */

/** Null where the turn asks for neither. */
export function ofThoseTold(meant: Meant, { names }: Listed): Meant | null {
  if (names.length === 0) return null
  const { tokens, before } = meant
  if (says(tokens, overTime)) {
    // 减少的呢 after those that grew: who fell, of all.
    if (before.query.growth !== undefined && before.query.operation !== 'rank') return null
    if (names.length > 1 && tokens.some(saysWhichGrew)) return { ...meant, before: asked(before, names) }
    // Each of them, all of them, or one.
    return names.length === 1 ? { ...meant, before: asked(before, names) } : asking(meant, null, names)
  }
  return tokens.some(asksHowMuch) ? { ...meant, before: asked(before, names) } : null
}

/** 比去年增加的呢: those of them that grew. */
function saysWhichGrew({ role }: Token, at: number, tokens: readonly Token[]): boolean {
  if (role.is !== 'change' || role.growth === null) return false
  const [, ...after] = tokens.slice(at)
  const isLast = after.every((one) => one.role.is === 'empty' || one.role.is === 'mark')
  return isLast && [tokens[at], ...after].some((one) => one?.text.endsWith('的') === true)
}

const overTime: readonly Role['is'][] = ['than', 'compared', 'change', 'trend']

/** 几件, 占几成, 占比多少. */
function asksHowMuch({ role, text }: Token): boolean {
  return role.is === 'howMany' || (shares.includes(role.is) && /多少|几|多大/u.test(text))
}

const shares: readonly Role['is'][] = ['occupy', 'proportion']

function says(tokens: readonly Token[], roles: readonly Role['is'][]): boolean {
  return tokens.some(({ role }) => roles.includes(role.is))
}

/** 占全区多少, 比乙局多几件 after 最多的是谁: of the one told. */
export function setsBeside(tokens: readonly Token[], { query, listed }: Before): boolean {
  const isOne = query.operation === 'rank' && query.intent === 'data' && listed?.names.length === 1
  if (!isOne) return false
  const compares = says(tokens, ['than', 'compared']) && says(tokens, ['change', 'whoMore'])
  const others = tokens.filter(({ role }) => role.is === 'agency')
  return isOverGroup(tokens) || (compares && others.length === 1 && !says(tokens, ['group', 'which']))
}
