import { readMentions, type Directory } from './mentions.ts'
import { normaliseQuestion } from '../text/normalise.ts'
import { repaired } from '../tokens/repair.ts'
import { figureNameRoles, type Role } from '../tokens/roles.ts'
import { segment } from '../tokens/segment.ts'
import type { Vocabulary } from '../tokens/vocabulary.ts'

/**
 * What the words of a message name: something the bot answers about (a figure, the state of reports, an agency, a
 * year), only what it does not answer about (the weather), or nothing at all.
 */
export type Named = 'ours' | 'other' | 'nothing'

const whose: readonly Role['is'][] = [
  ...(['agency', 'place', 'group', 'rest', 'ending', 'oneOf', 'elsewhere'] as const),
]
/** Known and declined by name. */
const declined: readonly Role['is'][] = ['notHeld', 'notAnnual', 'noDenominator', 'explain']
const figures: readonly Role['is'][] = figureNameRoles
/** Words that ask for a reckoning of figures: no file is spoken of with them. */
const reckoning: readonly Role['is'][] = [
  ...(['which', 'howManyAgencies', 'most', 'ranking', 'position', 'average', 'whoMore'] as const),
  ...(['compared', 'change', 'trend', 'proportion', 'whichPart', 'occupy'] as const),
]
/** Words that ask: beside one of these a word that may be said of a file as well is a question of ours. */
const asking: readonly Role['is'][] = [...reckoning, ...(['sum', 'each'] as const)]

/**
 * Reads what is named. 发了, 已报送, 有错吗 and 收 are also what people say of a file that they have sent: they count only
 * in a question; 我们报告哪里错了 is one. `goesOn`: a turn before it is remembered, so that 那加急的呢 is about what was asked then.
 */
export function namedIn(
  text: string,
  { vocabulary, directory }: { readonly vocabulary: Vocabulary; readonly directory: Directory },
  goesOn: boolean,
): Named {
  const spelt = readMentions(segment(normaliseQuestion(text), vocabulary), directory)
  const { tokens } = repaired(spelt, directory)
  const roles = tokens.map(({ role }) => role)
  const edges = [roles[0]?.is, roles.at(-1)?.is]
  if (goesOn && edges.includes('goesOn')) return 'ours'
  const asks = roles.some(({ is }) => asking.includes(is)) || roles.some(countsFigures)
  const isOfOwn = roles.some(({ is }) => is === 'own') && roles.some(({ is }) => is === 'findings')
  if (isOfOwn || roles.some(({ is }) => reckoning.includes(is))) return 'ours'
  if (roles.some((role) => isOurs(role) || (asks && isSaidOfFiles(role)))) return 'ours'
  return roles.some(({ is }) => is === 'outOfScope') ? 'other' : 'nothing'
}

/** 几件, 多少; 数据 and 数字 alone may stand in any file. */
function countsFigures(role: Role): boolean {
  return role.is === 'howMany' && role.unit !== null
}

function isOurs(role: Role): boolean {
  if (isSaidOfFiles(role)) return false
  return [...whose, ...declined, ...figures, 'years', 'filing'].includes(role.is)
}

const saidOfFiles: readonly Role['is'][] = ['applying', 'member', 'verdict', 'findings']

function isSaidOfFiles(role: Role): boolean {
  if (role.is === 'row') return role.weight === 'verb' || role.weight === 'faint'
  if (role.is === 'published') return role.weak
  if (role.is === 'filing') return role.asks === 'submitted'
  return saidOfFiles.includes(role.is)
}
