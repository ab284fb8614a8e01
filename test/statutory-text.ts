import type { CellId, TableKey } from '../src/report/statutory-tables.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestGroups,
  requestRows,
  reviewCellIds,
  reviewGroups,
  reviewResults,
} from '../src/report/statutory-tables.ts'

/** What each cell prints; a cell without an entry is blank. */
export type PrintedCells = ReadonlyMap<CellId, string>

/** A printed row: its label cells, empty where a merged cell goes on, and its number cells. */
export interface PrintedRow {
  readonly labels: readonly string[]
  readonly figures: readonly string[]
}

/** How the words of the form are printed. */
export interface Wording {
  /** `1.` as `1、`, brackets half-width. */
  readonly otherMarks: boolean
  readonly traditional: boolean
}

const headerRow = (...labels: readonly string[]): PrintedRow => ({ labels, figures: [] })

function disclosureTable(cells: PrintedCells): readonly PrintedRow[] {
  const show = (id: CellId): string => cells.get(id) ?? ''
  const article = (number: string, ...columns: readonly string[]): readonly PrintedRow[] => [
    headerRow(`第二十条第（${number}）项`),
    headerRow('信息内容', ...columns),
  ]
  const documents = documentRows.map(({ key, label }) => ({
    labels: [label],
    figures: documentColumns.map((column) => show(`proactiveDisclosure.${key}.${column.key}`)),
  }))
  const single = (...keys: readonly string[]): readonly PrintedRow[] =>
    disclosureRows
      .filter(({ key }) => keys.includes(key))
      .map(({ key, label }) => ({ labels: [label], figures: [show(`proactiveDisclosure.${key}`)] }))
  return [
    ...article('一', ...documentColumns.map(({ label }) => label)),
    ...documents,
    ...article('五', '本年处理决定数量'),
    ...single('licenses'),
    ...article('六', '本年处理决定数量'),
    ...single('penalties', 'coerciveMeasures'),
    ...article('八', '本年收费金额（单位：万元）'),
    ...single('fees'),
  ]
}

/** The header of table 三 as its three printed rows. */
export const requestHeader: readonly PrintedRow[] = [
  headerRow('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'),
  headerRow('', '自然人', '法人或其他组织', '总计'),
  headerRow('', '', ...requestColumns.slice(1, 6).map(({ label }) => label), ''),
]

function requestTable(cells: PrintedCells): readonly PrintedRow[] {
  const rows = requestRows.map(({ key, number, label, group }, index): PrintedRow => {
    const own = `${number}${label}`
    const figures = requestColumns.map((column) => cells.get(`requests.${key}.${column.key}`) ?? '')
    if (['received', 'carriedIn', 'carriedForward'].includes(key)) return { labels: [own], figures }
    const result = key === 'granted' ? '三、本年度办理结果' : ''
    if (group === null) return { labels: [result, own], figures }
    const isFirst = requestRows[index - 1]?.group !== group
    const heading = requestGroups.find((entry) => entry.key === group)
    return { labels: [result, isFirst && heading ? `${heading.number}${heading.label}` : '', own], figures }
  })
  return [...requestHeader, ...rows]
}

function reviewTable(cells: PrintedCells): readonly PrintedRow[] {
  const results = reviewResults.map(({ label }) => label)
  const leaves = reviewGroups.slice(1).map(({ label }) => label)
  return [
    headerRow('行政复议', '行政诉讼'),
    headerRow(...results, ...leaves),
    headerRow('', '', '', '', '', ...results, ...results),
    { labels: [], figures: reviewCellIds.map((id) => cells.get(id) ?? '') },
  ]
}

/** The three tables as printed rows, in the form of 2021. */
export function printedTables(
  cells: PrintedCells,
  wording: Wording,
): Readonly<Record<TableKey, readonly PrintedRow[]>> {
  const reworded = (rows: readonly PrintedRow[]): readonly PrintedRow[] =>
    rows.map((row) => ({ ...row, labels: row.labels.map((label) => reword(label, wording)) }))
  return {
    proactiveDisclosure: reworded(disclosureTable(cells)),
    requests: reworded(requestTable(cells)),
    review: reworded(reviewTable(cells)),
  }
}

