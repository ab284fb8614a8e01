import type { AgencyGroup, Query } from '../../query/query.ts'
import {
  askBack,
  good,
  none,
  rolesOf,
  textsOf,
  unplaced,
  type Outcome,
  type Reading,
} from '../turns/reading.ts'
import { isCountOf, saysThem } from '../turns/told/those-listed.ts'
import type { Token } from '../tokens/roles.ts'
import { endingIn, inRosterOrder, membersOf, type Whose } from './whose.ts'

/** What a reckoning needs to know of whose figures there are. */
export interface WhoseNeeds {
  /** 谁, 前三: all are meant, in any group. */
  readonly all: boolean
  /** The compiling government counts too (who has filed). */
  readonly withGovernment: boolean
  /** A group may stand beside one agency: 在全区排第几. */
  readonly groupBeside: boolean
}

/** Decides whose figure is meant: those named, a group, the one spoken of, those of the conversation, or all. */
export function readWhose(reading: Reading, needs: WhoseNeeds): Outcome<Whose> {
  const { whose, tokens, context } = reading
  if (whose.misplaced.length > 0) return unplaced(whose.misplaced)
  if (whose.ask !== null) {
    const { options, written } = whose.ask
    return options.length === 0 && reading.has('oneOf')
      ? noneHere(reading, written)
      : askBack('agency', options, written)
  }
  const said = textsOf(tokens, 'group', 'ending')
  if (whose.named.length > 0) {
    const beside = [...said, ...narrowKinds(reading)]
    if (beside.length > 0 && !needs.groupBeside) return unplaced(beside)
    return good(named(whose.named, reading))
  }
  if (whose.endings.length > 0) {
    const names = whose.endings.flatMap((ending) => endingIn(ending, context.audience))
    return names.length === 0
      ? askBack('agency', [], said[0] ?? null)
      : good({ whose: 'named', names, without: [] })
  }
  return unknownIt(reading, needs) ?? groupOrDefault(reading, needs)
}

/** Nobody of that kind: in a group bound to some agencies the others may not be asked about. */
function noneHere({ context: { audience } }: Reading, written: string | null): Outcome<never> {
  const { all, home } = audience
  const isBound = home !== null && all.every(({ name }) => home.includes(name))
  return isBound ? none('not_permitted') : askBack('agency', [], written)
}

/** 该局 where no one agency was spoken of; 它们 where it is not certain who they are. */
function unknownIt(reading: Reading, needs: WhoseNeeds): Outcome<never> | null {
  const { tokens, before, context, whose } = reading
  const them = tokens.find(saysThem)
  if (them !== undefined && whose.openly)
    return areKnown(them, reading, needs) ? null : askBack('agency', [], them.text)
  const said = textsOf(tokens, 'it')
  if (said.length === 0 || whose.groups.length > 0 || them !== undefined) return null
  const spokenOf = before?.query.agencies ?? context.audience.home ?? []
  return spokenOf.length === 1 ? null : askBack('agency', [], said[0] ?? null)
}

/** Several that were named, listed or asked about as a group; a sum of all says of nobody. */
function areKnown(them: Token, { before }: Reading, needs: WhoseNeeds): boolean {
  const { agencies = [], whose, operation } = before?.query ?? {}
  const isOfWhole = (whose === 'all' || whose === 'own') && operation !== 'list' && operation !== 'rank'
  const isEnough = agencies.length > (needs.all ? 1 : 0)
  return isEnough && !isOfWhole && isCountOf(them, agencies.length)
}

/** 镇 and 街道 beside an agency say no more of it. */
function narrowKinds({ tokens }: Reading): readonly string[] {
  return tokens.flatMap(({ role, text }) => (role.is === 'kind' && role.group !== 'all' ? [text] : []))
}

/** Groups set beside each other: who is in each, and all of them together. */
export interface ReadGroups {
  readonly whose: Whose
  readonly groups: NonNullable<Query['groups']>
}

/** Reads them, without those taken away; asks back where one has nobody. */
export function readGroups(
  { whose, tokens, context }: Reading,
  sides: readonly AgencyGroup[],
): Outcome<ReadGroups> {
  if (whose.misplaced.length > 0) return unplaced(whose.misplaced)
  if (whose.ask !== null) return askBack('agency', whose.ask.options, whose.ask.written)
  const { without } = whose
  const groups = sides.map((group) => ({
    group,
    agencies: membersOf(group, context.audience).filter((name) => !without.includes(name)),
  }))
  if (groups.some(({ agencies }) => agencies.length === 0))
    return askBack('agency', [], textsOf(tokens, 'group', 'kind')[0] ?? null)
  const names = inRosterOrder([...new Set(groups.flatMap(({ agencies }) => agencies))], context.audience)
  return good({ whose: { whose: 'named', names, without }, groups })
}

function named(names: readonly string[], { has, context }: Reading): Whose {
  const isOwn = has('own') && names.length > 1 && context.audience.home?.length === names.length
  return { whose: isOwn ? 'own' : names.length === 1 ? 'one' : 'named', names, without: [] }
}

