/**
 * What a question asks for, apart from any words and any data: it is what is tested, and what a reply shows.
 * The types hold the whole model; so far the parser makes `value` and `sum` of one metric and one year.
 */
export interface Query {
  readonly intent: Intent
  /** Cell paths such as `requests.received.total`, `.total` written out. Empty where nothing was asked for. */
  readonly metrics: readonly Metric[]
  /** Full names of everything asked about, reported or not, in roster order. */
  readonly agencies: readonly string[]
  readonly years: readonly number[]
  readonly operation: Operation | null
}

/** `none`: there is no figure (see reason); `clarify`: the bot asks back. */
export type Intent = 'data' | 'reports' | 'text' | 'help' | 'clarify' | 'none'

/** The figures that are answered so far. */
export type Metric = 'requests.received.total'

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

/** A query that can be answered from the reports. */
export interface DataQuery extends Query {
  readonly intent: 'data'
  readonly metrics: readonly [Metric]
  readonly years: readonly [number]
  readonly operation: 'value' | 'sum'
}

/** Why there is no figure. */
export type NoFigure =
  | 'no_report'
  | 'no_table'
  | 'no_cell'
  | 'future_year'
  | 'not_annual'
  | 'not_in_roster'
  | 'not_in_tables'
  | 'not_stated'
  | 'not_summable'
  | 'zero_denominator'
  | 'not_permitted'
  | 'out_of_scope'
  | 'not_understood'

/** What was not said, or said in a way that fits several. */
export type Slot = 'metric' | 'agency' | 'year'

export type CaveatCode =
  'missing_reports' | 'blank_cells' | 'check_failed' | 'ocr' | 'coverage_differs' | 'guessed_wording'

/** A cell that a figure was made of. */
export interface Source {
  readonly agency: string
  readonly year: number
  /** Official heading with its number: `三、收到和处理政府信息公开申请情况`. */
  readonly table: string
  /** Printed label with its numeral. */
  readonly row: string
  readonly column: string
  readonly value: number
}

/** What comes back for a question; templates/answer.ts puts it into words. */
export interface AskReply {
  /** False for questions back and for what was not understood. */
  readonly understood: boolean
  readonly query: Query
  /** null where there is no figure. */
  readonly answer: number | null
  readonly unit: '件' | null
  /** In words, one code each at the same place of `caveatCodes`. */
  readonly caveats: readonly string[]
  readonly caveatCodes: readonly CaveatCode[]
  /** Of a sum: those without a report for the year, in roster order. */
  readonly missing: readonly string[]
  /** The district government's own figure beside a sum over all; null where there is none. */
  readonly reference: Reference | null
  readonly reason: NoFigure | null
  readonly slot: Slot | null
  /** What the bot offers where it asks back. */
  readonly options: readonly string[]
  readonly sources: readonly Source[]
  /** What the words of the reply need beyond that. */
  readonly wording: Wording
}

/** The figure of the report that compiles the others; never added to them. */
export interface Reference {
  readonly agency: string
  readonly value: number
}

/** Things a reply mentions in words only. */
export interface Wording {
  /** Of a group: what it is called (`全区`, `3个单位`) and how many it has without the compiling government. */
  readonly group: AskedGroup | null
  /** 今年 or 本年 was said, and the reporting year is an older one than the words say. */
  readonly yearByReports: boolean
  /** A figure the question wanted confirmed. */
  readonly figureToConfirm: number | null
  /** 有没有 was asked. */
  readonly asksWhether: boolean
  /** Why a figure was refused, in more detail than `reason`. */
  readonly refusal: RefusalDetail | null
}

/** Where the agencies of a group come from: the question or a roster names them, or they are only those that sent reports. */
export type GroupMembers = 'listed' | 'all received' | 'some received'

/** Agencies asked about together. */
export interface AskedGroup {
  readonly name: string
  readonly size: number
  readonly members: GroupMembers
}

/** The particulars of a refusal. */
export type RefusalDetail =
  /** Words that nothing claims. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A known figure or way of reckoning that is not answered yet, as people call it. */
  | { readonly kind: 'not_yet'; readonly what: string }
  /** A known thing the statutory tables do not hold. */
  | { readonly kind: 'not_held'; readonly what: string }
  | { readonly kind: 'too_long'; readonly limit: number }
  /** More than one year. */
  | { readonly kind: 'one_year' }
  /** No agency of that name; the nearest there are. `listed`: a roster says who there is. */
  | {
      readonly kind: 'unknown_agency'
      readonly written: string
      readonly nearest: readonly string[]
      readonly listed: boolean
    }
  /** `current`: of the year that runs, in which the report for the year before is published; `newest`: of any agency. */
  | {
      readonly kind: 'future'
      readonly year: number
      readonly newest: number | null
      readonly current: boolean
    }
  /** No report of anybody is stored. */
  | { readonly kind: 'nothing_stored' }
  /** No report for the year; the newest year there is one for. */
  | { readonly kind: 'newest'; readonly year: number | null }
  /** Agencies that may not be asked about here. */
  | { readonly kind: 'outside'; readonly agencies: readonly string[] }
  /** Two ways to take the words. */
  | { readonly kind: 'ambiguous'; readonly written: string }

/** The same as `gongkai ask --json` prints it: without what is only for the words, and without empty extras. */
export function printedReply(reply: AskReply, text: string): Readonly<Record<string, unknown>> {
  const { understood, query, answer, unit, caveats, caveatCodes, sources } = reply
  const { missing, reference, reason, slot, options } = reply
  return {
    understood,
    query,
    answer,
    ...(unit === null ? {} : { unit }),
    ...(missing.length > 0 ? { missing } : {}),
    ...(reference === null ? {} : { reference: reference.value }),
    ...(reason === null ? {} : { reason }),
    ...(slot === null ? {} : { slot, options }),
    caveats,
    caveatCodes,
    sources,
    text,
  }
}