const traditional = new Map(
  '总總 计計 结結 转轉 请請 数數 类類 组組 织織 机機 构構 关關 现現 务務 规規 废廢 处處 决決 费費 业業 会會 无無 给給 属屬 于於 国國 执執 询詢 开開 发發 与與 内內 过過 据據 续續 办辦 经經 维維 纠糾 权權 护護 补補 认認 获獲 缴繳 纳納 访訪 举舉 报報 当當 复複 审審 诉訴 讼訟 议議 后後 项項 范範 单單 额額 万萬 罚罰 强強 许許 这這 确確 电電'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

function reword(label: string, { otherMarks, traditional: isTraditional }: Wording): string {
  const marked = otherMarks
    ? label
        .replace(/^(\d)\./, '$1、')
        .replace(/（/g, '(')
        .replace(/）/g, ')')
        .replace(/，/g, ', ')
    : label
  return isTraditional ? Array.from(marked, (letter) => traditional.get(letter) ?? letter).join('') : marked
}

/** Where a layout may vary: numbers from 0 to before `limit`, from a seed. */
export type Choose = (limit: number) => number

/** Prints the rows of one table as lines. */
export type Layout = (rows: readonly PrintedRow[], choose: Choose) => readonly string[]

const isHeader = ({ figures }: PrintedRow): boolean => figures.length === 0
const filled = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell !== '')
const cellsOf = ({ labels, figures }: PrintedRow): readonly string[] => [...labels, ...figures]

/** A label broken over two lines somewhere, or whole. */
function broken(label: string, choose: Choose): readonly string[] {
  const at = label.length > 5 && choose(3) === 0 ? 3 + choose(label.length - 4) : 0
  return at === 0 ? [label] : [label.slice(0, at), label.slice(at)]
}

const tabCells: Layout = (rows, choose) =>
  rows.flatMap((row) => [
    ...row.labels.map((label) => `\t${broken(label, choose).join('\n')}`),
    ...row.figures.map((figure) => `\t${choose(4) === 0 ? ' ' : ''}${figure}`),
    '',
  ])

const tabRows: Layout = (rows) => rows.map((row) => cellsOf(row).join('\t'))

const tabRowsWithoutMerges: Layout = (rows) =>
  rows.map((row) => [...filled(row.labels), ...row.figures].join('\t'))

/** Columns of the widest row: shorter ones are padded with blank cells between label and figures. */
function spread(rows: readonly PrintedRow[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map((row) => cellsOf(row).length))
  return rows.map((row) => {
    const pad = Array.from({ length: width - cellsOf(row).length }, () => '')
    return isHeader(row) ? [...cellsOf(row), ...pad] : [...row.labels, ...pad, ...row.figures]
  })
}

const markdown: Layout = (rows) =>
  spread(rows).flatMap((cells, index) => {
    const line = `| ${cells.join(' | ')} |`
    return index === 0 ? [line, `|${' --- |'.repeat(cells.length)}`] : [line]
  })

const trailingPipes: Layout = (rows, choose) =>
  spread(rows).flatMap((cells) => {
    const line = `${cells.map((cell) => cell.padEnd(choose(2) * 12)).join(' | ')} |`
    return choose(5) === 0 ? [line, '|'.repeat(cells.length)] : [line]
  })

const padded: Layout = (rows) => {
  const width = Math.max(...rows.map((row) => filled(row.labels).length + row.figures.length)) + 2
  return rows.map((row) => {
    const cells = [...filled(row.labels), ...row.figures]
    return `|${cells.join('|')}|${'|'.repeat(width - cells.length)}`
  })
}

const pipeAlone: Layout = (rows) => rows.map((row) => [...filled(row.labels), ...row.figures].join('\n|\n'))

const pipeEnds: Layout = (rows) => rows.flatMap((row) => cellsOf(row).map((cell) => `${cell} |`))

const pipeBefore: Layout = (rows) => rows.flatMap((row) => ['|', `${cellsOf(row).join('|')}|`])

const cellLines: Layout = (rows, choose) =>
  rows.flatMap((row) =>
    filled(cellsOf(row)).flatMap((cell) => [
      `${' '.repeat(choose(3))}${cell}`,
      ...(choose(2) === 0 ? [''] : []),
    ]),
  )