function groupOrDefault(reading: Reading, needs: WhoseNeeds): Outcome<Whose> {
  const { whose, context } = reading
  const [group, ...others] = whose.groups
  if (others.length > 0) return together(reading, needs)
  const isOfThose = (whose.openly || eachOfThose(reading)) && rememberedWhose(reading, needs) !== null
  if (group !== undefined && !isOfThose) {
    const names = membersOf(group, context.audience, needs.withGovernment).filter(
      (name) => !whose.without.includes(name),
    )
    const words = textsOf(reading.tokens, 'group', 'kind', 'which')
    if (names.length === 0) return noneHere(reading, words[0] ?? null)
    return good(ofPart({ whose: group, names, without: whose.without }, reading))
  }
  return byDefault(reading, needs)
}

/** Those of a part of the roster are no group of it: what follows is of just those. */
function ofPart(whose: Whose, { context: { audience } }: Reading): Whose {
  const { names } = whose
  if (audience.whole === undefined) return whose
  return { whose: names.length === 1 ? 'one' : 'named', names, without: [] }
}

/** 各单位分别多少 after a sum of two: those two. */
function eachOfThose({ whose, has, before }: Reading): boolean {
  const { operation, whose: kind } = before?.query ?? {}
  const [group, ...others] = whose.groups
  const isAll = group === 'all' && others.length === 0 && has('each')
  return isAll && operation === 'sum' && (kind === 'named' || kind === 'own')
}

/** Several groups taken together, where the words say so: 部门和街道一共, 部门和街道里最多的. */
function together(reading: Reading, needs: WhoseNeeds): Outcome<Whose> {
  const { whose, tokens } = reading
  const areSaid = whose.groups.every(
    (group) => whose.sides.includes(group) || group === 'townshipsAndSubdistricts',
  )
  const isEach = rolesOf(tokens, 'group').every(({ each }) => each) && !reading.has('kind')
  const isSum = rolesOf(tokens, 'sum').some(({ strong }) => strong)
  if (!areSaid || !(needs.all || isSum || isEach))
    return unplaced(textsOf(tokens, 'group', 'kind', 'which', 'howManyAgencies'))
  const groups = readGroups(reading, whose.groups)
  return groups.ok ? good(groups.value.whose) : groups
}

function byDefault(reading: Reading, needs: WhoseNeeds): Outcome<Whose> {
  const { whose, context } = reading
  const remembered = rememberedWhose(reading, needs)
  if (remembered !== null) return good(remembered)
  // Whoever was meant before is nobody here: that is not everybody.
  const isOpen = reading.before?.query.intent === 'none' && reading.before.query.agencies.length === 0
  if (isOpen && !needs.all) return askBack('agency', [], null)
  const { home } = context.audience
  if (home !== null && !needs.all && whose.without.length === 0) {
    const names = inRosterOrder(home, context.audience)
    return good({ whose: names.length === 1 ? 'one' : 'own', names, without: [] })
  }
  return somebody(allBut(reading, needs), reading)
}

/** Where those taken away were all there are, nobody is left to be asked about. */
function somebody(rest: Whose, { tokens }: Reading): Outcome<Whose> {
  const isNobody = rest.names.length === 0 && rest.without.length > 0
  return isNobody ? askBack('agency', [], textsOf(tokens, 'except')[0] ?? null) : good(rest)
}

/** 除水务局外: all but that, or all but that of the group spoken of. */
function allBut(reading: Reading, needs: WhoseNeeds): Whose {
  const { before, context } = reading
  const without = takenAway(reading)
  const isKept = (name: string): boolean => !without.includes(name)
  const spokenOf = before?.query.whose ?? 'one'
  if (without.length === 0 || spokenOf === 'one') {
    const names = membersOf('all', context.audience, needs.withGovernment)
    return { whose: 'all', names: names.filter(isKept), without }
  }
  if (spokenOf !== 'named' && spokenOf !== 'own') {
    const names = membersOf(spokenOf, context.audience, needs.withGovernment)
    return { whose: spokenOf, names: names.filter(isKept), without }
  }
  const names = (before?.query.agencies ?? []).filter(isKept)
  return { whose: names.length === 1 ? 'one' : 'named', names, without: [] }
}

/** 再除去乙局呢, 乙局也不算 after 除去甲局: both. */
function takenAway({ before, tokens, whose: { without } }: Reading): readonly string[] {
  const isMore = tokens.some(({ role, text }) => /^[再还也又连]/u.test(text) && role.is !== 'agency')
  const kept = isMore ? (before?.query.without ?? []) : []
  return [...kept, ...without.filter((name) => !kept.includes(name))]
}

/** Those spoken of before; 谁 after one agency asks among all. */
function rememberedWhose({ before, whose: said }: Reading, needs: WhoseNeeds): Whose | null {
  if (before === null || said.without.length > 0) return null
  const { agencies, named: order, whose: kind, without } = before.query
  if (agencies.length === 0 || (needs.all && agencies.length === 1)) return null
  const plain = agencies.length === 1 ? 'one' : 'named'
  return { whose: kind ?? plain, names: order ?? agencies, without: without ?? [] }
}
