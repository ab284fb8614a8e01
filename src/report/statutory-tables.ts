/**
 * The three statutory tables as data: keys, printed labels and order, after
 * 《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）.
 * `number` is the printed numeral, `label` the official wording without it.
 */

/** The seven number columns of table 三, in printed order. */
export const requestColumns = [
  { key: 'naturalPerson', label: '自然人' },
  { key: 'enterprise', label: '商业企业' },
  { key: 'researchInstitution', label: '科研机构' },
  { key: 'socialOrganization', label: '社会公益组织' },
  { key: 'legalService', label: '法律服务机构' },
  { key: 'otherOrganization', label: '其他' },
  { key: 'total', label: '总计' },
] as const

export type RequestColumn = (typeof requestColumns)[number]['key']
/** The six applicant columns, which add up to `total`. */
export const applicantColumns = requestColumns
  .map((column) => column.key)
  .filter((key): key is Exclude<RequestColumn, 'total'> => key !== 'total')

/** The row groups of table 三 that are printed as merged cells. */
export type RequestGroup = 'denied' | 'unavailable' | 'notProcessed' | 'otherwise'

export const requestGroups = [
  { key: 'denied', number: '（三）', label: '不予公开' },
  { key: 'unavailable', number: '（四）', label: '无法提供' },
  { key: 'notProcessed', number: '（五）', label: '不予处理' },
  { key: 'otherwise', number: '（六）', label: '其他处理' },
] as const satisfies readonly { key: RequestGroup; number: string; label: string }[]

/** The 25 number rows of table 三, in printed order; `group` is the merged cell to their left. */
export const requestRows = [
  { key: 'received', number: '一、', label: '本年新收政府信息公开申请数量', group: null },
  { key: 'carriedIn', number: '二、', label: '上年结转政府信息公开申请数量', group: null },
  { key: 'granted', number: '（一）', label: '予以公开', group: null },
  {
    key: 'partiallyGranted',
    number: '（二）',
    label: '部分公开（区分处理的，只计这一情形，不计其他情形）',
    group: null,
  },
  { key: 'stateSecret', number: '1.', label: '属于国家秘密', group: 'denied' },
  { key: 'prohibitedByLaw', number: '2.', label: '其他法律行政法规禁止公开', group: 'denied' },
  { key: 'securityAndStability', number: '3.', label: '危及“三安全一稳定”', group: 'denied' },
  { key: 'thirdPartyRights', number: '4.', label: '保护第三方合法权益', group: 'denied' },
  { key: 'internalAffairs', number: '5.', label: '属于三类内部事务信息', group: 'denied' },
  { key: 'deliberativeProcess', number: '6.', label: '属于四类过程性信息', group: 'denied' },
  { key: 'enforcementFile', number: '7.', label: '属于行政执法案卷', group: 'denied' },
  { key: 'administrativeInquiry', number: '8.', label: '属于行政查询事项', group: 'denied' },
  { key: 'notHeld', number: '1.', label: '本机关不掌握相关政府信息', group: 'unavailable' },
  { key: 'requiresCreation', number: '2.', label: '没有现成信息需要另行制作', group: 'unavailable' },
  { key: 'stillUnclear', number: '3.', label: '补正后申请内容仍不明确', group: 'unavailable' },
  { key: 'petitionOrComplaint', number: '1.', label: '信访举报投诉类申请', group: 'notProcessed' },
  { key: 'repeated', number: '2.', label: '重复申请', group: 'notProcessed' },
  { key: 'publicationRequested', number: '3.', label: '要求提供公开出版物', group: 'notProcessed' },
  { key: 'excessiveRequests', number: '4.', label: '无正当理由大量反复申请', group: 'notProcessed' },
  {
    key: 'confirmationRequested',
    number: '5.',
    label: '要求行政机关确认或重新出具已获取信息',
    group: 'notProcessed',
  },
  {
    key: 'correctionOverdue',
    number: '1.',
    label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    group: 'otherwise',
  },
  {
    key: 'paymentOverdue',
    number: '2.',
    label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    group: 'otherwise',
  },
  { key: 'otherHandling', number: '3.', label: '其他', group: 'otherwise' },
  { key: 'handledTotal', number: '（七）', label: '总计', group: null },
  { key: 'carriedForward', number: '四、', label: '结转下年度继续办理', group: null },
] as const satisfies readonly { key: string; number: string; label: string; group: RequestGroup | null }[]

export type RequestRow = (typeof requestRows)[number]['key']

