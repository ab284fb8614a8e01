import { childrenOf } from '../../query/children.ts'
import type { Figures } from '../../query/reply.ts'
import { answered, nothingIn, refused, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known } from '../figures/entry.ts'
import { pooled, shown } from '../figures/pool.ts'
import { compilationIn } from './sum.ts'

/** All parts of a figure, zeros too; null where a part is blank. A group's parts are added up each. */
export function detail(asked: Asked): Figures {
  const { query, stored } = asked
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const [metric] = query.metrics
  const children =
    metric === undefined ? [] : childrenOf(metric, query.by === 'applicant' ? 'applicant' : 'row')
  if (children.length === 0) return refused('not_understood')
  const metrics = children.map((child) => child.metric)
  const looked = entriesOf(stored, query.agencies, query.years, metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const figures = known(looked)
  const answer = children.map((child) => {
    const figure = pooled(figures.flatMap((entry) => (entry.metric === child.metric ? [entry.figure] : [])))
    return [child.key, figure === null ? null : shown(figure)] as const
  })
  return answered(looked, { answer, unit: unitOf(metrics) })
}
