import { standsInOrder } from '../text/stands-in-order.ts'
import type { AgencyNames } from '../../../roster/agency-names.ts'
import { nameWithoutPlace } from '../../../roster/agency-names.ts'
import { placeForms, placeKind, placeOf } from '../../../roster/place.ts'
import type { Role, Token } from '../tokens/roles.ts'

/** What the parser knows of the agencies: names, and where they are. */
export interface Directory {
  readonly names: AgencyNames
  readonly district: string | null
  /** The place most names begin with; null without any. */
  readonly place: string | null
  /** Whether a roster lists them, or they are only those that sent reports. */
  readonly listed: boolean
}

/**
 * Kinds of words that agencies' names end in: as people write them, and as the full names do. `rare`: other things end
 * so too, so that what fits nobody need not be an agency.
 */
const kinds: readonly { readonly said: RegExp; readonly full: RegExp; readonly rare?: boolean }[] = [
  { said: /分局$/u, full: /分局$/u },
  { said: /局$/u, full: /局$/u },
  { said: /(?:管委会|管理委员会)$/u, full: /(?:管理委员会|管委会)$/u },
  { said: /(?:委员会|委)$/u, full: /(?:委员会|委)$/u },
  { said: /(?:办公室|办)$/u, full: /办公室$/u },
  { said: /中心$/u, full: /中心$/u },
  { said: /街道(?:办事处|办)?$/u, full: /街道办事处$/u },
  { said: /办事处$/u, full: /办事处$/u },
  { said: /镇(?:政府)?$/u, full: /镇人民政府$/u },
  { said: /苏木(?:政府)?$/u, full: /苏木人民政府$/u },
  { said: /(?:大队|支队|医院|学校|学院)$/u, full: /(?:大队|支队|医院|学校|学院)$/u },
  { said: /乡(?:政府)?$/u, full: /乡人民政府$/u },
  { said: /厅$/u, full: /厅$/u },
  { said: /社$/u, full: /社$/u, rare: true },
]
/** Alone they mean any agency of the kind: 分局, 管委会. */
const kindAlone = /^(?:分局|管委会|管理委员会|委员会|中心)$/u
const kindWord = /^(?:局|委|办|乡|社|(?:乡|镇)政府)$/u
/** 没办, 该办: the verb, and nobody's name. */
const handles = /^[没未不已正在该能可要得快待后先再也都全刚就才还]+办$/u
/** 给教育局, 我发现教育局: what is done with the agency is no part of its name. */
const doneWith =
  /(?:[给替对让叫请催找帮怪]|提醒|不如|不及|不要|不管|比不[上过]|发现|觉得|认为|听说|知道|通知|告诉|联系|超过|关于|就|像)$/u
/** Tokens that can never be the middle of an agency's name. */
const borders: readonly Role['is'][] = [
  ...([
    'agency',
    'years',
    'group',
    'own',
    'it',
    'mark',
    'place',
    'empty',
    'and',
    'goesOn',
    'except',
  ] as const),
  ...(['which', 'condition', 'than', 'number', 'kind', 'top'] as const),
]

/**
 * Finds agencies among the words that nothing claimed: a shortened name whose characters stand in order in exactly one
 * (体育局 → 教育和体育局), a name of no agency here (财政局), another place's agency (曲阜市教体局).
 */
export function readMentions(tokens: readonly Token[], directory: Directory): readonly Token[] {
  return foreign(
    joined(tokens).map((token) => shortened(token, directory)),
    directory,
  )
}

