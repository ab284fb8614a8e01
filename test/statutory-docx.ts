import type { Table, TableCell } from '../src/readers/document.ts'
import type {
  DisclosureCellId,
  RequestCellId,
  RequestColumn,
  RequestRow,
} from '../src/report/statutory-tables.ts'
import {
  officialHeadings,
  requestColumns,
  requestRows,
  sectionNumerals,
} from '../src/report/statutory-tables.ts'
import { buildDocx, cell, paragraph, run, table, textBox, tracked } from './docx-builder.ts'
import type { DocxBlock, DocxCell } from './docx-builder.ts'
import type { Chance, PrintedCells } from './statutory-numbers.ts'
import { pick } from './statutory-numbers.ts'
import type { DisclosurePiece, LabelStyle, RequestPiece, ReviewShape, Rows } from './statutory-pieces.ts'
import { disclosureBlocks, requestPiece, reviewPieces } from './statutory-pieces.ts'

/** How a made-up report prints its three tables. */
export interface Layout {
  readonly labels: 'plain' | 'broken' | 'half' | 'edited' | 'traditional'
  /** Where table 三 is cut: not at all, over a page (header again or not), by group or by row. */
  readonly requests: 'whole' | 'pageWithHeader' | 'pageWithout' | 'groups' | 'rows'
  readonly header: RequestPiece['header']
  readonly merges: RequestPiece['merges']
  readonly order: 'form' | 'totalFirst' | 'swapped'
  readonly phantoms: number
  readonly remarks: boolean
  readonly oldForm: boolean
  /** Share of rows of table 三 that are left out. */
  readonly lost: number
  readonly disclosure: 'whole' | 'blocks'
  readonly singles: DisclosurePiece['singles']
  readonly titles: boolean
  readonly disclosureHeader: DisclosurePiece['header']
  readonly review: ReviewShape
  /** The page around the tables: nothing, a frame around each, one layout table, or one grid with everything. */
  readonly frame: 'none' | 'frames' | 'layout' | 'oneGrid'
  /** What Word leaves in a cell: runs, tracked changes, hidden or crossed out text, a text box, a raised note number. */
  readonly cells: 'plain' | 'runs' | 'tracked' | 'hidden' | 'boxes' | 'struck' | 'noted'
}

export const plainLayout: Layout = {
  labels: 'plain',
  requests: 'whole',
  header: 'full',
  merges: 'merged',
  order: 'form',
  phantoms: 0,
  remarks: false,
  oldForm: false,
  lost: 0,
  disclosure: 'whole',
  singles: 'spanned',
  titles: true,
  disclosureHeader: 'full',
  review: 'whole',
  frame: 'none',
  cells: 'plain',
}

/** The tables of a made-up report as rows, and the rows of table 三 that it has. */
export interface MadeTables {
  readonly disclosure: readonly Rows[]
  readonly requests: readonly Rows[]
  readonly review: readonly Rows[]
  readonly printedRows: readonly RequestRow[]
}

/** The pieces of the three tables that a layout prints. */
export function madeTables(cells: PrintedCells, layout: Layout, chance: Chance): MadeTables {
  const label = labelStyle(layout.labels, chance)
  const blocks = disclosureBlocks(cells, {
    singles: layout.singles,
    titles: layout.titles,
    header: layout.disclosureHeader,
    label,
  })
  const printedRows = requestRows
    .map((row) => row.key)
    .filter((key) => !(layout.oldForm && (key === 'correctionOverdue' || key === 'paymentOverdue')))
    .filter(() => chance() >= layout.lost)
  const piece = (rows: readonly RequestRow[], header: RequestPiece['header']) =>
    requestPiece(cells, {
      rows,
      header,
      merges: layout.merges,
      columns: columnOrder(layout.order),
      phantoms: layout.phantoms,
      remarks: layout.remarks,
      oldForm: layout.oldForm,
      label,
    })
  return {
    disclosure: layout.disclosure === 'whole' ? [blocks.flat()] : blocks,
    requests: cuts(printedRows, layout, chance).map((rows, index) =>
      piece(rows, layout.requests === 'pageWithout' && index > 0 ? 'none' : layout.header),
    ),
    review: reviewPieces(cells, layout.review, label),
    printedRows,
  }
}

function columnOrder(order: Layout['order']): readonly RequestColumn[] {
  const keys = requestColumns.map((column) => column.key)
  if (order === 'totalFirst') return ['total', ...keys.filter((key) => key !== 'total')]
  if (order === 'form') return keys
  return keys.with(1, 'legalService').with(4, 'enterprise')
}

function cuts(
  rows: readonly RequestRow[],
  { requests }: Layout,
  chance: Chance,
): readonly (readonly RequestRow[])[] {
  if (requests === 'whole' || rows.length < 4) return [rows]
  if (requests === 'rows') return rows.map((row) => [row])
  if (requests === 'groups') {
    const groupOf = (key: RequestRow | undefined) => requestRows.find((row) => row.key === key)?.group ?? null
    const starts = rows.flatMap((row, index) =>
      index === 0 || groupOf(row) !== groupOf(rows[index - 1]) ? [index] : [],
    )
    return starts.map((start, index) => rows.slice(start, starts[index + 1] ?? rows.length))
  }
  const at = 1 + Math.floor(chance() * (rows.length - 2))
  return [rows.slice(0, at), rows.slice(at)]
}

