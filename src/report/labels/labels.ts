import type { LabelMatch, OfficialLabel } from './label-match.ts'
import { labelAgreement, matchLabel, withLetters } from './label-match.ts'
import { labelNumberValue, normalizeLabel, splitLabelNumber } from './label-text.ts'
import type {
  DisclosureRow,
  DocumentColumn,
  DocumentRow,
  RequestColumn,
  RequestGroup,
  RequestRow,
  ReviewGroup,
  ReviewResult,
} from '../statutory-tables.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestGroups,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../statutory-tables.ts'

type Wordings = Omit<OfficialLabel<string>, 'key' | 'official'>

const totals: Wordings = { aliases: ['合计'], short: ['总和', '共计', '小计', '总数'] }

const requestRowWordings: Partial<Record<RequestRow, Wordings>> = {
  received: { short: ['本年新收', '本年度新收申请数量', '本年新收申请', '新收政府信息公开申请'] },
  carriedIn: { short: ['上年结转', '上年度结转申请数量', '上年结转申请'] },
  granted: { short: ['同意公开', '予以公开数'] },
  partiallyGranted: { same: ['部分公开'] },
  prohibitedByLaw: { short: ['其他法律法规禁止公开', '法律行政法规禁止公开'] },
  securityAndStability: { short: ['三安全一稳定'] },
  thirdPartyRights: { short: ['第三方合法权益'] },
  internalAffairs: { short: ['三类内部事务信息'] },
  deliberativeProcess: { short: ['四类过程性信息'] },
  enforcementFile: { short: ['行政执法案卷'] },
  administrativeInquiry: { short: ['行政查询事项'] },
  notHeld: { short: ['本机关不掌握'] },
  requiresCreation: { short: ['没有现成信息', '需要另行制作'] },
  stillUnclear: { short: ['补正后仍不明确'] },
  petitionOrComplaint: { short: ['信访举报投诉类'] },
  publicationRequested: { short: ['公开出版物'] },
  excessiveRequests: { short: ['大量反复申请', '反复申请'] },
  confirmationRequested: {
    short: ['确认或重新出具已获取信息', '要求确认或重新出具', '确认或重新出具', '要求重新出具已获取信息'],
  },
  correctionOverdue: {
    short: ['逾期不补正', '申请人逾期不补正', '申请人无正当理由逾期不补正', '无正当理由逾期不补正'],
  },
  paymentOverdue: {
    short: [
      '逾期不缴费',
      '逾期未缴费',
      '申请人逾期未缴费',
      '逾期未缴纳费用',
      '申请人逾期未按收费通知要求缴纳费用',
      '逾期未按收费通知要求缴纳费用',
    ],
  },
  otherHandling: { short: ['其他情形', '其他处理'] },
  handledTotal: totals,
  carriedForward: { short: ['结转下年度', '结转下一年度继续办理', '结转下年继续办理', '下年度继续办理'] },
}

/** The 25 row labels of table 三. */
export const requestRowLabels: readonly OfficialLabel<RequestRow>[] = withLetters(
  requestRows.map(({ key, number, label }) => ({
    key,
    official: `${number}${label}`,
    ...requestRowWordings[key],
  })),
)

/** The merged label cells of table 三; `results` is 三、本年度办理结果. */
export const requestGroupLabels: readonly OfficialLabel<RequestGroup | 'results'>[] = withLetters([
  { key: 'results', official: '三、本年度办理结果' },
  ...requestGroups.map(({ key, number, label }) => ({ key, official: `${number}${label}` })),
])

const requestColumnWordings: Partial<Record<RequestColumn, Wordings>> = {
  naturalPerson: { short: ['公民', '个人'] },
  enterprise: { short: ['企业'] },
  researchInstitution: { short: ['科研'] },
  socialOrganization: { short: ['公益组织', '社会组织'] },
  legalService: { short: ['法律服务'] },
  otherOrganization: { aliases: ['其他组织'], short: ['其它'] },
  total: totals,
}

