import type {
  DisclosureRow,
  DocumentColumn,
  DocumentRow,
  RequestRow,
} from '../../../report/statutory-tables.ts'
import type { AgencyGroup, Condition } from '../../query/query.ts'
import type {
  Metric,
  RateMetric,
  RequestMetricColumn,
  RequestSum,
  ReviewMetricGroup,
  ReviewMetricResult,
  WholeMetric,
} from '../../query/metrics.ts'
import type { YearWord } from '../years/years.ts'

/** What a stretch of a question was taken for. */
export type Role =
  | WordRole
  | PatternRole
  | { readonly is: 'agency'; readonly names: readonly string[] }
  /** The place alone (兖州区): the whole of it, or its government. */
  | { readonly is: 'place' }
  | { readonly is: 'years'; readonly word: YearWord }
  | { readonly is: 'mark' }
  /** Claimed by nothing. */
  | { readonly is: 'left' }

/** What is read by a pattern and not by a word. */
export type PatternRole =
  | { readonly is: 'number'; readonly value: number }
  /** 超过40件, 90件以上, 低于60%, 10到20件; `unit` as said. */
  | { readonly is: 'condition'; readonly condition: Condition; readonly unit: string | null }
  /** 前三名, 后两家, top5. */
  | { readonly is: 'top'; readonly count: number; readonly order: 'desc' | 'asc' | null }
  /** 排第二, 倒数第一. */
  | { readonly is: 'place-number'; readonly place: number; readonly order: 'desc' | 'asc' }
  /** 昨天, 上周, 1月10日之后: when a report came in. */
  | { readonly is: 'days'; readonly when: DayWord }
  /** 两项, 三者 after the names of so many figures; null: 几项. */
  | { readonly is: 'figureCount'; readonly count: number | null }

/** Days of arrival: so many days ago, so many weeks ago, the last days, or a date; `until`: that day and before. */
export type DayWord =
  | { readonly is: 'daysAgo'; readonly days: number }
  | { readonly is: 'weeksAgo'; readonly weeks: number }
  /** 最近三天: so many days, today the last of them. */
  | { readonly is: 'lastDays'; readonly days: number }
  | {
      readonly is: 'date'
      readonly month: number
      readonly day: number
      readonly side: 'on' | 'after' | 'from' | 'before' | 'until'
    }

/** What a word of the lexicon does in a question. */
export type WordRole = FigureRole | ReckoningRole | WhoseRole | ReportRole | DeclinedRole | PlainRole

/** A part of a figure's name. */
export type FigureRole =
  /**
   * A row of table 三. `label` and `noun` name it; `context` (依申请) names 本年新收 unless another figure stands
   * beside it; `verb` (收到, 办理) likewise, and `faint` verbs never alone.
   */
  | {
      readonly is: 'row'
      readonly row: RequestRow | RequestSum
      readonly weight: 'noun' | 'context' | 'verb' | 'faint'
    }
  | { readonly is: 'column'; readonly column: RequestMetricColumn }
  | { readonly is: 'review'; readonly group: ReviewMetricGroup }
  /** `group`: the one the word itself speaks of (败诉); `loosely`: or of another that is named before it (赢了). */
  | {
      readonly is: 'result'
      readonly result: ReviewMetricResult
      readonly group: ReviewMetricGroup | null
      readonly loosely?: true
    }
  | { readonly is: 'documents'; readonly row: DocumentRow }
  | { readonly is: 'member'; readonly column: DocumentColumn }
  | { readonly is: 'decision'; readonly row: DisclosureRow }
  /** A table, or a block of it, by its heading: what stands in it is asked for, unless a row of it stands beside. */
  | {
      readonly is: 'whole'
      readonly metric: WholeMetric | 'requests.handledTotal.total' | 'review.all.total'
    }
  /** 第二十条第（五）项: what stands there; the name of one of them beside it says which. */
  | { readonly is: 'item'; readonly metrics: readonly Metric[] }
  /** Chosen in answer to a question back. */
  | { readonly is: 'metric'; readonly metric: Metric }
  | { readonly is: 'rate'; readonly rate: RateMetric }
  | {
      readonly is: 'reviewRate'
      readonly rate: 'corrected' | 'upheld' | 'concluded'
      readonly group: ReviewMetricGroup | null
    }
  /** 比例, 占比. */
  | { readonly is: 'proportion' }
  /** 占; `over`: the whole that the word itself names. */
  | { readonly is: 'occupy'; readonly over: 'handled' | 'received' | null }
  /** 主动公开; `weak`: a verb that may be said of documents too (发布了). */
  | { readonly is: 'published'; readonly weak: boolean }
  /** Means several figures and is asked back; `yields`: not where another figure stands beside it. */
  | { readonly is: 'unclear'; readonly options: readonly Metric[]; readonly yields: boolean }
  /** 申请了, 提交了: with an agency before it, it may be the agency that applied. */
  | { readonly is: 'applying' }

