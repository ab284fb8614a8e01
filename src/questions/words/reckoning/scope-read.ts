import { good, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { readWhose, type WhoseNeeds } from '../whose/whose-read.ts'
import type { Whose } from '../whose/whose.ts'
import { readYears, type ReadYears } from '../years/years-read.ts'

/** Whose figures, and of which years. */
export interface Scope {
  readonly whose: Whose
  readonly years: ReadYears
}

/** Nothing particular: those named, else those of the conversation, else all. */
export const plainNeeds: WhoseNeeds = { all: false, withGovernment: false, groupBeside: false }
/** 谁, 前三: all are meant, in any group. */
export const allMeant: WhoseNeeds = { all: true, withGovernment: false, groupBeside: false }

/** Reads both. */
export function readScope(reading: Reading, needs: WhoseNeeds): Outcome<Scope> {
  const whose = readWhose(reading, needs)
  if (!whose.ok) return whose
  const years = readYears(reading, whose.value.names)
  return years.ok ? good({ whose: whose.value, years: years.value }) : years
}

/** Reads both where the reckoning is within one year; declines several. */
export function readOneYear(reading: Reading, needs: WhoseNeeds): Outcome<Scope> {
  const scope = readScope(reading, needs)
  if (!scope.ok || scope.value.years.years.length === 1) return scope
  return unplaced(textsOf(reading.tokens, 'years'))
}
