/** Bounds on both sides, groups side by side, who rose and fell, both ends, several agencies in one breath. */
import { namesOf } from '../look-up.mjs'
import { back, data, help, same } from './words.mjs'

const between = (low, high) => ({ where: { op: '>=', value: low, and: { op: '<=', value: high } } })
const inside = (low, high) => ({ where: { op: '>', value: low, and: { op: '<', value: high } } })
const townsAndStreets = 'townshipsAndSubdistricts'

const range = same('range', [
  ['2024年依申请10到20件的单位有哪些', data('received', 'all', 2024, 'list', between(10, 20))],
  ['2023年依申请5件以上10件以下的有几家', data('received', 'all', 2023, 'count', between(5, 10))],
  [
    '2024年公开率在50%到60%之间的镇街',
    data('rate.disclosed', townsAndStreets, 2024, 'list', between(50, 60)),
  ],
  ['2024年依申请超过10件不到20件的部门有哪些', data('received', 'department', 2024, 'list', inside(10, 20))],
  ['去年不予公开三至五件的单位有哪些', data('denied', 'all', 2024, 'list', between(3, 5))],
  ['2024年收费1到5万元的有几家', data('fees', 'all', 2024, 'count', between(1, 5))],
  [
    ['2024年依申请10到20件的有哪些', '20到30件的呢', '有几家'],
    [
      data('received', 'all', 2024, 'list', between(10, 20)),
      data('received', 'all', 2024, 'list', between(20, 30)),
      data('received', 'all', 2024, 'count', between(20, 30)),
    ],
  ],
])

const beside = { decision: 'groups-side-by-side' }
/** A figure of each of some groups; `agencies` are all of theirs. */
const ofGroups = (metric, groups, year, op) => {
  const members = groups.flatMap((group) => namesOf({ agencies: group }))
  const agencies = namesOf({ agencies: 'all' }).filter((name) => members.includes(name))
  return { ...data(metric, 'all', year, op), agencies, groups }
}
const groups = same('groups', [
  [
    '2024年街道和镇哪个依申请多',
    ofGroups('received', ['subdistrict', 'township'], 2024, 'groupCompare'),
    beside,
  ],
  [
    '2023年部门比镇街依申请多多少',
    ofGroups('received', ['department', townsAndStreets], 2023, 'groupCompare'),
    beside,
  ],
  [
    '2024年镇和街道相比公开率差多少',
    ofGroups('rate.disclosed', ['township', 'subdistrict'], 2024, 'groupCompare'),
    beside,
  ],
  [
    '2024年街道和镇依申请各多少件',
    ofGroups('received', ['subdistrict', 'township'], 2024, 'groupList'),
    beside,
  ],
  [
    '2024年部门、街道、镇行政复议各几件',
    ofGroups('recon', ['department', 'subdistrict', 'township'], 2024, 'groupList'),
    beside,
  ],
  [
    ['2024年街道和镇哪个依申请多', '2023年呢'],
    [
      ofGroups('received', ['subdistrict', 'township'], 2024, 'groupCompare'),
      ofGroups('received', ['subdistrict', 'township'], 2023, 'groupCompare'),
    ],
    beside,
  ],
])

const rose = { decision: 'who-grew' }
const grew = (metric, who, [subject, base], where, more = {}) =>
  data(metric, who, [subject, base], 'grew', { subject, base, growth: 'delta', where, ...more })
const up = { op: '>', value: 0 }
const down = { op: '<', value: 0 }
const lately = [2024, 2023]
const moved = same('grew', [
  ['2024年哪些单位依申请比2023年增加了', grew('received', 'all', lately, up), rose],
  ['2024年哪几个街道依申请比上年少', grew('received', 'subdistrict', lately, down), rose],
  ['2024年依申请同比下降的有几家', grew('received', 'all', lately, down, { op: 'grewCount' }), rose],
  [
    '2024年依申请比2023年增长50%以上的有哪些',
    grew('received', 'all', lately, { op: '>=', value: 50 }, { growth: 'change' }),
    rose,
  ],
  [
    '2024年依申请比2023年减少5到10件的单位有哪些',
    grew('received', 'all', lately, { op: '<=', value: -5, and: { op: '>=', value: -10 } }),
    rose,
  ],
  ['2024年公开率比2023年提高的镇街有哪些', grew('rate.disclosed', townsAndStreets, lately, up), rose],
  ['2024年依申请和2023年持平的镇有哪些', grew('received', 'township', lately, { op: '=', value: 0 }), rose],
  [
    ['2024年哪些街道依申请下降了', '各镇呢', '增加的呢'],
    [
      grew('received', 'subdistrict', lately, down),
      grew('received', 'township', lately, down),
      grew('received', 'township', lately, up),
    ],
    rose,
  ],
])

const both = { decision: 'both-ends' }
const ends = (metric, who, when, top, more = {}) => data(metric, who, when, 'ends', { top, ...more })
const fromBothEnds = same('ends', [
  ['2024年依申请最多和最少的各是谁', ends('received', 'all', 2024, 1), both],
  ['2024年镇街里不予公开最多和最少的两家', ends('denied', townsAndStreets, 2024, 2), both],
  ['2023年公开率最高和最低的部门', ends('rate.disclosed', 'department', 2023, 1), both],
  [
    '教育局哪年依申请最多，哪年最少',
    ends('received', '教育局', [2021, 2022, 2023, 2024], 1, { by: 'year' }),
    both,
  ],
])

const plain = { decision: 'plain-more' }
const most = same('most', [
  ['2024年哪个镇依申请多', data('received', 'township', 2024, 'rank', { top: 1, order: 'desc' }), plain],
  [
    '2024年各街道谁的依申请少',
    data('received', 'subdistrict', 2024, 'rank', { top: 1, order: 'asc' }),
    plain,
  ],
  [
    '2024年哪个部门公开率高',
    data('rate.disclosed', 'department', 2024, 'rank', { top: 1, order: 'desc' }),
    plain,
  ],
])

const three = ['教育局', '科技局', '财政局']
const inline = same('inline', [
  ['教育局科技局财政局2024年依申请各多少', data('received', three, 2024, 'list')],
  ['教育局、科技局、财政局2024年一共收到多少申请', data('received', three, 2024, 'sum')],
])

const far = { decision: 'two-years-back' }
const against = (who, subject, base) => data('received', who, [subject, base], 'compare', { subject, base })
const yearsBack = same('years-back', [
  ['教育局2024年依申请比前年多几件', against('教育局', 2024, 2022), far],
  [
    ['教育局2024年依申请几件', '跟前年比呢'],
    [data('received', '教育局', 2024), against('教育局', 2024, 2022)],
    far,
  ],
])

const closing = same('closing', [
  [
    ['教育局2024年结转几件', '不用了'],
    [back('metric', ['carriedIn', 'carriedForward']), help],
    { decision: 'answers-to-a-question-back' },
  ],
])

export const sides = [
  ...[...range, ...groups, ...moved, ...fromBothEnds, ...most],
  ...[...inline, ...yearsBack, ...closing],
]
