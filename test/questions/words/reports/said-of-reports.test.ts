import { describe, expect, test } from '@jest/globals'
import { read, type Expected } from '../read-question.ts'

const keji = ['科学技术局']
const missing = { metrics: ['report.missing'], operation: 'missing', whose: 'all' }
const passed = { metrics: ['report.verdict'], verdicts: ['pass', 'warn'] }
const failed = { metrics: ['report.verdict'], verdicts: ['fail'] }

describe('who has filed, as people say it', () => {
  test.each<[string, Expected]>([
    ['年报还有谁没送来', missing],
    ['哪些单位的年报没交上来', missing],
    ['年报拖到现在没送来的是哪几家', missing],
    ['年报至今没报上来的单位有哪些', missing],
    ['2024年度尚缺的是谁', { ...missing, years: [2024] }],
    ['还缺谁的年报', missing],
    ['还差哪几家', missing],
    ['2024年度少了哪些单位的年报', { ...missing, years: [2024] }],
    ['年报还少谁的', missing],
    ['街道都交齐没有，还差哪个', { ...missing, whose: 'subdistrict' }],
    ['部门这边年报还没送的列一下', { ...missing, whose: 'department' }],
    ['前年那一年度的年报，全区收全了没', { ...missing, years: [2024] }],
    ['2024年的年报都齐了吗', { ...missing, years: [2024] }],
    ['各镇年报都送齐了吧', { metrics: ['report.missing'], whose: 'township' }],
    ['催报名单：2025年年报，目前缺谁', missing],
    ['还有几家的年报没到咱们手上', { metrics: ['report.missing'], operation: 'count' }],
    ['街道有几个还没送年报', { metrics: ['report.missing'], operation: 'count', whose: 'subdistrict' }],
    ['今年的年报到手多少份了', { metrics: ['report.submitted'], operation: 'count' }],
    ['年报收到几家了', { metrics: ['report.submitted'], operation: 'count' }],
    ['收上来的年报有几份', { metrics: ['report.submitted'], operation: 'count' }],
    ['科技局年报送过来没有', { metrics: ['report.submitted'], operation: 'status', agencies: keji }],
    ['科技局的年报交上去没', { metrics: ['report.submitted'], operation: 'status', agencies: keji }],
    ['科技局2024年度的年报当时送了吗', { metrics: ['report.submitted'], agencies: keji, years: [2024] }],
    ['科技局自己那份年报送了没', { metrics: ['report.submitted'], agencies: keji }],
    ['已经把2024年年报送来的街道是哪几个', { metrics: ['report.submitted'], whose: 'subdistrict' }],
    ['没按时送来的有几家', { metrics: ['report.late'], operation: 'count' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ intent: 'reports', ...query })
  })
})

describe('what was found, as people say it', () => {
  test.each<[string, Expected]>([
    ['科技局的年报过没过校验', { ...passed, agencies: keji }],
    ['科技局年报过关了吗', { ...passed, agencies: keji }],
    ['科技局年报校验合格不', { ...passed, agencies: keji }],
    ['科技局报上去的过了没有', { ...passed, agencies: keji }],
    ['年报全部过关的有几家', { ...passed, operation: 'count' }],
    ['年报校验全部过关、啥毛病没有的有几家', { verdicts: ['pass'], operation: 'count' }],
    ['哪些单位的年报一点问题都没有', { verdicts: ['pass'] }],
    ['2025年年报校验没过关的单位，念一下名字', failed],
    ['没过校验的是谁', failed],
    ['2024年年报校验出错的单位有几家', { ...failed, operation: 'count', years: [2024] }],
    ['科技局的年报查出错来没有', { ...failed, agencies: keji }],
    [
      '科技局的年报未通过校验，问题出在哪里',
      { metrics: ['report.findings'], severities: ['error', 'warning'], agencies: keji },
    ],
    ['科技局的报告哪里填错了', { metrics: ['report.findings'], severities: ['error'], agencies: keji }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ intent: 'reports', ...query })
  })
})

describe('beside a figure what was reported is that figure', () => {
  test.each<[string, Expected]>([
    ['科技局今年报的申请数是多少', { metrics: ['requests.received.total'], agencies: keji }],
    ['行政处罚科技局2024年报了多少起', { metrics: ['proactiveDisclosure.penalties'], years: [2024] }],
    ['收上来的年报，全区申请总数多少', { metrics: ['requests.received.total'], operation: 'sum' }],
    ['哪些单位依申请比去年少了', { metrics: ['requests.received.total'] }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ intent: 'data', ...query })
  })
})

describe('is not guessed at', () => {
  test.each([
    '哪些单位报了处罚',
    '哪些单位没交？交了几家？',
    '年报比去年少了几份',
    '帮我催一下没交的单位',
    '没过关但过关了的单位',
    '科技局的年报没送审',
    '教体局送了几件礼',
  ])('%s', (question) => {
    expect(typeof read(question)).toBe('string')
  })
})
