import { readSaying, type Saying } from '../text/saying.ts'
import type { LexiconEntry, WordRole } from './roles.ts'

/**
 * The words of the lexicon as a graph of characters: entries with many optional parts stand for more words than could be
 * written out. Joint states are made when a text first leads to them.
 */
export interface WordState {
  /** What the word that ends here means; several only by a fault of the lexicon, which a test finds. */
  readonly roles: readonly WordRole[]
  /** Characters that may follow. */
  readonly characters: () => Iterable<string>
  /** The state after one more character; null where no word goes on so. */
  readonly after: (character: string) => WordState | null
}

/** A character of an entry, and what may follow it; at the end of the entry its role. */
interface Place {
  readonly number: number
  readonly character: string
  readonly next: readonly Follower[]
}
type Follower = Place | { readonly number: number; readonly role: WordRole }

/** The graph's beginning. Throws where an entry's brackets are not balanced. */
export function wordGraph(entries: readonly LexiconEntry[]): WordState {
  let number = 0
  const first = entries.flatMap(({ role, says }) => {
    const end: readonly Follower[] = [{ number: number++, role }]
    return says.flatMap((say) => waysInto(readSaying(say), end).filter((one) => one !== end[0]))
  })
  return stateMaker()(first)

  function waysInto(saying: Saying, next: readonly Follower[]): readonly Follower[] {
    return saying.reduceRight(
      (following: readonly Follower[], part) =>
        typeof part === 'string'
          ? [{ number: number++, character: part, next: following }]
          : part.flatMap((way) => waysInto(way, following)),
      next,
    )
  }
}

/** One state for each set of followers. */
function stateMaker(): (followers: Iterable<Follower>) => WordState {
  const made = new Map<string, WordState>()
  const stateOf = (followers: Iterable<Follower>): WordState => {
    const distinct = [...new Set(followers)].sort((a, b) => a.number - b.number)
    const key = distinct.map((one) => one.number).join()
    const known = made.get(key)
    if (known !== undefined) return known
    const state = newState(distinct, stateOf)
    made.set(key, state)
    return state
  }
  return stateOf
}

function newState(
  followers: readonly Follower[],
  stateOf: (followers: Iterable<Follower>) => WordState,
): WordState {
  const nexts = new Map<string, Follower[]>()
  for (const follower of followers) {
    if (!('character' in follower)) continue
    const sofar = nexts.get(follower.character)
    if (sofar === undefined) nexts.set(follower.character, [...follower.next])
    else sofar.push(...follower.next)
  }
  const states = new Map<string, WordState>()
  return {
    roles: followers.flatMap((one) => ('role' in one ? [one.role] : [])),
    characters: () => nexts.keys(),
    after: (character) => {
      const known = states.get(character)
      if (known !== undefined) return known
      const next = nexts.get(character)
      if (next === undefined) return null
      const state = stateOf(next)
      states.set(character, state)
      return state
    },
  }
}
