import type { ReviewMetricGroup, ReviewMetricResult } from '../../query/metrics.ts'
import type { LexiconEntry } from '../tokens/roles.ts'
import { number } from './number-of.ts'

/** Groups and results of table 四: labels of the form first, then what staff say. */

const review = (group: ReviewMetricGroup, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'review', group },
  says,
})
const result = (
  name: ReviewMetricResult,
  group: ReviewMetricGroup | null,
  ...says: readonly string[]
): LexiconEntry => ({ role: { is: 'result', result: name, group }, says })

/** 赢 and 输 speak of lawsuits where nothing else is spoken of. */
const won = (name: ReviewMetricResult, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'result', result: name, group: 'litigation', loosely: true },
  says,
})

/** 被判纠正, 属于其他结果, 结论为维持: how it ended, before the result. */
const ended =
  '({属于|属|算作|归为|归入|结果是|结果为|结论是|结论为|结局是|被认定为|认定为}|(最后|最终)(被){判|判决|裁定|裁决|判为|判决为|判成|裁定为|决定}(了))'

const reviews: readonly LexiconEntry[] = [
  review(
    'reconsideration',
    `(被人|被|涉|遭|对{它|我们|咱们|他们}提(过|了|起)|提{过|了}|引发|提起|引起|涉及)(申请)(了)(的)(政府信息公开|信息公开)(行政)复议(的)(申请)(案件|案|案子|官司)(${number}|量)|(申请人)不服(而)(申请|提起)(行政)复议的|(被)提(起|过|了){几|多少}{次|件|起|回}(行政)复议`,
  ),
  review(
    'litigationDirect',
    '{未经|未经过|没有经过|没经过|不经|不经过|没走}(行政)复议(程序|这一步){就|便|即|而|}(直接){把|将|对|告|起诉}|{没|没有|未}(行政)复议(程序){就|便|而}(直接){把|将|对|告|起诉}',
    `{没|没有|未经|未经过|没有经过|没有经|不经|不经过|没经过|没经|未|没走|不走}(行政)复议(程序)(而|就|、|的)(直接)(被){起诉|提起诉讼|诉讼|被诉|打官司|行政诉讼|提起行政诉讼|告|告上法院|告到法院|到法院起诉|上法院}(我们|咱们|咱|他们|它)(了)(的)(案件|案子)|(被)直接(被|去|到法院|向法院){起诉|提起诉讼|诉讼|提起行政诉讼|打官司|告|告上法院|告到法院}(我们|咱们|咱|他们|它)(了)(的)(案件|案子)`,
  ),
  review(
    'litigationAfterReconsideration',
    '(经|经过|对)(行政)复议(决定|结果){后|之后|以后|完|完了|不服}(又|再|还)把|(经|经过|对)(行政)复议(决定|结果){后|之后|以后|完|完了|不服}{又|再|还}{将|对|向|告|起诉}',
    `{(经|经过|对)(行政)复议{后|之后|以后|完|完了|完不服|后不服|过|不服|结果不服|决定不服}(又|再|还|被|又被|再被|而)|{经|经过}(行政)复议(又|再)|{先|走完|走了}复议(程序)(后|再|然后)}(又|再)(去|到|跑)(法院){起诉|提起诉讼|诉讼|行政诉讼|告|告到法院|告上法院|提起行政诉讼|打官司|打到法院|上法院|到法院}(我们|咱们|咱|他们|它)(了)(的)(案件|案子)`,
  ),
  review(
    'litigation',
    `(被|遭|引发|引起|提起|涉及)(了)(的)(政府信息公开|信息公开)(行政)诉讼(的)(案件|案|案子)(${number}|量)|(行政)官司(打)(了)(${number})|{打|吃|摊上|惹上|惹}(了|过|的)({几|多少}({场|起|个|次|件}))(行政){官司|诉讼}|当(了)(过)({几|多少}{回|次})被告(的)(次数)|{被|遭}(人)(家){起诉|告|诉}(上法庭|上法院|到法院|到了法院|上了法院)(了)(过)(的)(案件)(次数)|(有)人(家)(来|去){告|起诉}(到法院|上法院|到了法院|上了法院|我们|咱们|咱|他们|它)(了)(过)(的)|{告|起诉}{我们|咱们|咱}(了)(的)|(行政)应诉(的)(案件)(${number})|打官司|起诉(到法院)(的)(案件)|涉诉(的)(案件|案)(${number})|{上|到}(了)法院的(案件|案子)`,
  ),
  review(
    'all',
    `(行政)复议{和|与|、|及|加|以及|加上|跟|}(行政)诉讼(案件)|(引发|产生|发生|涉及)(的)行政争议(案件)(${number})`,
  ),
]

const results: readonly LexiconEntry[] = [
  ...(
    [
      ['reconsideration', '复议机关'],
      ['litigation', '法院'],
    ] as const
  ).flatMap(([group, by]): readonly LexiconEntry[] => [
    result(
      'upheld',
      group,
      `(被)${by}(判决|裁定|决定|判)(给我们|给)维持(了|住)(原)(行政)(行为|决定|答复)(的)`,
    ),
    result(
      'corrected',
      group,
      `(被)${by}(判决|裁定|决定|判)(依法)(改判){纠正|纠错|撤销|改变|推翻}(了|过)(的)`,
    ),
  ]),
  result('upheld', null, `${ended}(结果)(给我们|给)(被)维持(了|住)(原)(行政)(行为|决定|答复)(的)`),
  result(
    'upheld',
    'litigation',
    `${ended}(我们)胜诉(了)(的)|{打赢|赢}(了)({几|多少}场)(的)官司|{打赢|赢}(了){几|多少}场(的)`,
  ),
  won('upheld', '{打赢|赢}(了)(的)'),
  result(
    'corrected',
    null,
    `${ended}(结果)(给我们|给)(被)(依法)(改判){纠正|纠错|撤销|改变|推翻}(了|过)(的)|(被)改判(了|过)(的)`,
  ),
  result(
    'corrected',
    'litigation',
    `${ended}(我们)败诉(了)(的)|{打输|输|输掉}(了)({几|多少}场)(的)官司|{打输|输|输掉}(了){几|多少}场(的)`,
  ),
  won('corrected', '{打输|输|输掉}(了)(的)'),
  result('other', null, `${ended}{其他|其它}结果(的)|结果(是|为)其他(的)`),
  result(
    'pending',
    null,
    '{尚未|未|没|没有|还没|还没有|还未|仍未}{审结|审完|审理完|结案|出结果|判|判决|宣判|判下来|出来结果|有结果}(的)|{尚待|有待|等待|待}{审结|审理|判决}(的)|(还)在{审|打}(理)(的)|{没|没有|未|还没}结(的)|(还)(正)在审理(中)(的)|审理中(的)',
  ),
  result('concluded', null, '{已|已经}{审结|结案|审完}(的)|{审结|审完}(了)(的)'),
]

/** Names of the figures of table 四. */
export const reviewWords: readonly LexiconEntry[] = [...reviews, ...results]
