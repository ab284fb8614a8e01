import type { AgencyNames } from '../../roster/agency-names.ts'
import { nameWithoutPlace } from '../../roster/agency-names.ts'
import { placeKind } from '../../roster/place.ts'
import type { Role, Token } from './segment.ts'

/** What the parser knows of the agencies: names, and where they are. */
export interface Directory {
  readonly names: AgencyNames
  readonly district: string | null
  /** Whether a roster lists them, or they are only those that sent reports. */
  readonly listed: boolean
}

const agencyEnd = /(?:局|委|办|中心|街道|镇)$/u
/** Tokens that can never be the middle of an agency's name. */
const borders: readonly Role['is'][] = [
  'agency',
  'years',
  'group',
  'own',
  'received',
  'mark',
  'place',
  'empty',
]

/**
 * Finds agencies among the words that nothing claimed: a shortened name whose characters stand in order in exactly one
 * (体育局 → 教育和体育局), a name of no agency here (财政局), another place's agency (曲阜市教体局).
 */
export function readMentions(tokens: readonly Token[], directory: Directory): readonly Token[] {
  return foreign(joined(tokens).map((token) => shortened(token, directory)))
}

/** 大数据局: 大 and 局 are unknown, 数据 is a word; together they are an agency's name. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    if (token.role.is !== 'left' || !agencyEnd.test(token.text)) {
      result.push(token)
      continue
    }
    let text = token.text
    for (
      let before = result.at(-1);
      before !== undefined && belongsBefore(before, text);
      before = result.at(-1)
    ) {
      text = before.text + text
      result.pop()
    }
    result.push({ text, role: { is: 'left' } })
  }
  return result
}

function belongsBefore(before: Token, text: string): boolean {
  if (borders.includes(before.role.is) || text.length + before.text.length > 15) return false
  // What is long enough to be a name does not need the words before it.
  return before.role.is === 'left' || text.length < 3
}

function shortened(token: Token, { names, district }: Directory): Token {
  if (token.role.is === 'agency' && token.role.names.length === 0) {
    const governments = names.agencies
      .map((agency) => agency.name)
      .filter((name) => name.endsWith('人民政府'))
    return {
      text: token.text,
      role: governments.length === 0 ? { is: 'left' } : { is: 'agency', names: governments },
    }
  }
  const end = agencyEnd.exec(token.text)?.[0]
  if (token.role.is !== 'left' || end === undefined) return token
  if (token.text.length < end.length + 2) return token
  const fits = names.agencies
    .map((agency) => agency.name)
    .filter((name) => name.endsWith(end) && standsInOrder(token.text, nameWithoutPlace(name, district)))
  return { text: token.text, role: fits.length === 0 ? { is: 'elsewhere' } : { is: 'agency', names: fits } }
}

/** A place that is not ours before one of our agencies' names makes it another agency. */
function foreign(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const before = result.at(-1)
    if (before?.role.is === 'left' && token.role.is === 'agency') {
      result.pop()
      result.push({ text: before.text + token.text, role: { is: 'elsewhere' } })
    } else if (before?.role.is === 'left' && placeKind(before.text) !== null) {
      result.pop()
      result.push({ text: before.text, role: { is: 'elsewhere' } }, token)
    } else result.push(token)
  }
  return result
}

function standsInOrder(short: string, long: string): boolean {
  let from = 0
  for (const character of short) {
    const at = long.indexOf(character, from)
    if (at === -1) return false
    from = at + 1
  }
  return true
}
