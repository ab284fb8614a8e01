import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { ranksAnew } from './place-asked.ts'
import { rolesOf } from '../reading.ts'

/** 复议各几件, 分别多少; 各年 is of years. */
export function asksEach(tokens: readonly Token[]): boolean {
  const isEach = tokens.some(
    ({ role, text }) => role.is === 'each' && /^(?:各|分别|每家|逐[家个]|挨)/u.test(text),
  )
  return (
    isEach &&
    tokens.some(({ role }) => isFigureRole(role)) &&
    !tokens.some(({ role }) => ranksAnew.includes(role.is))
  )
}

/** 其中. */
export function isWithin(tokens: readonly Token[]): boolean {
  return rolesOf(tokens, 'goesOn').some(({ within }) => within)
}

const besideDistance: readonly Role['is'][] = ['change', 'empty', 'mark', 'goesOn']

/** 差几件, 相差多少 by itself. */
export function saysDistance(tokens: readonly Token[]): boolean {
  const isAlone = tokens.every(({ role }) => besideDistance.includes(role.is))
  return isAlone && tokens.some(({ role, text }) => role.is === 'change' && text.includes('差'))
}
