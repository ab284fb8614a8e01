// Makes the two sample reports with mistakes from the one without: a published report, its names and numbers
// exchanged. Run it as `node scripts/make-samples.mjs` after a change here, and commit what it writes to samples/.
import { readFileSync, writeFileSync } from 'node:fs'
import { URL } from 'node:url'
import { TextDecoder, TextEncoder } from 'node:util'
import { unzipSync, zipSync } from 'fflate'

const folder = new URL('../samples/', import.meta.url)
const part = 'word/document.xml'
const parts = unzipSync(readFileSync(new URL('济宁高新区科技创新局2024年年报.docx', folder)))
const published = new TextDecoder().decode(parts[part])

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const firstNumberRow = 3

/** The rows of table 三 that are not all zero; the mistakes are marked. */
const requests = {
  0: { 自然人: 8, 商业企业: 3, 其他: 1, 总计: 12 },
  1: { 自然人: 1, 总计: 1 },
  2: { 自然人: 5, 商业企业: 2, 总计: 7 },
  3: { 自然人: 1, 总计: 1 },
  9: { 自然人: 1, 总计: 1 },
  // Mistake: 1 + 1 = 2.
  12: { 自然人: 1, 商业企业: 1, 总计: 3 },
  16: { 其他: 1, 总计: 1 },
  23: { 自然人: 8, 商业企业: 3, 其他: 1, 总计: 12 },
  // Mistake: one request of last year is neither handled nor carried forward (24 stays 0).
}

write(
  '青石区科学技术局2024年年报（数字对不上）.docx',
  inTables(renamed('科学技术局', '科技'), {
    1: (table) =>
      Object.entries(requests).reduce(
        (text, [row, numbers]) =>
          withNumbers(
            text,
            firstNumberRow + Number(row),
            columns.map((name) => numbers[name] ?? 0),
          ),
        table,
      ),
    // Mistake: 1 + 0 + 0 + 0 = 1.
    2: (table) => withNumbers(table, 3, [1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  }).replace('未收到依申请公开政府信息。', '收到政府信息公开申请12件，上年结转1件，均在法定期限内答复。'),
)
// Mistakes: part 四 is gone with its table; two cells of table 三 are blank.
write(
  '青石区民政局2024年年报（缺第四部分）.docx',
  withoutPartFour(
    inTables(renamed('民政局', '民政'), {
      1: (table) => withNumbers(withNumbers(table, 3, [0, 0, 0, 0, 0, 0, '']), 27, [0, 0, 0, 0, 0, 0, '']),
    }),
  ),
)

/** Another agency's name, address and site in place of the published ones. */
function renamed(agency, short) {
  return published
    .replaceAll('济宁高新区科技创新局', `云山市青石区${agency}`)
    .replaceAll('科技创新局', agency)
    .replaceAll('科技创新政务', `${short}政务`)
    .replaceAll('济宁国家高新技术产业开发区”管委会', '云山市青石区”人民政府')
    .replaceAll('http://www.jnhn.gov.cn', 'http://www.example.com')
    .replaceAll(
      '济宁高新区海川路产学研基地T2栋10楼，联系电话：0537-3255911',
      '青石区青年路1号，联系电话：0000-1234567',
    )
    .replaceAll('管委会网站', '区政府网站')
    .replaceAll('党工委、管委会', '区委、区政府')
    .replaceAll('济宁高新科技中心', `青石${short}`)
    .replaceAll('科技馆', '办事大厅')
}

/** Changes some tables, by their number in the file. */
function inTables(xml, changes) {
  let index = -1
  return xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, (table) => {
    index += 1
    return changes[index]?.(table) ?? table
  })
}

/** Puts numbers into the last cells of a row. */
function withNumbers(table, rowIndex, numbers) {
  let row = -1
  return table.replaceAll(/<w:tr[ >].*?<\/w:tr>/gs, (text) => {
    row += 1
    if (row !== rowIndex) return text
    const cells = text.match(/<w:tc>.*?<\/w:tc>/gs) ?? []
    let cell = numbers.length - cells.length - 1
    return text.replaceAll(/<w:tc>.*?<\/w:tc>/gs, (old) => {
      cell += 1
      return cell < 0 ? old : withText(old, String(numbers[cell]))
    })
  })
}

/** The text goes into the first run of the cell; its other runs become empty. */
function withText(cell, text) {
  let isFirst = true
  return cell.replaceAll(/(<w:t[^>]*>)[^<]*(<\/w:t>)/g, (_, start, end) => {
    const content = isFirst ? text : ''
    isFirst = false
    return `${start}${content}${end}`
  })
}

function withoutPartFour(xml) {
  const heading = xml.lastIndexOf('<w:p>', xml.indexOf('四、政府信息公开行政复议'))
  const tableEnd = xml.indexOf('</w:tbl>', heading) + '</w:tbl>'.length
  return xml.slice(0, heading) + xml.slice(tableEnd)
}

function write(name, xml) {
  const packed = { ...parts, [part]: new TextEncoder().encode(xml) }
  writeFileSync(new URL(name, folder), zipSync(packed, { level: 9, mtime: new Date('2025-01-15T08:00:00Z') }))
}