/** The seven number columns of table 三. */
export const requestColumnLabels: readonly OfficialLabel<RequestColumn>[] = withLetters(
  requestColumns.map(({ key, label }) => ({ key, official: label, ...requestColumnWordings[key] })),
)

const disclosureRowWordings: Partial<Record<DisclosureRow, Wordings>> = {
  coerciveMeasures: { short: ['行政强制措施'] },
  fees: { short: ['行政事业收费', '事业性收费'] },
}

/** The rows of table 二, with the two that only the 2019 form has. */
export type DisclosureRowLabel = DocumentRow | DisclosureRow | 'otherServices' | 'procurement'

export const disclosureRowLabels: readonly OfficialLabel<DisclosureRowLabel>[] = withLetters([
  ...documentRows.map(({ key, label }) => ({
    key,
    official: label,
    ...(key === 'normativeDocuments' ? { aliases: ['规范性文件'] } : {}),
  })),
  ...disclosureRows.map(({ key, label }) => ({
    key,
    official: label,
    ...disclosureRowWordings[key],
  })),
  { key: 'otherServices', official: '其他对外管理服务事项' },
  { key: 'procurement', official: '政府集中采购' },
])

/** The number columns of table 二 in both forms; `decisions2019` and what follows it only the 2019 form has. */
export type DisclosureColumnLabel =
  | DocumentColumn
  | 'decisions'
  | 'feeAmount'
  | 'newlyMade'
  | 'newlyPublished'
  | 'publicTotal'
  | 'lastYearItems'
  | 'change'
  | 'decisions2019'
  | 'procurementItems'
  | 'procurementAmount'

export const disclosureColumnLabels: readonly OfficialLabel<DisclosureColumnLabel>[] = withLetters([
  ...documentColumns.map(({ key, label }) => ({ key, official: label })),
  { key: 'decisions', official: '本年处理决定数量' },
  {
    key: 'feeAmount',
    official: '本年收费金额（单位：万元）',
    same: ['本年收费金额', '本年收费金额（万元）'],
  },
  { key: 'newlyMade', official: '本年新制作数量', short: ['本年新制作件数'] },
  { key: 'newlyPublished', official: '本年新公开数量', short: ['本年新公开件数'] },
  { key: 'publicTotal', official: '对外公开总数量' },
  { key: 'lastYearItems', official: '上一年项目数量' },
  { key: 'change', official: '本年增/减', same: ['本年增减数', '增/减'] },
  { key: 'decisions2019', official: '处理决定数量' },
  { key: 'procurementItems', official: '采购项目数量' },
  {
    key: 'procurementAmount',
    official: '采购总金额',
    same: ['采购总金额（单位：万元）', '采购总金额（万元）'],
  },
])

/** The columns that only the 2019 form prints: one of them shows which form a table 二 is. */
export const columnsOf2019: ReadonlySet<DisclosureColumnLabel> = new Set<DisclosureColumnLabel>([
  'newlyMade',
  'newlyPublished',
  'publicTotal',
  'lastYearItems',
  'change',
  'decisions2019',
  'procurementItems',
  'procurementAmount',
])

/** The header cells over the columns of table 四; `litigation` is 行政诉讼, over two groups. */
export const reviewGroupLabels: readonly OfficialLabel<ReviewGroup | 'litigation'>[] = withLetters([
  ...reviewGroups.map(({ key, label }) => ({ key, official: label })),
  { key: 'litigation', official: '行政诉讼' },
])

const reviewResultWordings: Partial<Record<ReviewResult, Wordings>> = {
  upheld: { short: ['维持'] },
  corrected: { short: ['纠正', '结果纠错'] },
  other: { short: ['其他', '其它结果'] },
  pending: { short: ['未审结', '尚未结案'] },
  total: totals,
}

/** The five columns of each group of table 四. */
export const reviewResultLabels: readonly OfficialLabel<ReviewResult>[] = reviewResults.map(
  ({ key, label }) => ({
    key,
    official: label,
    ...reviewResultWordings[key],
  }),
)

/** Where a row label of table 三 stands. Leave out what is not known. */
export interface RowContext {
  /** The merged label cell to its left; null where it is known that there is none. */
  readonly group?: RequestGroup | null
  /** The row recognised before it. */
  readonly previous?: RequestRow | null
}

