import type { OpenQuestion } from '../../../query/conversation.ts'
import { mentionsOf } from '../../figures/figures.ts'
import { namedFigure } from '../../figures/named-figure.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { saysThem } from '../told/those-listed.ts'

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

function kindOf(token: Token): Kind | null {
  const { role } = token
  if (whose.includes(role.is) || saysThem(token)) return 'agency'
  if (role.is === 'years') return role.word.is === 'wholeYear' ? null : 'year'
  return isFigureRole(role) ? 'metric' : null
}

/**
 * What a turn says that names only whose, when or which figure: 教体局, 2023年的, 复议的. Nothing where it says more, or
 * where it is a question by itself; `near`: it goes on from the question that is open.
 */
export function saidBesides(tokens: readonly Token[], open: OpenQuestion, near: boolean): readonly Kind[] {
  const asks = tokens.some(({ role }) => role.is === 'howMany')
  const isPlain = tokens.every(
    (token) => kindOf(token) !== null || [...beside, 'howMany', 'unit'].includes(token.role.is),
  )
  // 占比呢 asks something of the figure that is not settled yet.
  const said = isPlain && !isShare(tokens) ? kindsOf(tokens) : []
  if (!said.includes('metric') || near) return said
  if (said.length < kinds.length && answers(tokens, open)) return said
  return !asks && said.length === 1 ? said : []
}

function isShare(tokens: readonly Token[]): boolean {
  if (tokens.some(({ role }) => role.is === 'occupy')) return true
  return (
    tokens.some(({ role }) => role.is === 'proportion') && metricsIn(tokens).every((one) => one === 'part')
  )
}

function kindsOf(tokens: readonly Token[]): readonly Kind[] {
  return kinds.filter((kind) => tokens.some((token) => kindOf(token) === kind))
}

/**
 * 教体局复议几件 says what 2024年 left out, 鼓楼街道依申请几件 which 街道办 it is, and 科技局予以公开的 which of the figures.
 */
function answers(tokens: readonly Token[], { slot, written, options }: OpenQuestion): boolean {
  if (slot === 'metric')
    return written === null || areOptions(metricsIn(tokens), options) || areBeside(tokens, options)
  return slot === 'agency'
}

function metricsIn(tokens: readonly Token[]): readonly string[] {
  const named = mentionsOf(tokens).map(({ parts }) => namedFigure(parts))
  return named.flatMap((figure) => (figure.kind === 'metric' ? [figure.metric] : [figure.kind]))
}

/** 收到几件 of what was made public: another row of the same table, of the same agency and year. */
function areBeside(tokens: readonly Token[], options: readonly string[]): boolean {
  const isOfTable = (metric: string): boolean => metric.startsWith('requests.')
  return kindsOf(tokens).length === 1 && metricsIn(tokens).every(isOfTable) && options.some(isOfTable)
}

function areOptions(metrics: readonly string[], options: readonly string[]): boolean {
  return metrics.every((metric) => options.includes(metric))
}

/**
 * Whether a turn that names more than whose, when and which figure (复议情况, 最多的是谁) is about the open question: it
 * says what that left out, or asks something of it. With all three it is a question by itself.
 */
export function completes(tokens: readonly Token[], open: OpenQuestion): boolean {
  const said = tokens.some(({ role }) => ofReports.includes(role.is))
    ? [...kindsOf(tokens), 'metric' as const]
    : kindsOf(tokens)
  if (kinds.every((kind) => said.includes(kind))) return false
  return !said.includes('metric') || isShare(tokens) || answers(tokens, open)
}

const ofReports: readonly Role['is'][] = ['filing', 'verdict', 'findings']

/** 依申请的, 收进来的 of 公开 or 结转: words that name a figure of their own only where nothing else was spoken of. */
export function isVague(tokens: readonly Token[], { slot, written }: OpenQuestion): boolean {
  const isOfOpening = tokens.some(({ text }) => text.includes('公开'))
  const isPlain = tokens.every(
    ({ role }) => beside.includes(role.is) || isFigureRole(role) || (isOfOpening && role.is === 'howMany'),
  )
  const isWeak = mentionsOf(tokens).some(({ parts }) =>
    parts.every((part) => part.is === 'row' && part.weight !== 'noun'),
  )
  return slot === 'metric' && written !== null && isPlain && isWeak
}

/** The question that is open with what was said besides in its place; null where it cannot be told what that replaces. */
export function withSaid(question: readonly Token[], said: readonly Token[]): readonly Token[] | null {
  return kinds.reduce<readonly Token[] | null>(
    (sofar, kind) => {
      const words = wordsOf(said, kind)
      return sofar === null || words?.length === 0 ? sofar : words && inPlace(sofar, kind, words)
    },
    withHowMany(question, said),
  )
}

/** 各单位复议几件 after 2024年, which asked nothing yet. */
function withHowMany(question: readonly Token[], said: readonly Token[]): readonly Token[] {
  const isBare = question.every((token) => kindOf(token) !== null || beside.includes(token.role.is))
  const isPart = question.some(({ role }) => isFigureRole(role))
  return isBare && !isPart ? [...question, ...said.filter(({ role }) => role.is === 'howMany')] : question
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