/** Group labels one character a line before their rows; labels broken; figures behind the label or below it. */
const readingOrder: Layout = (rows, choose) =>
  rows.flatMap((row) => {
    const labels = filled(row.labels)
    const own = labels.at(-1) ?? ''
    const merged = labels.slice(0, -1).flatMap((label) => (choose(2) === 0 ? Array.from(label) : [label]))
    if (isHeader(row)) return labels.flatMap((label) => broken(label, choose))
    const lines = [...merged, ...broken(own, choose)]
    const figures = filled(row.figures).join(' ')
    if (lines.length === 0) return [figures]
    return choose(3) === 0 ? [...lines, figures] : [...lines.slice(0, -1), `${lines.at(-1) ?? ''} ${figures}`]
  })

const oneLine: Layout = (rows) => [
  rows.map((row) => `${filled(row.labels).join('')}${filled(row.figures).join(' ')}`).join(''),
]

/** Width of a text where a Chinese character is `wide` columns. */
function widthOf(text: string, wide: number): number {
  return text.length + (wide - 1) * (text.match(/[\u2E80-\uFFEF“”]/g)?.length ?? 0)
}

/**
 * Columns aligned by spaces. Labels are broken into two lines: both above the figures, around them, or the second
 * one below; the pieces of merged labels stand in the margin of whatever line comes.
 */
function aligned(wide: 1 | 2, centred: boolean): Layout {
  return (rows, choose) => {
    const marginOf = (text: string): string => text + ' '.repeat(Math.max(1, 14 - widthOf(text, wide)))
    const margin: string[] = []
    const columns = Math.max(...rows.map(({ figures }) => figures.length))
    const stop = (index: number): number => 14 + 46 + index * (columns > 7 ? 6 : 9)
    const place = (label: string, figures: readonly string[]): string => {
      let line = marginOf(margin.shift() ?? '') + label
      figures.forEach((figure, index) => {
        const at = stop(index) - (centred ? Math.floor(figure.length / 2) : 0)
        if (figure !== '') line += ' '.repeat(Math.max(2, at - widthOf(line, wide))) + figure
      })
      return line
    }
    return rows.flatMap((row) => {
      const labels = filled(row.labels)
      if (isHeader(row)) return [labels.map((label) => broken(label, choose)[0] ?? '').join('   ')]
      for (const label of labels.slice(0, -1)) margin.push(...(label.match(/.{1,3}/gu) ?? []))
      const [head = '', tail = ''] = broken(labels.at(-1) ?? '', choose)
      if (tail === '') return [place(head, row.figures), ...(choose(2) === 0 ? [''] : [])]
      const shapes = [
        (): readonly string[] => [place(head, []), place(tail, row.figures)],
        (): readonly string[] => [place(head, []), place('', row.figures), place(tail, [])],
        (): readonly string[] => [place(head, row.figures), place(tail, [])],
      ]
      return shapes[choose(3)]?.() ?? []
    })
  }
}

/** Every cell leaves a trace: blank ones are known. */
export const explicitLayouts: Readonly<Record<string, Layout>> = {
  'a cell a line behind a tab': tabCells,
  'a row a line with tabs': tabRows,
  'tabs without fields for merged cells': tabRowsWithoutMerges,
  'Markdown with all cells': markdown,
  'trailing pipes and rows of pipes': trailingPipes,
  'short rows padded with bare pipes': padded,
  'a pipe alone between two cells': pipeAlone,
  'each cell on a line that ends in a pipe': pipeEnds,
  'a pipe line before each row': pipeBefore,
}

/** Blank cells leave no trace, or only their position. */
export const tracelessLayouts: Readonly<Record<string, Layout>> = {
  'one cell a line': cellLines,
  'reading order': readingOrder,
  'one line for the whole table': oneLine,
  'aligned, one column a character': aligned(1, false),
  'aligned, two columns a character': aligned(2, false),
  'aligned by their middle': aligned(1, true),
}

/** Table 三 with a page break somewhere in its rows: page number, and the header again or not. */
export function onTwoPages(rows: readonly PrintedRow[], layout: Layout, choose: Choose): readonly string[] {
  const cut = requestHeader.length + 2 + choose(requestRows.length - 3)
  const again = choose(2) === 0 ? requestHeader : []
  const [first, second] = [rows.slice(0, cut), [...again, ...rows.slice(cut)]]
  return [...layout(first, choose), '', '- 3 -', '\f', ...layout(second, choose)]
}