const rowIndex = new Map(requestRows.map((row, index) => [row.key, index] as const))
const groupOf = new Map<RequestRow, RequestGroup | null>(requestRows.map((row) => [row.key, row.group]))

/**
 * The row of table 三 that a printed label names, edits allowed. Of two rows alike, the group and then the order
 * decide. 其他 is a row only in （六） or behind its rows, or with its numeral; 总计 only behind the rows it adds up, or with its
 * numeral; a group label (不予公开 …) is none, but 其他处理 is the row of the 2019 form when it stands with figures:
 * say so by `group: 'otherwise'`.
 */
export function matchRequestRow(printed: string, context: RowContext = {}): LabelMatch<RequestRow> | null {
  const letters = normalizeLabel(printed)
  const match = matchLabel(printed, inGroup(context)) ?? matchLabel(printed, laterRows(context))
  if (match === null) return null
  const isOneRowForm = letters === '其他处理' && context.group === 'otherwise'
  if (!isOneRowForm && bestAgreement(printed, requestGroupLabels) >= match.similarity) return null
  return isShort(letters) && !isAtItsPlace(match.key, printed, context) ? null : match
}

function bestAgreement(printed: string, labels: readonly OfficialLabel<string>[]): number {
  return Math.max(...labels.map((label) => labelAgreement(printed, label)))
}

/** 其他, 总计 and their like, which also stand in the header. */
function isShort(letters: string): boolean {
  return letters.length <= 2
}

function inGroup({ group }: RowContext): readonly OfficialLabel<RequestRow>[] {
  return group === undefined
    ? requestRowLabels
    : requestRowLabels.filter(({ key }) => groupOf.get(key) === group)
}

function laterRows({ previous }: RowContext): readonly OfficialLabel<RequestRow>[] {
  const from = previous === undefined || previous === null ? -1 : (rowIndex.get(previous) ?? -1)
  return requestRowLabels.filter(({ key }) => (rowIndex.get(key) ?? 0) > from)
}

function isAtItsPlace(row: RequestRow, printed: string, context: RowContext): boolean {
  const number = labelNumberValue(splitLabelNumber(printed).number)
  const previous = context.previous ?? null
  const before = previous === null ? -1 : (rowIndex.get(previous) ?? -1)
  if (row === 'handledTotal') return number === 7 || before >= (rowIndex.get('confirmationRequested') ?? 0)
  if (row !== 'otherHandling') return true
  return context.group === 'otherwise' || number === 3 || groupOf.get(previous ?? 'received') === 'otherwise'
}

/** The merged label cell of table 三 that a printed label names; null where a row's label (予以公开) fits as well. */
export function matchRequestGroup(printed: string): LabelMatch<RequestGroup | 'results'> | null {
  const match = matchLabel(printed, requestGroupLabels)
  if (match === null || match.similarity === 1) return match
  return bestAgreement(printed, requestRowLabels) >= match.similarity ? null : match
}

/** The number column of table 三 that a whole header cell names; spaces and line breaks in it do not matter. */
export function matchRequestColumn(printed: string): LabelMatch<RequestColumn> | null {
  return matchLabel(printed, requestColumnLabels)
}

/** The row of table 二 that a printed label names. */
export function matchDisclosureRow(printed: string): LabelMatch<DisclosureRowLabel> | null {
  return matchLabel(printed, disclosureRowLabels)
}

/** The number column of table 二 that a header cell names, in either form. */
export function matchDisclosureColumn(printed: string): LabelMatch<DisclosureColumnLabel> | null {
  return matchLabel(printed, disclosureColumnLabels)
}

/** The group of table 四 that a header cell names. */
export function matchReviewGroup(printed: string): LabelMatch<ReviewGroup | 'litigation'> | null {
  return matchLabel(printed, reviewGroupLabels)
}

/** The column of a group of table 四 that a header cell names. */
export function matchReviewResult(printed: string): LabelMatch<ReviewResult> | null {
  return matchLabel(printed, reviewResultLabels)
}
