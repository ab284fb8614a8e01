import type { LexiconEntry } from '../tokens/roles.ts'

/** Ways to say that a figure rose, fell or differs: 增加了多少, 是升是降, 同比. */

const amount = '{多少|几|几多|多大|{几|多少}{件|起|条|份|次|场|个|万|万元|个百分点|个点|项|宗|例|成}}'
/** 净增 and 递减 are other words: alone 增, 升 and 减 say nothing. */
const grows = '{增长|增加|上升|上涨|增多|涨|提高|提升}'
const rises = `{${grows}|增|升}`
const shrinks = '{下降|减少|降低|回落|降|下跌|跌}'
const falls = `{${shrinks}|减}`
const upwards = `{${rises}|多|高|往上走|朝上走|向上走|往上涨|往上升|走高}`
const downwards = `{${falls}|少|低|往下走|朝下走|向下走|往下跌|往下降|走低}`
const inPercent = '百分之{几|多少|几多}'

/** Words of change. */
export const changeWords: readonly LexiconEntry[] = [
  {
    role: { is: 'change', growth: 'up', percent: false, yearly: false },
    says: [
      `${rises}{得|的}|{多|高}得|${grows}(了)(有)(${amount})|{增|升}{了|有|了有}(${amount})|{多|高}(了)(有)${amount}|{多|高}了|多{接|收|有|来}(到)(了)${amount}`,
      `{增长|增加|上升|上涨}(的){量|数|额|数量|件数|幅度最大的}|增量|{多|增|高}出(来)(${amount})|{变|有所}{多|高|增加|增长|上升|提高}(了)`,
    ],
  },
  {
    role: { is: 'change', growth: 'down', percent: false, yearly: false },
    says: [
      `{${falls}|少|低}得|${shrinks}(了)(有)(${amount})|减{了|有|了有}(${amount})|{少|低}(了)(有)${amount}|{少|低}了|少{接|收|有|来}(到)(了)${amount}|{下降|减少}(的){量|数|额|数量|件数}`,
      '{变|有所}{少|低|下降|减少|降低}(了)',
    ],
  },
  {
    role: { is: 'change', growth: 'up', percent: false, yearly: false, plain: true },
    says: ['(更|比较){多|高}(一点|一些|些|点)'],
  },
  {
    role: { is: 'change', growth: 'down', percent: false, yearly: false, plain: true },
    says: ['(更|比较){少|低}(一点|一些|些|点)'],
  },
  {
    role: { is: 'change', growth: 'level', percent: false, yearly: false },
    says: ['持平(的)|{没|没有|无}(有){变化|变|增减}|不变|{没有|没}增加也{没有|没}减少|一样多'],
  },
  {
    role: { is: 'change', growth: 'up', percent: true, yearly: false },
    says: [
      `{增幅|增长率|增长幅度|涨幅|增速|增长比例}(是|有|达)(多少|多大|多高)|{${rises}|多|高}(了)${inPercent}`,
    ],
  },
  {
    role: { is: 'change', growth: 'down', percent: true, yearly: false },
    says: [`{降幅|下降幅度|减幅|下降率|跌幅}(是|有|达)(多少|多大)|{${falls}|少|低}(了)${inPercent}`],
  },
  {
    role: { is: 'change', growth: null, percent: false, yearly: false },
    says: [
      '是{升|涨|增|多|高}是{降|跌|减|少|低}|是{降|跌|减|少|低}是{升|涨|增|多|高}',
      `(是)${upwards}(了)(${amount})(,)还是${downwards}(了)(${amount})|(是)${downwards}(了)(${amount})(,)还是${upwards}(了)(${amount})`,
      `增减(了)(${amount}|情况|变化|幅度)|{相差|差了|差距|差出}(是|有|了)(${amount})|差(着|个)${amount}|变化(了)(有)${amount}|变化`,
      '(是|发生|都)(有|有了)(何|什么|啥|怎样的|怎么样的|哪些|多大|多少){变化|增减|变动|升降|起伏}(吗|没有|没|呢)',
      '涨跌(了多少|情况|多少)|涨没涨|升没升|降没降|{多|少|涨|跌}了没(有)|有没有{增加|减少|增长|下降|上升|上涨|下跌}',
    ],
  },
  {
    role: { is: 'change', growth: null, percent: false, yearly: true },
    says: ['同比(变化|增减)(多少|情况)|{同比|较上年|比上年|较去年|比去年}{怎么样|如何|怎样|咋样}'],
  },
  {
    role: { is: 'change', growth: 'up', percent: false, yearly: true },
    says: [`同比{${rises}|多|高}(了)(${amount})`],
  },
  {
    role: { is: 'change', growth: 'down', percent: false, yearly: true },
    says: [`同比{${falls}|少|低}(了)(${amount})`],
  },
  {
    role: { is: 'change', growth: 'up', percent: true, yearly: true },
    says: [`同比(的){增幅|增长率|增长幅度|增速|涨幅}(是)(多少)|同比{${rises}|多|高}(了)${inPercent}`],
  },
  {
    role: { is: 'change', growth: 'down', percent: true, yearly: true },
    says: [`同比(的){降幅|下降幅度|跌幅|减幅}(是)(多少)|同比{${falls}|少|低}(了)${inPercent}`],
  },
]
