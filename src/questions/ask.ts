import { agencyKindOf } from '../report/agency-kind.ts'
import type { Holding, ReportShelf } from '../report/stored-report.ts'
import { agencyNames } from '../roster/agency-names.ts'
import { placeKind, placeOf } from '../roster/place.ts'
import type { Roster, Scope } from '../roster/roster.ts'
import { answerQuery } from './answering/answer-query.ts'
import type { AskedAgency } from './query/asked-agency.ts'
import { parseQuestion, type ParseContext, type ParsedQuery } from './words/parse.ts'
import type { Query } from './query/query.ts'
import type { AskedGroup, AskReply, Figures, RefusalDetail, Wording } from './query/reply.ts'
import type { Refusal } from './words/refusals.ts'
import { vocabularyOf } from './words/segment.ts'

/** Who asks, when, and of what. */
export interface AskContext {
  readonly now: Date
  readonly roster: Roster
  /** The newest reports: the store, or those of a file. */
  readonly reports: ReportShelf
  /** Whose figures may be seen; everybody's on the command line. */
  readonly scope: Scope
  /** The agencies of the asking group where the scope does not say (`--agency`): full names; null in a district-wide one. */
  readonly home?: readonly string[] | null
  /** Whether times of arrival mean anything; false over reports out of a file. Default true. */
  readonly knowsArrival?: boolean
}

/** Answers one question from the stored reports: words → query → figure. It gives data; templates/answer.ts words it. */
export async function ask(question: string, context: AskContext): Promise<AskReply> {
  const holdings = await context.reports.holdings()
  const agencies = agenciesOf(context.roster, holdings)
  const reading = parseContextOf(context, agencies, holdings)
  const parsed = parseQuestion(question, reading)
  const isEmpty = holdings.length === 0
  if (parsed.kind !== 'query') return refused(isEmpty ? withNothingStored(parsed) : parsed)
  const outside = outsideOf(parsed.query.agencies, context.scope)
  if (outside.length > 0) return notPermitted(parsed, outside)
  const figures = await answerQuery(parsed.query, {
    ...{ reports: context.reports, roster: context.roster, agencies, now: context.now },
    ...{ newestYearOf: reading.newestYearOf, reportingYear: reading.calendar.reportingYear },
    government: context.scope.kind === 'all' ? governmentOf(reading.audience.all) : null,
    knowsArrival: context.knowsArrival ?? true,
  })
  return replyOf(parsed, figures, { roster: context.roster, isEmpty })
}

/** The agencies of the roster; without one, those that have reports, in order of arrival. */
function agenciesOf(roster: Roster, holdings: readonly Holding[]): readonly AskedAgency[] {
  if (roster.agencies.length > 0) return roster.agencies
  return holdings.map(({ agency }) => ({ name: agency, aliases: [], kind: agencyKindOf(agency) }))
}

function parseContextOf(
  { now, roster, scope, home }: AskContext,
  agencies: readonly AskedAgency[],
  holdings: readonly Holding[],
): ParseContext {
  const names = agencyNames(agencies, roster.district)
  const places = [
    ...new Set([
      ...(roster.district === null ? [] : [roster.district]),
      ...agencies.map(({ name }) => placeOf(name)),
    ]),
  ]
  const thisYear = yearInShanghai(now)
  const known = new Set(agencies.map((agency) => agency.name))
  const years = (of: (holding: Holding) => boolean): readonly number[] =>
    holdings.filter(of).flatMap((holding) => holding.years.filter((year) => year <= thisYear - 1))
  return {
    vocabulary: vocabularyOf(
      names,
      places.filter((place) => place !== ''),
    ),
    directory: { names, district: roster.district, listed: roster.agencies.length > 0 },
    audience: {
      all: scope.kind === 'agencies' ? agencies.filter(({ name }) => scope.names.includes(name)) : agencies,
      home: scope.kind === 'agencies' ? scope.names : (home ?? null),
      allName: scope.kind === 'agencies' ? '本群各单位' : allNameOf(places, roster.district),
    },
    calendar: { thisYear, reportingYear: newest(years(({ agency }) => known.has(agency))) },
    newestYearOf: (name) => newest(years(({ agency }) => agency === name)),
  }
}

