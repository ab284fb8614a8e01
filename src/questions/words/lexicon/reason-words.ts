import type { RequestRow } from '../../../report/statutory-tables.ts'
import type { LexiconEntry } from '../tokens/roles.ts'

/**
 * Rows of table 三 that are a reason for an outcome: labels of the form first, then what staff say. Each may be said with
 * what led to it (认为…, 告知申请人…, 为保护…) and with its outcome behind it (…而不予公开的), which add nothing.
 */

/** How the answer was given, and why. */
const told =
  '({书面|明确|口头|}{告知|答复|回复|告诉}(了|给)(申请人|对方|他们|当事人)(说|称|是|为|其|该信息|该申请|以|因|因为|由于))'
const why =
  '({认为|认定|判定|被认为|被认定|经认定}(信息|该信息|其))({因为|因|由于|鉴于|考虑到|出于|基于|缘于|为|为了}(要))'
const belongs =
  '({属于|属|涉及|涉及到|涉|系|其实是|实际是|实际上是|实质是|实质上是|本质上是|算作|归为|定为|定性为|归类为|归入|确属|确实属于|可能属于})'
const excuse =
  '(情形|情况|内容|问题)({为由|为理由|当理由|说事|挡回去|挡回|为理由答复|答复|的考虑|考虑|起见|的缘故|缘故})'

/** What was asked for; 是 alone tells of no answer. */
const wanted =
  '{(申请人){要|申请|想要|索要|索取|申请公开|要求公开}的(政府信息|信息|材料|东西|内容|文件)|申请(公开)(的){内容|事项}}'
const hence = '({而|就|却|所以|因此|因而|结果|被|而被|因此被|所以被|依法|一律})'

/** Outcomes as they are told afterwards; labels of the form behind 、 are figures of their own. */
const outcomes = {
  denied: '{没|没有|未}{公开|给公开|能公开|予公开|予以公开|获公开|同意公开|给看|让看|给}',
  unavailable: '{没|没有|未}{提供|能提供|给提供|能给|给出|给}',
  notProcessed: '{没|没有|未}(予|予以|做|作|给){处理|受理}',
  otherwise:
    '(行政机关|机关|本机关|我们|就){不再|没再|没有再|未再}(予以|继续){处理|办理}(其)(政府信息公开)(申请)',
} as const
const labels = {
  denied: '不予公开|不公开|未予公开|拒绝公开|拒绝',
  unavailable: '无法提供|没法提供|不能提供|未能提供',
  notProcessed: '不予处理|不处理',
  otherwise: '视为放弃',
} as const

type Outcome = keyof typeof outcomes

const row = (outcome: Outcome, name: RequestRow, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'row', row: name, weight: 'noun' },
  says: says.flatMap((say) => [
    `${told}${why}${belongs}{${say}}${excuse}(的)(件)`,
    `${told}${why}${belongs}{${say}}(、|,)${hence}${outcomes[outcome]}的`,
    `${wanted}{属于|属|涉及|涉及到|涉}{${say}}(的)`,
    `${wanted}(是|属于|属|涉及){${say}}(、|,)${hence}{${outcomes[outcome]}|${labels[outcome]}}的`,
  ]),
})

/** 公开了会危及…: what it would do. */
const would =
  '{({担心|怕|恐|唯恐|觉得})(如果|一旦|若)公开(了|后|出去|出来|之后|以后)(就)({会|可能|可能会|将|将会|有可能|恐|恐会})|{会|可能|可能会|将|将会|有可能|恐会|担心|担心会|怕}}'
const someones = '{企业|公司|他人|别人|第三方|第三人|个人|公民|其他人|人家}'
const secrets = '{商业秘密|商业机密|个人隐私|隐私}'
const securities = '{国家安全|公共安全|经济安全|社会稳定}'

/** 没有现成信息: what would have to be done. */
const must = '{需要|需|要|得|须|还要|还得|必须|只能}'
const anew = '{另行|另外|另|重新|专门|临时|单独|再}'
const made =
  '{加工制作|加工、制作|制作加工|制作|加工分析|加工整理|加工汇总|加工、分析|加工、汇总|加工|汇总|整理|统计|汇总整理|归纳}'