/** The 21 result rows `granted` … `otherHandling`, which add up to `handledTotal`. */
export const resultRows = requestRows
  .map((row) => row.key)
  .filter(
    (key): key is Exclude<RequestRow, 'received' | 'carriedIn' | 'handledTotal' | 'carriedForward'> =>
      !['received', 'carriedIn', 'handledTotal', 'carriedForward'].includes(key),
  )

/** The three number columns of the document rows of table 二. */
export const documentColumns = [
  { key: 'issued', label: '本年制发件数' },
  { key: 'repealed', label: '本年废止件数' },
  { key: 'inForce', label: '现行有效件数' },
] as const

export type DocumentColumn = (typeof documentColumns)[number]['key']

/** The document rows of table 二: three numbers each. */
export const documentRows = [
  { key: 'rules', label: '规章' },
  { key: 'normativeDocuments', label: '行政规范性文件' },
] as const

export type DocumentRow = (typeof documentRows)[number]['key']

/** The rows of table 二 that hold one number. */
export const disclosureRows = [
  { key: 'licenses', label: '行政许可', column: '本年处理决定数量' },
  { key: 'penalties', label: '行政处罚', column: '本年处理决定数量' },
  { key: 'coerciveMeasures', label: '行政强制', column: '本年处理决定数量' },
  { key: 'fees', label: '行政事业性收费', column: '本年收费金额（单位：万元）' },
] as const

export type DisclosureRow = (typeof disclosureRows)[number]['key']

/** The three groups of table 四. */
export const reviewGroups = [
  { key: 'reconsideration', label: '行政复议' },
  { key: 'litigationDirect', label: '未经复议直接起诉' },
  { key: 'litigationAfterReconsideration', label: '复议后起诉' },
] as const

export type ReviewGroup = (typeof reviewGroups)[number]['key']

/** The five columns of each group of table 四; the first four add up to `total`. */
export const reviewResults = [
  { key: 'upheld', label: '结果维持' },
  { key: 'corrected', label: '结果纠正' },
  { key: 'other', label: '其他结果' },
  { key: 'pending', label: '尚未审结' },
  { key: 'total', label: '总计' },
] as const

export type ReviewResult = (typeof reviewResults)[number]['key']

/** A cell by the path under which report-json's `tables` holds it. */
export type RequestCellId = `requests.${RequestRow}.${RequestColumn}`
export type DisclosureCellId =
  `proactiveDisclosure.${DocumentRow}.${DocumentColumn}` | `proactiveDisclosure.${DisclosureRow}`
export type ReviewCellId = `review.${ReviewGroup}.${ReviewResult}`
export type CellId = RequestCellId | DisclosureCellId | ReviewCellId

/** The tables by their key, in printed order. */
export const tableKeys = ['proactiveDisclosure', 'requests', 'review'] as const
export type TableKey = (typeof tableKeys)[number]

/** Part of the report (二, 三, 四) in which each table stands. */
export const tableSection: Readonly<Record<TableKey, 2 | 3 | 4>> = {
  proactiveDisclosure: 2,
  requests: 3,
  review: 4,
}

/** The six parts, by number, with their official headings. */
export const officialHeadings = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6

/** 一 … 六, the numeral a part is printed with. */
export const sectionNumerals = ['一', '二', '三', '四', '五', '六'] as const

/** All ids of table 二 in printed order: ten numbers. */
export const disclosureCellIds: readonly DisclosureCellId[] = [
  ...documentRows.flatMap((row) =>
    documentColumns.map((column): DisclosureCellId => `proactiveDisclosure.${row.key}.${column.key}`),
  ),
  ...disclosureRows.map((row): DisclosureCellId => `proactiveDisclosure.${row.key}`),
]

/** All ids of table 三 in printed order: 25 × 7 numbers. */
export const requestCellIds: readonly RequestCellId[] = requestRows.flatMap((row) =>
  requestColumns.map((column): RequestCellId => `requests.${row.key}.${column.key}`),
)

/** All ids of table 四 in printed order: 15 numbers. */
export const reviewCellIds: readonly ReviewCellId[] = reviewGroups.flatMap((group) =>
  reviewResults.map((result): ReviewCellId => `review.${group.key}.${result.key}`),
)

/** The 200 cells of the form, by table. */
export const cellIds: Readonly<Record<TableKey, readonly CellId[]>> = {
  proactiveDisclosure: disclosureCellIds,
  requests: requestCellIds,
  review: reviewCellIds,
}
