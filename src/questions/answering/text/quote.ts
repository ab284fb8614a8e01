import type { Figures } from '../../query/reply.ts'
import { excerptOf } from '../../../report/report-excerpt.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import { lackingReport, noFigures, refused } from '../figures/answered.ts'
import { checkCaveat } from '../figures/caveats.ts'
import type { World } from '../world.ts'
import { publishedIn } from './published.ts'

/** text.published: the number section 一 states, or its words. One report at a time: it is never added up. */
export async function quote(query: AnswerableQuery, { reports }: World): Promise<Figures> {
  const [agency, ...others] = query.agencies
  const [year, ...moreYears] = query.years
  if (agency === undefined || year === undefined || others.length + moreYears.length > 0)
    return refused('not_summable')
  const stored = await reports.newest(agency, year)
  if (stored === null) return lackingReport(agency, year)
  const found = publishedIn(stored.report)
  if (found === null) return refused('not_stated')
  const { stated, sentence, heading } = found
  return {
    ...noFigures,
    answer: stated,
    unit: '条',
    extras: { sentence },
    caveats: checkCaveat([excerptOf(stored, { cells: [], noted: [] })], []),
    sources: [{ agency, year, table: heading, row: '正文', column: sentence, value: stated }],
  }
}
