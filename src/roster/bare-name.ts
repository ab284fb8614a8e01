import { derivedAliases } from './derived-aliases.ts'
import { placeOf } from './place.ts'

/** What agencies of every place are for; a name made of nothing else is no one place's. */
const duties =
  '发展|改革|发改|教育|体育|教体|科学|技术|科技|创新|科创|工业|信息化?|工信|经济|经信|民族|宗教|民宗|民政|司法|财政|人力|资源|社会|保障|人社|自然|规划|国土|资规|自规|住房|城乡|建设|住建|房产|房管|交通|运输|交运|水利|水务|农业|农村|农林|林业|林草|畜牧|兽医|渔业|海洋|商务|商业|投资|招商|文化|旅游|文旅|广播|电视|广电|新闻|出版|版权|卫生|健康|卫健|计划|生育|退役|军人|事务|应急|消防|救援|审计|市场|监督|监管|市监|管理|管委|医疗|医保|行政|审批|服务|政务|公开|综合|执法|城市|城管|生态|环境|环保|公安|国家|安全|统计|信访|税务|气象|地震|档案|机关|国有|国资|资产|金融|粮食|物资|储备|供销|合作|扶贫|振兴|大?数据|人防|防空|人民|残疾人?|残联|园林|绿化|公积金|知识|产权|食品|药品|能源|煤炭|邮政|海事|港口|港航|航运|公路|铁路|民航|史志|地方|党史|红十字|妇女|儿童|法制|外事|侨务|口岸|开发|促进|产业|生产|安监|质量|质监|公共|交易|土地|征收|投诉|研究|工作|办公|街道|办事|社区|乡|镇|府|政|和|与|及'
const endings = '局|委员会|委|办公室|办|中心|厅|院|会|社|政府|处|站|所|馆|队|公司|分局|总局|街道|乡|镇'
const ownWords = '我们?|本|贵|咱们?|该'

const dutiesAlone = new RegExp(`^(?:${ownWords})?[省市县区旗]?(?:${duties})*(?:${endings})$`, 'u')
const placeLeftOut = /^(?:我们?|本|贵|咱们?|该)?[县区旗省](?![县区旗省市])/u

/**
 * Whether a name fits an agency of any place: 科技局, 区科技局, 人民政府. 兖州科技局 and 鼓楼街道办事处 do not, nor does
 * 济宁市科技局.
 */
export function isBareName(name: string): boolean {
  return placeOf(name) === '' && !ownPlace.test(name) && (dutiesAlone.test(name) || placeLeftOut.test(name))
}

/** Subdistricts and towns carry a place of their own, even 建设街道. */
const ownPlace = /\p{Script=Han}{2}(?:街道|镇|乡)(?:办事处|人民政府|政府|办)?$/u
const usualNames = new Set(derivedAliases.flat())
const placeInside =
  /\p{Script=Han}{2}(?:省|(?<!城)市|县|(?<![社园景小校库])区|旗|街道|镇|乡)|^(?:国家|中国|全国)/u

/** Whether a name says which place's agency it is, as far as the words tell: 济宁市科技局, 兖州科技局, 国家统计局…. */
export function saysItsPlace(name: string): boolean {
  if (isBareName(name)) return false
  return placeInside.test(name) || [2, 3, 4].some((length) => usualNames.has(name.slice(length)))
}