/** A time that was set and missed. */
const inTime =
  '{按期|按时|及时|如期|按要求|按规定|在期限内|在限期内|在规定期限内|在规定的期限内|在规定时间内|在规定的时间内|在补正期限内}'
const applicant = '(申请人|对方|人家)(自己)(无正当理由|没有正当理由)'
const overdue = '{逾期|超期|到期|过期}(后|了)(也|仍|还|一直|仍然)'
const asked = (what: string): string =>
  `({通知|告知|要求|让|叫|请|催}(了)(申请人|他们|对方|人家)(进行)${what}(了|后|之后|以后|过|通知后)(,|、)(但|却|就是|而|可是))`
const dropped =
  '((,|、)(而|就|所以|因此|因而){视为放弃(申请)|(行政机关|机关|本机关|我们|就){不再|没再}(予以|继续){处理|办理}(其)(政府信息公开)(申请)})'

/** Rows of （三）. */
const denied: readonly LexiconEntry[] = [
  row(
    'denied',
    'stateSecret',
    `国家秘密(类)(的)|涉密(类)(的)|保密(的)|密级文件|国家机密(的)|${would}{泄露|泄漏|泄密}(国家秘密|国家机密)`,
  ),
  row(
    'denied',
    'prohibitedByLaw',
    '({按|按照|依|依据|依照|根据})(其他|其它){法律法规|法律行政法规|法律、行政法规|法律和行政法规|法律、法规|法律|法规|行政法规|法律法规规定}(的)(规定|有规定|上|里)(明令|明确|明文|明确规定|明文规定|严格|严令){禁止|不允许|不让|不准|不得|不能|不许}(予以)(公开)(的)|{依法|法定}禁止(公开)(的)|{明令|明文}禁止公开(的)',
  ),
  row(
    'denied',
    'securityAndStability',
    `(危及)三安全一稳定(的)|(${would}){危及|危害|影响|损害|威胁}({国家安全、公共安全、经济安全、社会稳定|国家安全、公共安全、经济安全和社会稳定|${securities}({、|和|或|或者|及}${securities})})(的)`,
    `{因|因为|为|为了|出于|维护|为维护|为了维护|涉及|事关|关系到|以}${securities}(的)`,
  ),
  row(
    'denied',
    'thirdPartyRights',
    `(${would}){保护|侵害|损害|侵犯|维护|危害|影响}(了|到){第三方|第三人|第三者}(的)(合法)(权益|利益|权利)(的)|({商业秘密|商业机密|个人隐私}{、|和|或|或者|及})(别人的|他人)${secrets}(类)(等)(第三方(合法)(权益|利益))(的)|{第三方|第三人}{不同意|反对}(公开)(的)`,
    `{第三方|第三人|第三者}(的)(合法)(权益|利益|权利)(的)|(${would}){涉及|涉及到|泄露|泄漏|侵犯|侵害|损害|保护}(了|到)(${someones}(的))${secrets}(的)`,
  ),
  row(
    'denied',
    'internalAffairs',
    '(三类)(机关|单位|行政机关|本机关)内部(的)事务(信息|管理信息)(类)(的)|(三类)内部(管理)信息(类)(的)|内部事务性信息|内部管理类',
  ),
  row('denied', 'deliberativeProcess', '(四类){过程性|过程}(的){信息|文件|材料|资料}(类)(的)|过程性(类)(的)'),
  row(
    'denied',
    'enforcementFile',
    '(行政)(执法)案卷(里|中|内)(的)(信息|材料|内容)(类)(的)|(行政)执法卷宗(的)',
  ),
  row('denied', 'administrativeInquiry', '行政查询(事项|类|类事项)(的)|查询(类)事项(的)|查询类(的)'),
]

