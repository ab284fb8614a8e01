import type { OpenQuestion } from '../../query/conversation.ts'
import { mentionsOf } from '../figures/figures.ts'
import { namedFigure } from '../figures/named-figure.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

/** What a word says of a question: whose, when, or of which figure. */
type Kind = OpenQuestion['slot']

const kinds: readonly Kind[] = ['metric', 'year', 'agency']

const whose: readonly Role['is'][] = [
  'agency',
  'own',
  'oneOf',
  'group',
  'ending',
  'kind',
  'place',
  'elsewhere',
]

/** Words that by themselves say nothing of these. */
const beside: readonly Role['is'][] = ['empty', 'mark', 'goesOn', 'thanks', 'and', 'towards']

function kindOf({ role }: Token): Kind | null {
  if (whose.includes(role.is)) return 'agency'
  if (role.is === 'years') return role.word.is === 'wholeYear' ? null : 'year'
  return isFigureRole(role) ? 'metric' : null
}

/**
 * What a turn says that names only whose, when or which figure: 教体局, 2023年的, 复议的. Nothing where it says more, or
 * where it is a question by itself; `near`: it goes on from the question that is open.
 */
export function saidBesides(
  tokens: readonly Token[],
  { slot, written }: Pick<OpenQuestion, 'slot' | 'written'>,
  near: boolean,
): readonly Kind[] {
  const asks = tokens.some(({ role }) => role.is === 'howMany')
  const isPlain = tokens.every(
    (token) => kindOf(token) !== null || [...beside, 'howMany', 'unit'].includes(token.role.is),
  )
  const said = isPlain ? kinds.filter((kind) => tokens.some((token) => kindOf(token) === kind)) : []
  if (!said.includes('metric') || near) return said
  // 教体局的复议 says what 2024年 left out; beside a figure that was named it is another question.
  const isWanted = slot === 'metric' && written === null && said.length < kinds.length
  return !asks && (said.length === 1 || isWanted) ? said : []
}

/** The question that is open with what was said besides in its place; null where it cannot be told what that replaces. */
export function withSaid(question: readonly Token[], said: readonly Token[]): readonly Token[] | null {
  return kinds.reduce<readonly Token[] | null>((sofar, kind) => {
    const words = wordsOf(said, kind)
    return sofar === null || words?.length === 0 ? sofar : words && inPlace(sofar, kind, words)
  }, question)
}

function inPlace(question: readonly Token[], kind: Kind, words: readonly Token[]): readonly Token[] | null {
  const old = wordsOf(question, kind)
  const [first] = old ?? []
  if (old === null) return null
  if (first === undefined) return kind === 'metric' ? beforeHowMany(question, words) : [...words, ...question]
  // 2024年 beside 比上年 is the year compared, and of two years that are compared it may be either.
  if (kind === 'year' && question.some(({ role }) => compares.includes(role.is)))
    return old.every(isCountedBack) ? [...words, ...question] : null
  const at = question.indexOf(first)
  if (kind === 'metric' && namesPart(words)) {
    const behind = question.findLastIndex((token) => kindOf(token) === kind) + 1
    return [...question.slice(0, behind), ...words, ...question.slice(behind)]
  }
  return [...question.slice(0, at), ...words, ...question.slice(at).filter((token) => !old.includes(token))]
}

const compares: readonly Role['is'][] = ['compared', 'than', 'change', 'whoMore']

function isCountedBack({ role }: Token): boolean {
  return role.is !== 'years' || (role.word.is === 'yearsBack' && role.word.near !== null)
}

function beforeHowMany(question: readonly Token[], words: readonly Token[]): readonly Token[] {
  const found = question.findIndex(({ role }) => role.is === 'howMany')
  const at = found === -1 ? question.length : found
  return [...question.slice(0, at), ...words, ...question.slice(at)]
}

/** 企业的 after 依申请: of that figure, and not instead of it. */
function namesPart(words: readonly Token[]): boolean {
  return mentionsOf(words).every(({ parts }) => namedFigure(parts).kind === 'part')
}

/** The words of one kind with what joins them; null where they stand in more than one place. */
function wordsOf(tokens: readonly Token[], kind: Kind): readonly Token[] | null {
  const isOf = (token: Token): boolean => kindOf(token) === kind
  // 收到几件申请 is one figure in two places.
  if (kind === 'metric' && mentionsOf(tokens).length === 1) return tokens.filter(isOf)
  const all = tokens.slice(tokens.findIndex(isOf), tokens.findLastIndex(isOf) + 1)
  const words = tokens.some(isOf) ? all : []
  return words.every((token) => isOf(token) || beside.includes(token.role.is)) ? words : null
}
