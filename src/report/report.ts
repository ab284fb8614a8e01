import type {
  CellId,
  DisclosureRow,
  DocumentColumn,
  DocumentRow,
  RequestColumn,
  RequestRow,
  ReviewGroup,
  ReviewResult,
  SectionNumber,
  TableKey,
} from './statutory-tables.ts'

/**
 * A report as JSON: the one shape in which the statutory tables travel through the program, from the reader
 * through the checks to the store and the answers.
 */
export interface Report {
  /** As the title names it, else as the text does; null if it cannot be read. */
  readonly agency: string | null
  /** The year reported on, not the year of publication. */
  readonly year: number | null
  /** Which statutory format the report says it follows; null if it says none. */
  readonly format: StatutoryFormat | null
  /** 统计期限, as ISO dates. */
  readonly period: Period | null
  readonly sections: readonly Section[]
  readonly tables: Tables
  readonly tableSources: Readonly<Record<TableKey, TableSource>>
}

/** A report with what the checks found. */
export interface CheckedReport extends Report {
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
}

/** 国办公开办函〔2021〕30号, or the trial format 〔2019〕60号. */
export type StatutoryFormat = '2021-30' | '2019-60'

export interface Period {
  readonly from: string
  readonly to: string
}

export interface Section {
  readonly number: SectionNumber
  /** As printed. */
  readonly heading: string
  /** Without the cells of tables. */
  readonly text: string
}

/**
 * `table`: a true table of the file; `text`: lines or sentences that hold the table; `image`: a picture;
 * `missing`: nothing of it was found.
 */
export type TableSource = 'table' | 'text' | 'image' | 'missing'

/** A table of which nothing was read is null; a cell is null where it is blank, a placeholder, unread or absent. */
export interface Tables {
  readonly proactiveDisclosure: DisclosureTable | null
  readonly requests: RequestTable | null
  readonly review: ReviewTable | null
}

/** Counts; `fees` in 万元, with decimals. */
export type DisclosureTable = Readonly<Record<DocumentRow, Readonly<Record<DocumentColumn, number | null>>>> &
  Readonly<Record<DisclosureRow, number | null>>
export type RequestTable = Readonly<Record<RequestRow, Readonly<Record<RequestColumn, number | null>>>>
export type ReviewTable = Readonly<Record<ReviewGroup, Readonly<Record<ReviewResult, number | null>>>>

/** `error`: put right before publication; `warning`: should be looked at; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** `pass`: nothing but info; `warn`: at least one warning; `fail`: at least one error. */
export type Verdict = 'pass' | 'warn' | 'fail'

export interface Finding {
  /** `family/name`, the rule's id. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Heading and place inside it, as words: `三、收到和处理政府信息公开申请情况 / 总计`. */
  readonly where: string
  /** The words or cells of the report that show it. */
  readonly evidence: readonly string[]
  /** The cells it speaks of, so that a page can mark them; empty for findings about text. Not part of the printed JSON. */
  readonly cells: readonly CellId[]
}
