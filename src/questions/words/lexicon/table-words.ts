import type { Metric } from '../../query/metrics.ts'
import type { LexiconEntry } from '../tokens/roles.ts'

/** The statutory tables stand in the parts of the report that bear their numbers. */
const table = (number: string): string => `{表${number}|第${number}部分}(的)(各项)(情况|明细|数据|内容|数字)`

/** Items of article 20 under which table 二 stands. */
const article = '(政府信息公开)(条例)(的)第{二十|20}条'
const item = (digit: string, ...metrics: readonly Metric[]): LexiconEntry => ({
  role: { is: 'item', metrics },
  says: [`${article}(的)(第)${digit}项(的)(里|中)(的)`],
})

/** Names of whole tables, and of what stands in the text of part 一 alone. */
export const tableWords: readonly LexiconEntry[] = [
  {
    role: { is: 'whole', metric: 'proactiveDisclosure' },
    says: [
      `主动公开(政府信息|信息)(的)(工作){情况|明细|构成|表}|${table('二')}`,
      `${article}(的|规定的|规定|下|里)({各项|所有|全部|每项|各个}(的))(情况|明细|数据|内容|数字|指标)`,
    ],
  },
  item('{一|1}', 'proactiveDisclosure.rules', 'proactiveDisclosure.normativeDocuments'),
  item('{五|5}', 'proactiveDisclosure.licenses'),
  item('{六|6}', 'proactiveDisclosure.penalties', 'proactiveDisclosure.coerciveMeasures'),
  item('{八|8}', 'proactiveDisclosure.fees'),
  { role: { is: 'whole', metric: 'requests' }, says: [table('三')] },
  { role: { is: 'whole', metric: 'review.all.total' }, says: [table('四')] },
  {
    role: { is: 'whole', metric: 'requests.handledTotal.total' },
    says: [
      '{最后|最终|都|分别|各自|最后都|最终都|最后分别|最终分别}(都)(是)(按){怎么|怎样|如何|咋}{办结|处理|答复|了结|处置|办理|办|回复}(掉)(了|完)的',
      '(本年度(的))(各类|各种)办理结果(的)(情况|明细|构成|分布)(如何|怎样|怎么样|是怎样的|是什么样的)',
    ],
  },
  {
    role: { is: 'published', weak: false },
    says: [
      '({正文|年报正文|报告正文}(里|中|里面|部分)(的)(写|说|写的|说的)(的)(一共|共)){主动(对外|往外|向社会|向公众)公开|{向社会|对外|往外|向公众}(主动)公开|主动{发布|公布}}(了)(的)(各类)(政府信息|信息|政务信息)(的)(条数|数量|总条数|总数|总量)|({正文|年报正文|报告正文}(里|中|里面|部分)(的)(写|说|写的|说的)(的)(一共|共))(对外|向社会){公开|发布|发}(了)(过)(有){多少|几}条(政府|政务)信息|{对外|向社会|往外}{发布|公开|发}(了)(的)(政府|政务)信息(的)(条数|数量|总数)|{发布|公布|公开发布}(了)(的)(各类){政府信息|信息|政务信息}(的)(条数|数量|总数)|信息{发布量|公开条数|发布条数|发布数量}',
    ],
  },
  { role: { is: 'published', weak: true }, says: ['{发布|公布}(了)|发{了|过}|出了'] },
]
