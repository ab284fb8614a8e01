/** Sums, lists, conditions, ranks, averages, shares, comparisons, trends, details, several things at once. */
import { nameOf } from '../district.mjs'
import { data, line, same } from './words.mjs'

const above = (value) => ({ where: { op: '>', value } })
const equal = (value) => ({ where: { op: '=', value } })
const top = (n, more = {}) => ({ top: n, order: 'desc', ...more })
const bottom = (n) => ({ top: n, order: 'asc' })
const years = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const sum = same('sum', [
  ['全区2024年依申请一共多少件', data('received', 'all', 2024, 'sum')],
  ['2023年全区依申请合计', data('received', 'all', 2023, 'sum')],
  ['2024年不予公开多少件', data('denied', 'all', 2024, 'sum')],
  ['各镇街2024年依申请合计多少', data('received', 'townshipsAndSubdistricts', 2024, 'sum')],
  ['街道2023年结转下年度一共几件', data('carriedForward', 'subdistrict', 2023, 'sum')],
  ['各部门2024年行政处罚总数', data('penalties', 'department', 2024, 'sum')],
  ['科技局和教育局2024年一共收到多少申请', data('received', ['教育局', '科技局'], 2024, 'sum')],
  ['教育局近三年依申请加起来多少件', data('received', '教育局', years(2022, 2024), 'sum')],
  ['民政局2022到2024年依申请累计多少', data('received', '民政局', years(2022, 2024), 'sum')],
  ['全区近两年依申请一共多少件', data('received', 'all', [2023, 2024], 'sum')],
  ['全区2024年行政事业性收费合计多少万元', data('fees', 'all', 2024, 'sum')],
  ['除资规局外，各部门2023年依申请合计几件', exceptLand()],
  ['全区2024年企业申请共多少件', data('received.enterprise', 'all', 2024, 'sum')],
  ['2024年全区行政复议总共多少件', data('recon', 'all', 2024, 'sum')],
])

const list = same('list', [
  ['各街道2024年依申请分别多少件', data('received', 'subdistrict', 2024, 'list')],
  ['列一下各镇2024年结转下年度数量', data('carriedForward', 'township', 2024, 'list')],
  [
    '教育局、科技局、财政局2024年依申请各几件',
    data('received', ['教育局', '科技局', '财政局'], 2024, 'list'),
  ],
  ['东关和西关2023年申请量分别是多少', data('received', ['东关', '西关'], 2023, 'list')],
  ['各镇2024年公开率分别多少', data('rate.disclosed', 'township', 2024, 'list')],
  ['镇街2023年行政复议每家几件', data('recon', 'townshipsAndSubdistricts', 2023, 'list')],
  [
    '交通局、商务局、水务局2024年行政许可各多少',
    data('licenses', ['交通局', '商务局', '水务局'], 2024, 'list'),
  ],
])

const filter = same('filter', [
  ['哪些单位2024年有行政诉讼', data('lit', 'all', 2024, 'list', above(0))],
  ['2024年依申请超过40件的单位有哪些', data('received', 'all', 2024, 'list', above(40))],
  ['去年依申请90件以上的是哪几家', data('received', 'all', 2024, 'list', { where: { op: '>=', value: 90 } })],
  [
    '2024年依申请不足11件的镇有哪些',
    data('received', 'township', 2024, 'list', { where: { op: '<', value: 11 } }),
  ],
  ['哪些镇2024年没有行政复议', data('recon', 'township', 2024, 'list', equal(0))],
  ['2024年有没有单位涉密不予公开的', data('stateSecret', 'all', 2024, 'list', above(0))],
  ['2024年几家单位没有收到申请', data('received', 'all', 2024, 'count', equal(0))],
  ['2024年多少个部门行政处罚超过500件', data('penalties', 'department', 2024, 'count', above(500))],
  [
    '哪几个镇2024年公开率低于60%',
    data('rate.disclosed', 'township', 2024, 'list', { where: { op: '<', value: 60 } }),
  ],
  [
    '2023年有几个街道依申请不少于30件',
    data('received', 'subdistrict', 2023, 'count', { where: { op: '>=', value: 30 } }),
  ],
  [
    '2024年哪些街道结转下年度不为0',
    data('carriedForward', 'subdistrict', 2024, 'list', above(0)),
    { decision: 'not-zero' },
  ],
  ['2024年依申请超过200件的有哪些单位', data('received', 'all', 2024, 'list', above(200))],
])

const two = { decision: 'two-conditions' }
const conditions = same('conditions', [
  ['2024年有行政复议但没有行政诉讼的单位', both(['recon', 'lit'], 'all', 2024, '>0', '=0'), two],
  ['哪些镇2024年有依申请但没有行政复议', both(['received', 'recon'], 'township', 2024, '>0', '=0'), two],
  [
    '2024年依申请超过30件且行政诉讼超过2件的单位有哪些',
    both(['received', 'lit'], 'all', 2024, '>30', '>2'),
    two,
  ],
  [
    '2023年既有行政复议又有行政诉讼的街道有几家',
    { ...both(['recon', 'lit'], 'subdistrict', 2023, '>0', '>0'), op: 'count' },
    two,
  ],
])

