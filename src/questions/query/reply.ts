import type { Metric } from './metrics.ts'
import { printedQuery, type Query } from './query.ts'

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
  /** Words where the text of a report gives no exact number (`240余条`). */
  readonly value: number | string
}

/** `条` is the unit of text.published. */
export type Unit = '件' | '万元' | '%' | '条' | '家' | '次' | '处'

/** Labels in a list are full agency names, groups, years, metric ids, or row and column keys of the report's JSON. */
export type Label = string | number
/**
 * By operation (questions.md section 1): a number; words (a quote, a status, a day); names; `[label, figure]`;
 * `[label, label, figure]` or with three labels, where several of agencies, years and metrics are plural.
 */
export type FigureAnswer =
  | number
  | string
  | null
  | readonly string[]
  | readonly (readonly [...Label[], number | null])[]
  /** Days, YYYY-MM-DD. */
  | readonly (readonly [Label, string])[]

/** Numerator and denominator of a rate. */
export type Parts = readonly [number, number]

/** What goes beside the answer, where the operation has it; absent otherwise. */
export interface Extras {
  /** compare: subject − base; in 百分点 for rates; null where coverage differs. */
  readonly delta?: number | null
  /** compare of years: percent, one decimal; null where the base is 0 or coverage differs. */
  readonly change?: number | null
  /** ratio and share. */
  readonly numerator?: number
  readonly denominator?: number
  /** position: how many were ranked; carry-over of several: how many have both figures. */
  readonly of?: number
  /** Of rates, where the answer has several lines: numerator and denominator of each; null where there is none. */
  readonly fractions?: readonly (Parts | null)[]
  /**
   * list by several conditions, carry-over of several: the figures of each name, in the order of the metrics; of rates
   * with their parts.
   */
  readonly met?: readonly (readonly { readonly value: number; readonly parts: Parts | null }[])[]
  /** compare with `each`: the agencies that have both figures, in the order asked; `delta` = subject − base. */
  readonly each?: readonly (readonly [string, { subject: number; base: number; delta: number }])[]
  /** One agency over years: those without a report. */
  readonly missingYears?: readonly number[]
  /** rank: the place of each line of the answer; level ones have the same. */
  readonly places?: readonly number[]
  /** rank from both ends: how many lines of the answer are of the most. */
  readonly fromTop?: number
  /** rank: nobody stands in the place asked for; who stands level before it. */
  readonly tied?: readonly string[]
  /** The 公开率 beside a 予以公开率, and other figures the text alone shows. */
  readonly beside?: readonly { readonly label: string; readonly value: number; readonly unit: Unit }[]
  /** Left out for a denominator of 0, or where growth in percent starts from 0. */
  readonly undivided?: readonly { readonly agency: string; readonly year: number }[]
  /** average: how many agencies or years were divided by. */
  readonly averagedOver?: number
  /** position of a count: the agency's own figure. */
  readonly own?: number
  /** text.published: the sentence it stands in. */
  readonly sentence?: string
  /** report.filed of one agency: when its newest version came, and its first where that is another; instants in ISO form. */
  readonly receivedAt?: string
  readonly firstReceived?: string
  /** Who sent the newest version, and how many versions came after the first. */
  readonly sentBy?: string
  readonly revisions?: number
  /** About reports: who need not report for the year; who has no report that could be looked at. */
  readonly exempt?: readonly string[]
  readonly unchecked?: readonly string[]
  /** report.late and report.onTime: whose time of arrival is not known; of one agency its last day on time, YYYY-MM-DD. */
  readonly undated?: readonly string[]
  readonly deadline?: string
}

/** What comes back for a question; templates/answer.ts puts it into words. */
export interface AskReply {
  /** False for questions back and for what was not understood. */
  readonly understood: boolean
  readonly query: Query
  /** null where there is no figure. */
  readonly answer: FigureAnswer
  readonly unit: Unit | null
  readonly extras: Extras
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
  /** Where there is no figure: whole questions near to the one asked. Each is answered as it stands; 是 asks the first. */
  readonly offers: readonly string[]
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
  /** Why a figure was refused, in more detail than `reason`. */
  readonly refusal: RefusalDetail | null
  /** Where there is no figure: further questions about the same, or about anything. Each is answered as it stands. */
  readonly samples: readonly string[]
  /** position and share: 全区 are the agencies a group is bound to. */
  readonly bound?: boolean
  /** Of a question back: all options may be asked for together (都要). */
  readonly together?: boolean
  /** The figure is of all, and one agency was spoken of before: the same question of that one. */
  readonly besides?: string
}

