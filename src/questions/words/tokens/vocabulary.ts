import type { AgencyNames } from '../../../roster/agency-names.ts'
import { placeForms, placeKind } from '../../../roster/place.ts'
import { expand } from '../text/expand.ts'
import { lexicon } from '../lexicon/index.ts'
import type { Role } from './roles.ts'

/** The words that may occur, those of the district's agencies among them. */
export interface Vocabulary {
  /** A word with its role, the agencies' over the lexicon's; null where there is none. */
  readonly roleOf: (word: string) => Role | null
  readonly longest: number
}

interface FixedWords {
  readonly words: ReadonlyMap<string, Role>
  readonly longest: number
}

let built: FixedWords | null = null

/** Built once, with the first question: the lexicon never changes while the program runs. */
function fixedWords(): FixedWords {
  if (built === null) {
    const words = new Map(
      lexicon.flatMap(({ role, says }) => says.flatMap(expand).map((word): [string, Role] => [word, role])),
    )
    built = { words, longest: longestOf(words.keys(), 0) }
  }
  return built
}

function longestOf(words: Iterable<string>, least: number): number {
  let longest = least
  for (const word of words) longest = Math.max(longest, word.length)
  return longest
}

/** The lexicon with the names of the agencies; a word of the lexicon is never an agency. */
export function vocabularyOf(
  names: AgencyNames,
  places: readonly string[],
  district: string | null,
): Vocabulary {
  const words = new Map<string, Role>()
  for (const [form, { names: fits }] of names.forms)
    words.set(form.toLowerCase(), { is: 'agency', names: fits })
  for (const [word, role] of placeWords(places, district, names)) {
    // An area alone may be the name under which its government's report is stored.
    if (names.forms.get(word)?.level !== 1) words.set(word, role)
  }
  const fixed = fixedWords()
  const longest = longestOf(words.keys(), fixed.longest)
  return { roleOf: (word) => fixed.words.get(word) ?? words.get(word) ?? null, longest }
}

/** The lexicon without any agency. */
export function emptyVocabulary(): Vocabulary {
  const { words, longest } = fixedWords()
  return { roleOf: (word) => words.get(word) ?? null, longest }
}

/** Every word of the lexicon with its role. */
export function sayings(): Iterable<readonly [string, Role]> {
  return fixedWords().words
}

/** 全区, 区里 for all; 全市 in a district is another place. `places` are where the agencies are, most often first. */
function* placeWords(
  places: readonly string[],
  district: string | null,
  names: AgencyNames,
): Iterable<[string, Role]> {
  const [main] = district === null ? places : [district]
  const own = main === undefined ? null : placeKind(main)
  for (const kind of ['省', '市', '县', '区', '旗']) {
    const all: Role = { is: 'group', group: 'all', each: false }
    for (const word of [
      ...[`全${kind}`, `${kind}里`, `整个${kind}`, `全${kind}范围`, `全${kind}各单位`],
      ...['我', '咱', '俺', '我们', '咱们', '我们全', '咱们全', '本', '我们这个'].map(
        (our) => `${our}${kind}`,
      ),
    ]) {
      yield [word, own === null || own === kind ? all : { is: 'elsewhere' }]
    }
  }
  yield ['全国', { is: 'elsewhere' }]
  // 外省企业: who applied, not who was asked.
  for (const word of ['外省', '外市', '外县', '外区', '外地', '外国']) yield [word, { is: 'left' }]
  // 卫健中心 is one name: 中 does not stand alone in it.
  yield ['中心', { is: 'left' }]
  yield ['人民政府', { is: 'agency', names: [] }]
  yield ['政府', { is: 'agency', names: [] }]
  // 沂宁市 is where some of 青澜区's agencies come from, and no place of this roster's own.
  const isOwn = (place: string): boolean => place === main || names.forms.has(`${place}人民政府`)
  // A zone of the roster's own is its committee.
  const isAgency = (place: string): boolean => place !== main && names.forms.has(`${place}管理委员会`)
  for (const place of places.filter((one) => !isAgency(one)).toReversed()) {
    const role: Role = isOwn(place) ? { is: 'place' } : { is: 'elsewhere' }
    for (const form of placeForms(place)) if (form.tells) yield [form.text, role]
  }
}