/** 大数据局: 大 and 局 are unknown, 数据 is a word; together they are an agency's name. 南门 + 街道 likewise. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const before = result.at(-1)
    const isNoun = (token.role.is === 'kind' || token.role.is === 'oneOf') && before?.role.is === 'left'
    const isEnd = token.role.is === 'left' && kinds.some(({ said }) => said.test(token.text))
    const isVerb = before !== undefined && handles.test(before.text + token.text)
    if (isNoun || (isEnd && !isVerb && !kindAlone.test(token.text)))
      result.push(withWordsBefore(token, result))
    else result.push(token)
  }
  return result
}

function withWordsBefore(token: Token, result: Token[]): Token {
  let text = token.text
  for (
    let before = result.at(-1);
    before !== undefined && belongsBefore(before, text);
    before = result.at(-1)
  ) {
    text = before.text + text
    result.pop()
  }
  return { text, role: { is: 'left' } }
}

function belongsBefore(before: Token, text: string): boolean {
  // 统计 by itself adds nothing; 统计局 is somebody.
  if (before.text === '统计' && text === '局') return true
  // 机关 by itself is anybody; 机关事务中心 is somebody.
  if (before.text === '机关' && text.startsWith('事务')) return true
  if (borders.includes(before.role.is) || text.length + before.text.length > 15) return false
  // What is long enough to be a name does not need the words before it.
  return before.role.is === 'left' || text.length < 3
}

function shortened(token: Token, directory: Directory): Token {
  const { names } = directory
  if (token.role.is === 'agency' && token.role.names.length === 0) {
    const governments = names.agencies
      .map((agency) => agency.name)
      .filter((name) => name.endsWith('人民政府'))
    const isKnown = governments.length > 0
    return { text: token.text, role: isKnown ? { is: 'agency', names: governments } : { is: 'left' } }
  }
  if (token.role.is !== 'left') return token
  const fits = fittingHere(token.text, directory)
  if (fits === null) return token
  return { text: token.text, role: fits.length === 0 ? { is: 'elsewhere' } : { is: 'agency', names: fits } }
}

/** Like `fitting`, also with 县 in front in a county. */
function fittingHere(text: string, directory: Directory): readonly string[] | null {
  const whole = fitting(text, directory)
  return whole?.length === 0 ? (fitting(withoutOwnKind(text, directory), directory) ?? []) : whole
}

/** 县教体局 is said in a county; in a city it is somebody else's. */
function withoutOwnKind(text: string, { place }: Directory): string {
  const own = place?.at(-1) ?? ''
  return own !== '' && text.startsWith(own) ? text.slice(own.length) : text
}

interface BareName {
  readonly name: string
  /** Without its place, in the ways it can be cut. */
  readonly rests: readonly string[]
}

const bareNamesOf = new WeakMap<AgencyNames, readonly BareName[]>()

function bareNames({ names, district, place }: Directory): readonly BareName[] {
  const known = bareNamesOf.get(names)
  if (known !== undefined) return known
  const bare = names.agencies.map(({ name }) => ({
    name,
    rests: [
      nameWithoutPlace(name, district),
      place !== null && name.startsWith(place) ? name.slice(place.length) : name,
    ],
  }))
  bareNamesOf.set(names, bare)
  return bare
}

/** Full names that a shortened one may mean; null where the text does not end like an agency's name. */
function fitting(text: string, directory: Directory): readonly string[] | null {
  const kind = kinds.find(({ said }) => said.test(text))
  const isAlone = kindAlone.test(text)
  const own = kind === undefined ? '' : text.replace(kind.said, '')
  if (kind === undefined || (own === '' && !isAlone) || handles.test(text)) return null
  const found = bareNames(directory)
    .filter(({ name }) => kind.full.test(name))
    .filter(({ rests }) => isAlone || rests.some((rest) => standsInOrder(own, rest)))
    .map(({ name }) => name)
  return found.length === 0 && kind.rare === true ? null : found
}

/** Two stretches side by side may be one name: of a branch, or of another place's agency. */
function foreign(tokens: readonly Token[], directory: Directory): readonly Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const before = result.at(-1)
    const joint = before === undefined ? null : oneName(before, token, directory)
    if (joint === null) result.push(token)
    else result[result.length - 1] = joint
  }
  return result.map((token) => (isOtherPlace(token) ? elsewhere(token.text) : token))
}

