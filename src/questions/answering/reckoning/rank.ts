import { childrenOf } from '../../query/children.ts'
import type { Figures } from '../../query/reply.ts'
import { answered, nothingIn, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known, valued, type Entry } from '../figures/entry.ts'
import { fractionsOf, hasValue, pooled } from '../figures/pool.ts'
import { addsStock, compilationIn } from './sum.ts'
import { refused } from '../figures/answered.ts'
import { growth } from './growth.ts'
import { ranked, type Item } from './ranking.ts'

/** The most, the least, a place: of agencies, years, applicants or rows. */
export function rank(asked: Asked): Figures {
  const { query } = asked
  if (query.growth !== undefined) return growth(asked)
  switch (query.by) {
    case 'applicant':
    case 'row':
      return ofParts(asked, query.by)
    case 'year':
      return ofYears(asked)
    case 'agency':
    case undefined:
      return ofAgencies(asked)
  }
}

function ofAgencies(asked: Asked): Figures {
  const { query, stored } = asked
  if (addsStock(query)) return refused('not_summable')
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  return finished(
    asked,
    looked,
    itemsBy(looked, ({ agency }) => agency),
  )
}

function ofYears(asked: Asked): Figures {
  const { query, stored } = asked
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  return finished(
    asked,
    looked,
    itemsBy(looked, ({ year }) => year),
  )
}

/** 主要原因, 申请人以谁为主. */
function ofParts(asked: Asked, by: 'applicant' | 'row'): Figures {
  const { query, stored } = asked
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const [metric] = query.metrics
  const children = metric === undefined ? [] : childrenOf(metric, by)
  const looked = entriesOf(
    stored,
    query.agencies,
    query.years,
    children.map((child) => child.metric),
  )
  const keys = new Map(children.map((child) => [child.metric as string, child.key]))
  return finished(
    asked,
    looked,
    itemsBy(looked, (entry) => keys.get(entry.metric) ?? entry.metric),
  )
}

/** One item a label, in order of appearance: figures under one label are added up. */
function itemsBy(looked: readonly Entry[], labelOf: (entry: Entry) => Item['label']): readonly Item[] {
  const labels = [...new Set(looked.map(labelOf))]
  return labels.flatMap((label) => {
    const figure = pooled(known(looked).flatMap((entry) => (labelOf(entry) === label ? [entry.figure] : [])))
    return figure === null || !hasValue(figure) ? [] : [{ label, figure }]
  })
}

function finished(asked: Asked, looked: readonly Entry[], items: readonly Item[]): Figures {
  const nothing = nothingIn(looked, asked)
  if (nothing !== null || valued(looked).length === 0) return nothing ?? refused('no_report')
  const { answer, extras } = ranked(items, asked.query)
  const figures = answer.map(([label]) => items.find((item) => item.label === label)?.figure ?? null)
  const isPooled = asked.query.agencies.length > 1 && (asked.query.by ?? 'agency') !== 'agency'
  return answered(looked, {
    ...{ answer, unit: unitOf(asked.query.metrics), pooled: isPooled },
    extras: { ...extras, ...fractionsOf(figures) },
  })
}
