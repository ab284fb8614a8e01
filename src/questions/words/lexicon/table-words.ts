import type { LexiconEntry } from '../tokens/roles.ts'

/** The statutory tables stand in the parts of the report that bear their numbers. */
const table = (number: string): string => `{表${number}|第${number}部分}(的)(各项)(情况|明细|数据|内容|数字)`

/** Names of whole tables, and of what stands in the text of part 一 alone. */
export const tableWords: readonly LexiconEntry[] = [
  {
    role: { is: 'whole', metric: 'proactiveDisclosure' },
    says: [`主动公开(政府信息|信息)(的)(工作){情况|明细|构成|表}|${table('二')}`],
  },
  { role: { is: 'whole', metric: 'requests' }, says: [table('三')] },
  { role: { is: 'whole', metric: 'review.all.total' }, says: [table('四')] },
  {
    role: { is: 'whole', metric: 'requests.handledTotal.total' },
    says: ['(本年度(的))(各类|各种)办理结果(的)(情况|明细|构成|分布)(如何|怎样|怎么样|是怎样的|是什么样的)'],
  },
  {
    role: { is: 'published', weak: false },
    says: [
      '({正文|年报正文|报告正文}(里|中|里面|部分)(的)(写|说|写的|说的)(的)(一共|共)){主动(对外|往外|向社会|向公众)公开|{向社会|对外|往外|向公众}(主动)公开|主动{发布|公布}}(了)(的)(各类)(政府信息|信息|政务信息)(的)(条数|数量|总条数|总数|总量)|({正文|年报正文|报告正文}(里|中|里面|部分)(的)(写|说|写的|说的)(的)(一共|共))(对外|向社会){公开|发布|发}(了)(过)(有){多少|几}条(政府|政务)信息|{对外|向社会|往外}{发布|公开|发}(了)(的)(政府|政务)信息(的)(条数|数量|总数)|{发布|公布|公开发布}(了)(的)(各类){政府信息|信息|政务信息}(的)(条数|数量|总数)|信息{发布量|公开条数|发布条数|发布数量}',
    ],
  },
  { role: { is: 'published', weak: true }, says: ['{发布|公布}(了)|发{了|过}|出了'] },
]
