import { isFigureRole, type Token } from '../tokens/roles.ts'

/** 依申请, 申请量: counted, where it is more than what another figure is of. */
export function isProcedure({ role, text }: Token): boolean {
  const isContext = role.is === 'row' && role.weight === 'context'
  return isContext && /^依?申请(?:公开)?(?:件数|数量|数|量)?$/u.test(text)
}

/** A figure of table 二 or 四 by its name: no part of table 三. */
export function isOfOtherTable({ is }: Token['role']): boolean {
  return ['review', 'decision', 'documents'].includes(is)
}

/**
 * 依申请，复议各几件, 依申请，公开率: the comma stands between two figures. 依申请，教育局复议几件 and 依申请方面，复议几件 only say
 * what it is about. Indexes of the tokens where a figure begins.
 */
export function acrossComma(tokens: readonly Token[]): readonly number[] {
  if (tokens.some(saysOfBoth)) return []
  const marks = tokens.flatMap(({ role }, index) => (role.is === 'mark' ? [index] : []))
  const areEach = asksOfEachFigure(tokens)
  return marks.flatMap((mark, nth) => {
    const [from, to] = [(marks[nth - 1] ?? -1) + 1, marks[nth + 1] ?? tokens.length]
    const [before, after] = [tokens.slice(from, mark), tokens.slice(mark + 1, to)]
    const start = after.findIndex(({ role }) => isFigureRole(role))
    const [one, two] = [counted(before), after[start]]
    if (one === undefined || two === undefined) return []
    const isAbout = after.slice(0, start).some(saysOfWhat) && !before.some(saysOfWhat)
    return areTwo(one, two, areEach) && !isAbout ? [mark + 1 + start] : []
  })
}

/** 没有诉讼的, 各维持几件: who has them, or a part of them, may be said of both. */
function saysOfBoth({ role, text }: Token): boolean {
  return ofBoth.includes(role.is) || /^有过?$/u.test(text)
}

const ofBoth: readonly Token['role']['is'][] = [
  ...([
    'hasNot',
    'condition',
    'conjunction',
    'which',
    'howManyAgencies',
    'result',
    'member',
    'column',
  ] as const),
]

/** 各几件 of one agency: of each figure. */
function asksOfEachFigure(tokens: readonly Token[]): boolean {
  const areMany = tokens.some(({ role }) => role.is === 'group' || role.is === 'kind')
  const names = tokens.filter(({ role }) => role.is === 'agency' || role.is === 'own')
  return tokens.some(({ role }) => role.is === 'each') && !areMany && names.length < 2
}

/** The figure that a clause ends in; 方面 behind it says that it is none. */
function counted(clause: readonly Token[]): Token | undefined {
  const at = clause.findLastIndex(({ role }) => isFigureRole(role))
  const isLast = clause.slice(at + 1).every(({ role }) => ['number', 'unit', 'sum'].includes(role.is))
  return isLast ? clause[at] : undefined
}

/** Neither is a part of the other, or what it is about. */
function areTwo(one: Token, two: Token, areEach: boolean): boolean {
  const isRow = ({ role }: Token): boolean => role.is === 'row' || role.is === 'unclear'
  const isApart = (token: Token): boolean =>
    isOfOtherTable(token.role) || token.role.is === 'rate' || (areEach && isRow(token))
  if (isProcedure(one) || isProcedure(two)) {
    const other = isProcedure(one) ? two : one
    return isApart(other) || (other.role.is === 'reviewRate' && other.role.group !== null)
  }
  // 科技局公开率，教体局公开率.
  const isSame = JSON.stringify(one.role) === JSON.stringify(two.role)
  const groups = [one, two].map(({ role }) => (role.is === 'review' ? role.group : null))
  const isNarrower = groups.every((group) => group?.startsWith('litigation') === true)
  return isApart(one) && isApart(two) && !isNarrower && !isSame
}

function saysOfWhat({ role }: Token): boolean {
  return ['agency', 'own', 'group', 'kind', 'years', 'it'].includes(role.is)
}