/** A way of reckoning. */
export type ReckoningRole =
  | { readonly is: 'howMany'; readonly unit: string | null }
  | { readonly is: 'unit'; readonly unit: string }
  | { readonly is: 'sum'; readonly strong: boolean }
  | { readonly is: 'each' }
  /** 哪些单位, 哪家, 谁. */
  | { readonly is: 'which'; readonly many: boolean; readonly group: AgencyGroup | null }
  | { readonly is: 'howManyAgencies'; readonly group: AgencyGroup }
  | { readonly is: 'most'; readonly order: 'desc' | 'asc' }
  /** `order`: from which end, where the words say (从低到高). */
  | { readonly is: 'ranking'; readonly order?: 'asc' }
  | { readonly is: 'position' }
  | { readonly is: 'main'; readonly by: 'row' | 'applicant' | null }
  /** 哪类申请人, 哪种情形: what is ranked. */
  | { readonly is: 'whichPart'; readonly by: 'row' | 'applicant' }
  | { readonly is: 'average'; readonly over: 'years' | 'agencies' | null }
  | { readonly is: 'than' }
  /** 相比, after 和甲. */
  | { readonly is: 'compared' }
  /**
   * 增减, 差多少: compares; `growth`: which way a ranking goes, and who is listed (哪些单位增加了). `plain`: 多, 少 alone,
   * which may be said of two sides in one year.
   */
  | {
      readonly is: 'change'
      readonly growth: 'up' | 'down' | 'level' | null
      readonly percent: boolean
      /** 同比: the year before is meant. */
      readonly yearly: boolean
      readonly plain?: true
    }
  /** 谁多. */
  | { readonly is: 'whoMore'; readonly order: 'desc' | 'asc' | null }
  | { readonly is: 'trend' }
  | { readonly is: 'detail'; readonly by: 'applicant' | null }
  | { readonly is: 'hasNot' }
  | { readonly is: 'whether' }
  | { readonly is: 'confirm' }
  | { readonly is: 'plus' }
  | { readonly is: 'and' }
  /** 但, 且: joins conditions. */
  | { readonly is: 'conjunction' }
  /** 都: what is said of two figures is said of each. */
  | { readonly is: 'both' }
  /** 对得上, 对不上: what was carried over. */
  | { readonly is: 'matches'; readonly differ: boolean }
  | { readonly is: 'explain' }

/** Whose figure. */
export type WhoseRole =
  /** `parts`: the groups that the word itself sets side by side (街道和镇), in its order. */
  | {
      readonly is: 'group'
      readonly group: AgencyGroup
      readonly each: boolean
      readonly parts?: readonly AgencyGroup[]
    }
  /** 镇, 街道, 单位 as a noun. */
  | { readonly is: 'kind'; readonly group: AgencyGroup }
  /** 其他部门: a group less those taken away. */
  | { readonly is: 'rest'; readonly group: AgencyGroup }
  /** 各分局: those whose names end so. */
  | { readonly is: 'ending'; readonly ending: string }
  /** 街道办: one agency of a kind, asked back where there are several. */
  | { readonly is: 'oneOf'; readonly group: 'subdistrict' }
  /** 我局: the agency of the conversation. */
  | { readonly is: 'own' }
  /** 它, 该局: the agency spoken of. */
  | { readonly is: 'it' }
  | { readonly is: 'except' }
  | { readonly is: 'exceptEnd' }
  /** Another place's government, a whole city: nobody of this roster. */
  | { readonly is: 'elsewhere' }
  /** 向 before an agency. */
  | { readonly is: 'towards' }

/** About the reports themselves. */
export type ReportRole =
  /** 年报: the reports, or what the figures stand in. */
  | { readonly is: 'report' }
  | {
      readonly is: 'filing'
      readonly asks:
        | ('missing' | 'submitted' | 'complete' | 'when' | 'revisions' | 'versions' | 'page' | 'sent')
        | ('overdue' | 'late' | 'onTime' | 'first' | 'last')
    }
  | { readonly is: 'verdict'; readonly verdicts: readonly ('pass' | 'warn' | 'fail')[] }
  | { readonly is: 'findings'; readonly severities: readonly ('error' | 'warning')[] }

/** Known and not answered. */
export type DeclinedRole =
  | { readonly is: 'notHeld' }
  | { readonly is: 'notAnnual' }
  /** 截至目前: of requests no annual figure, of reports it adds nothing. */
  | { readonly is: 'untilNow' }
  | { readonly is: 'outOfScope' }
  /** A ratio without an agreed denominator; the counts are offered. */
  | { readonly is: 'noDenominator'; readonly offers: readonly Metric[] }

export type PlainRole =
  | { readonly is: 'empty' }
  /** 那, 换成, 其中 at the beginning, 呢 at the end: it goes on from the last question. */
  | { readonly is: 'goesOn'; readonly within: boolean }
  | { readonly is: 'help' }
  | { readonly is: 'thanks' }

/** A stretch of the normalised question. */
export interface Token {
  readonly text: string
  /** As it stands in the question, where it was respelt; `''` where it does not stand there. */
  readonly written?: string
  readonly role: Role
}

/** Words with their role; how they are written is said in expand.ts. */
export interface LexiconEntry {
  readonly role: WordRole
  readonly says: readonly string[]
}

/** Roles of the words that a figure's name is made of. */
export const figureNameRoles = [
  'row',
  'column',
  'review',
  'result',
  'documents',
  'member',
  'decision',
  'whole',
  'item',
  'metric',
  'rate',
  'reviewRate',
  'published',
  'unclear',
  'applying',
] as const satisfies readonly Role['is'][]

const figureRoles: readonly Role['is'][] = [...figureNameRoles, 'proportion', 'occupy']

/** Whether a role is a part of a figure's name. */
export function isFigureRole(role: Role): role is FigureRole {
  return figureRoles.includes(role.is)
}

/** Roles of the words that say whose figure or report it is, and of those that say nothing. */
export const whoseRoles = [
  'empty',
  'mark',
  'agency',
  'place',
  'rest',
  'kind',
  'ending',
  'oneOf',
  'own',
  'it',
  'except',
  'exceptEnd',
] as const satisfies readonly Role['is'][]
