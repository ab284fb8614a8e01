import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Metric } from '../../../../src/questions/query/metrics.ts'
import { parseQuestion } from '../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../district-words.ts'

/** What each figure is called in a question; of every row, group, result and cell of the three tables one wording. */
const called: readonly (readonly [string, Metric])[] = [
  ['本年新收', 'requests.received.total'],
  ['依申请', 'requests.received.total'],
  ['企业申请', 'requests.received.enterprise'],
  ['律所的申请', 'requests.received.legalService'],
  ['上年结转', 'requests.carriedIn.total'],
  ['予以公开', 'requests.granted.total'],
  ['部分公开', 'requests.partiallyGranted.total'],
  ['不予公开', 'requests.denied.total'],
  ['国家秘密', 'requests.stateSecret.total'],
  ['法律法规禁止公开', 'requests.prohibitedByLaw.total'],
  ['三安全一稳定', 'requests.securityAndStability.total'],
  ['第三方权益', 'requests.thirdPartyRights.total'],
  ['内部事务信息', 'requests.internalAffairs.total'],
  ['过程性信息', 'requests.deliberativeProcess.total'],
  ['执法案卷', 'requests.enforcementFile.total'],
  ['行政查询事项', 'requests.administrativeInquiry.total'],
  ['无法提供', 'requests.unavailable.total'],
  ['信息不存在', 'requests.notHeld.total'],
  ['需要另行制作', 'requests.requiresCreation.total'],
  ['补正后仍不明确', 'requests.stillUnclear.total'],
  ['不予处理', 'requests.notProcessed.total'],
  ['信访举报投诉', 'requests.petitionOrComplaint.total'],
  ['重复申请', 'requests.repeated.total'],
  ['要求提供公开出版物', 'requests.publicationRequested.total'],
  ['大量反复申请', 'requests.excessiveRequests.total'],
  ['重新出具', 'requests.confirmationRequested.total'],
  ['其他处理', 'requests.otherwise.total'],
  ['逾期不补正', 'requests.correctionOverdue.total'],
  ['逾期未缴费', 'requests.paymentOverdue.total'],
  ['办结', 'requests.handledTotal.total'],
  ['结转下年度', 'requests.carriedForward.total'],
  ['复议', 'review.reconsideration.total'],
  ['复议维持', 'review.reconsideration.upheld'],
  ['复议纠正', 'review.reconsideration.corrected'],
  ['复议未审结', 'review.reconsideration.pending'],
  ['诉讼', 'review.litigation.total'],
  ['败诉', 'review.litigation.corrected'],
  ['未经复议直接起诉', 'review.litigationDirect.total'],
  ['复议后起诉', 'review.litigationAfterReconsideration.total'],
  ['规范性文件制发', 'proactiveDisclosure.normativeDocuments.issued'],
  ['规范性文件废止', 'proactiveDisclosure.normativeDocuments.repealed'],
  ['现行有效规范性文件', 'proactiveDisclosure.normativeDocuments.inForce'],
  ['规章制定', 'proactiveDisclosure.rules.issued'],
  ['行政许可', 'proactiveDisclosure.licenses'],
  ['行政处罚', 'proactiveDisclosure.penalties'],
  ['行政强制', 'proactiveDisclosure.coerciveMeasures'],
]

/** Two figures in one line, with 几件 for each or one for both. */
const lines: readonly ((one: string, two: string) => string)[] = [
  (one, two) => `${one}几件${two}几件`,
  (one, two) => `${one}几件 ${two}几件`,
  (one, two) => `${one}有多少件，${two}有多少件`,
  (one, two) => `${one}多少，${two}多少？`,
  (one, two) => `${one}几件？${two}几件？`,
  (one, two) => `${one}、${two}各几件`,
  (one, two) => `${one}和${two}分别是多少`,
  (one, two) => `有几件${one}几件${two}`,
]

const context = wordsOf()

describe('two figures in one line are both answered, or none is', () => {
  test.each(lines.map((line) => [line('甲', '乙'), line] as const))('%s', (_, line) => {
    fc.assert(
      fc.property(fc.constantFrom(...called), fc.constantFrom(...called), (one, two) => {
        fc.pre(one[1] !== two[1])
        const read = parseQuestion(`科技局2024年${line(one[0], two[0])}`, context)
        const found = read.kind === 'query' ? [read.query.metrics, read.query.operation] : read.kind
        expect([one[0], two[0], found]).toEqual([one[0], two[0], [[one[1], two[1]], 'value']])
      }),
      { seed: 20260203, numRuns: 400 },
    )
  })
})

test.each(['收到多少申请办了多少', '收了多少申请处理了多少', '受理几件，答复了几件', '收到几件办结几件'])(
  '%s: what was received, and what became of it',
  (question) => {
    expect(parseQuestion(`科技局2024年${question}`, context)).toMatchObject({
      query: { metrics: ['requests.received.total', 'requests.handledTotal.total'], operation: 'value' },
    })
  },
)

describe('a part said once belongs to all that it stands before or behind', () => {
  test.each<[string, readonly string[] | string]>([
    ['企业予以公开和不予公开各几件', ['requests.granted.enterprise', 'requests.denied.enterprise']],
    ['律所新收、办结各几件', ['requests.received.legalService', 'requests.handledTotal.legalService']],
    [
      '部分公开和不予公开的企业申请各几件',
      ['requests.partiallyGranted.enterprise', 'requests.denied.enterprise'],
    ],
    ['企业申请和办结各几件', ['requests.received.enterprise', 'requests.handledTotal.total']],
    ['予以公开和企业不予公开各几件', ['requests.granted.total', 'requests.denied.enterprise']],
    ['企业不予公开几件，复议几件', ['requests.denied.enterprise', 'review.reconsideration.total']],
    [
      '规章和规范性文件废止各几件',
      ['proactiveDisclosure.rules.repealed', 'proactiveDisclosure.normativeDocuments.repealed'],
    ],
    [
      '制定规章和规范性文件各几件',
      ['proactiveDisclosure.rules.issued', 'proactiveDisclosure.normativeDocuments.issued'],
    ],
    ['规范性文件制发和规章各几件', 'clarify'],
  ])('%s', (words, metrics) => {
    const read = parseQuestion(`科技局2024年${words}`, context)
    expect(read.kind === 'query' ? read.query.metrics : read.kind).toEqual(metrics)
  })
})
