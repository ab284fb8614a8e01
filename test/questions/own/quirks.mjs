/** What is out of the ordinary in single reports: the reasons this data set exists. */
import { columns, requestRows, resultRows, reviewGroups, reviewResults } from './tables.mjs'

const partThree = '三、收到和处理政府信息公开申请情况'
const finding = (rule, severity, message, where, evidence = []) => ({
  ...{ rule, severity, message, where, evidence },
})
const find = (report, ...rest) => report.findings.push(finding(...rest))

/** Sets the year's requests by natural persons, answered by granting, so that the columns still balance. */
function receive(report, total) {
  const { received, granted, handledTotal } = report.tables.requests
  const more = total - received.total
  for (const row of [received, granted, handledTotal]) {
    row.naturalPerson += more
    row.total += more
    if (row.naturalPerson < 0) throw new Error(`${report.agency} ${report.year}: ${total} is too few`)
  }
}

/** Moves n granted requests of natural persons to another result row. */
function answerBy(report, row, n) {
  const { requests } = report.tables
  for (const column of ['naturalPerson', 'total']) {
    requests.granted[column] -= n
    requests[row][column] += n
  }
  if (requests.granted.naturalPerson < 0) throw new Error(`${report.agency} ${report.year}: nothing to move`)
}

function noRequests(report) {
  for (const row of requestRows) for (const column of columns) report.tables.requests[row][column] = 0
}

function setReview(report, counts) {
  for (const group of reviewGroups) {
    const row = report.tables.review[group]
    for (const result of reviewResults) row[result] = counts[group]?.[result] ?? 0
    row.total = row.upheld + row.corrected + row.other + row.pending
  }
}

function blank(report, table, cells, places) {
  for (const [row, column] of cells) report.tables[table][row][column] = null
  const message = `表${{ proactiveDisclosure: '二', requests: '三', review: '四' }[table]}有${cells.length}个单元格空白或为“/”（如${places}），没有的请填“0”。`
  find(report, 'cells/blank', 'warning', message, places)
}

function asPicture(report, table, part) {
  report.tableSources[table] = 'image'
  const message = `第${part}部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。已由图片识别，请对照原表。`
  find(report, 'structure/table-image', 'warning', message, `第${part}部分`)
}

const all = (row, keys) => keys.map((key) => [row, key])

