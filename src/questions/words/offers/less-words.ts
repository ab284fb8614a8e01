import type { AnswerableQuery } from '../../query/query.ts'
import { placesOf } from './quoting.ts'
import type { ReadQuestion } from '../turns/read-question.ts'
import type { Role, Token } from '../tokens/roles.ts'

/** The tokens of a question that are understood together, by their indexes, and what they ask for. */
export interface Rest {
  readonly kept: readonly number[]
  readonly query: AnswerableQuery
}

/** Hang in the air where the word before them is gone, or the one after. */
const danglingAfter: readonly string[] = ['的', '地', '得', '个', '了', '过']
const danglingBefore: readonly string[] = ['把', '被', '在', '因为', '由于', '所', '是', '有']

/** A question as typed without the words that are left out, and whether it reads well so. */
export interface LessWords {
  readonly text: string
  readonly readsWell: boolean
}

/** Leaves words out of a question as it was typed; null where nothing is left. `query`: what it then asks, if known. */
export function lessWords(
  { kept, query }: Pick<Rest, 'kept'> & { readonly query: Rest['query'] | null },
  { reading, said, start }: ReadQuestion,
): LessWords | null {
  const { tokens, before } = reading
  const bare = withoutPoliteness(withoutDangling(kept, tokens), tokens)
  const places = placesOf(tokens, start)
  const runs: { from: number; to: number }[] = []
  bare.forEach((index, nth) => {
    const place = places[index]
    const run = runs.at(-1)
    if (place === undefined) return
    if (run !== undefined && bare[nth - 1] === index - 1) run.to = place.to
    else runs.push({ ...place })
  })
  const text = runs.map(({ from, to }) => said.slice(from, to)).join('')
  const isPlain = before === null && tokens.every(({ written }) => written === undefined)
  const readsWell =
    isPlain &&
    runs.length <= 2 &&
    joinsWell(kept, bare, tokens) &&
    !endsOpen(bare.flatMap((index) => tokens[index] ?? [])) &&
    query !== null &&
    saysWhose({ kept, query }, tokens)
  return text.trim() === '' ? null : { text: text.trim(), readsWell }
}

/** Less what hangs in the air where the word before it is gone, or the one after. */
function withoutDangling(kept: readonly number[], tokens: readonly Token[]): readonly number[] {
  const isKept = (index: number): boolean => kept.includes(index)
  return kept.filter((index) => {
    const text = tokens[index]?.text ?? ''
    const hangsBack = danglingAfter.includes(text) && !isKept(index - 1)
    return !hangsBack && !(danglingBefore.includes(text) && !isKept(index + 1) && index + 1 < tokens.length)
  })
}

/** Less greetings before, thanks and marks behind. */
function withoutPoliteness(indexes: readonly number[], tokens: readonly Token[]): readonly number[] {
  const says = (index: number): boolean => {
    const role = tokens[index]?.role.is
    return role !== 'empty' && role !== 'mark' && role !== 'thanks'
  }
  const first = indexes.findIndex(says)
  const last = indexes.findLastIndex(says)
  const asks = /^[吗呢吧]$/u.test(tokens[indexes[last + 1] ?? -1]?.text ?? '')
  return indexes.slice(Math.max(first, 0), last + (asks ? 2 : 1))
}

const saysAll: readonly Role['is'][] = [
  ...(['group', 'kind', 'each', 'which', 'howManyAgencies', 'ending', 'rest'] as const),
  ...(['top', 'most', 'ranking', 'place-number'] as const),
]

/** Where nobody is named the strange word may have been a name: then it must be said that all are meant. */
export function saysWhose({ kept, query }: Rest, tokens: readonly Token[]): boolean {
  if (query.whose !== 'all') return true
  return kept.some((index) => saysAll.includes(tokens[index]?.role.is ?? 'mark'))
}

/** Without 或者 both conditions would hold at once. */
const turns = /^或者?$/u

const joinsBadly: readonly Role['is'][] = [
  ...(['unit', 'mark', 'and', 'plus', 'than', 'exceptEnd', 'conjunction', 'applying'] as const),
]

/** No unit without its number, no mark beside a cut, no cut at the end but after 几件. */
function joinsWell(kept: readonly number[], bare: readonly number[], tokens: readonly Token[]): boolean {
  const last = bare.at(-1) ?? -1
  const next = tokens[last + 1]
  const isWhole = tokens[last]?.role.is === 'howMany' || next?.role.is === 'mark'
  if (next !== undefined && !kept.includes(last + 1) && !isWhole) return false
  if (tokens.some(({ text }, index) => turns.test(text) && !kept.includes(index))) return false
  return bare.every((index, nth) => {
    const isCut = nth === 0 ? index > 0 : bare[nth - 1] !== index - 1
    return !isCut || !joinsBadly.includes(tokens[index]?.role.is ?? 'mark')
  })
}

const answeredYesOrNo: readonly Role['is'][] = [
  ...([
    'number',
    'condition',
    'hasNot',
    'whether',
    'filing',
    'verdict',
    'findings',
    'matches',
    'change',
  ] as const),
]

/** 依申请吗, 申请是去年, 依申请平均的单位: what was to be said is gone. */
function endsOpen(tokens: readonly Token[]): boolean {
  const has = (is: Role['is']): boolean => tokens.some(({ role }) => role.is === is)
  const [last, before] = [tokens.at(-1), tokens.at(-2)]
  if (/^[吗么]$/u.test(last?.text ?? '')) return !answeredYesOrNo.some(has)
  if (last?.role.is === 'years') return before?.text === '是'
  return last?.role.is === 'kind' && has('average')
}
