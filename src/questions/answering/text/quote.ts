import type { Figures } from '../../query/reply.ts'
import { noFigures, refused, type Asked } from '../figures/answered.ts'
import { checkCaveat } from '../figures/caveats.ts'
import { publishedIn } from './published.ts'

/** text.published: the number section 一 states, or its words. One report at a time: it is never added up. */
export function quote({ query, world, stored }: Asked): Figures {
  const [agency, ...others] = query.agencies
  const [year, ...moreYears] = query.years
  if (agency === undefined || year === undefined || others.length + moreYears.length > 0)
    return refused('not_summable')
  const report = stored(agency, year)
  if (report === undefined) {
    return refused('no_report', { kind: 'newest', year: world.newestYearOf(agency), of: { agency, year } })
  }
  const found = publishedIn(report.report)
  if (found === null) return refused('not_stated')
  const { stated, sentence, heading } = found
  return {
    ...noFigures,
    answer: stated,
    unit: '条',
    extras: { sentence },
    caveats: checkCaveat([report], []),
    sources: [{ agency, year, table: heading, row: '正文', column: sentence, value: stated }],
  }
}