const rank = same('rank', [
  ['2024年依申请最多的是哪家', data('received', 'all', 2024, 'rank', top(1))],
  ['去年依申请前三名', data('received', 'all', 2024, 'rank', top(3))],
  ['2024年依申请排第二的单位', data('received', 'all', 2024, 'rank', { position: 2, order: 'desc' })],
  ['2024年依申请排第三的是谁', data('received', 'all', 2024, 'rank', { position: 3, order: 'desc' })],
  ['2024年依申请最少的两个镇', data('received', 'township', 2024, 'rank', bottom(2))],
  ['2024年行政处罚top5', data('penalties', 'all', 2024, 'rank', top(5))],
  ['去年收费金额最多的三家单位', data('fees', 'all', 2024, 'rank', top(3))],
  ['2024年不予公开最多的三个单位', data('denied', 'all', 2024, 'rank', top(3))],
  ['2023年哪个街道依申请最多', data('received', 'subdistrict', 2023, 'rank', top(1))],
  [
    '2023年街道里依申请排第二的是谁',
    data('received', 'subdistrict', 2023, 'rank', { position: 2, order: 'desc' }),
  ],
  ['2024年各镇依申请倒数三名', data('received', 'township', 2024, 'rank', bottom(3))],
  ['2024年国家秘密最少的3个镇', data('stateSecret', 'township', 2024, 'rank', bottom(3))],
  ['2024年国家秘密最多的镇', data('stateSecret', 'township', 2024, 'rank', top(1))],
  ['各镇2024年依申请排名', data('received', 'township', 2024, 'rank', { order: 'desc' })],
  ['2024年公开率最低的镇', data('rate.disclosed', 'township', 2024, 'rank', bottom(1))],
  ['教育局哪年依申请最多', data('received', '教育局', years(2021, 2024), 'rank', top(1, { by: 'year' }))],
  [
    '资规局2024年不予公开的主要原因',
    data('denied', '资规局', 2024, 'rank', top(1, { by: 'row' })),
    { decision: 'main-one' },
  ],
  [
    '住建局2024年申请人以谁为主',
    data('received', '住建局', 2024, 'rank', top(1, { by: 'applicant' })),
    { decision: 'main-one' },
  ],
  ['谁去年被复议最多', data('recon', 'all', 2024, 'rank', top(1)), { context: '教育局' }],
  ['教育局2024年依申请排第几', data('received', '教育局', 2024, 'position')],
  ['执法局2024年依申请在全区排第几', data('received', '执法局', 2024, 'position')],
  [
    '下河镇2024年依申请在各镇里排第几',
    data('received', '下河镇', 2024, 'position', { among: 'township' }),
    { decision: 'place-in-group' },
  ],
])

const growing = { decision: 'growth' }
const change = { years: [2023, 2024], subject: 2024, base: 2023 }
const grow = (who, more) =>
  data('received', who, [2023, 2024], 'growth', { ...change, growth: 'delta', ...more })
const growth = same('growth', [
  ['2024年依申请比2023年增长最多的三家', grow('all', top(3)), growing],
  ['依申请比去年增长最多的单位', grow('all', top(1)), growing],
  ['2024年依申请比上年下降最多的两家', grow('all', bottom(2)), growing],
  ['各镇2024年依申请比2023年增加最多的是哪个', grow('township', top(1)), growing],
  ['2024年依申请同比增幅最大的三家单位', grow('all', top(3, { growth: 'change' })), growing],
])

const average = same('average', [
  ['2024年全区平均每家依申请多少件', data('received', 'all', 2024, 'average')],
  ['各街道2024年平均依申请几件', data('received', 'subdistrict', 2024, 'average')],
  ['教育局近三年年均依申请多少件', data('received', '教育局', years(2022, 2024), 'average')],
  ['民政局近三年平均每年依申请几件', data('received', '民政局', years(2022, 2024), 'average')],
  ['各镇2024年行政许可平均多少件', data('licenses', 'township', 2024, 'average')],
])
const share = same('share', [
  ['教育局2024年依申请占全区百分之几', data('received', '教育局', 2024, 'share')],
  ['资规局去年依申请占全区几成', data('received', '资规局', 2024, 'share')],
  ['民宗局2024年依申请占全区多少', data('received', '民宗局', 2024, 'share')],
])

