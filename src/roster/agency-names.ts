import { isBareName } from './bare-name.ts'
import { derivedAliases, placeNamedAgencies } from './derived-aliases.ts'
import { placeForms, placeKind, placeOf } from './place.ts'

/** What is known of an agency's names. */
export interface NamedAgency {
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * 1 full name, 2 less its place, 3 a configured alias, 4 a derived alias, 5 市教育局 of another 市 than the district. The
 * lowest that fits wins.
 */
export type NameLevel = 1 | 2 | 3 | 4 | 5

/** One way of writing an agency's name. */
export interface NameForm {
  readonly level: NameLevel
  /** Full names it may mean; more than one: it decides nothing. */
  readonly names: readonly string[]
  /** Whether it says by itself which place's agency is meant (兖州科技局 does, 科技局 and 区科技局 do not). */
  readonly tellsPlace: boolean
}

/** Every way of writing every agency's name. */
export interface AgencyNames {
  readonly agencies: readonly NamedAgency[]
  readonly forms: ReadonlyMap<string, NameForm>
}

/** Whose name it is: one agency's, or it fits several, or nobody's. */
export type Resolution =
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none' }

/** Builds the table of names; `district` is the place most names begin with, where it is known. */
export function agencyNames(agencies: readonly NamedAgency[], district: string | null): AgencyNames {
  const forms = new Map<string, NameForm>()
  for (const agency of agencies) {
    for (const spelling of spellings(agency, district)) add(forms, spelling, agency.name)
  }
  return { agencies, forms }
}

/** Finds a printed name by levels 1 to 4; never by likeness. */
export function resolveAgency(printed: string, names: AgencyNames): Resolution {
  const name = normaliseName(printed)
  // A title may name a government by its area alone: 东宝区2024年政府信息公开工作年度报告.
  const form =
    names.forms.get(name) ?? (placeKind(name) === null ? undefined : names.forms.get(`${name}人民政府`))
  if (form === undefined) return { kind: 'none' }
  const [only, ...others] = form.names
  return only !== undefined && others.length === 0
    ? { kind: 'one', name: only }
    : { kind: 'several', names: form.names }
}

/**
 * The name a report is filed under where no roster lists the agencies: that of a stored agency if both names tell the
 * place and mean the same, else the name as printed. 科技局 alone may be any district's: it is joined to nobody and
 * never a name of its own; `maybe` are the stored agencies it fits.
 */
export function filingNameWithoutRoster(
  printed: string,
  stored: readonly string[],
): Resolution | { readonly kind: 'bare'; readonly maybe: readonly string[] } {
  const name = normaliseName(printed)
  const formIn = (other: string): NameForm | undefined =>
    agencyNames([{ name: other, aliases: [] }], null).forms.get(name)
  if (isBareName(name)) {
    return {
      kind: 'bare',
      maybe: stored.filter((other) => !isBareName(other) && formIn(other) !== undefined),
    }
  }
  if (stored.includes(name)) return { kind: 'one', name }
  const ownForms = agencyNames([{ name, aliases: [] }], null).forms
  const same = stored.filter((other) => (formIn(other) ?? ownForms.get(other))?.tellsPlace === true)
  const [only, ...others] = same
  if (only === undefined) return { kind: 'one', name }
  return others.length === 0 ? { kind: 'one', name: only } : { kind: 'several', names: same }
}

/**
 * Full names like what was written, best first: for a message that asks, never for an answer. Like are those that
 * share at least half of what says what the agency is for; place and 局 alone make nothing alike.
 */
export function nearestNames(written: string, names: readonly string[], limit = 3): readonly string[] {
  const wanted = normaliseName(written)
  return names
    .filter((name) => sharesDuty(dutyOf(wanted), dutyOf(normaliseName(name))))
    .map((name) => ({ name, likeness: likeness(wanted, name) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map((candidate) => candidate.name)
}

/** 科学技术 of 济宁市兖州区科学技术局; nothing of a government. */
function dutyOf(name: string): string {
  return nameWithoutPlace(name, null).replace(
    /^[区县市旗]|(?:分局|局|委员会|委|办公室|办|中心|街道办事处|街道|办事处|镇人民政府|人民政府|政府|镇|乡)$/gu,
    '',
  )
}

function sharesDuty(wanted: string, other: string): boolean {
  if (wanted === '' || other === '') return wanted === other
  const shared = Array.from(wanted).filter((character) => other.includes(character)).length
  return shared * 2 >= Array.from(wanted).length
}

/** NFKC without spaces and invisible characters. */
function normaliseName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '')
}

/** The agency's name without its place: `科学技术局`. */
export function nameWithoutPlace(name: string, district: string | null): string {
  return splits(name, district)[0].rest
}

interface Spelling {
  readonly text: string
  readonly level: NameLevel
  readonly tellsPlace: boolean
}

function spellings(agency: NamedAgency, district: string | null): readonly Spelling[] {
  const name = normaliseName(agency.name)
  return [
    { text: name, level: 1 as const, tellsPlace: splits(name, district).some(tellsPlace) },
    ...agency.aliases.map((text) => ({ text: normaliseName(text), level: 3 as const, tellsPlace: true })),
    ...splits(name, district).flatMap(({ place, rest }) => [
      ...withPlaces(place, isZoneCommittee(rest) ? zoneCommittee : [rest], 2, district),
      ...withPlaces(place, callNames(rest), 4, district),
    ]),
    ...ofTheState(name, district).flatMap(({ place, rest }) =>
      withPlaces(place, [rest, ...callNames(rest)], 4, district),
    ),
    ...branchNames(name).map((text) => ({ text, level: 4 as const, tellsPlace: true })),
  ].filter((spelling) => spelling.text.length >= 2)
}

function withPlaces(
  place: string,
  words: readonly string[],
  level: NameLevel,
  district: string | null,
): readonly Spelling[] {
  const isOwn = district === null || district.endsWith(place)
  return words.flatMap((word) =>
    placeForms(place)
      .filter(({ text, tells }) => (text !== '' || !governmentAlone.test(word)) && (word !== '' || tells))
      .map(({ text, tells }) => ({
        text: text + word,
        level: isOwn || tells || text === '' ? level : 5,
        tellsPlace: tells || tellsItself(word),
      })),
  )
}

function tellsPlace({ place, rest }: Split): boolean {
  return place !== '' || tellsItself(rest)
}

/** 人民政府 alone fits the district and all its towns; so does 政府. */
const governmentAlone = /^(?:人民)?政府$/u

/** Subdistricts and towns carry a place of their own. */
function tellsItself(rest: string): boolean {
  return /^.{2,}(?:街道|镇|乡)(?:办事处|人民政府)?$/u.test(rest)
}

/** An agency's name, cut where its place ends. */
interface Split {
  readonly place: string
  readonly rest: string
}

/** The likeliest cut first: after the district where the name begins with it, then after all places it begins with. */
function splits(name: string, district: string | null): readonly [Split, ...Split[]] {
  const place = placeOf(name)
  const own = splitAfter(name, place, district)
  const sent = district === null ? null : sentBy(own, district)
  if (sent !== null) return [own, sent]
  if (district === null || !name.startsWith(district) || district === place) return [own]
  return [splitAfter(name, district, district), own]
}

/** 济宁市兖州生态环境局, of the city and for the district: it is called like one of the district's own. */
function sentBy({ rest }: Split, district: string): Split | null {
  const bare = placeForms(district).find(
    ({ text, tells }) => tells && text !== '' && rest.startsWith(text),
  )?.text
  if (bare === undefined || rest.length < bare.length + 3) return null
  return { place: district, rest: rest.slice(bare.length) }
}

function splitAfter(name: string, place: string, district: string | null): Split {
  const rest = name.slice(place.length)
  // An area alone is its government.
  if (rest === '') return { place, rest: '人民政府' }
  // 济宁市公安局兖州分局 is the 公安局 of 兖州.
  const branch = /^(.+)局(.{2,4}?)(?:区|县|市)?分局$/u.exec(rest)
  if (branch?.[1] === undefined || branch[2] === undefined) return { place, rest }
  const kind = (district === null ? null : placeKind(district)) ?? '区'
  return { place: `${branch[2]}${kind}`, rest: `${branch[1]}分局` }
}

/** 国家税务总局济宁市税务局 is the 税务局 of 济宁市. */
function ofTheState(name: string, district: string | null): readonly Split[] {
  const own = name.replace(/^国家\p{Script=Han}{2,4}?总?局(?=\p{Script=Han}{5})/u, '')
  return own === name || placeOf(own) === '' ? [] : splits(own, district)
}

/** 公安局高新分局 is the 高新分局 as well. */
function branchNames(name: string): readonly string[] {
  const [, bureau, branch] = /^(.+局)(.{2,4}分局)$/u.exec(name.slice(placeOf(name).length)) ?? []
  return bureau === undefined || branch === undefined ? [] : [`${bureau}${branch}`, branch]
}

function callNames(rest: string): readonly string[] {
  const called = derivedAliases.filter((line) => line.includes(rest)).flat()
  for (const { pattern, endings } of placeNamedAgencies) {
    const own = pattern.exec(rest)?.[1]
    if (own !== undefined && own.length >= 2) called.push(...endings.map((ending) => own + ending))
  }
  if (rest === '人民政府') called.push('政府')
  // A zone alone is its committee, as an area alone is its government.
  if (isZoneCommittee(rest)) called.push('')
  return called.filter((word) => word !== rest)
}

const zoneCommittee = ['管理委员会', '管委会']

function isZoneCommittee(rest: string): boolean {
  return zoneCommittee.includes(rest)
}

function add(forms: Map<string, NameForm>, { text, level, tellsPlace }: Spelling, name: string): void {
  const known = forms.get(text)
  if (known === undefined || level < known.level) {
    forms.set(text, { level, names: [name], tellsPlace })
  } else if (level === known.level && !known.names.includes(name)) {
    forms.set(text, { level, names: [...known.names, name], tellsPlace: known.tellsPlace && tellsPlace })
  }
}

/** Share of common characters and pairs, 0 to 1. */
function likeness(a: string, b: string): number {
  const pieces = (text: string): Set<string> =>
    new Set(Array.from(text).flatMap((character, index) => [character, text.slice(index, index + 2)]))
  const [left, right] = [pieces(a), pieces(b)]
  const common = [...left].filter((piece) => right.has(piece)).length
  return (2 * common) / (left.size + right.size || 1)
}
