import { clausesOf } from '../tokens/clauses.ts'
import { isFigureRole, type FigureRole, type Role, type Token } from '../tokens/roles.ts'

type Clause = readonly Token[]

/**
 * Clauses that ask, each with those before it that only say of what; what follows the last one belongs to it. `apart`:
 * the line makes no one question, so that whatever names a figure is asked for by itself.
 */
export function askingClauses(tokens: readonly Token[], apart: boolean): readonly Clause[] {
  const found: Token[][] = []
  let open: Token[] = []
  let isBeside = false
  const close = (): void => {
    found.push(open)
    open = []
  }
  const clauses = clausesOf(tokens).flatMap(cutAfterAsking)
  for (const clause of apart ? clauses.flatMap(cutAfterThose) : clauses) {
    const isAnother = isAskedBefore(open, clause) || (apart && areFigures(open, clause))
    if (isAnother) close()
    isBeside = isAnother || (isBeside && open.length > 0)
    open = together(open, clause)
    if (asks(clause)) close()
  }
  if (isBeside && open.length > 0) close()
  found.at(-1)?.push(...open)
  return found
}

/** 依申请几件去年几件, 几家都是谁, 比去年多几件比前年多几件: nothing stands between, and yet it is asked twice. */
function cutAfterAsking(clause: Clause): readonly Clause[] {
  const first = clause.findIndex((token) => token.role.is === 'howManyAgencies' || asksHowMany(token))
  const isAfter = (index: number): boolean => first !== -1 && index > first
  const at = clause.findIndex((token, index) => isAfter(index) && begins(token, clause[first]))
  const rest = clause.slice(at)
  return at === -1 || !asks(rest) ? [clause] : [clause.slice(0, at), ...cutAfterAsking(rest)]
}

/** 依申请超过30件的单位复议几件: who they are, and how many those have. */
function cutAfterThose(clause: Clause): readonly Clause[] {
  const at = clause.findIndex(({ role }) => role.is === 'kind') + 1
  const [those, rest] = [clause.slice(0, at), clause.slice(at)]
  const isOfThose = has(those, 'condition', 'hasNot') && figuresIn(those).length > 0
  return isOfThose && figuresIn(rest).length > 0 && has(rest, 'howMany') ? [those, rest] : [clause]
}

/** Clauses that are one half, with the comma between them. */
function together(some: readonly Token[], others: Clause): Token[] {
  return some.length === 0 ? [...others] : [...some, comma, ...others]
}

const comma: Token = { text: ',', role: { is: 'mark' } }

/** 几件; 多几件, 增加多少. */
function asksHowMany({ role, text }: Token): boolean {
  return role.is === 'howMany' || (role.is === 'change' && /[几多]少?(?:件|$)|多少/u.test(text))
}

const beginning: readonly Role['is'][] = ['years', 'agency', 'own', 'group']

function begins({ role }: Token, asked: Token | undefined): boolean {
  if (asked?.role.is === 'howManyAgencies') return role.is === 'which'
  if (asked?.role.is === 'change') return role.is === 'than'
  return beginning.includes(role.is)
}

/** Whether what stands before a clause is asked for by itself, though no word of it asks. */
function isAskedBefore(open: Clause, clause: Clause): boolean {
  if (!saysWhat(open)) return false
  if (goesOn(clause)) return saysWhat(clause) || areOfOthers(open, clause) || has(clause, 'years')
  if (has(open, 'detail') && namesOther(open, clause)) return true
  return standsBeside(open, clause) || (isTotal(open) && picksOut(clause))
}

/** 不予公开里，过程性信息占多少 is one. */
function areFigures(open: Clause, clause: Clause): boolean {
  const isPart = has(clause, 'occupy', 'proportion') && figuresIn(clause).length > 1
  return figuresIn(open).length > 0 && figuresIn(clause).length > 0 && !isPart
}

/** 办理情况，复议情况; 办理情况，不予公开几件 and 不予公开的理由，哪项最多 only say what it is about. */
function namesOther(open: Clause, clause: Clause): boolean {
  const names = figuresIn(clause).filter(({ is }) => is !== 'column' && is !== 'result')
  const isOther = names.some(({ is }) => is !== 'row' && figuresIn(open).every((role) => role.is !== is))
  return figuresIn(open).length > 0 && names.length > 0 && (has(clause, 'detail') || isOther)
}

/** 教体局依申请，2024年呢, 交了的，没交的呢. */
function saysWhat(clause: Clause): boolean {
  return namesFigure(clause) || has(clause, 'filing', 'verdict', 'findings')
}

/** 各部门依申请，各街道复议: each has its own, and no word says anything of both. */
function standsBeside(open: Clause, clause: Clause): boolean {
  const isOfBoth = has(clause, ...ofBoth) || (has(clause, 'sum') && !has(open, 'sum'))
  const isLinked = [...open, ...clause].some(({ role }) => links.includes(role.is))
  if (isOfBoth || isLinked || !namesFigure(open) || !namesFigure(clause)) return false
  // 教体局依申请，2024年复议几件.
  const isOfItsOwn = has(open, ...whose, ...years) && has(clause, ...whose, ...years)
  return areOfOthers(open, clause) || (isOfItsOwn && namesOther(open, clause))
}

const links: readonly Role['is'][] = [
  'than',
  'compared',
  'change',
  'whoMore',
  'plus',
  'conjunction',
  'matches',
]
const ofBoth: readonly Role['is'][] = ['each', 'both', 'average', 'occupy', 'proportion', 'position']

/** 全区依申请总数，前三名; 依申请总数，前三名 says what is ranked. */
function isTotal(clause: Clause): boolean {
  return has(clause, 'sum') && has(clause, ...whose) && namesFigure(clause)
}

function picksOut(clause: Clause): boolean {
  return has(clause, 'top', 'most', 'place-number', 'ranking') && !namesFigure(clause)
}

/** 教育局申请人构成，民政局呢: each of somebody, or each of a year. */
function areOfOthers(one: Clause, other: Clause): boolean {
  return [whose, years].some((roles) => has(one, ...roles) && has(other, ...roles))
}

const whose: readonly Role['is'][] = ['agency', 'own', 'group', 'kind']
const years: readonly Role['is'][] = ['years']

function has(clause: Clause, ...roles: readonly Role['is'][]): boolean {
  return clause.some(({ role }) => roles.includes(role.is))
}

function figuresIn(clause: Clause): readonly FigureRole[] {
  return clause.flatMap(({ role }) => (isFigureRole(role) ? [role] : []))
}

function namesFigure(clause: Clause): boolean {
  return figuresIn(clause).length > 0 || has(clause, 'detail')
}

function goesOn(clause: Clause): boolean {
  return clause.at(-1)?.text === '呢'
}

const asking: readonly Role['is'][] = [
  ...(['howMany', 'which', 'howManyAgencies', 'position', 'whether', 'trend', 'ranking', 'main'] as const),
  ...(['most', 'top', 'place-number', 'whichPart', 'whoMore', 'average', 'confirm'] as const),
]

function asks(clause: Clause): boolean {
  const last = clause.at(-1)?.text ?? ''
  return clause.some(isAsking) || /^[呢吗]$/u.test(last) || (last === '吧' && has(clause, 'number'))
}

/** 交了吗 asks, and 交了的 does not. */
function isAsking(token: Token): boolean {
  const { role, text } = token
  const isOfReport = role.is === 'filing' || role.is === 'verdict'
  return asking.includes(role.is) || asksHowMany(token) || (isOfReport && /[吗么没]$|没有$/u.test(text))
}