const against = (subject, base) => ({ subject, base })
const compare = same('compare', [
  [
    '教育局依申请2024年比2023年多几件',
    data('received', '教育局', [2024, 2023], 'compare', against(2024, 2023)),
  ],
  ['科技局依申请同比增长多少', data('received', '科技局', [2024, 2023], 'compare', against(2024, 2023))],
  [
    '司法局今年依申请比去年增减几件',
    data('received', '司法局', [2024, 2023], 'compare', against(2024, 2023)),
  ],
  [
    '司法局今年依申请比去年增减多少',
    data('received', '司法局', [2024, 2023], 'compare', against(2024, 2023)),
    { today: '2026-01-08' },
  ],
  [
    '住建局2023年依申请比2024年差多少',
    data('received', '住建局', [2023, 2024], 'compare', against(2023, 2024)),
  ],
  ['教育局和科技局2024年依申请谁多', data('received', ['教育局', '科技局'], 2024, 'compare')],
  [
    '北苑街道2024年依申请较上年增减多少',
    data('received', '北苑', [2024, 2023], 'compare', against(2024, 2023)),
  ],
  ['气象局2024年依申请同比', data('received', '气象局', [2024, 2023], 'compare', against(2024, 2023))],
  ['财政局2024年依申请与上年相比', data('received', '财政局', [2024, 2023], 'compare', against(2024, 2023))],
  ['全区依申请2024年比2023年多多少', data('received', 'all', [2024, 2023], 'compare', against(2024, 2023))],
  [
    '街道2024年依申请比2023年增减多少',
    data('received', 'subdistrict', [2024, 2023], 'compare', against(2024, 2023)),
  ],
  [
    '教育局公开率2024年比2023年',
    data('rate.disclosed', '教育局', [2024, 2023], 'compare', against(2024, 2023)),
  ],
  ['石桥镇比石桥铺镇2024年依申请多几件', data('received', ['石桥镇', '石桥铺镇'], 2024, 'compare')],
  [
    '2022年和2024年东关街道依申请对比',
    data('received', '东关', [2022, 2024], 'compare', against(2024, 2022)),
  ],
])

const trend = same('trend', [
  ['教育局近三年依申请趋势', data('received', '教育局', years(2022, 2024), 'trend')],
  ['石桥镇历年依申请', data('received', '石桥镇', years(2019, 2024), 'trend')],
  [
    '农业局2020年以来现行有效规范性文件变化情况',
    data('docs.inForce', '农业局', years(2020, 2024), 'trend'),
    { decision: 'trial-form' },
  ],
  ['检验检测中心历年依申请', data('received', '检测中心', [2023, 2024], 'trend')],
  ['民政局近三年每年依申请几件', data('received', '民政局', years(2022, 2024), 'trend')],
  ['公安分局2021—2024年行政诉讼走势', data('lit', '公安分局', years(2021, 2024), 'trend')],
  ['东关街道历年公开率', data('rate.disclosed', '东关', years(2021, 2024), 'trend')],
  ['上河镇2022至2024年行政复议', data('recon', '上河镇', years(2022, 2024), 'trend')],
])

const detail = same('detail', [
  ['教育局2024年依申请情况', data('requests', '教育局', 2024, 'detail')],
  ['资规局2024年办理结果构成', data('handledTotal', '资规局', 2024, 'detail')],
  ['资规局2024年不予公开的情形分别是什么', data('denied', '资规局', 2024, 'detail')],
  ['住建局2024年行政复议情况', data('recon', '住建局', 2024, 'detail')],
  ['住建局2024年申请人构成', data('received', '住建局', 2024, 'detail', { by: 'applicant' })],
  ['市监局2024年规范性文件几件', data('docs', '市监局', 2024, 'detail')],
  ['柳林镇2024年办理结果明细', data('handledTotal', '柳林镇', 2024, 'detail')],
  ['各街道2024年无法提供的原因', data('unavailable', 'subdistrict', 2024, 'detail')],
  ['民宗局2024年依申请情况', data('requests', '民宗局', 2024, 'detail')],
])

const multi = same('multi', [
  ['教育局2024年依申请和行政复议各几件', data(['received', 'recon'], '教育局', 2024)],
  [
    '科技局2024年依申请几件？行政复议几件？',
    data(['received', 'recon'], '科技局', 2024),
    { decision: 'several-questions' },
  ],
  [
    '住建局2024年依申请多少？不予公开多少？行政诉讼多少？',
    data(['received', 'denied', 'lit'], '住建局', 2024),
    { decision: 'several-questions' },
  ],
  [
    '教育局2022年和2023年依申请、办结各多少',
    data(['received', 'handledTotal'], '教育局', [2022, 2023], 'list'),
  ],
  ['教育局、司法局2022、2023年依申请各多少', data('received', ['教育局', '司法局'], [2022, 2023], 'list')],
  [
    '教育局和科技局2024年依申请、不予公开各多少',
    data(['received', 'denied'], ['教育局', '科技局'], 2024, 'list'),
  ],
])

const groupsByEnding = [
  line(
    'list',
    '各分局2024年依申请分别几件',
    data('received', ['公安分局', '环境分局', '市监开发区分局'], 2024, 'list'),
    { decision: 'groups-by-ending' },
  ),
]

function both(metrics, who, year, ...conditions) {
  const where = conditions.map((text) => ({ op: text.slice(0, 1), value: Number(text.slice(1)) }))
  return data(metrics, who, year, 'filter', { where })
}

function exceptLand() {
  return { ...data('received', 'department', 2023, 'sum'), except: [nameOf('资规局')] }
}

export const manyFigures = [
  ...sum,
  ...list,
  ...groupsByEnding,
  ...filter,
  ...conditions,
  ...rank,
  ...growth,
  ...[...average, ...share, ...compare, ...trend, ...detail, ...multi],
]
