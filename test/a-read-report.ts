import type {
  Cell,
  Citations,
  DepartingLabel,
  ReadPeriod,
  ReadReport,
  ReadSection,
  ReadTable,
  ReadTitle,
  TextParagraph,
} from '../src/report/read-report.ts'
import type { TableSource, Tables } from '../src/report/report.ts'
import type { CellId, RequestRow, SectionNumber, TableKey } from '../src/report/statutory-tables.ts'
import { cellIds, officialHeadings, requestColumns, sectionNumerals } from '../src/report/statutory-tables.ts'

/** What a test changes of the report that has nothing wrong with it. */
export interface ReportChanges {
  readonly agency?: string | null
  readonly year?: number | null
  readonly title?: Partial<ReadTitle> | null
  readonly lead?: readonly string[]
  /** A part by number; null: it is not there. */
  readonly sections?: Partial<Record<SectionNumber, SectionChanges | null>>
  /** The order in which the parts stand. */
  readonly order?: readonly SectionNumber[]
  /** A cell by id: a number, or one of `blankCell`, `placeholderCell`, `unreadCell` … */
  readonly cells?: CellChanges
  readonly sources?: Partial<Record<TableKey, TableSource>>
  readonly forms?: Partial<Record<TableKey, ReadTable['form']>>
  readonly missingRows?: Partial<Record<TableKey, readonly string[]>>
  readonly missingColumns?: Partial<Record<TableKey, readonly string[]>>
  readonly labels?: Partial<Record<TableKey, readonly DepartingLabel[]>>
  readonly citations?: Partial<Citations>
  readonly period?: Partial<ReadPeriod> | null
}

/** Cells by id. */
export type CellChanges = Partial<Record<CellId, number | Cell>>

/** What a test changes of a part. */
export interface SectionChanges {
  readonly headingPresent?: boolean
  readonly printedNumber?: string
  readonly wording?: string
  readonly text?: readonly string[]
}

/** Nothing printed. */
export const blankCell: Cell = { state: 'blank', value: null, text: '', repaired: false, place: { line: 1 } }
/** `/` printed. */
export const placeholderCell: Cell = { ...blankCell, state: 'placeholder', text: '/' }
/** Not in the report. */
export const absentCell: Cell = { ...blankCell, state: 'absent', place: null }

/** A text that is no number. */
export function unreadCell(text: string): Cell {
  return { ...blankCell, state: 'unread', text }
}

/** A text from which a number was made out. */
export function repairedCell(text: string, value: number): Cell {
  return { state: 'number', value, text, repaired: true, place: { line: 1 } }
}

/** The seven cells of a row of table 三, the applicants in printed order and the total last. */
export function requestRow(row: RequestRow, ...values: readonly (number | Cell)[]): CellChanges {
  return Object.fromEntries(
    requestColumns.flatMap(({ key }, index) => {
      const value = values[index]
      return value === undefined ? [] : [[`requests.${row}.${key}`, value] as const]
    }),
  )
}

/** The same for all cells of a table: `everyCell('review', placeholderCell)`. */
export function everyCell(table: TableKey, value: number | Cell): CellChanges {
  return Object.fromEntries(cellIds[table].map((id) => [id, value]))
}

const partTexts: Readonly<Record<SectionNumber, readonly string[]>> = {
  1: [
    '2023年，我局深入贯彻落实《条例》，扎实做好政府信息公开工作。',
    '（一）主动公开。全年通过门户网站公开政府信息120条。',
    '（二）依申请公开。全年未收到政府信息公开申请。',
    '（三）政府信息管理。严格执行信息发布审核制度。',
    '（四）政府信息公开平台建设。加强门户网站和政务新媒体建设。',
    '（五）监督保障。将政务公开纳入年度考核，开展培训1次。',
  ],
  2: [],
  3: [],
  4: [],
  5: ['一是公开内容不够全面，二是解读形式较为单一。', '下一步，将拓展公开内容，丰富解读形式。'],
  6: ['2023年，我局未收取信息处理费。', '无其他需要报告的事项。'],
}

const lead = [
  '本报告根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号的要求编制。',
  '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
  '如对本报告有疑问，请与我局联系（地址：人民路1号，联系电话：0537-1234567）。',
]

