/** Several turns of one person: follow-ups, corrections, questions back and their answers, where a figure is from. */
import { back, data, help, none, same } from './words.mjs'

const years = [2022, 2023, 2024]
const explain = { operation: 'explain' }
const education = (year, metric = 'received') => data(metric, '教育局', year)

const followUps = same('followup', [
  [
    ['教育局2024年依申请几件', '那2022年呢'],
    [education(2024), education(2022)],
  ],
  [
    ['教育局依申请几件', '去年呢'],
    [education(2024), education(2023)],
  ],
  [
    ['科技局2024年依申请几件', '教育局呢'],
    [data('received', '科技局', 2024), education(2024)],
  ],
  [
    ['科技局2024年依申请几件', '换成办结数'],
    [data('received', '科技局', 2024), data('handledTotal', '科技局', 2024)],
  ],
  [
    ['教育局2024年依申请几件', '和上年比呢'],
    [education(2024), data('received', '教育局', [2024, 2023], 'compare', { subject: 2024, base: 2023 })],
  ],
  [
    ['教育局2024年依申请几件', '它的行政复议呢'],
    [education(2024), education(2024, 'recon')],
  ],
  [
    ['住建局2024年依申请几件', '其中企业的'],
    [data('received', '住建局', 2024), data('received.enterprise', '住建局', 2024)],
  ],
  [
    ['住建局2024年行政复议几件', '纠正的呢', '那行政诉讼呢'],
    [data('recon', '住建局', 2024), data('recon.corrected', '住建局', 2024), data('lit', '住建局', 2024)],
  ],
  [
    ['住建局2024年行政复议几件', '其中纠正的', '还有维持的'],
    [
      data('recon', '住建局', 2024),
      data('recon.corrected', '住建局', 2024),
      data('recon.upheld', '住建局', 2024),
    ],
  ],
  [
    ['全区2024年依申请一共多少件', '最多的是谁'],
    [data('received', 'all', 2024, 'sum'), data('received', 'all', 2024, 'rank', { top: 1, order: 'desc' })],
  ],
  [
    ['各街道2024年依申请分别几件', '那2023年呢'],
    [data('received', 'subdistrict', 2024, 'list'), data('received', 'subdistrict', 2023, 'list')],
  ],
  [
    ['教育局2024年依申请几件', '占全区多少', '各镇街呢'],
    [
      education(2024),
      data('received', '教育局', 2024, 'share'),
      data('received', 'townshipsAndSubdistricts', 2024, 'sum'),
    ],
    { decision: 'group-after-share' },
  ],
  [
    ['教育局2024年依申请几件', '近三年趋势'],
    [education(2024), data('received', '教育局', years, 'trend')],
  ],
  [
    ['资规局2024年不予公开几件', '什么原因'],
    [data('denied', '资规局', 2024), data('denied', '资规局', 2024, 'detail')],
  ],
  [
    ['资规局2024年不予公开几件', '占比呢'],
    [data('denied', '资规局', 2024), data('rate.denied', '资规局', 2024, 'ratio')],
  ],
  [
    ['民宗局2024年依申请几件', '供销合作社联合社呢', '那科技局'],
    [data('received', '民宗局', 2024), data('received', '供销社', 2024), data('received', '科技局', 2024)],
  ],
  [
    ['交通局2024年依申请几件', '那2023年呢'],
    [none('no_report'), data('received', '交通局', 2023)],
  ],
  [
    ['教育局2024年依申请几件', '今天天气怎么样', '那2023年呢'],
    [education(2024), none('out_of_scope'), education(2023)],
  ],
  [
    ['我们局去年依申请几件', '前年呢', '谢谢'],
    [data('received', '人社局', 2024), data('received', '人社局', 2023), help],
    { context: '人社局' },
  ],
  [
    ['教育局2024年依申请几件', '和科技局比'],
    [education(2024), data('received', ['教育局', '科技局'], 2024, 'compare')],
  ],
  [
    ['上河镇2024年依申请几件', '下河镇呢', '石桥铺镇呢'],
    [data('received', '上河镇', 2024), data('received', '下河镇', 2024), data('received', '石桥铺镇', 2024)],
  ],
  [['那2022年呢'], [back('metric')]],
  [
    ['教育局2024年依申请几件', '网上的呢'],
    [education(2024), none('not_in_tables')],
  ],
  [
    ['全区2024年公开率', '2023年呢'],
    [data('rate.disclosed', 'all', 2024, 'ratio'), data('rate.disclosed', 'all', 2023, 'ratio')],
  ],
])

const sources = same('explain', [
  [
    ['教育局2024年不予公开几件', '怎么算的'],
    [education(2024, 'denied'), { ...education(2024, 'denied'), ...explain }],
  ],
  [
    ['全区2024年行政处罚合计', '出处'],
    [data('penalties', 'all', 2024, 'sum'), { ...data('penalties', 'all', 2024, 'sum'), ...explain }],
  ],
  [
    ['教育局2024年公开率', '这个数怎么算的'],
    [
      data('rate.disclosed', '教育局', 2024, 'ratio'),
      { ...data('rate.disclosed', '教育局', 2024, 'ratio'), ...explain },
    ],
  ],
  [
    ['上河镇2024年依申请几件', '哪张表的'],
    [data('received', '上河镇', 2024), { ...data('received', '上河镇', 2024), ...explain }],
  ],
])

const correction = { decision: 'corrections' }
const corrections = same('correction', [
  [
    ['科技局2024年依申请几件', '不是科技局，是教育局'],
    [data('received', '科技局', 2024), education(2024)],
    correction,
  ],
  [['教育局2024年依申请几件', '不对，是2023年'], [education(2024), education(2023)], correction],
  [['教育局2024年依申请几件', '我说的是行政复议'], [education(2024), education(2024, 'recon')], correction],
  [
    ['上河镇2024年依申请几件', '搞错了，是下河镇'],
    [data('received', '上河镇', 2024), data('received', '下河镇', 2024)],
    correction,
  ],
])

const ask = back('agency', ['上河镇', '下河镇'])
const answers = { decision: 'answers-to-a-question-back' }
const answered = same('clarify', [
  [
    ['河镇2024年依申请几件', '1'],
    [ask, data('received', '上河镇', 2024)],
  ],
  [
    ['河镇2024年依申请几件', '下河的'],
    [ask, data('received', '下河镇', 2024)],
  ],
  [['河镇2024年依申请几件', '都要'], [ask, data('received', ['上河镇', '下河镇'], 2024, 'list')], answers],
  [['河镇2024年依申请几件', '算了'], [ask, help], answers],
  [
    ['教育局2024年结转几件', '结转下年度的'],
    [back('metric', ['carriedIn', 'carriedForward']), education(2024, 'carriedForward')],
  ],
  [
    ['教育局2024年结转几件', '2'],
    [back('metric', ['carriedIn', 'carriedForward']), education(2024, 'carriedForward')],
  ],
  [
    ['资规局2024年公开了几件', '予以公开的'],
    [back('metric', ['granted', 'disclosed', 'text.published']), data('granted', '资规局', 2024)],
  ],
  [
    ['分局2024年行政处罚几件', '公安的', '那2023年呢'],
    [
      back('agency', ['公安分局', '环境分局', '市监开发区分局']),
      data('penalties', '公安分局', 2024),
      data('penalties', '公安分局', 2023),
    ],
  ],
  [
    ['监管局2024年依申请几件', '教育局2023年行政复议几件'],
    [back('agency', ['市监局', '市监开发区分局', '国资局']), education(2023, 'recon')],
  ],
])

export const conversations = [...followUps, ...sources, ...corrections, ...answered]
