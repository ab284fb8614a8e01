import { resultRows, type RequestRow } from '../../../report/statutory-tables.ts'
import type {
  RequestMetricColumn,
  RequestSum,
  ReviewMetricGroup,
  ReviewMetricResult,
} from '../../query/metrics.ts'
import type { LexiconEntry, WordRole } from '../tokens/roles.ts'

/** Names of the rows, columns and cells of the three tables: labels of the form first, then what staff say. */

type Weight = Extract<WordRole, { is: 'row' }>['weight']

/** Rows that are a reason: 三安全一稳定情形 is the row itself. */
const situations: readonly string[] = resultRows.filter(
  (name) => !['granted', 'partiallyGranted', 'otherHandling'].includes(name),
)
const row = (name: RequestRow | RequestSum, weight: Weight, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'row', row: name, weight },
  says: situations.includes(name) ? says.map((say) => `{${say}}(情形)`) : says,
})
const column = (name: RequestMetricColumn, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'column', column: name },
  says,
})
const review = (group: ReviewMetricGroup, ...says: readonly string[]): LexiconEntry => ({
  role: { is: 'review', group },
  says,
})
const result = (
  name: ReviewMetricResult,
  group: ReviewMetricGroup | null,
  ...says: readonly string[]
): LexiconEntry => ({ role: { is: 'result', result: name, group }, says })

const number = '(的){数量|件数|数据|数目|数}'

