import type { Role, Token } from '../../tokens/roles.ts'
import { rolesOf, type Before } from '../reading.ts'

const beside: readonly Role['is'][] = ['years', 'empty', 'mark', 'goesOn', 'confirm', 'thanks', 'report']

/** 什么问题 after 谁没通过, 去年交了吗 after 谁没交: nobody is named, and it is asked of the reports of those told. */
export function asksOfTheirReports(tokens: readonly Token[], { query, listed }: Before): boolean {
  const [metric] = query.metrics
  if (query.intent !== 'reports' || listed === null || listed.names.length === 0) return false
  const isOf = (asks: Role['is']): boolean =>
    rolesOf(tokens, asks).length === 1 &&
    tokens.every(({ role }) => role.is === asks || beside.includes(role.is))
  // What is wrong is asked of those that did not pass.
  if (metric === 'report.verdict' && query.verdicts?.includes('pass') === true) return false
  if (metric === 'report.verdict') return isOf('findings') || (isOf('verdict') && asksWhetherThen(tokens))
  return metric === 'report.missing' && isOf('filing') && tokens.every(asksOfThem)
}

/** 去年通过了吗. */
function asksWhetherThen(tokens: readonly Token[]): boolean {
  const isDated = tokens.some(({ role }) => role.is === 'years')
  return isDated && tokens.some(({ role, text }) => role.is === 'verdict' && /[吗没]$/u.test(text))
}

/** 交了吗, 什么时候交的; 交了的呢 and 都交了吗 are of all. */
function asksOfThem({ role, text }: Token): boolean {
  if (role.is !== 'filing') return true
  return role.asks === 'when' || (role.asks === 'submitted' && !/的$|[都全齐几谁哪]/u.test(text))
}