/** Rows of （四） and （五）. */
const notGiven: readonly LexiconEntry[] = [
  row(
    'unavailable',
    'notHeld',
    '(本机关|我们|手里|手上|手头|单位|本单位|我局|本局|行政机关|机关)(确实|实际){不|未|没|没有|并不|并未|并没有|未能}{掌握|持有|保存}(的)(相关|该|这个|此|这些|所申请的)(政府信息|信息)(的)|(申请的|该)(政府)(信息)不存在(的)|(手里|手上|手头)没有{这个|该|相关|此|这条}信息(的)|查无(此|该|相关)(信息)(的)|不属于本机关(掌握|的|公开)(范围)(的)|{不归|不属于|不由|不是}{本机关|我们|我们单位|我局}(的|管|负责|掌握|公开)(的)(范围)(的)',
  ),
  row(
    'unavailable',
    'requiresCreation',
    `{没有|没|无|缺少|缺乏}现成(的)(政府)(信息|材料|资料|数据|文件)(的)((、|,)(而|又|且|还)${must}{(${anew})(去|来|进行)${made}(才能提供|才行|才能给)}|(、|,)(而|又|且|还)${anew}${made})(的)|(${must})(${anew})(去|来|进行)加工(、|和)(汇总|分析|整理)(的)|(${must}){另行|另外|重新|专门}(去|来|进行)${made}(的)|{需要|需|须}{制作|另做}(的)|要{另做|现做}(的)`,
  ),
  row(
    'unavailable',
    'stillUnclear',
    `({通知|告知|要求|让|叫|请}(了)(申请人|他们|对方))(经|经过)补正(了|后|之后|以后|过后|过|完)(,|、)(申请)(内容)(也|仍|还|仍然|还是|依然|依旧){不明确|不清楚|说不清|不明|不清}(的)|{申请内容|内容|申请}(仍|还|仍然|还是){不明确|不清楚}(的)`,
  ),
  row(
    'notProcessed',
    'petitionOrComplaint',
    '{信访举报投诉|信访投诉举报|信访投诉|信访举报|信访|举报投诉|投诉举报|举报|投诉|信访、举报、投诉|信访、投诉、举报|信访、举报和投诉|信访、举报或投诉|信访、举报或者投诉|信访或者投诉|信访或投诉}(性质|事项)(类)(申请|的申请|处理)(的)',
  ),
  row(
    'notProcessed',
    'repeated',
    '重复(的|提|提出|提交|递交)(的)(申请|件)(的)|重复(的|类|件)|(同一|同样|一样|相同)(的)(内容|事项)重复申请(的)',
  ),
  row(
    'notProcessed',
    'publicationRequested',
    '({要求|要|索要|索取|申请|申请公开}(行政机关|机关|我们|本机关))(提供|获取)(公开)出版物(类)(的)',
  ),
  row(
    'notProcessed',
    'excessiveRequests',
    '({无|没有|没}(任何)正当理由(的|而|就|却)){大量(、|和|或|或者|且)反复|反复(、|和|或)大量}(的)(提)(申请)(的)|({无|没有|没}(任何)正当理由(的|而|就|却)){滥用|恶意|反复|大量|频繁}(提)申请(权)(的)',
  ),
  row(
    'notProcessed',
    'confirmationRequested',
    `({要求|要|让|请}(行政机关|机关|我们|本机关|单位)(对))({确认|核实确认}{或|、|或者|和|以及|、或|、或者})重新(开|出)具(一份|一遍)(已|已经)(获取|拿到|取得|获得)(过|了)(的)(政府)(信息)(的)|{要求|让}(行政机关|机关|我们)确认(已|已经)(获取|拿到|取得|获得)(过|了)(的)(政府)(信息)(的)|(要求)确认或(者)重新出具(的)`,
  ),
]

/** Rows of （六） with a reason. */
const dropping: readonly LexiconEntry[] = [
  row(
    'otherwise',
    'correctionOverdue',
    `${asked('补正')}${applicant}{${overdue}{未|不|没|没有}(进行|${inTime})补正|(一直|始终|迟迟|也|就是){没|没有|未|不}(能)(${inTime})补正}${dropped}(的)|补正{逾期|超期}(的)|逾期补正(的)`,
  ),
  row(
    'otherwise',
    'paymentOverdue',
    `${asked('{缴费|交费|付费}')}${applicant}{${overdue}{未|不|没|没有}|(一直|始终|迟迟|也|就是){没|没有|未|不}(能)}(${inTime})(按(收费)(通知)(要求|单|书)){缴费|缴纳费用|交费|交钱|付费}${dropped}(的)`,
  ),
]

/** Names of the reasons in table 三. */
export const reasonWords: readonly LexiconEntry[] = [...denied, ...notGiven, ...dropping]