const requestRows: readonly LexiconEntry[] = [
  row(
    'received',
    'noun',
    `(一、){本年|本年度|当年|今年}新收(到)(的){政府信息公开申请|信息公开申请|依申请公开|依申请|申请|}(${number})`,
    `新收(到)(的){政府信息公开申请|信息公开申请|依申请公开|依申请|申请|件|}(${number})`,
    `收件(${number})|收件量`,
  ),
  row(
    'received',
    'context',
    `依申请(公开)(政府信息|信息)(的)(公开)(申请)(${number}|量|件)`,
    `{政府信息|信息|政务|政务信息|}公开(的)申请(${number}|量|件)`,
    `申请公开(政府信息|信息)(${number}|量)`,
    `申请(${number}|量|件|事项)`,
    '申请{人|者}{中|里}(的)|申请人{要|申请|想要|索要|索取}的(信息|政府信息)|{申请|要}的信息',
  ),
  row(
    'received',
    'verb',
    '收到(过)(了)|受理(过)(了)|新增|新受理|接收到|接到(过)(了)|接了|来了|收得|收下(了)',
  ),
  row('received', 'faint', '收了|接收|收'),
  {
    role: { is: 'applying' },
    says: [
      '申请{了|过}|{来|前来}申请(了|过|的)|提{了|的|过}|提交(的)|提出(了|过|的)|递交(的)|提过|提起(过|了)',
    ],
  },
  row(
    'carriedIn',
    'noun',
    `(二、){上年|上年度|上一年|上一年度}(的)结转(来|过来|下来|进来)(的)(政府信息公开|依申请|依申请公开)(申请)(${number})`,
    `去年结转{来|过来|下来|进来}(的)(申请)(${number})`,
    '{去年|上年|上一年}{转来|转过来|转进来|留下|留下来|剩下}的(申请)|{去年|上年|上一年}{转来|留下}|结转进来(的)|结转过来(的)|{从|由}{去年|上年}结转(来|过来)(的)|结转入',
  ),
  row(
    'carriedForward',
    'noun',
    `(四、)结转(到|至){下年度|下年|下一年|下一年度|明年|次年}(继续办理|办理|继续)(的)(申请)(${number})`,
    `{转到|转入|留到|拖到|转至}{明年|下年|下年度|下一年}(的)(申请)|{未|尚未}办结(的)(申请)(${number})|{没|没有}办结(的)(申请)|(还)在办(理)(的)(申请)(${number})|{没|没有|未|还没}办完(的)(申请)|(还){剩|剩下|剩余}({几|多少}件)(还){没|没有|未}{结|办结|办完}(的)(申请)|结转出去(的)`,
  ),
  row(
    'granted',
    'noun',
    `(三)(一){予以|给予|全部|同意|完全|准予|全文}公开(的)(申请)(${number})|给公开的|公开给了申请人的`,
  ),
  row('partiallyGranted', 'noun', `(三)(二)部分(予以)公开(的)(${number})|{区分|分开}处理(的)`),
  row('stateSecret', 'noun', `(属于|涉及)国家秘密(类)(的)|涉密(类)(的)`),
  row(
    'prohibitedByLaw',
    'noun',
    '(其他){法律法规|法律行政法规|法律、行政法规|法律和行政法规|法律|法规|行政法规|依法}禁止(公开)(的)',
  ),
  row(
    'securityAndStability',
    'noun',
    '(危及)三安全一稳定(的)|危及(国家安全、公共安全、经济安全、社会稳定|国家安全|公共安全|经济安全|社会稳定)(的)',
  ),
  row(
    'thirdPartyRights',
    'noun',
    '(属于)(保护|涉及|侵害|损害){第三方|第三人}(的)(合法)(权益|利益)(的)|(属于|涉及)({商业秘密|个人隐私}{、|和|或|或者|及}){商业秘密|个人隐私|隐私}(类)(的)',
  ),
  row('internalAffairs', 'noun', '(属于)(三类)内部事务(信息)(类)(的)|(三类)内部信息'),
  row('deliberativeProcess', 'noun', '(属于)(四类){过程性|过程}信息(类)(的)|过程性(的)'),
  row('enforcementFile', 'noun', '(属于)(行政)执法案卷(信息)(类)(的)'),
  row('administrativeInquiry', 'noun', '(属于)行政查询(事项)(类)(的)|(属于)查询事项(的)'),
  row(
    'notHeld',
    'noun',
    '(本机关){不|未|没|没有}掌握(的)(相关)(政府信息|信息)(的)|(政府){信息不存在|不存在}(的)|没有{这个|该|相关}信息(的)|不属于本机关(的|公开)(范围)|不归本机关(的)|不是本机关(的)',
  ),
  row(
    'requiresCreation',
    'noun',
    '没有现成(的)(信息)(、)({需要|需|要|得|须|还要|还得}{另行制作|制作|加工})(的)|(需要|需)另行制作(的)|需要{加工|制作}(的)|(需要)加工分析(的)',
  ),
  row(
    'stillUnclear',
    'noun',
    '补正后(申请)(内容)(仍|还|仍然|还是)不明确(的)|{申请内容|内容}(仍|还|仍然)不明确(的)|补正后仍不清楚(的)',
  ),
  row(
    'petitionOrComplaint',
    'noun',
    '{信访举报投诉|信访投诉举报|信访投诉|信访举报|信访|举报投诉|投诉举报|举报|投诉}(类)(申请|的申请)(的)',
  ),
  row('repeated', 'noun', '重复(的)申请(的)|重复的|重复提交(的)|重复(类)'),
  row('publicationRequested', 'noun', '(要求)(提供)公开出版物(的)|要(求)(提供)出版物(的)|公开出版物类'),
  row(
    'excessiveRequests',
    'noun',
    '(无正当理由)大量(、|和)反复(的)(申请)(的)|{滥用|恶意|反复}申请(权)(的)|频繁申请(的)',
  ),
  row(
    'confirmationRequested',
    'noun',
    '(要求)(行政机关|机关)(确认或)重新出具(已获取信息|已获取的信息|信息)(的)|要求(行政机关)确认(的)|(要求)确认或重新出具(的)',
  ),
  row(
    'correctionOverdue',
    'noun',
    '(申请人)(无正当理由)逾期(未|不|没)补正(的)|(申请人)逾期没有补正(的)|{没|没有|未|不}补正(的)|不补正不再处理(的)|无正当理由逾期不补正(的)',
  ),
  row(
    'paymentOverdue',
    'noun',
    '(申请人)逾期{未|不|没|没有}(按收费通知要求){缴费|缴纳费用|交费}(不再处理)(的)|{没|没有|未|不}{缴费|交费}(不再处理)(的)',
  ),
  row(
    'otherHandling',
    'noun',
    '其他处理{的|中的|里的|中|里}其他|其他处理情形的其他|(申请人)(主动)撤回(的)(申请)(的)|撤回申请(的)',
  ),
  row(
    'handledTotal',
    'noun',
    `办结(了)(的)(${number}|量|件)|办理结果(的){总计|合计|总数|总量}|(七)总计办理|{办完|办理完|答复完|处理完}(了)(的)(申请)(${number})|已办结(的)(${number})|办理总数`,
  ),
  row(
    'handledTotal',
    'verb',
    `{办理|答复|处理|回复}{了|过|的}|办了|{办理|答复|处理}(了)(申请)(的)(数量|件数|数|量)|回复`,
  ),
  row(
    'due',
    'noun',
    `{新收|收到|本年新收}(的)(申请){加|加上|和|与}(上年)结转(的)(${number})|应{办|办理|处理}(的)(申请)(总数|总量|${number}|件)|应办总数`,
  ),
  row(
    'disclosed',
    'noun',
    '{全部|予以|同意|完全}公开{加|加上|和|与|以及}部分公开(的)|{予以|全部}和部分公开(的)',
  ),
  row(
    'denied',
    'noun',
    `(三)(三)不{予|给|予以|同意}公开(的)(申请)(${number})|拒绝公开(的)(申请)(${number})|{决定|作出}(了){不予公开|不公开}(决定)(的)|不公开(的)(${number})|{被|遭}拒(绝)的`,
  ),
  row('unavailable', 'noun', `(三)(四){无法|没法|不能|没办法}提供(的)(信息)(申请)(${number})`),
  row('notProcessed', 'noun', `(三)(五)不予处理(的)(申请)(${number})`),
  row('otherwise', 'noun', `(三)(六)其他处理(的)(情形|方式)(${number})|其它处理(的)(情形|方式)`),
]

