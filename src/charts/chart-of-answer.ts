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
 * null for every other answer.
 */
export function chartOfAnswer(reply: Answer, { title, source, notes, labelOf }: AnswerWords): Chart | null {
  const { unit, query } = reply
  const lines = linesOf(reply.answer)
  if (unit === null || lines.length < 2 || lines.every(([, value]) => value === null)) return null
  const words = { title, source, notes, unit }
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
  if (operation !== 'rank') return null
  const { places } = reply.extras
  return {
    ...words,
    kind: 'ranking',
    signed: query.growth !== undefined,
    bars: lines.map(([label, value]) => ({ label: labelOf(label), value })),
    ...(places === undefined ? {} : { places }),
  }
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
