import { isFigureRole, type FigureRole, type Token } from '../tokens/roles.ts'
import { acrossComma, isOfOtherTable, isProcedure } from './across-comma.ts'

/**
 * What a token is to the figures: a part of a name (`counted`: 申请, 企业, which 收到几件 may count), a 几件, or what stands
 * between two figures anyway.
 */
type Unit =
  | { readonly is: 'part'; readonly solid: boolean; readonly counted: boolean }
  | { readonly is: 'ask' }
  | { readonly is: 'border' }
interface Placed {
  readonly index: number
  readonly unit: Unit
}

/**
 * Where a new figure begins although nothing stands between: each 几件 closes one (依申请几件复议几件), or opens one
 * (几件复议几件诉讼). Indexes of tokens.
 */
export function figureStarts(tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let run: Placed[] = []
  tokens.forEach(({ role }, index) => {
    const unit = unitOf(role, run)
    if (unit === null) return
    if (unit.is !== 'border') run.push({ index, unit })
    else {
      for (const start of startsIn(run)) starts.add(start)
      run = []
    }
  })
  for (const start of startsIn(run)) starts.add(start)
  for (const start of [...besideProcedure(tokens), ...acrossComma(tokens)]) starts.add(start)
  return starts
}

/** 依申请复议各几件: of each, so 依申请 is a figure as well. */
function besideProcedure(tokens: readonly Token[]): readonly number[] {
  if (!tokens.some(({ role }) => role.is === 'each')) return []
  return tokens.flatMap(({ role }, index) => {
    const before = tokens[index - 1]
    const isOwn = before !== undefined && isProcedure(before) && before.text.startsWith('依')
    return isOwn && isOfOtherTable(role) ? [index] : []
  })
}

function unitOf(role: Token['role'], run: readonly Placed[]): Unit | null {
  if (role.is === 'and' || role.is === 'plus' || role.is === 'conjunction' || role.is === 'than')
    return { is: 'border' }
  if (role.is === 'howMany') return { is: 'ask' }
  if (role.is === 'mark') return isWhole(run) ? { is: 'border' } : null
  return isFigureRole(role) ? partUnit(role) : null
}

function partUnit(role: FigureRole): Unit {
  if (role.is !== 'row') return { is: 'part', solid: true, counted: role.is === 'column' }
  const counted = role.weight === 'context'
  return { is: 'part', solid: counted || role.weight === 'noun', counted }
}

/** 2024年，依申请，几件: a comma ends no figure that has not been asked for. */
function isWhole(run: readonly Placed[]): boolean {
  return run.some(({ unit }) => unit.is === 'part') && run.some(({ unit }) => unit.is === 'ask')
}

/** Asks with no part of a name between them are one: 的数量是多少. */
function startsIn(run: readonly Placed[]): readonly number[] {
  const asks = run.filter(({ unit }, at) => unit.is === 'ask' && run[at - 1]?.unit.is !== 'ask')
  if (asks.length < 2) return []
  if (asksBefore(run)) return asks.slice(1).map(({ index }) => index)
  const lastAsk = run.findLastIndex(({ unit }) => unit.is === 'ask')
  const starts: number[] = []
  // 收到多少申请办了多少: 申请 is what was received, and 办了 begins the next figure.
  let phase: 'verb' | 'counted' | 'named' = 'verb'
  run.slice(0, lastAsk).forEach(({ unit, index }, at) => {
    if (unit.is !== 'part') return
    const isAfterAsk = run[at - 1]?.unit.is === 'ask'
    const continues = phase !== 'named' && unit.counted && (isAfterAsk || phase === 'counted')
    if (!continues && (isAfterAsk || phase === 'counted')) {
      starts.push(index)
      phase = 'verb'
    }
    phase = continues ? 'counted' : unit.solid ? 'named' : phase
  })
  return starts
}

/** 几件复议几件诉讼, 收到几件企业申请几件个人申请: each 几件 stands before its figure. */
function asksBefore(run: readonly Placed[]): boolean {
  const first = run.findIndex(({ unit }) => unit.is === 'ask')
  const isOpen = run.at(-1)?.unit.is === 'part'
  return first === 0 || (isOpen && !run.slice(0, first).some(({ unit }) => unit.is === 'part' && unit.solid))
}