/** 全区, 全县, 全市, by the district's own kind; 全部单位 where the agencies are of several places. */
function allNameOf(places: readonly string[], district: string | null): string {
  const [place, ...others] = places
  const one = district ?? (others.length === 0 ? place : undefined)
  const kind = one === undefined ? null : placeKind(one)
  return kind === null ? '全部单位' : `全${kind}`
}

function newest(years: readonly number[]): number | null {
  return years.length === 0 ? null : Math.max(...years)
}

/** The calendar year in Asia/Shanghai, which has no summer time: UTC+8. */
function yearInShanghai(now: Date): number {
  return new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear()
}

function outsideOf(agencies: readonly string[], scope: Scope): readonly string[] {
  if (scope.kind === 'all') return []
  return scope.kind === 'none' ? agencies : agencies.filter((name) => !scope.names.includes(name))
}

function governmentOf(agencies: readonly AskedAgency[]): string | null {
  const [government, ...others] = agencies.filter((agency) => agency.kind === 'government')
  return government !== undefined && others.length === 0 ? government.name : null
}

const noWording: Wording = {
  group: null,
  refusal: null,
}

const noFigure = {
  answer: null,
  unit: null,
  extras: {},
  caveats: [],
  caveatCodes: [],
  missing: [],
  reference: null,
  reason: null,
  slot: null,
  options: [],
  sources: [],
} as const

function refused(refusal: Refusal): AskReply {
  const query: Query = {
    intent: refusal.kind,
    metrics: [],
    agencies: [],
    years: [],
    operation: null,
  }
  if (refusal.kind === 'help') return { ...noFigure, understood: true, query, wording: noWording }
  const wording = { ...noWording, refusal: refusal.detail }
  if (refusal.kind === 'clarify') {
    return { ...noFigure, understood: false, query, slot: refusal.slot, options: refusal.options, wording }
  }
  const understood = refusal.reason !== 'out_of_scope' && refusal.reason !== 'not_understood'
  return { ...noFigure, understood, query, reason: refusal.reason, wording }
}

function notPermitted({ query }: ParsedQuery, outside: readonly string[]): AskReply {
  return {
    ...noFigure,
    understood: true,
    query: { ...query, intent: 'none' },
    reason: 'not_permitted',
    wording: { ...noWording, refusal: { kind: 'outside', agencies: outside } },
  }
}

const nothingStored: RefusalDetail = { kind: 'nothing_stored' }

/** Without reports and without a roster nobody is known: it is not the name that is wrong. */
function withNothingStored(refusal: Refusal): Refusal {
  if (refusal.kind !== 'none' || refusal.detail?.kind !== 'unknown_agency' || refusal.detail.listed)
    return refusal
  return { kind: 'none', reason: 'no_report', detail: nothingStored }
}

interface Held {
  readonly roster: Roster
  /** No report of anybody is stored. */
  readonly isEmpty: boolean
}

function replyOf(parsed: ParsedQuery, figures: Figures, { roster, isEmpty }: Held): AskReply {
  const { query, group } = parsed
  const { answer, unit, extras, reason, caveats, missing, reference, sources } = figures
  return {
    understood: reason !== 'not_understood',
    query: reason === null ? query : { ...query, intent: 'none' },
    ...{ answer, unit, extras, reason, missing, reference, sources, slot: null, options: [] },
    caveats: caveats.map((caveat) => caveat.text),
    caveatCodes: caveats.map((caveat) => caveat.code),
    wording: {
      group: group === null ? null : groupOf(group, query.agencies.length, roster),
      refusal: reason === 'no_report' && isEmpty ? nothingStored : figures.refusal,
    },
  }
}

function groupOf(
  { called, isAll, isNamed }: NonNullable<ParsedQuery['group']>,
  size: number,
  roster: Roster,
): AskedGroup {
  const isListed = roster.agencies.length > 0 || isNamed
  return { name: called, size, members: isListed ? 'listed' : isAll ? 'all received' : 'some received' }
}
