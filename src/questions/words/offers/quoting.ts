import type { Typed } from '../text/as-typed.ts'
import type { Reading } from '../turns/reading.ts'
import { isFigureRole, type Token } from '../tokens/roles.ts'

/** In a word that nothing claims: it may deny what the rest says. */
export const turnsRound = /[不没未非无勿别除]/u

/** Stretches quoted at most, and characters of each. */
const mostQuoted = 3
const longestQuote = 20

/** Characters of the normalised question: the first, and the one after the last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The words of a refusal as people wrote them: in the order of the question, those side by side as one, each widened to
 * what a reader takes for a word (急 → 加急). `start`: where the first token stands in the normalised question.
 */
export function quotedWords(
  words: readonly string[],
  reading: Pick<Reading, 'tokens' | 'mentions'>,
  said: Typed,
  start: number,
): readonly string[] {
  const stretches = stretchesOf(words, reading, said, start)
  // What was chosen in answer to a question back stands nowhere in the question.
  const isThere = stretches.every(({ from, to }) => said.slice(from, to).trim() !== '')
  if (stretches.length === 0 || !isThere) return words.filter((word) => word !== '')
  return stretches.slice(0, mostQuoted).map(({ from, to }) => {
    const text = said.slice(from, to).trim()
    const characters = Array.from(text)
    return characters.length <= longestQuote ? text : `${characters.slice(0, longestQuote).join('')}…`
  })
}

/** Where the words of a refusal stand, widened, in order; none where they are not the question's own. */
export function stretchesOf(
  words: readonly string[],
  { tokens, mentions }: Pick<Reading, 'tokens' | 'mentions'>,
  said: Pick<Typed, 'text'>,
  start: number,
): readonly Stretch[] {
  const places = placesOf(tokens, start)
  const meant = tokensMeant(words, tokens, mentions)
  const placed = ({ from, to }: Stretch): Stretch => ({
    from: places[from]?.from ?? start,
    to: places[to]?.to ?? start,
  })
  const whole = runsOf(meant).map((run) => {
    const plain = placed(run)
    const word = wholeWords(plain, said.text, tokens, places)
    return word.to - word.from > plain.to - plain.from ? word : placed(grownOver(run, tokens))
  })
  return joined(whole, (from, to) => mayBeWithin({ from, to }, tokens, places))
}

/** Where each token stands in the normalised question. */
export function placesOf(tokens: readonly Token[], start: number): readonly Stretch[] {
  let at = start
  return tokens.map(({ text, written = text }) => {
    const from = at
    at += written.length
    return { from, to: at }
  })
}

/** Whether two stretches have a character in common; one that is not there has none. */
export function meets(place: Stretch | undefined, other: Stretch | undefined): boolean {
  return place !== undefined && other !== undefined && place.from < other.to && place.to > other.from
}

/** Indexes of the tokens that the words of a refusal speak of. */
export function tokensMeant(
  words: readonly string[],
  tokens: readonly Token[],
  mentions: Reading['mentions'],
): ReadonlySet<number> {
  const found = words.flatMap((word) => {
    const own = indexesWhere(
      tokens,
      ({ text, role }) =>
        role.is !== 'empty' && (text === word || (role.is === 'number' && String(role.value) === word)),
    )
    if (own.length > 0) return own
    const mention = mentions.find(({ written }) => written === word)
    if (mention === undefined) return []
    return indexesWhere(
      tokens,
      ({ role }, index) => index >= mention.from && index <= mention.to && isFigureRole(role),
    )
  })
  return new Set(found)
}

function indexesWhere(
  tokens: readonly Token[],
  fits: (token: Token, index: number) => boolean,
): readonly number[] {
  return tokens.flatMap((token, index) => (fits(token, index) ? [index] : []))
}

/** Tokens side by side. */
function runsOf(meant: ReadonlySet<number>): readonly Stretch[] {
  const runs: { from: number; to: number }[] = []
  for (const index of [...meant].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.to === index - 1) last.to = index
    else runs.push({ from: index, to: index })
  }
  return runs
}

