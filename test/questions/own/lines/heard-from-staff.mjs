/** What staff type beside the plain forms. Written when the lines of the other files had long been seen. */
import { back, data, none, reports, same } from './words.mjs'

const years = [2022, 2023, 2024]
const two = { decision: 'two-conditions' }
const apart = { decision: 'figures-apart' }
const each = { decision: 'a-sum-each' }
const both = (metrics, who, year, above, below) =>
  data(metrics, who, year, 'filter', {
    where: [above, below].map((text) => ({ op: text.charAt(0), value: Number(text.slice(1)) })),
  })

const headings = same('detail', [
  ['公安分局2024年办理结果', data('handledTotal', '公安分局', 2024, 'detail')],
  ['执法局2023年企业不予公开的原因', data('denied.enterprise', '执法局', 2023, 'detail')],
  ['教育局2024年表三情况', data('requests', '教育局', 2024, 'detail')],
  ['住建局2024年表四', data('disputes', '住建局', 2024, 'detail')],
  ['街道2023年申请人都有哪些类型', data('received', 'subdistrict', 2023, 'detail', { by: 'applicant' })],
])

const figures = same('value', [
  ['资规局2024年办理结果里部分公开的几件', data('partiallyGranted', '资规局', 2024)],
  ['执法局2023年表四里诉讼几件', data('lit', '执法局', 2023)],
  ['司法局2023年年末未办结的几件', data('carriedForward', '司法局', 2023)],
  ['行政服务局2024年许可几件', data('licenses', '审批局', 2024)],
  ['农业局2024年未掌握的信息几件', data('notHeld', '农业局', 2024)],
  ['交通局2022年罚了多少起', data('penalties', '交通局', 2022)],
  ['府办2023年印发过几个规范性文件', data('docs.issued', '府办', 2023)],
  ['人社局2023年公布了几个规范性文件', data('docs.issued', '人社局', 2023)],
  ['西关街道2023年收到的申请多不多', data('received', '西关', 2023)],
])

const groups = same('sum', [
  ['街道办2024年依申请一共几件', data('received', 'subdistrict', 2024, 'sum')],
  ['2024年街道办结几件，复议几件', data(['handledTotal', 'recon'], 'subdistrict', 2024, 'value'), each],
  [
    '2023年镇街收到多少申请办了多少',
    data(['received', 'handledTotal'], 'townshipsAndSubdistricts', 2023, 'value'),
    each,
  ],
])

const conditions = same('conditions', [
  ['2024年有诉讼没复议的单位', both(['lit', 'recon'], 'all', 2024, '>0', '=0'), two],
  ['2023年没诉讼有复议的镇有几个', counted(both(['lit', 'recon'], 'township', 2023, '=0', '>0')), two],
  ['2024年有复议却没有诉讼的部门有哪些', both(['recon', 'lit'], 'department', 2024, '>0', '=0'), two],
  [
    '2024年依申请不足10件没有结转下年的街道',
    both(['received', 'carriedForward'], 'subdistrict', 2024, '<10', '=0'),
    two,
  ],
])

function counted(query) {
  return { ...query, op: 'count' }
}

const times = same('trend', [
  ['2022至2024年各街道依申请合计的走势', data('received', 'subdistrict', years, 'trend')],
  ['教育局办结数画个折线图', data('handledTotal', '教育局', years, 'trend')],
])

const comparisons = same('compare', [
  ['执法局2024年复议比诉讼多几件', data(['recon', 'lit'], '执法局', 2024, 'versus'), apart],
  [
    '住建局2024年企业申请和个人申请差多少',
    data(['received.enterprise', 'received.naturalPerson'], '住建局', 2024, 'versus'),
    apart,
  ],
  ['2023年街道办结比新收少几件', data(['handledTotal', 'received'], 'subdistrict', 2023, 'versus'), apart],
  [
    '资规局2024年公开率比不予公开率高多少',
    data(['rate.disclosed', 'rate.denied'], '资规局', 2024, 'versus'),
    apart,
  ],
  [
    '教育局申请量是上升了还是下降了',
    data('received', '教育局', [2024, 2023], 'compare', { subject: 2024, base: 2023 }),
  ],
])

const filing = same('reports', [
  ['收到了几份2023年年报', reports('filedCount', 'all', 2023)],
  ['镇街现在一共交了多少', reports('filedCount', 'townshipsAndSubdistricts', 2024)],
  ['截至目前哪些镇没报', reports('missing', 'township', 2024)],
  ['2023年都通过了吗', reports('withVerdict', 'all', 2023, { verdicts: ['pass', 'warn'] })],
])

const declined = same('unanswerable', [
  ['执法局2024年罚了多少款', none('not_in_tables')],
  ['住建局2024年律师申请了几件', back('metric', ['received.legalService', 'received.naturalPerson'])],
  ['民政局2024年年报发布了吗', none('not_understood')],
  ['比诉讼多几件', none('not_understood')],
  ['2024年复议比诉讼多的单位', none('not_understood')],
  ['近期教育局收到几件申请', none('not_annual')],
  ['市容执法局2024年依申请几件', none('not_in_roster')],
])

const conversations = same('followup', [
  [
    ['住建局2023年企业申请几件', '其中不予公开的'],
    [data('received.enterprise', '住建局', 2023), data('denied.enterprise', '住建局', 2023)],
  ],
  [
    ['执法局2024年诉讼败诉几件', '其中直接起诉的'],
    [data('lit.corrected', '执法局', 2024), data('direct.corrected', '执法局', 2024)],
  ],
  [
    ['教育局2024年企业申请几件', '其中复议的'],
    [data('received.enterprise', '教育局', 2024), none('not_understood')],
  ],
  [
    ['教育局2024年依申请几件', '其中疑难的呢', '2023年呢'],
    [data('received', '教育局', 2024), none('not_understood'), data('received', '教育局', 2023)],
  ],
  [
    ['各镇2024年依申请一共几件', '谁最多'],
    [
      data('received', 'township', 2024, 'sum'),
      data('received', 'township', 2024, 'rank', { top: 1, order: 'desc' }),
    ],
  ],
  [
    ['街道2023年行政许可总共几件', '2024年呢', '哪家最少'],
    [
      data('licenses', 'subdistrict', 2023, 'sum'),
      data('licenses', 'subdistrict', 2024, 'sum'),
      data('licenses', 'subdistrict', 2024, 'rank', { top: 1, order: 'asc' }),
    ],
  ],
  [
    ['各镇2024年依申请一共几件', '全区谁最多'],
    [
      data('received', 'township', 2024, 'sum'),
      data('received', 'all', 2024, 'rank', { top: 1, order: 'desc' }),
    ],
  ],
  [
    ['各镇2024年依申请一共几件', '超过8件的有几家'],
    [
      data('received', 'township', 2024, 'sum'),
      data('received', 'township', 2024, 'count', { where: { op: '>', value: 8 } }),
    ],
  ],
  [
    ['执法局2024年复议几件', '比诉讼多几件'],
    [data('recon', '执法局', 2024), data(['recon', 'lit'], '执法局', 2024, 'versus')],
    apart,
  ],
])

const explain = { operation: 'explain' }
const sources = same(
  'explain',
  ['是不是算错了', '这个数是哪来的', '依据什么'].map((why) => [
    ['审批局2023年行政许可几件', why],
    [data('licenses', '审批局', 2023), { ...data('licenses', '审批局', 2023), ...explain }],
  ]),
)

export const heardFromStaff = [
  ...[...headings, ...figures, ...groups, ...conditions, ...times, ...comparisons],
  ...[...filing, ...declined, ...conversations, ...sources],
]
