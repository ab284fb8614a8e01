import type { AgencyNames } from '../../roster/agency-names.ts'
import { placeForms, placeKind } from '../../roster/place.ts'
import { expand } from './expand.ts'
import { lexicon, type WordRole } from './lexicon.ts'
import { numberOf } from './numerals.ts'
import { otherWords, type OtherRole } from './other-words.ts'
import { yearAt, type YearWord } from './years.ts'

/** What a stretch of a question was taken for. */
export type Role =
  | WordRole
  | OtherRole
  | { readonly is: 'agency'; readonly names: readonly string[] }
  /** The place alone (兖州区): the whole of it, or its government. */
  | { readonly is: 'place' }
  | { readonly is: 'years'; readonly word: YearWord }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'mark' }
  /** Claimed by nothing. */
  | { readonly is: 'left' }

export interface Token {
  readonly text: string
  readonly role: Role
}

/** The words that may occur, those of the district's agencies among them. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, Role>
  readonly longest: number
}

/** Joins the lexicon with the names of the agencies; a word of the lexicon is never an agency. */
export function vocabularyOf(names: AgencyNames, places: readonly string[]): Vocabulary {
  const words = new Map<string, Role>()
  for (const [form, { names: fits }] of names.forms)
    words.set(form.toLowerCase(), { is: 'agency', names: fits })
  for (const [word, role] of placeWords(places)) {
    // An area alone may be the name under which its government's report is stored.
    if (names.forms.get(word)?.level !== 1) words.set(word, role)
  }
  for (const [word, role] of fixedWords) words.set(word, role)
  return { words, longest: Math.max(...[...words.keys()].map((word) => word.length)) }
}

/** Cuts a normalised question into tokens: from the left, always the longest that fits. */
export function segment(text: string, vocabulary: Vocabulary): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, vocabulary)
    const before = tokens.at(-1)
    if (token.role.is === 'left' && before?.role.is === 'left') {
      tokens[tokens.length - 1] = { ...before, text: before.text + token.text }
    } else tokens.push(token)
    at += token.text.length
  }
  return tokens
}

/** Built once: the lexicon never changes while the program runs. */
const fixedWords: ReadonlyMap<string, Role> = new Map(
  [...otherWords, ...lexicon].flatMap(({ role, says }) =>
    says.flatMap(expand).map((word): [string, Role] => [word, role]),
  ),
)

/** The lexicon without any agency. */
export const emptyVocabulary: Vocabulary = vocabularyOf({ agencies: [], forms: new Map() }, [])

/** 全区, 区里 for all; 全市 in a district is another place. */
function* placeWords(places: readonly string[]): Iterable<[string, Role]> {
  const kinds = new Set(places.map(placeKind))
  for (const kind of ['省', '市', '县', '区', '旗']) {
    const all: Role = { is: 'group', group: 'all', each: false }
    for (const word of [`全${kind}`, `${kind}里`, `我${kind}`, `本${kind}`, `全${kind}范围`]) {
      yield [word, kinds.has(kind) ? all : { is: 'elsewhere' }]
    }
  }
  yield ['全国', { is: 'elsewhere' }]
  yield ['人民政府', { is: 'agency', names: [] }]
  yield ['政府', { is: 'agency', names: [] }]
  for (const place of places) {
    for (const form of placeForms(place)) if (form.tells) yield [form.text, { is: 'place' }]
  }
}

/** A number with its unit behind it, or one in digits that is asked about: 是340吗. */
const figure = /^(?:(?:\d{1,9}|[零〇一二两三四五六七八九十百千]+)(?=[件条个份起宗项])|\d{1,9}(?=[吗吧对]))/u

function tokenAt(text: string, at: number, vocabulary: Vocabulary): Token {
  const word = wordAt(text, at, vocabulary)
  const years = yearAt(text, at)
  if (years !== null && years.length > (word?.text.length ?? 0)) {
    return { text: text.slice(at, at + years.length), role: { is: 'years', word: years.word } }
  }
  if (word !== null) return word
  const number = figure.exec(text.slice(at))?.[0]
  const value = number === undefined ? null : numberOf(number)
  if (number !== undefined && value !== null) return { text: number, role: { is: 'number', value } }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return { text: character, role: { is: /^[,.-]$/.test(character) ? 'mark' : 'left' } }
}

function wordAt(text: string, at: number, { words, longest }: Vocabulary): Token | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const candidate = text.slice(at, at + length)
    const role = words.get(candidate)
    if (role !== undefined) return { text: candidate, role }
  }
  return null
}
