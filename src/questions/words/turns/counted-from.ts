import { standingYear } from '../years/period.ts'
import type { Token } from '../tokens/roles.ts'
import type { Before, ParseContext } from './reading.ts'

/** What 去年 is counted from in a question by itself, after one that meant the year reported on. */

interface Remembered {
  readonly before: Before
}

/** 去年谁没交 after 谁没交, like 去年呢: the year before the one that was told. `from`: what the turn goes on from. */
export function asOfReports(
  tokens: readonly Token[],
  context: ParseContext,
  { memory, from }: { readonly memory: Remembered | null; readonly from: Remembered | null },
): ParseContext {
  if (memory === null || from !== null) return context
  const { query, byDefault } = memory.before
  const isAlike = query.intent === 'reports' && byDefault && tokens.some(isOfReports)
  return isAlike ? countingFrom(context, true) : context
}

/** 去年 is the year before the one reported on. */
export function countingFrom(context: ParseContext, isOfReports: boolean): ParseContext {
  const { calendar } = context
  return { ...context, calendar: { ...calendar, countedFrom: standingYear(calendar, isOfReports) } }
}

function isOfReports({ role }: Token): boolean {
  return role.is === 'filing' || role.is === 'verdict' || role.is === 'findings'
}