export const quirks = {
  // The compilation counts what 上河镇 and 柳林镇 meant to report, so that it balances.
  '区政府 2024': (report) => {
    const { requests } = report.tables
    for (const column of ['naturalPerson', 'total']) {
      requests.received[column] -= 1
      const results = resultRows.reduce((sum, row) => sum + requests[row][column], 0)
      requests.notHeld[column] += requests.handledTotal[column] - results
    }
  },
  // Ties at the top of received 2024: 资规局, then 住建局 and 执法局 level, then 公安分局.
  '资规局 2024': (report) => receive(report, 112),
  '住建局 2024': (report) => {
    receive(report, 90)
    setReview(report, {
      reconsideration: { upheld: 6, corrected: 2, other: 1, pending: 2 },
      litigationDirect: { upheld: 1, pending: 1 },
      litigationAfterReconsideration: { upheld: 3, corrected: 1 },
    })
  },
  '执法局 2024': (report) => receive(report, 90),
  '公安分局 2024': (report) => receive(report, 47),
  // Towns: two level in the second place.
  '石桥镇 2024': (report) => receive(report, 18),
  '石桥铺镇 2024': (report) => receive(report, 11),
  '下河镇 2024': (report) => receive(report, 11),
  // Subdistricts in 2023: two level at the top, so that nobody is second.
  '东关 2023': (report) => receive(report, 30),
  '西关 2023': (report) => receive(report, 30),
  '科技局 2024': (report) => {
    receive(report, 8)
    answerBy(report, 'notHeld', 1)
  },
  '科技局 2023': (report) => receive(report, 5),
  '发改局 2024': (report) => setReview(report, { reconsideration: { upheld: 1, pending: 1 } }),
  '教育局 2024': (report) => {
    receive(report, 31)
    answerBy(report, 'deliberativeProcess', 2)
    setReview(report, {
      reconsideration: { upheld: 3, corrected: 1 },
      litigationDirect: {},
      litigationAfterReconsideration: { upheld: 1 },
    })
  },
  '教育局 2023': (report) => {
    find(report, 'text/typo', 'warning', '“国办公开办涵”疑似笔误，建议改为“国办公开办函”。', '一、总体情况')
  },
  '人社局 2024': (report) => setReview(report, {}),
  // Received nothing at all, though other tables hold figures: rates have no denominator.
  '气象局 2024': noRequests,
  '金融中心 2024': noRequests,
  '机关事务中心 2022': noRequests,
  // Cells left blank.
  '统计局 2024': (report) => {
    const cells = reviewGroups.flatMap((group) => all(group, reviewResults))
    blank(report, 'review', cells, '行政复议／结果维持')
  },
  '体育中心 2023': (report) => blank(report, 'requests', all('carriedIn', columns), '上年结转／自然人'),
  '柳林镇 2024': (report) => {
    receive(report, 6)
    blank(report, 'requests', all('notHeld', columns), '本机关不掌握相关政府信息／自然人')
  },
  '水务局 2024': (report) => {
    report.tables.proactiveDisclosure.fees = null
    const message = '表二有1个单元格空白或为“/”（如行政事业性收费），没有的请填“0”。'
    find(report, 'cells/blank', 'warning', message, '行政事业性收费')
  },
  '医保局 2024': (report) =>
    blank(report, 'requests', all('partiallyGranted', columns.slice(1, 6)), '部分公开／商业企业'),
  // Cells that hold no number.
  '投促中心 2024': (report) => {
    report.tables.requests.received.enterprise = null
    const message = '表三“本年新收政府信息公开申请数量／商业企业”填写为“若干”，请填写阿拉伯数字。'
    find(report, 'cells/not-a-number', 'error', message, `${partThree} / 商业企业`, ['若干'])
  },
  '国资局 2024': (report) => {
    report.tables.proactiveDisclosure.normativeDocuments.issued = null
    const message = '表二“行政规范性文件／本年制发件数”填写为“不详”，请填写阿拉伯数字。'
    find(report, 'cells/not-a-number', 'error', message, '二、主动公开政府信息情况', ['不详'])
  },
  // Reports with errors.
  '财政局 2024': (report) => {
    const { requests } = report.tables
    const row = requests.granted.naturalPerson >= 2 ? 'granted' : 'notHeld'
    for (const column of ['naturalPerson', 'total']) {
      for (const key of ['carriedIn', row, 'handledTotal']) requests[key][column] -= 2
    }
    const message = '上年结转为 1 件，2023年报告“结转下年度继续办理”为 3 件（相差 2）'
    find(report, 'history/carried-in', 'error', message, `${partThree} / 二、上年结转政府信息公开申请数量`)
  },
  '上河镇 2024': (report) => {
    const { requests } = report.tables
    receive(report, 9)
    for (const [column, label] of [
      ['naturalPerson', '自然人'],
      ['total', '总计'],
    ]) {
      requests.received[column] += 1
      const [a, b] = [requests.received[column], requests.carriedIn[column]]
      const [h, f] = [requests.handledTotal[column], requests.carriedForward[column]]
      const message = `“${label}”列：本年新收 ${a} + 上年结转 ${b} ≠ 办理结果总计 ${h} + 结转下年度 ${f}（相差 1）`
      find(report, 'requests/balance', 'error', message, `${partThree} / ${label}`)
    }
  },
  '审计局 2024': (report) => {
    setReview(report, { reconsideration: { upheld: 1 } })
    const message = '文中“未发生行政复议、行政诉讼”与表四不一致：表中行政复议为 1 件，请核对。'
    find(report, 'narrative/review', 'error', message, '一、总体情况', ['未发生行政复议、行政诉讼'])
  },
  '公安分局 2023': (report) => {
    const message = '文中疑似出现手机号码（138******21），公布前请核实并删除。'
    find(report, 'text/privacy', 'error', message, '六、其他需要报告的事项')
  },
  '度假区 2024': (report) => {
    report.tables.review = null
    report.tableSources.review = 'missing'
    const message = '第四部分没有找到表格，请按规定格式填列（没有的填“0”）。'
    find(report, 'structure/table-missing', 'error', message, '四、政府信息公开行政复议、行政诉讼情况')
  },
  '检测中心 2042': (report) => {
    report.period = { from: '2024-01-01', to: '2024-12-31' }
    find(report, 'structure/title', 'error', '标题年份为2042年，统计期限为2024年，请核对。', '标题')
  },
  // Read from pictures.
  '西关 2024': (report) => {
    asPicture(report, 'proactiveDisclosure', '二')
    asPicture(report, 'requests', '三')
    asPicture(report, 'review', '四')
  },
  '税务局 2024': (report) => asPicture(report, 'requests', '三'),
  '环境分局 2023': (report) => asPicture(report, 'requests', '三'),
  '大数据局 2024': (report) => {
    report.tables.proactiveDisclosure = null
    report.tableSources.proactiveDisclosure = 'image'
    const message =
      '第二部分的表格是图片，不便于检索和核对，建议改为可编辑的表格。图中数字未能识别，未做数据核对。'
    find(report, 'structure/table-image', 'warning', message, '二、主动公开政府信息情况')
  },
  // Warnings and notes.
  '云台乡 2024': (report) => {
    const message =
      '《条例》第五十条要求各级人民政府报告工作考核、社会评议和责任追究结果情况，未见责任追究，请补充。'
    find(report, 'content/government-items', 'warning', message, '一、总体情况')
  },
  '文旅局 2024': (report) => {
    find(report, 'structure/contact', 'info', '未见联系方式，建议注明地址和电话，方便公众咨询。', '全文')
  },
}

/** Requests by natural persons carried forward where the year's number is fixed. */
export function forwardOf(tag, year) {
  return { '财政局 2023': 3, '住建局 2023': 6, '资规局 2023': 9, '执法局 2023': 4, '科技局 2023': 0 }[
    `${tag} ${year}`
  ]
}

/** Part 一: how many items were published, in the ways reports say it, or not at all. */
export function published(tag, year) {
  const own = {
    '科技局 2024': '2024年，全年共主动公开政府信息126条，其中通过政府网站公开84条、微信公众号公开42条。',
    '科技局 2023': '2023年，共主动公开政府信息97条，其中政策文件12条、工作动态85条。',
    '教育局 2024': '2024年，主动公开各类政府信息300余条，内容涵盖招生入学、校园安全等方面。',
    '教育局 2023': '2023年，主动公开各类政府信息近280条。',
    '民政局 2024': '2024年，通过政府网站公开信息85条，通过微信公众号公开信息213条。',
    '民宗局 2024': '2024年，坚持以公开为常态、不公开为例外，及时公开群众关心的信息。',
    '东关 2024': '2024年，主动公开政府信息412条。',
    '审计局 2024': '2024年，主动公开政府信息56条。全年未发生行政复议、行政诉讼。',
  }[`${tag} ${year}`]
  return own ?? `${year}年，通过区政府网站等渠道主动公开政府信息${(tag.length * 37 + year) % 211}条。`
}
