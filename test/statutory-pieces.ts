import { cell } from './docx-builder.ts'
import type { DocxCell } from './docx-builder.ts'
import type { PrintedCells } from './statutory-numbers.ts'
import type { CellId, RequestColumn, RequestRow } from '../src/report/statutory-tables.ts'
import {
  requestColumns,
  requestGroups,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../src/report/statutory-tables.ts'

/** Rows of cells as in HTML: a position that is spanned is not listed. */
export type Rows = readonly (readonly DocxCell[])[]

/** How a label prints: broken over lines, other brackets, a letter lost. */
export type LabelStyle = (label: string) => string

export interface RequestPiece {
  readonly rows: readonly RequestRow[]
  readonly header: 'full' | 'none'
  /** What stands where a merged label goes on: the merge, its words again, a blank cell, or no cell at all. */
  readonly merges: 'merged' | 'repeated' | 'blank' | 'dropped'
  /** The columns in their printed order. */
  readonly columns: readonly RequestColumn[]
  /** An empty column behind every figure, or the first so many. */
  readonly phantoms: number
  readonly remarks: boolean
  /** 2019 form: one row （六）其他处理. */
  readonly oldForm: boolean
  readonly label: LabelStyle
}

/** A piece of table 三: the whole table, a page of it, a group or a row. */
export function requestPiece(cells: PrintedCells, piece: RequestPiece): Rows {
  const header = piece.header === 'full' ? requestHeader(piece) : []
  const body = piece.rows.map((key, index) => [
    ...labelCells(piece, key, index),
    ...figureCells(cells, piece, key),
    ...(piece.remarks ? [cell(index % 3 === 0 ? '含上年' : '')] : []),
  ])
  return [...header, ...body]
}

function requestHeader({ columns, phantoms, remarks, label }: RequestPiece): Rows {
  const isOrganization = (key: RequestColumn) => key !== 'naturalPerson' && key !== 'total'
  const nameOf = (key: RequestColumn) => requestColumns.find((column) => column.key === key)?.label ?? ''
  const widthAt = (index: number) => (index < phantoms ? 2 : 1)
  const width = columns.reduce((sum, _, index) => sum + widthAt(index), 0)
  const second: DocxCell[] = []
  const third: DocxCell[] = []
  columns.forEach((key, index) => {
    if (!isOrganization(key)) {
      second.push(cell(label(nameOf(key)), { rowSpan: 2, columnSpan: widthAt(index) }))
      return
    }
    const isFirst = index === 0 || !isOrganization(columns[index - 1] ?? 'total')
    let run = 0
    for (let at = index; at < columns.length && isOrganization(columns[at] ?? 'total'); at += 1)
      run += widthAt(at)
    if (isFirst) second.push(cell('法人或其他组织', { columnSpan: run }))
    third.push(cell(label(nameOf(key)), { columnSpan: widthAt(index) }))
  })
  const note = '（本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和）'
  return [
    [
      cell(note, { columnSpan: 3, rowSpan: 3 }),
      cell('申请人情况', { columnSpan: width }),
      ...(remarks ? [cell('备注', { rowSpan: 3 })] : []),
    ],
    second,
    third,
  ]
}

const inResults = (key: RequestRow): boolean => !['received', 'carriedIn', 'carriedForward'].includes(key)
const groupOf = (key: RequestRow) => requestRows.find((row) => row.key === key)?.group ?? null

function labelCells(piece: RequestPiece, key: RequestRow, index: number): DocxCell[] {
  const row = requestRows.find((entry) => entry.key === key)
  if (row === undefined) return []
  const printed = piece.label(`${row.number}${row.label}`)
  if (!inResults(key)) return [cell(printed, { columnSpan: 3 })]
  const results = merged(piece, index, '三、本年度办理结果', inResults)
  if (row.group === null) return [...results, cell(printed, { columnSpan: 2 })]
  if (piece.oldForm && key === 'otherHandling') return [...results, cell('（六）其他处理', { columnSpan: 2 })]
  const group = requestGroups.find((entry) => entry.key === row.group)
  const words = `${group?.number ?? ''}${group?.label ?? ''}`
  return [...results, ...merged(piece, index, words, (other) => groupOf(other) === row.group), cell(printed)]
}

/** A label that reaches over the neighbouring rows which belong to it. */
function merged(
  { rows, merges }: RequestPiece,
  index: number,
  words: string,
  belongs: (key: RequestRow) => boolean,
): DocxCell[] {
  const isFirst = index === 0 || !belongs(rows[index - 1] ?? 'received')
  let run = 0
  while (index + run < rows.length && belongs(rows[index + run] ?? 'received')) run += 1
  if (merges === 'merged') return isFirst ? [cell(words, { rowSpan: run })] : []
  if (isFirst || merges === 'repeated') return [cell(words)]
  return merges === 'blank' ? [cell('')] : []
}

function figureCells(cells: PrintedCells, { columns, phantoms }: RequestPiece, key: RequestRow): DocxCell[] {
  return columns.flatMap((column, index) => [
    cell(textOf(cells, `requests.${key}.${column}`)),
    ...(index < phantoms ? [cell('')] : []),
  ])
}

function textOf(cells: PrintedCells, id: CellId): string {
  return cells.get(id)?.text ?? ''
}

export interface DisclosurePiece {
  /** `empty`: one figure and two blank cells; `spanned`: one cell over three columns; `thrice`: the figure in each. */
  readonly singles: 'spanned' | 'empty' | 'thrice'
  readonly titles: boolean
  readonly header: 'full' | 'none'
  readonly label: LabelStyle
}

/** The four blocks of table 二, each its own rows: they may be printed as one table or as four. */
export function disclosureBlocks(cells: PrintedCells, piece: DisclosurePiece): readonly Rows[] {
  const { label } = piece
  const title = (item: string) => (piece.titles ? [[cell(`第二十条第（${item}）项`, { columnSpan: 4 })]] : [])
  const documents = (words: string, key: 'rules' | 'normativeDocuments') => [
    cell(label(words)),
    ...(['issued', 'repealed', 'inForce'] as const).map((column) =>
      cell(textOf(cells, `proactiveDisclosure.${key}.${column}`)),
    ),
  ]
  const single = (words: string, key: 'licenses' | 'penalties' | 'coerciveMeasures' | 'fees') => [
    cell(label(words)),
    ...singleCells(textOf(cells, `proactiveDisclosure.${key}`), piece.singles),
  ]
  const header = (...columns: string[]) =>
    piece.header === 'none'
      ? []
      : [
          [
            cell('信息内容'),
            ...columns.map((column) => cell(label(column), { columnSpan: 4 - columns.length })),
          ],
        ]
  return [
    [
      ...title('一'),
      ...(piece.header === 'none'
        ? []
        : [['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((words) => cell(label(words)))]),
      documents('规章', 'rules'),
      documents('行政规范性文件', 'normativeDocuments'),
    ],
    [...title('五'), ...header('本年处理决定数量'), single('行政许可', 'licenses')],
    [
      ...title('六'),
      ...header('本年处理决定数量'),
      single('行政处罚', 'penalties'),
      single('行政强制', 'coerciveMeasures'),
    ],
    [...title('八'), ...header('本年收费金额（单位：万元）'), single('行政事业性收费', 'fees')],
  ]
}

function singleCells(text: string, singles: DisclosurePiece['singles']): DocxCell[] {
  if (singles === 'spanned') return [cell(text, { columnSpan: 3 })]
  return [cell(text), ...[1, 2].map(() => cell(singles === 'thrice' ? text : ''))]
}

/** `whole`: as the form; `flat`: spans lost; `groups`: a band for each group; `rows`: a row for each group. */
export type ReviewShape = 'whole' | 'flat' | 'groups' | 'rows' | 'line'

/** Table 四, as one or more tables. */
export function reviewPieces(cells: PrintedCells, shape: ReviewShape, label: LabelStyle): readonly Rows[] {
  const figures = (group: (typeof reviewGroups)[number]['key']) =>
    reviewResults.map((result) => textOf(cells, `review.${group}.${result.key}`))
  const results = reviewResults.map((result) => label(result.label))
  const all = reviewGroups.flatMap((group) => figures(group.key))
  if (shape === 'rows') {
    const head = [cell('类别'), ...results.map((words) => cell(words))]
    return [
      [
        head,
        ...reviewGroups.map(({ key, label: words }) => [words, ...figures(key)].map((text) => cell(text))),
      ],
    ]
  }
  if (shape === 'groups') {
    return reviewGroups.map(({ key, label: words }) => [
      [cell(words, { columnSpan: 5 })],
      results.map((text) => cell(text)),
      figures(key).map((text) => cell(text)),
    ])
  }
  const span = shape === 'flat' ? 1 : 5
  const tall = shape === 'flat' ? 1 : 2
  const header = [
    [cell('行政复议', { columnSpan: span }), cell('行政诉讼', { columnSpan: span * 2 })],
    [
      ...results.map((text) => cell(text, { rowSpan: tall })),
      cell('未经复议直接起诉', { columnSpan: span }),
      cell('复议后起诉', { columnSpan: span }),
    ],
    [...results, ...results].map((text) => cell(text)),
  ]
  if (shape === 'line') return [[...header, [cell(all.join(' '), { columnSpan: 15 })]]]
  return [[...header, all.map((text) => cell(text))]]
}
