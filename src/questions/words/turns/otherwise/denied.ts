import { textOf } from '../../tokens/text-of.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'

type Kind = 'whose' | 'years' | 'figure'

const whose: readonly Role['is'][] = [
  ...(['agency', 'own', 'group', 'kind', 'rest', 'ending', 'oneOf', 'place', 'it'] as const),
]
const beside: readonly Role['is'][] = ['empty', 'mark', 'unit', 'howMany', 'report', 'confirm', 'goesOn']

/** 我说的(不是). */
const meant = /^(?:[,那的说问要想指查看]|我们?|咱们?)*$/u

function kindOf({ role }: Token): Kind | null {
  if (whose.includes(role.is)) return 'whose'
  if (role.is === 'years') return 'years'
  return isFigureRole(role) ? 'figure' : null
}

function kindsOf(tokens: readonly Token[]): ReadonlySet<Kind> {
  return new Set(tokens.map(kindOf).filter((kind) => kind !== null))
}

/**
 * 不是科技局，教体局; 2024年，不是2025年: what is denied adds nothing beside what is said in its place. Null where nothing is
 * denied, or it is not plain what stands for it: then 不 is left over, and declined.
 */
export function withoutDenied(tokens: readonly Token[]): readonly Token[] | null {
  const not = tokens.findIndex(
    ({ text, role }, index) => role.is === 'left' && text === '不' && tokens[index + 1]?.text === '是',
  )
  if (not === -1) return null
  const front = tokens.slice(0, not)
  const begins = front.every(({ role }) => beside.includes(role.is)) || meant.test(textOf(front))
  const end = endOfDenied(tokens, not + 2, begins)
  const denied = tokens.slice(not + 2, end)
  const kept = begins ? tokens.slice(end) : tokens.slice(0, not)
  const isLast = tokens.slice(end).every(({ role }) => beside.includes(role.is))
  if (begins === isLast || !isInPlaceOf(kept, denied)) return null
  const from = begins ? 0 : not
  return tokens.map((token, index) =>
    index >= from && index < end ? { ...token, role: { is: 'empty' } } : token,
  )
}

/** As far as the comma; 不是科技局教体局 has none. */
function endOfDenied(tokens: readonly Token[], from: number, begins: boolean): number {
  const comma = tokens.findIndex(({ role }, index) => index > from && role.is === 'mark')
  if (comma !== -1) return comma
  const [one, other, ...more] = tokens.slice(from).filter(({ role }) => !beside.includes(role.is))
  const isPair =
    one !== undefined && other !== undefined && more.length === 0 && kindOf(one) === kindOf(other)
  return begins && isPair ? tokens.indexOf(other) : tokens.length
}

/** An agency in the place of an agency, a year in that of a year. */
function isInPlaceOf(kept: readonly Token[], denied: readonly Token[]): boolean {
  const [said, meant] = [kindsOf(denied), kindsOf(kept)]
  const isPlain = denied.every((token) => kindOf(token) !== null || beside.includes(token.role.is))
  return isPlain && said.size > 0 && [...said].every((kind) => meant.has(kind))
}