function oneName(before: Token, token: Token, directory: Directory): Token | null {
  const { role } = before
  const text = before.text + token.text
  if (role.is === 'agency') {
    const names = isBare(before)
      ? ofBareName(role.names, token, text, directory)
      : ofBranch(role.names, token, text, directory)
    return names === null
      ? null
      : { text, role: names.length === 0 ? { is: 'elsewhere' } : { is: 'agency', names } }
  }
  if (role.is === 'place' && saysKind(token)) return placeKind(before.text) === null ? elsewhere(text) : null
  if (token.role.is !== 'agency') return null
  if (role.is === 'left') return longerName(before.text, text, directory)
  if (role.is !== 'place') return null
  // 勐海林草局: the place and a shortened name.
  return isAt(before.text, token.role.names, directory.district)
    ? { text, role: token.role }
    : elsewhere(text)
}

/**
 * 行政审批局: 审批局 is a name by itself, and so is the whole; 外省审批局 is nobody's. Null where the words before it belong to
 * no name.
 */
function longerName(before: string, text: string, directory: Directory): Token | null {
  if (doneWith.test(before)) return null
  const names = fittingHere(text, directory) ?? []
  return names.length > 0 ? { text, role: { is: 'agency', names } } : elsewhere(text)
}

/**
 * What a name that does not say its kind (太平) means with what stands behind it; null: two things. 柳河政府 is the town's;
 * 太平镇, where 太平 is a 街道, is nobody, nor are 石桥铺镇 and 太平水务局.
 */
function ofBareName(
  names: readonly string[],
  token: Token,
  text: string,
  directory: Directory,
): readonly string[] | null {
  const { role } = token
  if (/^(?:人民)?政府$/u.test(token.text)) return names.filter((name) => name.endsWith('人民政府'))
  const isName = role.is === 'elsewhere' || (role.is === 'agency' && !isBare(token))
  const isKind = saysKind(token) || (role.is === 'left' && kindWord.test(token.text))
  return isName || isKind ? (fittingHere(text, directory) ?? []) : null
}

/** 市监局开发区分局: a branch, called by the short name of its bureau; that of no other bureau. */
function ofBranch(
  bureaus: readonly string[],
  { role, text: written }: Token,
  text: string,
  directory: Directory,
): readonly string[] | null {
  if (role.is !== 'elsewhere' && !written.endsWith('分局')) return null
  const branch = fitting(text, directory) ?? []
  if (branch.length > 0) return branch
  if (role.is !== 'agency') return null
  return role.names.filter((name) => bureaus.some((bureau) => name.startsWith(bureau)))
}

/** 镇, 街道, 街道办 as a noun; 镇街 is no end of a name. */
function saysKind({ role, text }: Token): boolean {
  return (role.is === 'kind' || role.is === 'oneOf') && /^(?:镇|街道)/u.test(text)
}

function elsewhere(text: string): Token {
  return { text, role: { is: 'elsewhere' } }
}

/** Whether a name does not say its kind: 太平. */
function isBare({ text }: Token): boolean {
  return !saysItsKind(text)
}

/** Whether a name ends as agencies' names do: 太平镇, 水务局. */
export function saysItsKind(text: string): boolean {
  return kinds.some(({ said }) => said.test(text))
}

/** 邻水县: a place that nobody here belongs to. Of two characters only counties are: 跨区 and 园区 are none. */
function isOtherPlace({ role, text }: Token): boolean {
  if (role.is !== 'left' || text.startsWith('跨')) return false
  return text.length === 2 ? text.endsWith('县') : placeKind(text) !== null
}

function isAt(place: string, names: readonly string[], district: string | null): boolean {
  return names.every((name) => {
    const own = district !== null && name.startsWith(district) ? district : placeOf(name)
    return placeForms(own).some(({ text }) => text === place)
  })
}
