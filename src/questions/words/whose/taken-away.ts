import type { Role, Token } from '../tokens/roles.ts'

const and = { is: 'and' } as const

/** What may stand between the names of those taken away. */
const inRun: readonly Role['is'][] = ['agency', 'own', 'and', 'empty', 'mark']

/**
 * 除了甲局，乙局，其他单位; 除甲局，乙局外; 甲局，乙局除外: a comma between the names of those taken away is 和. In 不含甲局，乙局依申请几件
 * the second is asked about.
 */
export function withTakenAway(tokens: readonly Token[]): readonly Token[] {
  const joined = new Set(tokens.flatMap((token, at) => [...ahead(tokens, at), ...behind(tokens, token, at)]))
  return joined.size === 0
    ? tokens
    : tokens.map((token, index) => (joined.has(index) ? { ...token, role: and } : token))
}

/** The commas of the run after 除, 不含, where nothing follows that could be said of its last name. */
function ahead(tokens: readonly Token[], at: number): readonly number[] {
  if (tokens[at]?.role.is !== 'except') return []
  const stop = tokens.findIndex(({ role }, index) => index > at && !inRun.includes(role.is))
  const run = tokens.slice(at + 1, stop === -1 ? tokens.length : stop)
  const next = stop === -1 ? undefined : tokens[stop]?.role.is
  const isWhole =
    next === undefined || next === 'exceptEnd' || next === 'rest' || run.at(-1)?.role.is === 'mark'
  return isWhole ? commasIn(run, at + 1) : []
}

/** The commas of the run before 除外, 以外, where no 除 began it. */
function behind(tokens: readonly Token[], { role, text }: Token, at: number): readonly number[] {
  const isBegun = tokens.some((token) => token.role.is === 'except')
  if (role.is !== 'exceptEnd' || text === '外' || isBegun) return []
  const start = tokens.findLastIndex((token, index) => index < at && !inRun.includes(token.role.is))
  return commasIn(tokens.slice(start + 1, at), start + 1)
}

function commasIn(run: readonly Token[], from: number): readonly number[] {
  const isName = (token: Token | undefined): boolean =>
    token?.role.is === 'agency' || token?.role.is === 'own'
  return run.flatMap(({ role }, index) =>
    role.is === 'mark' && isName(run[index - 1]) && isName(run[index + 1]) ? [from + index] : [],
  )
}
