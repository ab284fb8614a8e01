import { z } from 'zod'
import { isMetric } from './metric-table.ts'
import type { Metric } from './metrics.ts'

const agencyGroups = ['all', 'department', 'subdistrict', 'township', 'townshipsAndSubdistricts'] as const
/** Agencies asked about by their kind; the compiling government is in none. */
export type AgencyGroup = (typeof agencyGroups)[number]

/** What a group is called; 全区 by the district's own kind. */
export const groupNames: Readonly<Record<Exclude<AgencyGroup, 'all'>, string>> = {
  department: '各部门',
  subdistrict: '各街道',
  township: '各镇',
  townshipsAndSubdistricts: '各镇街',
}

const intents = ['data', 'reports', 'text', 'help', 'clarify', 'none'] as const
/** `none`: there is no figure (see reason); `clarify`: the bot asks back. */
export type Intent = (typeof intents)[number]

const operations: readonly string[] = [
  ...['value', 'sum', 'list', 'count', 'rank', 'position', 'average', 'share', 'ratio', 'compare', 'trend'],
  ...['detail', 'quote', 'missing', 'status', 'explain'],
]
export type Operation =
  | 'value'
  | 'sum'
  | 'list'
  | 'count'
  | 'rank'
  | 'position'
  | 'average'
  | 'share'
  | 'ratio'
  | 'compare'
  | 'trend'
  | 'detail'
  | 'quote'
  | 'missing'
  | 'status'
  | 'explain'

const metric = z.custom<Metric>((id) => typeof id === 'string' && isMetric(id), 'no metric of the tables')
const operation = z.custom<Operation>((word) => operations.includes(String(word)), 'no operation')
const names = z.array(z.string()).readonly()
const bound = { op: z.enum(['=', '>', '>=', '<', '<=']), value: z.number() }
const condition = z.object({ ...bound, and: z.object(bound).readonly().optional() }).readonly()
/**
 * A threshold: an agency is meant if its figure stands so to `value`, and so to a second one (10到20件). Of a rate
 * `value` is in percent; of growth it is a difference, below 0 where the figure fell.
 */
export type Condition = z.infer<typeof condition>

const shape = {
  intent: z.enum(intents),
  /** In the order asked. */
  metrics: z.array(metric).readonly(),
  /** Full names of everything asked about, reported or not, in roster order. */
  agencies: names,
  /** As asked: ascending, but for a comparison the subject first. */
  years: z.array(z.number().int()).readonly(),
  operation: operation.nullable(),
  /** The agencies in the order the question names them, where that is not the roster's. */
  named: names.optional(),
  /** How the agencies were meant: one, some named one by one, a group of §4, or `own`: those of the conversation. */
  whose: z.enum(['one', 'named', 'own', ...agencyGroups]).optional(),
  /** Agencies taken away from the group (除X外). */
  without: names.optional(),
  /**
   * Groups set beside each other, in the order asked: a comparison of two (subject, then base; both by their group), or
   * a list with one figure each. `agencies` are all of theirs.
   */
  groups: z
    .array(z.object({ group: z.enum(agencyGroups), agencies: names }).readonly())
    .readonly()
    .optional(),
  /** position and share: the whole that is ranked or added up, roster order. */
  among: names.optional(),
  /** One condition, or one for each metric: those that meet all are listed (names alone where there are two) or counted. */
  where: z.array(condition).readonly().optional(),
  /** rank: what is ranked; default agency. detail: `applicant` for the six columns. */
  by: z.enum(['agency', 'year', 'applicant', 'row']).optional(),
  /** rank: how many places; absent: all. */
  top: z.number().int().optional(),
  order: z.enum(['desc', 'asc']).optional(),
  /** rank: from both ends, first the most, then the least; `top` of each. */
  both: z.boolean().optional(),
  /** rank: only who stands in this place. */
  position: z.number().int().optional(),
  /** compare: a year, a full name or a group each; `delta` = subject − base. */
  subject: z.union([z.number().int(), z.string()]).optional(),
  base: z.union([z.number().int(), z.string()]).optional(),
  /** rank, list and count by growth from the year `base` to the year `subject`: by the difference or in percent. */
  growth: z.enum(['delta', 'change']).optional(),
  /**
   * What was carried into `subject` against what was carried forward out of `base` (metrics in the order carriedIn,
   * carriedForward): compare of one agency; of several list or count of those whose figures differ, with `where` = 0 of
   * those whose figures agree.
   */
  carryOver: z.boolean().optional(),
  /** compare of years of a group: what each of them has beside the two sums. */
  each: z.boolean().optional(),
  /** compare: the two metrics are set against each other, the subject first; neither `subject` nor `base` is there. */
  ofMetrics: z.boolean().optional(),
  /** sum: the metrics are added to one number (甲加乙一共). */
  added: z.boolean().optional(),
  /**
   * The figure somebody wants confirmed. compare: the difference, of years in percent with `growth`; position: the place,
   * or with `top` any up to it.
   */
  confirm: z.number().optional(),
  /** 有没有 was asked: 0 → “没有，0件”. */
  whether: z.boolean().optional(),
  /** report.verdict of a group: which are looked for. */
  verdicts: z
    .array(z.enum(['pass', 'warn', 'fail']))
    .readonly()
    .optional(),
  /** report.submitted: the report itself is wanted, as far as a chat can show it. */
  page: z.boolean().optional(),
  /** report.findings: which are looked for. */
  severities: z
    .array(z.enum(['error', 'warning', 'info']))
    .readonly()
    .optional(),
  /** report.filed: received in this time; days as YYYY-MM-DD in Asia/Shanghai, both included; null: open. */
  received: z.object({ from: z.string().nullable(), to: z.string().nullable() }).readonly().optional(),
  /** explain: what the explained answer did. */
  explains: operation.optional(),
  /** explain: the answer was doubted (确定吗). */
  doubted: z.boolean().optional(),
  /** The words said 今年 or 本年, and the reporting year is an older one. */
  yearByReports: z.boolean().optional(),
  /** Words that were respelt, as written and as read (caveat `guessed_wording`). */
  guessed: z
    .array(z.object({ written: z.string(), read: z.string() }).readonly())
    .readonly()
    .optional(),
}

/** A query as data, checked where it comes back from a store. */
export const querySchema = z.object(shape).readonly()

/**
 * What a question asks for, apart from any words and any data: it is what is tested, what a reply shows, what is
 * remembered, and what a follow-up edits.
 */
export type Query = z.infer<typeof querySchema>

/** A query that can be answered: it knows what, whose, when and how. */
export interface AnswerableQuery extends Query {
  readonly intent: 'data' | 'reports' | 'text'
  readonly operation: Operation
}

/** Whether a query is one to be answered. */
export function isAnswerable(query: Query): query is AnswerableQuery {
  return ['data', 'reports', 'text'].includes(query.intent) && query.operation !== null
}

/** The query as a reply prints it: one condition stands alone. */
export function printedQuery(query: Query): Readonly<Record<string, unknown>> {
  const { where, ...rest } = query
  return { ...rest, ...(where === undefined ? {} : { where: where.length === 1 ? where[0] : where }) }
}
