import { describe, expect, test } from '@jest/globals'
import { answerQuery } from '../../../src/questions/answering/answer-query.ts'
import { shelfOf } from '../../../src/questions/answering/shelf-of.ts'
import type { World } from '../../../src/questions/answering/world.ts'
import type { Figures } from '../../../src/questions/query/reply.ts'
import type { AgencyKind } from '../../../src/report/agency-kind.ts'
import { emptyRoster } from '../../../src/roster/roster.ts'
import { data, queryOf, roster, turns, type Expectation } from '../own/as-query.ts'

const reports = shelfOf(data)
const holdings = await reports.holdings()
const newest = (names: readonly string[]): number | null =>
  Math.max(
    ...holdings
      .filter(({ agency }) => names.includes(agency))
      .flatMap(({ years }) => years.filter((y) => y < 2025)),
  )

const world: World = {
  reports,
  roster: emptyRoster,
  agencies: roster.map(({ name, kind }) => ({ name, aliases: [], kind: kind as AgencyKind })),
  government: roster.find(({ compiled }) => compiled === true)?.name ?? null,
  newestYearOf: (agency) => Promise.resolve(newest([agency])),
  reportingYear: 2024,
  now: new Date('2025-03-18T04:00:00Z'),
  knowsArrival: false,
}

/** What of an answer the reference works out, in the words of the reference. */
function comparable({ answer, extras, missing, reference, caveats, reason }: Figures): Partial<Expectation> {
  const { delta, change, numerator, denominator, of, missingYears } = extras
  return {
    ...(reason === null ? {} : { reason }),
    answer,
    caveats: caveats.map(({ code }) => code).sort(),
    missing,
    missingYears: missingYears ?? [],
    ...Object.fromEntries(
      Object.entries({ delta, change, numerator, denominator, of, reference: reference?.value }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  }
}

function expected(turn: Expectation): Partial<Expectation> {
  const keys = ['reason', 'delta', 'change', 'numerator', 'denominator', 'of', 'reference'] as const
  return {
    ...Object.fromEntries(keys.flatMap((key) => (turn[key] === undefined ? [] : [[key, turn[key]]]))),
    answer: turn.answer,
    // How words were read is no matter of the figures.
    caveats: (turn.caveats ?? []).filter((code) => code !== 'guessed_wording').toSorted(),
    missing: turn.missing ?? [],
    missingYears: turn.missingYears ?? [],
  }
}

describe('the figures of the own set are those of its independent reference', () => {
  const answerable = turns.flatMap(({ id, expect: turn }) => {
    const query = queryOf(turn)
    return query === null ? [] : [[id, query, turn] as const]
  })

  test.each(answerable)('%s', async (_, query, turn) => {
    expect(comparable(await answerQuery(query, world))).toEqual(expected(turn))
  })
})
