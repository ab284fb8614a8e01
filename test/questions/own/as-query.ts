import { readFileSync } from 'node:fs'
import type { AgencyGroup, AnswerableQuery, Operation, Query } from '../../../src/questions/query/query.ts'
import type { Metric } from '../../../src/questions/query/metrics.ts'

/** What a line of questions.jsonl expects of one turn; a query by hand with its answer by reference.mjs. */
export interface Expectation {
  readonly intent: string
  readonly metric?: string | readonly string[]
  readonly agency?: string
  readonly agencies?: string | readonly string[]
  readonly year?: number
  readonly years?: readonly number[]
  readonly operation?: string
  readonly op?: string
  readonly ask?: string
  readonly where?: NonNullable<Query['where']>[number] | Query['where']
  readonly by?: Query['by']
  readonly top?: number
  readonly order?: Query['order']
  readonly position?: number
  readonly subject?: number
  readonly base?: number
  readonly growth?: Query['growth']
  readonly among?: string
  readonly groups?: readonly AgencyGroup[]
  readonly said?: number
  readonly verdicts?: Query['verdicts']
  readonly severities?: Query['severities']
  readonly reason?: string
  readonly answer: unknown
  readonly unit?: string
  readonly caveats?: readonly string[]
  readonly missing?: readonly string[]
  readonly missingYears?: readonly number[]
  readonly reference?: number
  readonly delta?: number | null
  readonly change?: number | null
  readonly numerator?: number
  readonly denominator?: number
  readonly of?: number
}

/** A line of questions.jsonl. */
export interface Line {
  readonly id: string
  readonly ask: string | readonly string[]
  readonly expect: Expectation
  readonly turns?: readonly Expectation[]
}

interface Entry {
  readonly name: string
  readonly kind: string
  readonly compiled?: boolean
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The roster of the set. */
export const roster: readonly Entry[] = (JSON.parse(read('roster.json')) as { agencies: readonly Entry[] })
  .agencies

/** The reports of the set, as a file. */
export const data: unknown = JSON.parse(read('data.json'))

/** Every turn of the set, under the id of its line. */
export const turns: readonly { readonly id: string; readonly expect: Expectation }[] = read('questions.jsonl')
  .trimEnd()
  .split('\n')
  .map((text) => JSON.parse(text) as Line)
  .flatMap(({ id, expect, turns: several }) =>
    (several ?? [expect]).map((turn, index) => ({
      id: several === undefined ? id : `${id}/${index + 1}`,
      expect: turn,
    })),
  )

const kinds: Readonly<Record<string, readonly string[]>> = {
  all: ['department', 'subdistrict', 'township'],
  department: ['department'],
  subdistrict: ['subdistrict'],
  township: ['township'],
  townshipsAndSubdistricts: ['subdistrict', 'township'],
}

function members(group: string, withCompiled: boolean): readonly string[] {
  return roster
    .filter(({ kind, compiled }) =>
      compiled === true ? withCompiled && group === 'all' : (kinds[group] ?? []).includes(kind),
    )
    .map(({ name }) => name)
}

/** The query of an expectation, as the words would give it. Null where the words end without one. */
export function queryOf(expect: Expectation): AnswerableQuery | null {
  const { intent, agencies, metric = [] } = expect
  if (intent !== 'data' && intent !== 'reports' && intent !== 'text') return null
  const asked = askedAbout(expect)
  const names = roster.map(({ name }) => name).filter((name) => asked.includes(name))
  return {
    intent,
    metrics: metricsOf(metric),
    agencies: names,
    years: expect.years ?? (expect.year === undefined ? [] : [expect.year]),
    ...(names.every((name, index) => name === asked[index]) ? {} : { named: asked }),
    whose: typeof agencies === 'string' ? (agencies as 'all') : asked.length === 1 ? 'one' : 'named',
    ...conditionsOf(expect),
    ...plainParts(expect),
    ...operationOf(expect, asked),
  }
}

function askedAbout({ intent, agency, agencies = [] }: Expectation): readonly string[] {
  if (agency !== undefined) return [agency]
  return typeof agencies === 'string' ? members(agencies, intent === 'reports') : agencies
}

function metricsOf(metric: string | readonly string[]): readonly Metric[] {
  return [metric]
    .flat()
    .map((id) => (/^(?:requests|review)\.\w+$/u.test(id) ? `${id}.total` : id)) as Metric[]
}

/** The reference writes a carry-over, a filter and agencies compared in its own way. */
function operationOf(
  expect: Expectation,
  asked: readonly string[],
): Pick<Query, never> & { operation: Operation } {
  const operation = expect.operation as Operation
  const group = expect.among ?? 'all'
  if (expect.op === 'carryOver') {
    const [base, subject] = expect.years ?? []
    return {
      operation,
      carryOver: true,
      ...(subject === undefined ? {} : { subject }),
      ...(base === undefined ? {} : { base }),
    } as never
  }
  if (expect.groups !== undefined) return besideOf(expect.groups, operation)
  if (expect.op === 'versus') return { operation, ofMetrics: true } as never
  if (operation === 'compare' && expect.subject === undefined) {
    return { operation, subject: asked[0], base: asked[1] } as never
  }
  if (['position', 'share'].includes(operation)) return { operation, among: members(group, false) } as never
  if (operation === 'explain') return { operation, explains: explained(expect) } as never
  return { operation }
}

/** Groups set beside each other. */
function besideOf(
  groups: readonly AgencyGroup[],
  operation: Operation,
): { operation: Operation } & Partial<Query> {
  const [subject, base] = operation === 'compare' ? groups : []
  return {
    operation,
    groups: groups.map((one) => ({ group: one, agencies: members(one, false) })),
    ...(subject === undefined ? {} : { subject }),
    ...(base === undefined ? {} : { base }),
  }
}

function explained({ agency, metric }: Expectation): Operation {
  if (agency === undefined) return 'sum'
  return String(metric).startsWith('rate.') ? 'ratio' : 'value'
}

function conditionsOf({ where }: Expectation): Pick<Query, 'where'> {
  if (where === undefined) return {}
  return { where: Array.isArray(where) ? (where as NonNullable<Query['where']>) : [where as never] }
}

function plainParts(
  expect: Expectation,
): Omit<Partial<Query>, 'intent' | 'operation' | 'metrics' | 'agencies' | 'years'> {
  const keys = [
    'by',
    'top',
    'order',
    'position',
    'subject',
    'base',
    'growth',
    'verdicts',
    'severities',
  ] as const
  return {
    ...Object.fromEntries(keys.flatMap((key) => (expect[key] === undefined ? [] : [[key, expect[key]]]))),
    ...(expect.said === undefined ? {} : { confirm: expect.said }),
    ...(expect.op === 'ends' ? { both: true, order: 'desc' } : {}),
  }
}
