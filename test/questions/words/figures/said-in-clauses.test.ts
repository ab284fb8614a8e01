import { describe, expect, test } from '@jest/globals'
import type { Metric } from '../../../../src/questions/query/metrics.ts'
import { read } from '../read-question.ts'

/** Names one figure of one agency. */
function names(question: string): unknown {
  const query = read(question)
  return typeof query === 'string' ? query : query['metrics']
}

describe('a row of table 三 said as a clause, with its reason or its outcome', () => {
  test.each<[string, Metric]>([
    ['科技局只公开了一部分内容的申请几件', 'requests.partiallyGranted.total'],
    ['科技局有一部分没公开的几件', 'requests.partiallyGranted.total'],
    ['科技局部分内容予以公开的几件', 'requests.partiallyGranted.total'],
    ['科技局全部内容都公开的有几件', 'requests.granted.total'],
    ['科技局公开了全部内容的几件', 'requests.granted.total'],
    ['科技局认为属于国家秘密、没有公开的几件', 'requests.stateSecret.total'],
    ['科技局申请的信息属于国家秘密的几件', 'requests.stateSecret.total'],
    ['科技局法律法规明令禁止公开的几件', 'requests.prohibitedByLaw.total'],
    ['科技局按照法律规定不得公开的几件', 'requests.prohibitedByLaw.total'],
    ['科技局认为公开了会危及社会稳定而不予公开的几件', 'requests.securityAndStability.total'],
    ['科技局出于国家安全考虑没公开的几件', 'requests.securityAndStability.total'],
    ['科技局为保护第三方合法权益没有公开的几件', 'requests.thirdPartyRights.total'],
    ['科技局因为会侵犯他人隐私没有给公开的几件', 'requests.thirdPartyRights.total'],
    ['科技局涉及企业商业秘密不予公开的几件', 'requests.thirdPartyRights.total'],
    ['科技局申请的是过程性信息而不予公开的几件', 'requests.deliberativeProcess.total'],
    ['科技局要的是执法案卷、没有给公开的有几件', 'requests.enforcementFile.total'],
    ['科技局告知申请人本机关不掌握该信息的有几件', 'requests.notHeld.total'],
    ['科技局因为没有现成信息、得另外加工制作而没法提供的有多少件', 'requests.requiresCreation.total'],
    ['科技局没有现成的信息，需要重新汇总整理的几件', 'requests.requiresCreation.total'],
    ['科技局通知补正后内容仍不明确的几件', 'requests.stillUnclear.total'],
    ['科技局认定为重复申请、没有处理的几件', 'requests.repeated.total'],
    ['科技局无正当理由大量或者反复申请的几件', 'requests.excessiveRequests.total'],
    ['科技局要求确认或者重新出具已获取信息的几件', 'requests.confirmationRequested.total'],
    ['科技局通知补正后申请人逾期没有补正的几件', 'requests.correctionOverdue.total'],
    ['科技局叫补正一直没补正的几件', 'requests.correctionOverdue.total'],
    [
      '科技局申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请的几件',
      'requests.correctionOverdue.total',
    ],
    ['科技局申请人逾期没缴费、不再处理的几件', 'requests.paymentOverdue.total'],
    ['科技局通知缴费后申请人逾期未缴费的几件', 'requests.paymentOverdue.total'],
    ['科技局申请人自己撤回的几件', 'requests.otherHandling.total'],
    ['科技局企业申请的信息属于国家秘密的几件', 'requests.stateSecret.enterprise'],
    ['科技局给企业全部公开的几件', 'requests.granted.enterprise'],
    ['科技局对自然人的申请不予公开的几件', 'requests.denied.naturalPerson'],
    ['科技局企业提出的、部分公开的几件', 'requests.partiallyGranted.enterprise'],
    ['科技局个人申请、因涉及第三方权益没有公开的几件', 'requests.thirdPartyRights.naturalPerson'],
    ['科技局填在“其他组织”一栏的申请几件', 'requests.received.otherOrganization'],
    ['律师事务所向科技局申请公开的有几件', 'requests.received.legalService'],
  ])('%s → %s', (question, metric) => {
    expect(names(question)).toEqual([metric])
  })

  test.each([
    ['科技局不是国家秘密而没有公开的几件', 'not_understood'],
    ['科技局认为不属于国家秘密的几件', 'not_understood'],
    ['科技局对方认为公开会危及社会稳定的几件', 'not_understood'],
    ['科技局申请人认为属于内部事务的几件', 'not_understood'],
    ['科技局要的是执法案卷、全部公开的几件', 'not_understood'],
    ['科技局通知补正的几件', 'not_understood'],
    ['科技局网上申请、以国家秘密为由不予公开的几件', 'not_in_tables'],
    ['科技局给部分企业公开的几件', 'not_in_tables'],
    ['科技局撤回答复的几件', 'not_in_tables'],
    ['科技局对企业的行政处罚几件', 'not_understood'],
    ['科技局向企业申请公开的有几件', 'not_understood'],
    ['向科技局申请公开的有几件', 'metric'],
    ['科技局表二依申请几件', 'not_understood'],
  ])('%s is no such row: %s', (question, reason) => {
    expect(read(question)).toBe(reason)
  })

  test('labels side by side are figures of their own', () => {
    expect(names('科技局个人申请、不予公开的各几件')).toEqual([
      'requests.received.naturalPerson',
      'requests.denied.total',
    ])
    expect(names('科技局国家秘密、不予公开各几件')).toEqual([
      'requests.stateSecret.total',
      'requests.denied.total',
    ])
  })
})