/** A label as people and converters print it; the words stay recognisable. */
function labelStyle(style: Layout['labels'], chance: Chance): LabelStyle {
  const somewhere = (text: string) => 1 + Math.floor(chance() * Math.max(1, text.length - 1))
  const insert = (text: string, extra: string) => {
    const at = somewhere(text)
    return `${text.slice(0, at)}${extra}${text.slice(at)}`
  }
  switch (style) {
    case 'plain':
      return (label) => label
    case 'broken':
      return (label) => insert(insert(label, '\n'), pick(chance, [' ', '\n', '\u3000']))
    case 'half':
      return (label) =>
        label
          .replace(/（/g, '(')
          .replace(/）/g, ') ')
          .replace(/^(\d)\./, '$1、')
          .replace(/[“”]/g, '"')
    case 'edited':
      return (label) => {
        const words = label.replace(/^(?:\d\.|（.）|.、)/, '')
        if (words.length < 8) return label
        const at = label.length - words.length + 1 + Math.floor(chance() * (words.length - 2))
        return `${label.slice(0, at)}${label.slice(at + 1)}`
      }
    case 'traditional':
      return (label) =>
        label.replace(
          /[总计结转请数开发业机构组织规范复议诉讼审维纠]/g,
          (letter) => traditional[letter] ?? letter,
        )
  }
}

const traditional: Readonly<Record<string, string>> = {
  总: '總',
  计: '計',
  结: '結',
  转: '轉',
  请: '請',
  数: '數',
  开: '開',
  发: '發',
  业: '業',
  机: '機',
  构: '構',
  组: '組',
  织: '織',
  规: '規',
  范: '範',
  复: '複',
  议: '議',
  诉: '訴',
  讼: '訟',
  审: '審',
  维: '維',
  纠: '糾',
}

/** A whole report with these tables as a Word document. */
export function reportDocx(made: MadeTables, layout: Layout): Uint8Array {
  const dress = (rows: Rows): Rows => rows.map((row) => row.map((entry) => dressedCell(entry, layout.cells)))
  const tables = [made.disclosure, made.requests, made.review].map((pieces) => pieces.map(dress))
  const heading = (number: number) =>
    `${sectionNumerals[number - 1] ?? ''}、${officialHeadings[number - 1] ?? ''}`
  const prose =
    '2023年，我局认真贯彻落实《条例》要求，主动公开、依申请公开、信息管理、平台建设和监督保障各项工作有序开展。'
  const title = paragraph('某市某区某局2023年政府信息公开工作年度报告', { style: 'Title' })
  const before: DocxBlock[] = [title, paragraph(heading(1)), paragraph(prose)]
  const after: DocxBlock[] = [5, 6].flatMap((number) => [paragraph(heading(number)), paragraph(prose)])
  if (layout.frame === 'oneGrid') {
    const rows = tables.flatMap((pieces, index) => [
      [cell(heading(index + 2), { columnSpan: 15 })],
      ...pieces.flat(),
    ])
    return buildDocx({ body: [...before, table(rows), ...after] })
  }
  const parts = tables.map((pieces, index) => [
    paragraph(heading(index + 2)),
    ...pieces.flatMap((rows): DocxBlock[] => [frame(rows, layout.frame), paragraph('')]),
  ])
  if (layout.frame !== 'layout') return buildDocx({ body: [...before, ...parts.flat(), ...after] })
  return buildDocx({ body: [table([...parts, after].map((part) => [cell(part)]))] })
}

function frame(rows: Rows, kind: Layout['frame']): DocxBlock {
  return kind === 'frames' ? table([[cell([table(rows)])]]) : table(rows)
}

function dressedCell(entry: DocxCell, kind: Layout['cells']): DocxCell {
  const [text] = entry.content
  if (kind === 'plain' || typeof text !== 'string' || text.trim() === '') return entry
  const middle = Math.ceil(text.length / 2)
  const [head, tail] = [text.slice(0, middle), text.slice(middle)]
  const contents = {
    runs: paragraph([run(head), run(tail)]),
    tracked: paragraph([run(head), tracked('del', '8'), tracked('ins', tail)]),
    hidden: paragraph([run(head), run('8', { hidden: true }), run(tail)]),
    boxes: paragraph([textBox([text])]),
    struck: paragraph([
      run('8', { properties: '<w:strike/>' }),
      head,
      run('9', { properties: '<w:dstrike/>' }),
      tail,
    ]),
    noted: paragraph([head, tail, run('1', { properties: '<w:vertAlign w:val="superscript"/>' })]),
  }
  return { ...entry, content: [contents[kind]] }
}

/**
 * Rows as a table block, placed as HTML places cells: a row takes the free positions from the left, however many
 * cells it has.
 */
export function tableBlock(rows: Rows, line: number): Table {
  const taken = new Set<string>()
  const cells: TableCell[] = []
  rows.forEach((row, rowNumber) => {
    let column = 0
    for (const { content, columnSpan = 1, rowSpan = 1 } of row) {
      while (taken.has(`${rowNumber} ${column}`)) column += 1
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${rowNumber + down} ${column + right}`)
      }
      const text = content.map((entry) => (typeof entry === 'string' ? entry : '')).join('\n')
      cells.push({ row: rowNumber, column, rowSpan, columnSpan, text, blocks: [] })
      column += columnSpan
    }
  })
  const columnCount = Math.max(...cells.map((entry) => entry.column + entry.columnSpan))
  return { kind: 'table', rowCount: rows.length, columnCount, cells, place: { line } }
}

/** Ids of the cells that the layout prints: all but those of rows that were left out. */
export function isPrinted(id: string, made: MadeTables): id is RequestCellId | DisclosureCellId {
  const [tableName, row] = id.split('.')
  return tableName !== 'requests' || made.printedRows.some((key) => key === row)
}
