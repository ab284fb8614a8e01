import type { AgencyNames } from '../../../roster/agency-names.ts'
import { placeForms, placeKind } from '../../../roster/place.ts'
import { lexicon } from '../lexicon/index.ts'
import type { Role } from './roles.ts'
import { wordGraph, type WordState } from './word-graph.ts'

/** The words that may occur, those of the district's agencies among them. */
export interface Vocabulary {
  /** Words that begin at a place of a text, each with its role, the longest first; of equals the lexicon's. */
  readonly wordsAt: (text: string, at: number) => readonly Word[]
}

/** A word found in a text. */
export interface Word {
  readonly text: string
  readonly role: Role
}

let built: WordState | null = null

/** The lexicon as a graph. Built once, with the first question: it never changes while the program runs. */
export function lexiconGraph(): WordState {
  built ??= wordGraph(lexicon)
  return built
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
  const stems = agencyStems(names)
  let longest = 0
  for (const word of words.keys()) longest = Math.max(longest, word.length)
  return {
    wordsAt: (text, at) => {
      const fixed = lexiconWordsAt(text, at)
      const found = [...fixed]
      for (let length = Math.min(longest, text.length - at); length > 0; length--) {
        const word = text.slice(at, at + length)
        const role = words.get(word) ?? stemIn(stems, word, text.slice(at + length, at + length + 2))
        if (role !== null && !fixed.some((one) => one.text === word)) found.push({ text: word, role })
      }
      return found.sort((a, b) => b.text.length - a.text.length)
    },
  }
}

/** The lexicon without any agency. */
export function emptyVocabulary(): Vocabulary {
  return { wordsAt: lexiconWordsAt }
}

function lexiconWordsAt(text: string, at: number): readonly Word[] {
  const found: Word[] = []
  let state = lexiconGraph().after(text.charAt(at))
  for (let end = at + 1; state !== null; state = state.after(text.charAt(end++))) {
    const [role] = state.roles
    if (role !== undefined) found.unshift({ text: text.slice(at, end), role })
  }
  return found
}

/** 公安, 住建, 市监: an agency without the word for its kind, where only one is called so. */
function agencyStems({ forms }: AgencyNames): ReadonlyMap<string, Role> {
  const fits = new Map<string, Set<string>>()
  for (const [form, { names }] of forms) {
    const stem = /^(.{2,6}?)(?:局|委|分局|委员会)$/u.exec(form)?.[1]
    if (stem === undefined || forms.has(stem)) continue
    const sofar = fits.get(stem) ?? new Set()
    for (const name of names) sofar.add(name)
    fits.set(stem, sofar)
  }
  return new Map(
    [...fits]
      .filter(([, names]) => names.size === 1)
      .map(([stem, names]) => [stem, { is: 'agency', names: [...names] }]),
  )
}

/** 司法所, 水利站 are others; 公安处罚, 教育所有 are not. */
const otherKinds =
  /^(?:[局委办站队院厅厂校馆室]|所(?![有属])|处(?![罚理分])|[会社](?![上议员会])|诉讼|处理|过的|通过|发现|鉴定|整改|救助|机关|系统|领域|行业|类)/u

function stemIn(stems: ReadonlyMap<string, Role>, word: string, next: string): Role | null {
  return otherKinds.test(next) ? null : (stems.get(word) ?? null)
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
  for (const word of ['外省', '外市', '外县', '外区', '外地', '外国', '共同', '联合', '会同'])
    yield [word, { is: 'left' }]
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