/** A department's report for 2023 in the 2021 form, complete, all zero, with nothing wrong; and what is changed. */
export function aReadReport(changes: ReportChanges = {}): ReadReport {
  const agency = changes.agency === undefined ? '城东区卫生健康局' : changes.agency
  const year = changes.year === undefined ? 2023 : changes.year
  const title = titleOf(agency, year, changes.title)
  const sections = sectionsOf(changes)
  const tables = tablesOf(changes)
  const period = periodOf(year ?? 2023, changes.period)
  return {
    report: {
      agency,
      year,
      format: '2021-30',
      period: period?.from == null || period.to === null ? null : { from: period.from, to: period.to },
      sections: sections.map((section) => ({
        number: section.number,
        heading: section.heading,
        text: section.paragraphs.map((paragraph) => paragraph.text).join('\n'),
      })),
      tables: { proactiveDisclosure: null, requests: null, review: null } satisfies Tables,
      tableSources: {
        proactiveDisclosure: tables.proactiveDisclosure.source,
        requests: tables.requests.source,
        review: tables.review.source,
      },
    },
    title,
    lead: paragraphsOf(changes.lead ?? lead),
    sections,
    tables,
    citations: { notice2021: '国办公开办函〔2021〕30号', notice2019: null, ...changes.citations },
    period,
  }
}

function titleOf(
  agency: string | null,
  year: number | null,
  change: ReportChanges['title'],
): ReadTitle | null {
  if (change === null) return null
  const documentName = '政府信息公开工作年度报告'
  const text = `${agency ?? ''}${year === null ? '' : `${year}年`}${documentName}`
  return { text, agency, year, documentName, place: { line: 1 }, ...change }
}

function periodOf(year: number, change: ReportChanges['period']): ReadPeriod | null {
  if (change === null) return null
  return {
    text: `自${year}年1月1日起至${year}年12月31日止`,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    place: { line: 3 },
    ...change,
  }
}

function sectionsOf(changes: ReportChanges): readonly ReadSection[] {
  const order = changes.order ?? ([1, 2, 3, 4, 5, 6] as const)
  return order.flatMap((number) => {
    const change = changes.sections?.[number]
    return change === null ? [] : [sectionOf(number, change ?? {})]
  })
}

function sectionOf(number: SectionNumber, change: SectionChanges): ReadSection {
  const printedNumber = change.printedNumber ?? `${sectionNumerals[number - 1] ?? ''}、`
  const wording = change.wording ?? officialHeadings[number - 1] ?? ''
  return {
    number,
    heading: `${printedNumber}${wording}`,
    headingPresent: change.headingPresent ?? true,
    printedNumber,
    wording,
    paragraphs: paragraphsOf(change.text ?? partTexts[number]),
    place: { line: 10 * number },
  }
}

function tablesOf(changes: ReportChanges): ReadReport['tables'] {
  return {
    proactiveDisclosure: tableOf('proactiveDisclosure', changes),
    requests: tableOf('requests', changes),
    review: tableOf('review', changes),
  }
}

function tableOf(key: TableKey, changes: ReportChanges): ReadTable {
  const source = changed(changes.sources, key, 'table')
  const isRead = source === 'table' || source === 'text'
  const asPrinted = isRead ? 0 : absentCell
  return {
    source,
    form: changed(changes.forms, key, isRead ? '2021' : null),
    cells: new Map(cellIds[key].map((id) => [id, cellOf(changed(changes.cells, id, asPrinted))])),
    missingRows: changed(changes.missingRows, key, []),
    missingColumns: changed(changes.missingColumns, key, []),
    labels: changed(changes.labels, key, []),
  }
}

function changed<Key extends string, Value>(
  changes: Partial<Record<Key, Value>> | undefined,
  key: Key,
  otherwise: Value,
): Value {
  return changes?.[key] ?? otherwise
}

function cellOf(change: number | Cell): Cell {
  if (typeof change !== 'number') return change
  return { state: 'number', value: change, text: `${change}`, repaired: false, place: { line: 1 } }
}

function paragraphsOf(texts: readonly string[]): readonly TextParagraph[] {
  return texts.map((text, index) => ({ text, place: { line: index + 1 } }))
}
