import { agencyKindOf } from '../report/agency-kind.ts'
import type { Holding } from '../report/stored-report.ts'
import { agencyNames } from '../roster/agency-names.ts'
import { placeKind, placeOf } from '../roster/place.ts'
import type { Roster } from '../roster/roster.ts'
import type { AskedAgency } from './query/asked-agency.ts'
import type { Directory } from './words/whose/mentions.ts'
import { vocabularyOf, type Vocabulary } from './words/tokens/vocabulary.ts'

/** All that words are read against and that stays the same while the roster does. */
export interface KnownWords {
  readonly agencies: readonly AskedAgency[]
  readonly vocabulary: Vocabulary
  readonly directory: Directory
  /** 全区, 全县, 全市, by the district's own kind; 全部单位 where it has none. */
  readonly allName: string
}

const ofRoster = new WeakMap<Roster, KnownWords>()
let ofHoldings: { readonly key: string; readonly words: KnownWords } | null = null

/**
 * The names of the roster's agencies; without a roster, of those that have reports, in order of arrival. Built once for
 * a roster: with thousands of agencies it takes a while.
 */
export function knownWords(roster: Roster, holdings: readonly Holding[]): KnownWords {
  if (roster.agencies.length === 0) return wordsOfHoldings(roster, holdings)
  const known = ofRoster.get(roster) ?? built(roster, roster.agencies)
  ofRoster.set(roster, known)
  return known
}

function wordsOfHoldings(roster: Roster, holdings: readonly Holding[]): KnownWords {
  const key = [roster.district ?? '', ...holdings.map(({ agency }) => agency)].join('\n')
  if (ofHoldings?.key === key) return ofHoldings.words
  const agencies = holdings.map(({ agency }) => ({ name: agency, aliases: [], kind: agencyKindOf(agency) }))
  const words = built(roster, agencies)
  ofHoldings = { key, words }
  return words
}

function built({ district, agencies: listed }: Roster, agencies: readonly AskedAgency[]): KnownWords {
  const places = byFrequency(agencies.map(({ name }) => placeOf(name)).filter((place) => place !== ''))
  const main = district ?? places[0]
  const names = agencyNames(agencies, main ?? null)
  const kind = main === undefined ? null : placeKind(main)
  return {
    agencies,
    vocabulary: vocabularyOf(names, district === null ? places : [district, ...places], district),
    directory: { names, district, place: main ?? null, listed: listed.length > 0 },
    allName: kind === null ? '全部单位' : `全${kind}`,
  }
}

/** The commonest first. */
function byFrequency(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}
