import type { Figures } from '../../query/reply.ts'
import { answered, nobodyHas, nothingIn, refused, type Asked } from '../figures/answered.ts'
import { entriesOf, valued, type Entry, type KnownEntry } from '../figures/entry.ts'
import { changed, meets, partsOf, shown } from '../figures/pool.ts'
import { sourcesOf } from '../figures/sources.ts'
import { ofTwo } from './compare.ts'

/**
 * What was carried into the year `subject` against what was carried out of the year `base`: of one agency both
 * figures; of several how far they are apart (into − out), of those whose figures differ, or of those whose agree.
 * Who lacks one of the two is left out.
 */
export function carriedOver(asked: Asked): Figures {
  const { query, stored } = asked
  const { subject, base, agencies } = query
  if (typeof subject !== 'number' || typeof base !== 'number') return refused('not_understood')
  const into = entriesOf(stored, agencies, [subject], ['requests.carriedIn.total'])
  const out = entriesOf(stored, agencies, [base], ['requests.carriedForward.total'])
  const looked = [...into, ...out]
  return query.operation === 'compare'
    ? ofTwo(asked, looked, (entry) => entry.year, false)
    : ofSeveral(asked, looked)
}

function ofSeveral(asked: Asked, looked: readonly Entry[]): Figures {
  const { query } = asked
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const pairs = (query.named ?? query.agencies).flatMap((agency) => pairOf(looked, agency))
  if (pairs.length === 0) return nobodyHas(lackingYear(looked, query), asked)
  const wanted = query.where ?? []
  const found = pairs.filter(({ apart }) =>
    wanted.length === 0 ? apart.amount !== 0n : wanted.every((condition) => meets(apart, condition)),
  )
  // Those asked for first.
  const used = [...found, ...pairs.filter((pair) => !found.includes(pair))].flatMap(({ pair }) => pair)
  const figures = answered(looked, {
    answer: found.map(({ agency, apart }) => [agency, shown(apart)] as const),
    unit: '件',
    extras: {
      met: found.map(({ pair }) =>
        pair.map(({ figure }) => ({ value: shown(figure) ?? 0, parts: partsOf(figure) })),
      ),
      of: pairs.length,
    },
    more: { sources: sourcesOf(used) },
  })
  return query.operation === 'count' ? { ...figures, answer: found.length, unit: '家' } : figures
}

/** The year of which nobody has a figure; of two the earlier. */
function lackingYear(looked: readonly Entry[], { subject, base }: Asked['query']): number {
  const [into, out] = [Number(subject), Number(base)]
  return looked.some(({ year, figure }) => year === out && figure.kind === 'known') ? into : out
}

interface Pair {
  readonly agency: string
  readonly pair: readonly [KnownEntry, KnownEntry]
  readonly apart: ReturnType<typeof changed>
}

function pairOf(looked: readonly Entry[], agency: string): readonly Pair[] {
  const [into, out] = valued(looked.filter((entry) => entry.agency === agency))
  if (into === undefined || out === undefined) return []
  return [{ agency, pair: [into, out], apart: changed(into.figure, out.figure) }]
}
