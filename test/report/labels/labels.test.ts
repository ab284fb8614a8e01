import { describe, expect, test } from '@jest/globals'
import { departingLabel } from '../../../src/report/labels/label-match.ts'
import type { RowContext } from '../../../src/report/labels/labels.ts'
import {
  matchDisclosureColumn,
  matchDisclosureRow,
  matchRequestColumn,
  matchRequestGroup,
  matchRequestRow,
  matchReviewGroup,
  matchReviewResult,
  requestRowLabels,
} from '../../../src/report/labels/labels.ts'

type Row = readonly [printed: string, key: string | null, departure: 'none' | 'alias' | 'wording' | null]

function expectMatches(
  match: (printed: string) => { readonly key: string; readonly departure: string } | null,
  rows: readonly Row[],
): void {
  const found = rows.map(([printed]) => {
    const row = match(printed)
    return [printed, row?.key ?? null, row?.departure ?? null]
  })
  expect(found).toEqual(rows)
}

describe('rows of table 三', () => {
  test('every official label is its own row and departs in nothing', () => {
    for (const { key, official } of requestRowLabels) {
      expect([official, matchRequestRow(official)?.key]).toEqual([official, key])
      expect(matchRequestRow(official)?.departure).toBe('none')
    }
  })

  test('spaces, line breaks, marks, numbering and traditional characters are no departure', () => {
    expectMatches(matchRequestRow, [
      ['(一) 予以公开', 'granted', 'none'],
      ['1. 属于国家秘密', 'stateSecret', 'none'],
      ['5、要求行政机关确认或重新\n出具已获取信息', 'confirmationRequested', 'none'],
      ['危及"三安全一稳定"', 'securityAndStability', 'none'],
      ['3.危及「三安全一稳定」', 'securityAndStability', 'none'],
      ['（二）部分公开', 'partiallyGranted', 'none'],
      ['（二）部分公开（区分处理的，只计这一情 形，不\n计其他情形)', 'partiallyGranted', 'none'],
      ['四、結轉下年度繼續辦理', 'carriedForward', 'none'],
      ['1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请', 'correctionOverdue', 'none'],
    ])
  })

  test('letters missing, doubled or changed, and shortened labels are recognised and depart', () => {
    expectMatches(matchRequestRow, [
      ['2.其他法律行政止公开', 'prohibitedByLaw', 'wording'],
      ['一、本年度新收政府信息公开申请件数', 'received', 'wording'],
      ['二、上年度结转政府信息公开申请数量', 'carriedIn', 'wording'],
      ['4.保护第三方法权益益', 'thirdPartyRights', 'wording'],
      ['1.逾期不补正', 'correctionOverdue', 'wording'],
      ['2.逾期不缴费', 'paymentOverdue', 'wording'],
      ['1.申请人无正当理由逾期不补正、行政机关不再', 'correctionOverdue', 'wording'],
      ['（七）合计', 'handledTotal', 'alias'],
    ])
  })

  test('what could be another label is none', () => {
    expectMatches(matchRequestRow, [
      ['不予公开', null, null],
      ['不予以公开', null, null],
      ['无法提供', null, null],
      ['其他处理', null, null],
      ['其他', null, null],
      ['总计', null, null],
      ['申请人情况', null, null],
      ['本年度未收到政府信息公开申请。', null, null],
    ])
    expect(matchRequestRow('重复申请')?.key).toBe('repeated')
    expect(matchRequestRow('反复申请')?.key).toBe('excessiveRequests')
  })

  test.each<[string, RowContext, string | null]>([
    ['其他', { group: 'otherwise' }, 'otherHandling'],
    ['其他', { previous: 'paymentOverdue' }, 'otherHandling'],
    ['其他', { previous: 'granted' }, null],
    ['其他处理', { group: 'otherwise' }, 'otherHandling'],
    ['总计', { previous: 'otherHandling' }, 'handledTotal'],
    ['总计', { previous: 'carriedIn' }, null],
  ])('%s in %j is %s', (printed, context, key) => {
    expect(matchRequestRow(printed, context)?.key ?? null).toBe(key)
  })
})

test('merged labels of table 三', () => {
  expectMatches(matchRequestGroup, [
    ['三、 本 年 度 办 理 结 束', 'results', 'wording'],
    ['三、本年度\n办理结果', 'results', 'none'],
    ['(三)不予公开', 'denied', 'none'],
    ['予以公开', null, null],
    ['部分公开', null, null],
  ])
})

test('columns of table 三', () => {
  expectMatches(matchRequestColumn, [
    ['自然 人', 'naturalPerson', 'none'],
    ['商业\n企业', 'enterprise', 'none'],
    ['法律服 务机构', 'legalService', 'none'],
    ['其他组织', 'otherOrganization', 'alias'],
    ['合计', 'total', 'alias'],
    ['公益组织', 'socialOrganization', 'wording'],
    ['法人或其他组织', null, null],
  ])
})

test('rows and columns of table 二 in both forms', () => {
  expectMatches(matchDisclosureRow, [
    ['规 章', 'rules', 'none'],
    ['规范性文件', 'normativeDocuments', 'alias'],
    ['行政强制', 'coerciveMeasures', 'none'],
    ['政府集中采购', 'procurement', 'none'],
    ['行政复议', null, null],
  ])
  expectMatches(matchDisclosureColumn, [
    ['本年度止件数', 'repealed', 'wording'],
    ['本年度制发件数', 'issued', 'wording'],
    ['本年收费金额（单位：万元）', 'feeAmount', 'none'],
    ['本年处理决定数量', 'decisions', 'none'],
    ['处理决定数量', 'decisions2019', 'none'],
    ['本年新制作数量', 'newlyMade', 'none'],
    ['信息内容', null, null],
  ])
})

test('groups and results of table 四', () => {
  expectMatches(matchReviewGroup, [
    ['未经复议直接起诉', 'litigationDirect', 'none'],
    ['複議後起訴', 'litigationAfterReconsideration', 'none'],
    ['行政复议', 'reconsideration', 'none'],
    ['行政处罚', null, null],
  ])
  expectMatches(matchReviewResult, [
    ['结果\n维持', 'upheld', 'none'],
    ['总 计', 'total', 'none'],
    ['结果纠错', 'corrected', 'wording'],
    ['合计', 'total', 'alias'],
    ['信息内容', null, null],
  ])
})

test('a departing label names what is printed and what is due', () => {
  const column = matchDisclosureColumn('本年度 止件数')
  const group = matchRequestGroup('三、 本 年 度 办 理 结 束')
  expect(column && departingLabel(column)).toEqual({
    printed: '本年度止件数',
    official: '本年废止件数',
    alias: false,
  })
  expect(group && departingLabel(group)).toEqual({
    printed: '三、本年度办理结束',
    official: '三、本年度办理结果',
    alias: false,
  })
  const quiet = matchRequestRow('（二）部分公开')
  expect(quiet && departingLabel(quiet)).toBeNull()
})