/** Where the agencies of a group come from: the question or a roster names them, or they are only those that sent reports. */
export type GroupMembers = 'listed' | 'received'

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
  /** Figures of several agencies or years, each of its own. */
  | { readonly kind: 'several_questions' }
  /** A figure that is not added up, ranked or averaged. */
  | { readonly kind: 'no_sum'; readonly metric: Metric }
  /** What was asked back, or offered, is not wanted. */
  | { readonly kind: 'dropped' }
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
  /** No report for the year; the newest year there is one for. `of`: which report is lacking, where several were needed. */
  | {
      readonly kind: 'newest'
      readonly year: number | null
      /** The one agency whose newest year it is; absent: anybody's. */
      readonly whose?: string
      readonly of?: { readonly agency: string; readonly year: number }
      /** Which of several years nobody has. */
      readonly asked?: number
    }
  /** The report is there, the table or a cell of the figure is not. */
  | {
      readonly kind: 'blank'
      readonly agency: string
      readonly year: number
      readonly metric: Metric
      /** The form of that year has no such row. */
      readonly notInForm?: true
    }
  /** A rate whose denominator is 0. */
  | {
      readonly kind: 'undivided'
      readonly agency: string
      readonly year: number
      /** Labels of the rate and of its denominator. */
      readonly what: string
      readonly whole: string
    }
  /** The report that compiles the others is neither added to them nor ranked among them. */
  | { readonly kind: 'compilation'; readonly agency: string }
  /** An agency was to be placed in a group it does not belong to. */
  | { readonly kind: 'not_among'; readonly agency: string }
  /** Agencies that may not be asked about here. */
  | { readonly kind: 'outside'; readonly agencies: readonly string[] }
  /** A ratio without an agreed denominator; the counts it may be asked by instead. */
  | { readonly kind: 'no_denominator'; readonly written: string; readonly offers: readonly Metric[] }
  /** Two ways to take the words. */
  | { readonly kind: 'ambiguous'; readonly written: string }
  /** 是 to several questions that were offered, which are the options. */
  | { readonly kind: 'which_offer' }

/** What the reports say to a query; ask.ts makes a reply of it. */
export interface Figures {
  /** null: there is none; `reason` says why. */
  readonly answer: FigureAnswer
  readonly unit: Unit | null
  readonly extras: Extras
  readonly reason: NoFigure | null
  /** More of the reason. */
  readonly refusal: RefusalDetail | null
  /** In the order of questions.md section 7, each code once. `guessed_wording` is added from the query by ask.ts. */
  readonly caveats: readonly { readonly code: CaveatCode; readonly text: string }[]
  /** Of several agencies: those without a report in (one of) the years, roster order. */
  readonly missing: readonly string[]
  readonly reference: Reference | null
  readonly sources: readonly Source[]
}

/** The same as `gongkai ask --json` prints it: without what is only for the words, and without empty extras. */
export function printedReply(reply: AskReply, text: string): Readonly<Record<string, unknown>> {
  const { understood, query, answer, unit, extras, caveats, caveatCodes, sources } = reply
  const { missing, reference, reason, slot, options, offers } = reply
  const { missingYears, delta, change, numerator, denominator, of } = extras
  const printed = { delta, change, numerator, denominator, of, missingYears }
  return {
    understood,
    query: printedQuery(query),
    answer,
    ...(unit === null ? {} : { unit }),
    ...Object.fromEntries(Object.entries(printed).filter(([, value]) => value !== undefined)),
    ...(missing.length > 0 ? { missing } : {}),
    ...(reference === null ? {} : { reference: reference.value }),
    ...(reason === null ? {} : { reason }),
    ...(slot === null ? {} : { slot, options }),
    ...(offers.length === 0 ? {} : { offers }),
    caveats,
    caveatCodes,
    sources,
    text,
  }
}
