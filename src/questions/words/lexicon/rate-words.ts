import type { Metric, RateMetric } from '../../query/metrics.ts'
import type { LexiconEntry } from '../tokens/roles.ts'

/** Ratios by their names, and words that mean several figures. */

const rate = (id: RateMetric, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'rate', rate: id },
  says,
})
const unclear = (options: readonly Metric[], ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'unclear', options, yields: options.includes('text.published') },
  says,
})
const noDenominator = (offers: readonly Metric[], ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'noDenominator', offers },
  says,
})

/** Names of ratios. */
export const rateWords: readonly LexiconEntry[] = [
  rate('rate.disclosed', '{政府信息|信息|依申请|申请|}公开率', '公开(了)(的){比例|占比|比率|比重}'),
  rate('rate.granted', '{予以|全部|完全|同意}公开(的){率|比例|占比|比率|比重}'),
  rate('rate.partiallyGranted', '部分公开(的){率|比例|占比|比率|比重}'),
  rate('rate.denied', '{不予|不|拒绝}公开(的){率|比例|占比|比率|比重}'),
  rate('rate.unavailable', '{无法|没法}提供(的){率|比例|占比|比率|比重}'),
  rate('rate.notProcessed', '不予处理(的){率|比例|占比|比率|比重}'),
  rate('rate.otherwise', '其他处理(的){率|比例|占比|比率|比重}'),
  rate('rate.handled', '(申请)办结(的){率|比例|比率|占比}|(申请)办理率|答复率'),
  rate('rate.carriedForward', '结转(的){率|比例|比率|占比}'),
  ...(
    [
      ['corrected', '{纠正|纠错}{率|比例|的比例}', null],
      ['corrected', '败诉{率|比例|的比例}', 'litigation'],
      ['upheld', '维持{率|比例|的比例}', null],
      ['upheld', '胜诉{率|比例|的比例}', 'litigation'],
      ['concluded', '审结{率|比例|的比例}', null],
    ] as const
  ).map(([name, say, group]): LexiconEntry => ({
    role: { is: 'reviewRate', rate: name, group },
    says: [say],
  })),
  {
    role: { is: 'proportion' },
    says: [
      '(的)(所占)(的){比例|占比|比重|百分比|百分之几|百分之多少|几成|比率|份额|多大份额|多大比例|多大比重}(是|有)(多少|多大|多高)',
    ],
  },
  { role: { is: 'occupy', over: null }, says: ['(所)占(到|了|的|去)'] },
  {
    role: { is: 'occupy', over: 'handled' },
    says: [
      '占(全部|总)(的){办结|办理结果|办结数|办结量|办结总数|办理总数|办理量}(的){比例|比重|百分之几|百分比|多少|几成|百分之多少}',
    ],
  },
  {
    role: { is: 'occupy', over: 'received' },
    says: [
      '占(全部|总|本年)(的){新收|收件|申请|依申请|申请总数|申请量}(的){比例|比重|百分之几|百分比|多少|几成|百分之多少}',
    ],
  },
  noDenominator(
    ['review.reconsideration.total', 'review.litigation.total'],
    '(行政)复议率|(行政)诉讼率|被诉率|起诉率|应诉率',
  ),
  // A lawyer may apply for a firm or in person.
  unclear(
    ['requests.received.legalService', 'requests.received.naturalPerson'],
    '(申请人{是|为}|由)律师(的|提出的|提交的)',
  ),
  unclear(['requests.carriedIn.total', 'requests.carriedForward.total'], '结转(的)(数量|数|件数|申请)'),
  unclear(
    ['requests.received.total', 'requests.granted.total', 'requests.disclosed.total'],
    '(依)申请公开了|(依)申请公开的有|(依)申请公开出去(的)|依申请公开的(政府)信息',
  ),
  unclear(
    ['requests.granted.total', 'requests.disclosed.total', 'text.published'],
    '公开(了)|公开的(件数|数量|数|有)|公开出去的',
  ),
  unclear(
    ['requests.denied.total', 'requests.unavailable.total', 'requests.notProcessed.total'],
    '{没|未}{(予以)公开|给公开|给|提供|公开成|公开出去}(的)|没有{公开|给公开|给|提供|公开成|公开出去}(的)|不给{看|人看|人家|他们|申请人|}(的)',
  ),
  unclear(
    ['requests.otherwise.total', 'requests.otherHandling.total', 'requests.received.otherOrganization'],
    '其他(的)|其它(的)',
  ),
  unclear(['requests.handledTotal.total', 'requests.received.total'], '总计'),
]
