import { areasOf, isCalled, placeForms, placeKind, placeOf } from '../../../roster/place.ts'
import type { AskedAgency } from '../../query/asked-agency.ts'
import type { Role, Token } from '../tokens/roles.ts'
import type { Directory } from './mentions.ts'
import type { Audience } from './whose.ts'

/** Who the groups of a question are, where a place stands in front of them: 望湖区各街道, 市直部门. */
export interface Narrowed {
  readonly audience: Audience
  /** What is said of a place whose members are not known; null where nothing is. */
  readonly unknown: string | null
  /** Words of other groups beside them: 望湖区各街道占全市. */
  readonly misplaced: readonly string[]
}

/** What may be of a place that stands in front of it. */
const ofPlace: readonly Role['is'][] = [
  ...(['group', 'kind', 'which', 'howManyAgencies', 'ending', 'oneOf', 'rest'] as const),
]

/**
 * Narrows whom 各街道 and 谁 mean to those of the place in front (望湖区各街道), or to a city's own (市直部门). The whole
 * roster's place changes nothing.
 */
export function narrowedBy(
  tokens: readonly Token[],
  audience: Audience,
  directory: Pick<Directory, 'place'>,
): Narrowed {
  const { place: main } = directory
  const whole: Audience = { ...audience, all: audience.whole ?? audience.all, whole: undefined }
  const parts = tokens.flatMap((token, index) => partAt(tokens, token, index, whole, main))
  const [part, ...others] = parts
  if (part === undefined) return { audience: whole, unknown: null, misplaced: [] }
  const different = others.filter(({ key }) => key !== part.key).map(({ written }) => written)
  const misplaced = [...different, ...besideParts(tokens)]
  if (part.of === 'nobody') return { audience: whole, unknown: null, misplaced: [part.written] }
  const { all } = whole
  const members = all.filter(({ name }) =>
    part.of === 'place' ? liesIn(name, part.key) : !isBelow(name, main, all),
  )
  const isUnknown = members.length === 0 || (part.of === 'place' && all.some((one) => isUntold(one, main)))
  return {
    audience: { ...whole, all: members, whole: all },
    unknown: isUnknown ? part.written : null,
    misplaced,
  }
}

/** A part of the roster that words narrow to: those in a place, a city's own, or nobody knows which. */
interface Part {
  readonly of: 'place' | 'own' | 'nobody'
  readonly key: string
  readonly written: string
}

function partAt(
  tokens: readonly Token[],
  { role, text }: Token,
  index: number,
  { all }: Audience,
  main: string | null,
): readonly Part[] {
  if (role.is === 'place') {
    const group = groupBehind(tokens, index)
    const isPart = group !== null && !isAt(text, main)
    return isPart ? [{ of: 'place', key: text, written: text + group.text }] : []
  }
  const level = role.is === 'group' && role.group === 'department' ? levelIn(text) : null
  if (level === null || !all.some(({ name }) => isBelow(name, main, all))) return []
  if (level === placeKind(main ?? '')) return [{ of: 'own', key: '', written: text }]
  // 望湖区区直部门 are of that place, and 区直部门 of which is not told.
  return isBehindPlace(tokens, index) ? [] : [{ of: 'nobody', key: level, written: text }]
}

/** 市 of 市直部门, 各区级部门. */
function levelIn(text: string): string | null {
  return /(?:^|各|所有|全部|每一?个|个)([市区县])/u.exec(text)?.[1] ?? null
}

/** The group that a place stands in front of; years may stand between them. */
function groupBehind(tokens: readonly Token[], at: number): Token | null {
  const next = tokens.slice(at + 1).find(({ role }) => role.is !== 'empty' && role.is !== 'years')
  return next !== undefined && ofPlace.includes(next.role.is) ? next : null
}

/** Whether a group of that place follows, so that the place is nobody by itself. */
export function isOfGroup(tokens: readonly Token[], at: number): boolean {
  return groupBehind(tokens, at) !== null
}

function isBehindPlace(tokens: readonly Token[], at: number): boolean {
  return tokens.some(({ role }, index) => role.is === 'place' && groupBehind(tokens, index) === tokens[at])
}

/** 全市, 全市各单位 beside 望湖区各街道, and 望湖区 of 望湖区和东岭区各街道. */
function besideParts(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ role, text }, index) => {
    const isWhole = role.is === 'group' && /^(?:全|整个|本群|我|咱|本)/u.test(text)
    const isPlace = role.is === 'place' && !isOfGroup(tokens, index)
    return isPlace || (isWhole && !isBehindPlace(tokens, index)) ? [text] : []
  })
}

function isAt(text: string, place: string | null): boolean {
  return place === null || placeForms(place).some((form) => form.text === text)
}

/** Whether a name says that its agency is of the place or of something in it. */
export function liesIn(name: string, place: string): boolean {
  const areas = areasOf(placeOf(name))
  const isWithin = areas.some((_, index) => {
    const upTo = areas.slice(0, index + 1).join('')
    return isCalled(upTo, place)
  })
  return isWithin || isBranchOf(name, place)
}

/** 云昌市公安局望湖分局 is the 公安局 of 望湖区. */
function isBranchOf(name: string, place: string): boolean {
  const [, branch] = /局(.{2,4}?)[区县市]?分局$/u.exec(name) ?? []
  return branch !== undefined && isCalled(place, branch)
}

/** Whether an agency is of a place below the city that the roster is of. */
function isBelow(name: string, main: string | null, all: readonly AskedAgency[]): boolean {
  const place = placeOf(name)
  if (main === null || !['市', '州', '盟'].includes(placeKind(main) ?? '')) return false
  if (place === '' || place === main || main.startsWith(place)) return false
  const isThere = (agency: string): boolean => all.some((one) => one.name === agency)
  if (isThere(`${place}人民政府`)) return true
  // A zone of the city is its own.
  return place.startsWith(main) && !isThere(`${place}管理委员会`) && !isThere(`${place}管委会`)
}

/** A town or 街道 whose name does not say in which part of the city it lies. */
function isUntold({ name, kind }: AskedAgency, main: string | null): boolean {
  const place = placeOf(name)
  return (kind === 'township' || kind === 'subdistrict') && (place === '' || place === main)
}