/** 12 + 件; 净 + 增; 申请 + 人: what makes a word of a number, of its unit or of a single character. */
function grownOver({ from, to }: Stretch, tokens: readonly Token[]): Stretch {
  const [before, only, after] = [tokens[from - 1], tokens[from], tokens[to + 1]]
  if (from !== to || only === undefined) return { from, to }
  const isCharacter = only.role.is === 'left' && /^\p{Script=Han}$/u.test(only.text)
  const isHalf = isCharacter && (isSingle(after) || isDenied(only, after))
  if (isHalf || isCounted(only, after)) return { from, to: to + 1 }
  return isCounted(before, only) || (isCharacter && endsNoun(before, only))
    ? { from: from - 1, to }
    : { from, to }
}

function isCounted(number: Token | undefined, unit: Token | undefined): boolean {
  return number?.role.is === 'number' && unit?.role.is === 'unit'
}

/** 不 + 属于国家秘密. */
function isDenied({ text }: Token, after: Token | undefined): boolean {
  return turnsRound.test(text) && after !== undefined && isFigureRole(after.role)
}

/** 申请 + 人; what begins with a single character that does something else elsewhere: 外 + 地. */
function endsNoun(before: Token | undefined, { text }: Token): boolean {
  const isNoun = before !== undefined && isFigureRole(before.role) && before.text.length <= 2
  return isSingle(before) || (isNoun && /^[人者方书表费权]$/u.test(text))
}

const apart: readonly Token['role']['is'][] = [
  ...(['left', 'empty', 'unit', 'mark', 'years', 'agency', 'place', 'number', 'goesOn', 'it'] as const),
  ...(['kind', 'than', 'each', 'and'] as const),
]

/** One character with a use of its own, which may as well be half of a word. */
function isSingle(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Script=Han}$/u.test(token.text) && !apart.includes(token.role.is)
}

const reader = new Intl.Segmenter('zh', { granularity: 'word' })
/** Never quoted as a part of a strange word. */
const fixed: readonly Token['role']['is'][] = ['agency', 'years', 'place', 'mark']

/** Takes in the rest of the words it cuts, where that cuts no other token. */
function wholeWords(
  { from, to }: Stretch,
  text: string,
  tokens: readonly Token[],
  places: readonly Stretch[],
): Stretch {
  const words = Array.from(reader.segment(text), ({ segment, index }) => ({
    from: index,
    to: index + segment.length,
  }))
  const first = words.find((word) => word.from < from && word.to > from)
  const last = words.find((word) => word.from < to && word.to > to)
  const mayTake = (stretch: Stretch): boolean =>
    tokens.every(({ role }, index) => {
      const place = places[index]
      if (place === undefined || place.to <= stretch.from || place.from >= stretch.to) return true
      return place.from >= stretch.from && place.to <= stretch.to && !fixed.includes(role.is)
    })
  return {
    from: first !== undefined && mayTake({ from: first.from, to: from }) ? first.from : from,
    to: last !== undefined && mayTake({ from: to, to: last.to }) ? last.to : to,
  }
}

/** What meets or overlaps is one, and what stands a 的 or 个 apart. */
function joined(
  stretches: readonly Stretch[],
  mayBeBetween: (from: number, to: number) => boolean,
): readonly Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last !== undefined && (stretch.from <= last.to || mayBeBetween(last.to, stretch.from)))
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) }
    else result.push(stretch)
  }
  return result
}

/** One character that says nothing. */
function mayBeWithin({ from, to }: Stretch, tokens: readonly Token[], places: readonly Stretch[]): boolean {
  if (to - from !== 1) return false
  const index = places.findIndex((place) => place.from === from && place.to === to)
  const is = tokens[index]?.role.is
  return is === 'empty' || is === 'unit'
}