/** 申请人是…, 由…提出的. */
const applied = (who: string): string => `(申请人{是|为}|由)${who}(提出|提交|提起|类)(的)`

const columns: readonly LexiconEntry[] = [
  column('naturalPerson', applied('{自然人|公民个人|个人|公民|老百姓|群众|市民|百姓}'), '个人申请人(的)'),
  column('enterprise', applied('{商业企业|企业|公司|商企|企业单位|企业法人}')),
  column('researchInstitution', applied('{科研机构|科研单位|科研院所}')),
  column('socialOrganization', applied('{社会公益组织|公益组织|公益性组织|社会公益性组织}')),
  column('legalService', applied('{法律服务机构|律师事务所|律所|法律服务组织}')),
  column('otherOrganization', applied('其他组织'), '其它组织(的)'),
  column(
    'organizations',
    applied('{法人{或|及|和|与|或者|以及|、}其他组织|法人|非自然人|法人组织|单位法人}'),
  ),
]

const reviews: readonly LexiconEntry[] = [
  review('reconsideration', `(被)(申请)(政府信息公开|信息公开)(行政)复议(的)(申请)(案件|案)(${number}|量)`),
  review(
    'litigationDirect',
    `{未经|未经过|没有经过|不经|没经过|未}(行政)复议(而|就|、)(直接){起诉|提起诉讼|诉讼|被诉}(的)(案件)|(被)直接(被){起诉|提起诉讼|诉讼|提起行政诉讼}(的)(案件)|没(有)(经过|经)复议(就)(直接)(被){起诉|告}(了)(的)(案子|案件)`,
  ),
  review(
    'litigationAfterReconsideration',
    `(经)(行政)复议{后|之后|完}(又|再|还|被|又被){起诉|提起诉讼|诉讼|告|提起行政诉讼|打官司}(了)(的)(案件)|复议完又告(的)|先复议后{起诉|诉讼}(的)`,
  ),
  review(
    'litigation',
    `(被)(政府信息公开|信息公开)(行政)诉讼(的)(案件|案)(${number}|量)|官司(打)(了)(${number})|打(了)({几|多少}{场|起|个|次|件}){官司|行政诉讼}|当(了)({几|多少}{回|次})被告(的)(次数)|{被|遭}(人){起诉|告}(了)(的)|应诉(的)(案件)(${number})|打官司|起诉(的)(案件)`,
  ),
  review('all', `(行政)复议{和|与|、|及|加|以及|}(行政)诉讼(案件)|行政争议(案件)(${number})|复议诉讼(案件)`),
]

