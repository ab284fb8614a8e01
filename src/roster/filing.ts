import { agencyNames, filingNameWithoutRoster, nearestNames, resolveAgency } from './agency-names.ts'
import type { Roster, Scope } from './roster.ts'

/** What is to become of a report that was read and checked. */
export type Filing = Filed | Unclear | Refused

/** It is kept for this agency (full name) and year. */
export interface Filed {
  readonly kind: 'file'
  readonly agency: string
  readonly year: number
}

/**
 * Agency or year cannot be told and must be asked for; `options`: names it may be; `written`: the name that was given,
 * where it fits several agencies or those of any place.
 */
export interface Unclear {
  readonly kind: 'ask'
  readonly written: string | null
  readonly agency: string | null
  readonly year: number | null
  readonly options: readonly string[]
}

/** It may not be handed in here. */
export type Refused =
  | { readonly kind: 'refuse'; readonly reason: 'unbound_group' | 'unlisted_person' }
  | {
      readonly kind: 'refuse'
      readonly reason: 'outside'
      readonly agency: string
      readonly own: readonly string[]
    }
  | {
      readonly kind: 'refuse'
      readonly reason: 'not_in_roster'
      readonly written: string
      readonly nearest: readonly string[]
    }

/** What decides it besides the report: who may hand in what, and what the agencies are called. */
export interface FilingRules {
  readonly scope: Scope
  readonly roster: Roster
  /** Agencies that have stored reports: the only names there are without a roster. */
  readonly stored: readonly string[]
}

/**
 * Decides where a report goes by the agency and year printed in it. In a bound group anyone may hand in for its
 * agencies, in a single chat a contact for theirs. Nothing is filed under a guess.
 */
export function decideFiling(
  printed: { readonly agency: string | null; readonly year: number | null },
  { scope, roster, stored }: FilingRules,
): Filing {
  if (scope.kind === 'none') return { kind: 'refuse', reason: scope.reason }
  const own = scope.kind === 'agencies' ? scope.names : null
  if (printed.agency === null) return unclear(printed, null, own ?? [])
  const resolution = resolve(printed.agency, roster, stored)
  if (resolution.kind === 'none') {
    const names = own ?? roster.agencies.map((agency) => agency.name)
    return {
      kind: 'refuse',
      reason: 'not_in_roster',
      written: printed.agency,
      nearest: nearestNames(printed.agency, names),
    }
  }
  if (resolution.kind === 'several') return unclear(printed, printed.agency, resolution.names)
  if (resolution.kind === 'bare') return unclear(printed, printed.agency, resolution.maybe)
  const agency = resolution.name
  if (own?.includes(agency) === false) return { kind: 'refuse', reason: 'outside', agency, own }
  if (printed.year === null) return { kind: 'ask', written: null, agency, year: null, options: [] }
  return { kind: 'file', agency, year: printed.year }
}

function unclear(
  { year }: { readonly year: number | null },
  written: string | null,
  options: readonly string[],
): Unclear {
  return { kind: 'ask', written, agency: null, year, options }
}

function resolve(
  printed: string,
  roster: Roster,
  stored: readonly string[],
): ReturnType<typeof filingNameWithoutRoster> {
  if (roster.agencies.length === 0) return filingNameWithoutRoster(printed, stored)
  return resolveAgency(printed, agencyNames(roster.agencies, roster.district))
}