describe('the item of article 20 that stands beside a row of table 二', () => {
  test.each<[string, Metric]>([
    ['第二十条第（五）项，科技局行政许可处理决定数量是多少', 'proactiveDisclosure.licenses'],
    ['科技局第二十条第（五）项多少件', 'proactiveDisclosure.licenses'],
    ['科技局第（五）项行政许可几件', 'proactiveDisclosure.licenses'],
    ['科技局第二十条第（六）项行政处罚多少件', 'proactiveDisclosure.penalties'],
    ['科技局第二十条第（六）项行政强制多少件', 'proactiveDisclosure.coerciveMeasures'],
    ['科技局政府信息公开条例第20条第8项收费多少万元', 'proactiveDisclosure.fees'],
    ['科技局第二十条第（一）项规范性文件制发几件', 'proactiveDisclosure.normativeDocuments.issued'],
    ['科技局第二十条行政许可几件', 'proactiveDisclosure.licenses'],
    ['科技局第二十条各项数据都报一下', 'proactiveDisclosure'],
  ])('%s → %s', (question, metric) => {
    expect(names(question)).toEqual([metric])
  })

  test.each([
    ['科技局第二十条第（五）项行政处罚几件', 'not_understood'],
    ['科技局第二十条第（八）项行政许可几件', 'not_understood'],
    ['科技局第（六）项行政许可几件', 'not_understood'],
    ['科技局第二十条第（五）项复议几件', 'not_understood'],
    ['科技局第二十条第（五）项申请几件', 'not_understood'],
    ['科技局第二十条第（七）项几件', 'not_understood'],
    ['科技局第二十条依申请几件', 'not_understood'],
    ['科技局第二十条第（六）项几件', 'metric'],
  ])('%s: %s', (question, reason) => {
    expect(read(question)).toBe(reason)
  })
})

describe('table 四 with the verdict or the agency in between', () => {
  test.each<[string, Metric]>([
    ['科技局复议后起诉被判纠正的几件', 'review.litigationAfterReconsideration.corrected'],
    ['科技局复议案件里属于其他结果的几件', 'review.reconsideration.other'],
    ['科技局官司判决维持的几件', 'review.litigation.upheld'],
    ['没经过复议就直接把科技局告到法院的几件', 'review.litigationDirect.total'],
    ['未经复议直接对科技局提起行政诉讼的几件', 'review.litigationDirect.total'],
    ['复议后又把科技局告到法院的几件', 'review.litigationAfterReconsideration.total'],
    ['把科技局告上法庭的几件', 'review.litigation.total'],
  ])('%s → %s', (question, metric) => {
    expect(names(question)).toEqual([metric])
  })

  test.each([
    '科技局诉讼判原告败诉的几件',
    '科技局诉讼判对方胜诉的几件',
    '科技局复议不属于其他结果的几件',
    '科技局把企业告上法院的几件',
    '科技局复议后又维持的几件',
  ])('%s is not understood', (question) => {
    expect(read(question)).toBe('not_understood')
  })
})
