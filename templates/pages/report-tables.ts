import type { Tables, TableSource } from '../../src/report/report.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestGroups,
  requestRows,
  reviewGroups,
  reviewResults,
  type CellId,
  type TableKey,
} from '../../src/report/statutory-tables.ts'
import { html, type Html } from './html.ts'
import { numberCell, type ShownCell } from './report-cell.ts'

/** The cell to show under an id, given its number. */
export type CellOf = (id: CellId, value: number | null) => ShownCell

/** One of the three tables as the form prints it, or a sentence that says why it is not there. */
export function statutoryTable(key: TableKey, tables: Tables, source: TableSource, cellOf: CellOf): Html {
  const drawn = draw(key, tables, cellOf)
  if (drawn === null) return html`<p class="absent-table">${absence[source]}</p>`
  return html`${source === 'text' && html`<p class="hint">这张表不是表格形式，数字是从文字里读出来的。</p>`}
    <div class="scroll" role="region" aria-label="${names[key]}，可左右滚动" tabindex="0">${drawn}</div>`
}

const names: Readonly<Record<TableKey, string>> = {
  proactiveDisclosure: '主动公开政府信息情况表',
  requests: '收到和处理政府信息公开申请情况表',
  review: '政府信息公开行政复议、行政诉讼情况表',
}

const absence: Readonly<Record<TableSource, string>> = {
  table: '这张表没有读出数字，请对照原件核对。',
  text: '这张表没有读出数字，请对照原件核对。',
  image: '这张表在文件里是一张图片，里面的数字还读不出来。请换成真正的表格后再发一次。',
  missing: '报告里没有找到这张表。',
}

function draw(key: TableKey, tables: Tables, cellOf: CellOf): Html | null {
  switch (key) {
    case 'proactiveDisclosure':
      return tables.proactiveDisclosure && disclosureTable(tables.proactiveDisclosure, cellOf)
    case 'requests':
      return tables.requests && requestTable(tables.requests, cellOf)
    case 'review':
      return tables.review && reviewTable(tables.review, cellOf)
  }
}

function disclosureTable(table: NonNullable<Tables['proactiveDisclosure']>, cellOf: CellOf): Html {
  const block = (item: string, heads: readonly string[], rows: Html): Html =>
    html`<tr>
        <th colspan="4" scope="colgroup" class="block">第二十条第（${item}）项</th>
      </tr>
      <tr>
        <th scope="col">信息内容</th>
        ${heads.map((head) => html`<th scope="col" colspan="${heads.length === 1 ? 3 : 1}">${head}</th>`)}
      </tr>
      ${rows}`
  const single = (...keys: readonly (typeof disclosureRows)[number]['key'][]): Html =>
    html`${disclosureRows
      .filter((row) => keys.includes(row.key))
      .map(
        (row) =>
          html`<tr>
            <th scope="row">${row.label}</th>
            ${numberCell(cellOf(`proactiveDisclosure.${row.key}`, table[row.key]), `表二：${row.label} / ${row.column}`, 3)}
          </tr>`,
      )}`
  const documents = html`${documentRows.map(
    (row) =>
      html`<tr>
        <th scope="row">${row.label}</th>
        ${documentColumns.map(({ key, label: column }) =>
          numberCell(
            cellOf(`proactiveDisclosure.${row.key}.${key}`, table[row.key][key]),
            `表二：${row.label} / ${column}`,
          ),
        )}
      </tr>`,
  )}`
  const [licenses, , , fees] = disclosureRows
  return html`<table class="statutory disclosure">
    <tbody>
      ${block(
        '一',
        documentColumns.map(({ label }) => label),
        documents,
      )}
      ${block('五', [licenses.column], single('licenses'))}
      ${block('六', [licenses.column], single('penalties', 'coerciveMeasures'))}
      ${block('八', [fees.column], single('fees'))}
    </tbody>
  </table>`
}

