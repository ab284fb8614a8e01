import type { AskReply, FigureAnswer, Label } from '../questions/query/reply.ts'
import type { Chart, CompositionChart } from './chart.ts'

/** What the templates say of an answer, for its picture. */
export interface AnswerWords {
  readonly title: string
  readonly source: string
  /** Caveats and who is missing: a picture is passed on without its text. */
  readonly notes: readonly string[]
  /** A label of the answer as people read it. */
  readonly labelOf: (label: Label) => string
}

/** What of a reply is drawn; `places`: those of a ranking's lines. */
export interface Answer extends Pick<AskReply, 'query' | 'answer' | 'unit'> {
  readonly extras: { readonly places?: readonly number[] }
}

type Line = readonly [Label, number | null]

/**
 * The picture of an answer: trend, comparison, ranking and composition have one, of two figures or more in one unit;
 * null for every other answer, and where there is nothing to see: a single figure among gaps, or zeros alone.
 */
export function chartOfAnswer(reply: Answer, answerWords: AnswerWords): Chart | null {
  const { unit, query } = reply
  // What was carried over is checked, not compared: the two are to be the same.
  if (unit === null || query.carryOver === true) return null
  const { title, source, notes, labelOf } = answerWords
  const words = { title, source, notes, unit: query.growth === 'delta' && unit === '%' ? '百分点' : unit }
  if (query.operation === 'list') return severalTrends(reply, words, labelOf)
  const lines = linesOf(reply.answer)
  return isWorthSeeing(lines.map(([, value]) => value)) ? chartOfLines(reply, lines, words, labelOf) : null
}

type Words = Pick<Chart, 'title' | 'source' | 'notes' | 'unit'>

function chartOfLines(
  { query, extras: { places } }: Answer,
  lines: readonly Line[],
  words: Words,
  labelOf: AnswerWords['labelOf'],
): Chart | null {
  const { operation } = query
  if (operation === 'trend') {
    const points = inTime(lines).map(([year, value]) => ({ year: Number(year), value }))
    return { ...words, kind: 'trend', series: [{ name: '', points }] }
  }
  if (operation === 'compare') {
    const groups = inTime(lines).map(([label, value]) => ({ label: labelOf(label), values: [value] }))
    return { ...words, kind: 'comparison', series: [''], groups }
  }
  if (operation === 'detail') return { ...words, kind: 'composition', ...partsOf(lines, query, labelOf) }
  // Two ends of a ranking are no ranking.
  if (operation !== 'rank' || query.both === true) return null
  return {
    ...words,
    kind: 'ranking',
    signed: query.growth !== undefined,
    bars: lines.map(([label, value]) => ({ label: labelOf(label), value })),
    ...(places === undefined ? {} : { places }),
  }
}

/** Two figures that are not both 0. */
function isWorthSeeing(values: readonly (number | null)[]): boolean {
  const known = values.filter((value) => value !== null)
  return known.length > 1 && known.some((value) => value !== 0)
}

/** Series that are told apart one under the other; years that make a line. */
const mostSeries = 4
const leastYears = 3

/** Several agencies, or several figures of one unit, over years: a line each. */
function severalTrends(
  { query, answer }: Answer,
  words: Words,
  labelOf: AnswerWords['labelOf'],
): Chart | null {
  if (answer === null || typeof answer !== 'object' || query.years.length < leastYears) return null
  const series = new Map<Label, { readonly year: number; readonly value: number | null }[]>()
  for (const row of answer) {
    const point = pointOf(row)
    if (point === null) return null
    series.set(point.of, [...(series.get(point.of) ?? []), point])
  }
  const values = [...series.values()].flat().map(({ value }) => value)
  if (series.size > mostSeries || !isWorthSeeing(values)) return null
  return {
    ...words,
    kind: 'trend',
    series: [...series].map(([label, points]) => ({
      name: labelOf(label),
      points: points.map(({ year, value }) => ({ year, value })).sort((one, other) => one.year - other.year),
    })),
  }
}

/** A year and one other label, in either order, with their figure. */
function pointOf(
  row: string | readonly (Label | null)[],
): { readonly of: Label; readonly year: number; readonly value: number | null } | null {
  if (typeof row === 'string' || row.length !== 3) return null
  const [one = null, other = null, value = null] = row
  if (typeof value === 'string') return null
  if (typeof one === 'number' && typeof other === 'string') return { of: other, year: one, value }
  return typeof one === 'string' && typeof other === 'number' ? { of: one, year: other, value } : null
}

/** Pairs of a label and a figure; none where the answer is anything else. */
function linesOf(answer: FigureAnswer): readonly Line[] {
  if (answer === null || typeof answer !== 'object') return []
  const lines = answer.flatMap((row): readonly Line[] => {
    if (typeof row === 'string' || row.length !== 2) return []
    const [label, value] = row
    return label !== null && typeof value !== 'string' ? [[label, value]] : []
  })
  return lines.length === answer.length ? lines : []
}

/** Years ascending, whatever was asked first; names as they are. */
function inTime(lines: readonly Line[]): readonly Line[] {
  const areYears = lines.every(([label]) => typeof label === 'number')
  return areYears ? lines.toSorted(([one], [other]) => Number(one) - Number(other)) : lines
}

/** The parts and what they make up: the printed 总计 of table 四, else their sum where they have one by law. */
function partsOf(
  lines: readonly Line[],
  query: AskReply['query'],
  labelOf: AnswerWords['labelOf'],
): Pick<CompositionChart, 'parts' | 'total'> {
  const printed = lines.find(([label]) => label === 'total')
  const own = lines.filter((line) => line !== printed)
  const parts = own.map(([label, value]) => ({ label: labelOf(label), value }))
  if (printed !== undefined) return { parts, total: printed[1] }
  const isComplete = own.every(([, value]) => value !== null)
  const sum = own.reduce((before, [, value]) => before + (value ?? 0), 0)
  return { parts, total: isComplete && makesAWhole(query) ? sum : null }
}

/** 新收 and 办结, or 制发 and 废止, are no parts of one thing. */
function makesAWhole({ metrics, by }: AskReply['query']): boolean {
  const [metric = ''] = metrics
  return by === 'applicant' || metric.startsWith('requests.') || metric.startsWith('review.')
}
