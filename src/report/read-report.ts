import type { Place } from '../readers/document.ts'
import type { Report, TableSource } from './report.ts'
import type { CellId, SectionNumber, TableKey } from './statutory-tables.ts'

/** A report as the checks see it: the report itself, and how every part of it stood in the file. */
export interface ReadReport {
  readonly report: Report
  /** The title lines before part 一; null if none stands there. */
  readonly title: ReadTitle | null
  /** Paragraphs before part 一 without the title: legal basis, period, contact. */
  readonly lead: readonly TextParagraph[]
  /** The parts that were recognised, in the order of the file. Twice the same number: the first one counts. */
  readonly sections: readonly ReadSection[]
  readonly tables: Readonly<Record<TableKey, ReadTable>>
  /** The notices cited for the format, anywhere in the text. */
  readonly citations: Citations
  /** 统计期限 as printed, with its words; null if none is stated. `from`/`to` null where that half cannot be read. */
  readonly period: ReadPeriod | null
}

export interface ReadTitle {
  /** The whole title on one line, as printed but without line breaks. */
  readonly text: string
  readonly agency: string | null
  readonly year: number | null
  /** The document's name inside the title (政府信息公开工作年度报告, or what stands for it); null if none. */
  readonly documentName: string | null
  readonly place: Place
}

export interface TextParagraph {
  readonly text: string
  readonly place: Place
}

export interface ReadSection {
  readonly number: SectionNumber
  /** The heading line as printed; the official heading where the heading is absent but the content is there. */
  readonly heading: string
  /** False: the heading was lost, the part is known by its content (or its table) only. */
  readonly headingPresent: boolean
  /** The numeral as printed, with its mark: `五、`, `5、`, `（五）`; empty if there is none. */
  readonly printedNumber: string
  /** The heading without its numeral, spaces at the ends dropped. */
  readonly wording: string
  /** The text of the part without the heading and without cells of tables. */
  readonly paragraphs: readonly TextParagraph[]
  readonly place: Place
}

export interface ReadTable {
  readonly source: TableSource
  /** Which form the printed columns belong to; null where that cannot be told (missing, image). */
  readonly form: '2021' | '2019' | null
  /** Every cell of the form, also absent ones. A cell that the 2019 form does not have is `absent`. */
  readonly cells: ReadonlyMap<CellId, Cell>
  /**
   * Rows (table 三: row keys; table 二: `rules`, …, `fees`) or, in table 四, groups, that the form expects and the
   * report lacks, in printed order. Empty for `image` and `missing`.
   */
  readonly missingRows: readonly string[]
  /** Expected columns that are missing, by key, where the table's header shows it; usually empty. */
  readonly missingColumns: readonly string[]
  /** Row and column labels that depart from the form in more than spaces, punctuation and numbering. */
  readonly labels: readonly DepartingLabel[]
}

/** State of a cell; see the checks' common rules. */
export type CellState = 'number' | 'blank' | 'placeholder' | 'unread' | 'absent'

export interface Cell {
  readonly state: CellState
  /** A number exactly when state is `number`; `fees` in 万元. */
  readonly value: number | null
  /** As printed, trimmed; empty for blank and absent. */
  readonly text: string
  /** True where the text is no plain number but was read safely (`0件`, `无` → 0, `251000元` → 25.1). */
  readonly repaired: boolean
  /** Line or paragraph in the file; null for absent cells. */
  readonly place: Place | null
}

export interface DepartingLabel {
  /** As printed, spaces and line breaks dropped. */
  readonly printed: string
  /** The official label, with its numeral where the form prints one. */
  readonly official: string
  /** True for a known alias (规范性文件, 合计 for 总计, 其他组织): worth an info only. */
  readonly alias: boolean
}

export interface Citations {
  /** 国办公开办函〔2021〕30号, by number or by name; the words as printed, null if not cited. */
  readonly notice2021: string | null
  /** 国办公开办函〔2019〕60号, its title, or 格式（试行）; the words as printed, null if not cited. */
  readonly notice2019: string | null
}

export interface ReadPeriod {
  /** The words of the report that state it. */
  readonly text: string
  /** ISO dates. */
  readonly from: string | null
  readonly to: string | null
  readonly place: Place
}