function requestTable(table: NonNullable<Tables['requests']>, cellOf: CellOf): Html {
  return html`<table class="statutory requests">
    <thead>
      <tr>
        <th class="wide" colspan="3" rowspan="3">
          （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
        </th>
        <th class="narrow" rowspan="3" scope="col">情形</th>
        <th colspan="7" scope="colgroup">申请人情况</th>
      </tr>
      <tr>
        <th rowspan="2" scope="col">自然人</th>
        <th colspan="5" scope="colgroup">法人或其他组织</th>
        <th rowspan="2" scope="col">总计</th>
      </tr>
      <tr>
        ${requestColumns.slice(1, -1).map((column) => html`<th scope="col">${column.label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${requestRows.map(
        (row, index) =>
          html`${startsGroup(index) && groupLine(row)}
            <tr>
              ${formLabels(row, index)}
              <th class="narrow" scope="row">${withoutNote(`${row.number}${row.label}`)}</th>
              ${requestColumns.map(({ key, label: column }) =>
                numberCell(
                  cellOf(`requests.${row.key}.${key}`, table[row.key][key]),
                  `表三：${nameOf(row)} / ${column}`,
                ),
              )}
            </tr>`,
      )}
    </tbody>
  </table>`
}

type Row = (typeof requestRows)[number]

/** The labels as the form prints them, in three columns, where there is room for them. */
function formLabels(row: Row, index: number): Html {
  const name = `${row.number}${row.label}`
  if (['received', 'carriedIn', 'carriedForward'].includes(row.key)) return label(name, 3)
  const results = row.key === 'granted' && label('三、本年度办理结果', 1, requestRows.length - 3)
  if (row.group === null) return html`${results}${label(name, 2)}`
  const size = requestRows.filter(({ group }) => group === row.group).length
  return html`${startsGroup(index) && label(groupName(row), 1, size)}${label(name)}`
}

function label(text: string, columnSpan = 1, rowSpan = 1): Html {
  const scope = rowSpan > 1 ? 'rowgroup' : 'row'
  return html`<th class="wide" scope="${scope}" colspan="${columnSpan}" rowspan="${rowSpan}">${text}</th>`
}

/** On a narrow screen one column holds the labels, and a line of its own the group they belong to. */
function groupLine(row: Row): Html {
  return html`<tr class="narrow">
    <th colspan="${requestColumns.length + 1}" class="block"><span class="stay">${groupName(row)}</span></th>
  </tr>`
}

function startsGroup(index: number): boolean {
  const group = requestRows[index]?.group ?? null
  return group !== null && requestRows[index - 1]?.group !== group
}

function groupName({ group }: Row): string {
  const found = requestGroups.find(({ key }) => key === group)
  return found === undefined ? '' : `${found.number}${found.label}`
}

function nameOf(row: Row): string {
  return `${groupName(row)} ${row.number}${withoutNote(row.label)}`.trim()
}

function withoutNote(text: string): string {
  return text.replace(/（区分.*）$/, '')
}

function reviewTable(table: NonNullable<Tables['review']>, cellOf: CellOf): Html {
  // The labels of four characters break in the middle, as on the form.
  const results = reviewResults.map(({ label: name }) => html`${name.slice(0, 2)}<wbr />${name.slice(2)}`)
  return html`<table class="statutory review">
    <thead>
      <tr>
        <th colspan="5" scope="colgroup"><span class="stay">行政复议</span></th>
        <th colspan="10" scope="colgroup"><span class="stay">行政诉讼</span></th>
      </tr>
      <tr>
        ${results.map((name) => html`<th rowspan="2" scope="col">${name}</th>`)}
        ${reviewGroups.slice(1).map((group) => html`<th colspan="5" scope="colgroup"><span class="stay">${group.label}</span></th>`)}
      </tr>
      <tr>
        ${[...results, ...results].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      <tr>
        ${reviewGroups.flatMap((group) =>
          reviewResults.map(({ key, label: column }) =>
            numberCell(
              cellOf(`review.${group.key}.${key}`, table[group.key][key]),
              `表四：${group.label} / ${column}`,
            ),
          ),
        )}
      </tr>
    </tbody>
  </table>`
}
