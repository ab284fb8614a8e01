import type { Reading } from '../turns/reading.ts'
import type { Token } from '../tokens/roles.ts'

/**
 * Words that ask something else of the reports than what is counted here: 没交过, 一直没交 are of all years; 一共多少错误 adds
 * up what is counted by report; of one agency 交了几份 is no figure, and 逾期的 may be its requests.
 */
export function saidOtherwise(reading: Reading): readonly string[] {
  const { tokens, has, before, whose } = reading
  const agencies = whose.named.length > 0 ? whose.named : (before?.query.agencies ?? [])
  const isOpen = before === null && !has('years')
  return tokens.flatMap((token, at) => {
    const isOther =
      (isOpen && saysEver(token)) ||
      (has('findings') && addsUp(token)) ||
      (agencies.length === 1 && countsReports(token)) ||
      (!has('report') && isOverdue(token, tokens[at + 1]))
    return isOther ? [token.text] : []
  })
}

function saysEver({ role, text }: Token): boolean {
  return role.is === 'filing' && role.asks === 'missing' && /过的?$|^一直/u.test(text)
}

function addsUp({ role }: Token): boolean {
  return role.is === 'sum' && role.strong
}

function countsReports({ role }: Token): boolean {
  return role.is === 'howMany' && role.unit === '份'
}

function isOverdue({ text }: Token, next: Token | undefined): boolean {
  return /^逾期了?$/u.test(text) && next?.text === '的'
}