const results: readonly LexiconEntry[] = [
  result('upheld', null, '(结果)(被)维持(了)(的)|维持原(行政)(行为|决定)的'),
  result('upheld', 'litigation', '胜诉(了)(的)|{打赢|赢}(了)(的)'),
  result('corrected', null, '(结果)(被)(依法){纠正|纠错|撤销}(了)(的)'),
  result('corrected', 'litigation', '败诉(了)(的)|{打输|输}(了)(的)'),
  result('other', null, '其他结果(的)|其它结果(的)|结果(是|为)其他(的)'),
  result(
    'pending',
    null,
    '{尚未|未|没|没有|还没|还没有}审结(的)|在审(的)|{没|没有|未|还没}结(案)(的)|正在审理(的)|审理中(的)',
  ),
  result('concluded', null, '{已|已经}{审结|结案}(的)|审结(了)(的)'),
]

const disclosure: readonly LexiconEntry[] = [
  { role: { is: 'documents', row: 'rules' }, says: [`(政府)规章(${number})`] },
  {
    role: { is: 'documents', row: 'normativeDocuments' },
    says: [`(行政)规范性文件(${number})|规范性(的)文件`],
  },
  {
    role: { is: 'member', column: 'issued' },
    says: ['(本年)(新){制发|制定|出台|印发|制订}(了)(的)(件数)|新发(了)(的)'],
  },
  {
    role: { is: 'member', column: 'repealed' },
    says: ['(本年)(被)(宣布){废止|失效|清理|废除|作废}(了)(的)(件数)|废止失效(的)|废止和失效(的)'],
  },
  {
    role: { is: 'member', column: 'inForce' },
    says: ['{现行|继续|仍|仍然|还|目前}有效(的)(件数)|有效(的)(件数)|存量|现行(的)'],
  },
  {
    role: { is: 'decision', row: 'licenses' },
    says: [`行政许可(处理)(决定)(的)(${number})|许可(处理)(决定)(的)(${number})|(行政)审批许可(件数)`],
  },
  {
    role: { is: 'decision', row: 'penalties' },
    says: [
      `行政处罚(处理)(决定)(的)(${number})|处罚(了)(处理)(决定)(的)(${number})`,
      '罚了(有){多少|几}{件|起|宗|次|个|项}',
    ],
  },
  {
    role: { is: 'decision', row: 'coerciveMeasures' },
    says: [`行政强制(措施)(处理)(决定)(的)(${number})|强制(措施)(处理)(决定)(的)(${number})`],
  },
  {
    role: { is: 'decision', row: 'fees' },
    says: [
      '{行政事业性|事业性|行政|}收费(的)(收取|收缴|征收)(的)(金额|数额|收入)|收了多少钱|收费多少钱|收了多少费(用)',
    ],
  },
]

/** The statutory tables stand in the parts of the report that bear their numbers. */
const table = (number: string): string => `{表${number}|第${number}部分}(的)(各项)(情况|明细|数据|内容|数字)`

const wholes: readonly LexiconEntry[] = [
  {
    role: { is: 'whole', metric: 'proactiveDisclosure' },
    says: [`主动公开(政府信息|信息)(的)(工作){情况|明细|构成|表}|${table('二')}`],
  },
  { role: { is: 'whole', metric: 'requests' }, says: [table('三')] },
  { role: { is: 'whole', metric: 'review.all.total' }, says: [table('四')] },
  {
    role: { is: 'whole', metric: 'requests.handledTotal.total' },
    says: ['(本年度(的))办理结果(的)(情况|明细|构成|分布)'],
  },
  {
    role: { is: 'published', weak: false },
    says: [
      '主动公开(了)(的)(各类)(政府信息|信息|政务信息)(的)(条数|数量|总条数|总数|总量)|{发布|公布|公开发布}(了)(的)(各类){政府信息|信息|政务信息}(的)(条数|数量|总数)|信息{发布量|公开条数|发布条数|发布数量}',
    ],
  },
  { role: { is: 'published', weak: true }, says: ['{发布|公布}(了)|发{了|过}|出了'] },
]

/** Names of figures. */
export const figureWords: readonly LexiconEntry[] = [
  ...[...requestRows, ...columns, ...reviews, ...results],
  ...[...disclosure, ...wholes],
]
