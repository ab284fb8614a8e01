import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery, Condition } from '../../query/query.ts'
import type { Extras, Figures, Label } from '../../query/reply.ts'
import { answered, nothingIn, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, valued, type Entry, type KnownEntry } from '../figures/entry.ts'
import { fractionsOf, meets, partsOf, shown } from '../figures/pool.ts'
import { groupList } from './groups.ts'
import { grew } from './growth.ts'

/** One line for each agency, group, year or figure that was asked for in the plural, in the order asked; or those that meet a threshold. */
export function list(asked: Asked): Figures {
  const { query, stored } = asked
  if (query.growth !== undefined) return grew(asked)
  if (query.groups !== undefined) return groupList(asked, query.groups)
  if ((query.where ?? []).length > 1) return namesThatMeet(asked)
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const kept = inOrderAsked(query, valued(looked)).filter(({ figure }) =>
    (query.where ?? []).every((condition) => meets(figure, condition)),
  )
  return answered(looked, {
    answer: kept.map((entry) => [...labelsOf(entry, query), shown(entry.figure)] as const),
    unit: unitOf(query.metrics),
    extras: fractionsOf(kept.map(({ figure }) => figure)),
  })
}

/** How many agencies meet the thresholds. */
export function count(asked: Asked): Figures {
  const found = (asked.query.where ?? []).length > 1 ? namesThatMeet(asked) : list(asked)
  return Array.isArray(found.answer) ? { ...found, answer: found.answer.length, unit: '家' } : found
}

/** Several thresholds: the names of those that meet all. Who lacks one of the figures is left out. */
function namesThatMeet(asked: Asked): Figures {
  const { query, stored } = asked
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const conditions = query.where ?? []
  const figures = valued(looked)
  const found = (query.named ?? query.agencies).flatMap((agency) => {
    const own = query.metrics.flatMap((metric, index) => holding(figures, agency, metric, conditions[index]))
    return own.length === query.metrics.length ? [{ agency, own }] : []
  })
  const met = found.map(({ own }) => own.flatMap(metWith))
  return answered(looked, { answer: found.map(({ agency }) => agency), unit: null, extras: { met } })
}

/** The figure of an agency if it meets the condition; none otherwise. */
function holding(
  figures: readonly KnownEntry[],
  agency: string,
  metric: Metric,
  condition: Condition | undefined,
): readonly KnownEntry[] {
  const entry = figures.find((one) => one.agency === agency && one.metric === metric)
  return entry !== undefined && (condition === undefined || meets(entry.figure, condition)) ? [entry] : []
}

function metWith({ figure }: KnownEntry): NonNullable<Extras['met']>[number] {
  const value = shown(figure)
  return value === null ? [] : [{ value, parts: partsOf(figure) }]
}

/** Agencies in the order named; years and figures are in the order asked already. */
function inOrderAsked(query: AnswerableQuery, entries: readonly KnownEntry[]): readonly KnownEntry[] {
  const { named } = query
  if (named === undefined) return entries
  return named.flatMap((agency) => entries.filter((entry) => entry.agency === agency))
}

function labelsOf({ agency, year, metric }: Entry, query: AnswerableQuery): readonly Label[] {
  const labels: readonly (readonly [Label, number])[] = [
    [agency, query.agencies.length],
    [year, query.years.length],
    [metric, query.metrics.length],
  ]
  const plural = labels.filter(([, size]) => size > 1)
  return (plural.length > 0 ? plural : labels.slice(0, 1)).map(([label]) => label)
}
