import { describe, expect, test } from '@jest/globals'
import { everybody, short } from '../district-words.ts'
import { read, type Expected } from '../read-question.ts'

const all = everybody.map(({ name }) => short(name))
const keji = ['科学技术局']
const received = ['requests.received.total']

describe('the reports themselves', () => {
  test.each<[string, Expected]>([
    ['谁还没交年报', { metrics: ['report.missing'], operation: 'missing', years: [2025] }],
    ['还差几家没报', { metrics: ['report.missing'], operation: 'count' }],
    ['科技局年报交了没', { metrics: ['report.submitted'], operation: 'status', agencies: keji }],
    ['2024年哪些单位没通过校验', { metrics: ['report.verdict'], verdicts: ['fail'], years: [2024] }],
    ['科技局报告哪里错了', { metrics: ['report.findings'], severities: ['error'] }],
    ['科技局2024年年报为什么没通过', { metrics: ['report.findings'], operation: 'list' }],
    ['昨天谁交了年报', { metrics: ['report.filed'], received: { from: '2026-01-11', to: '2026-01-11' } }],
    ['上周谁交了', { received: { from: '2026-01-05', to: '2026-01-11' } }],
    ['1月10日之后交的有几家', { received: { from: '2026-01-11', to: null }, operation: 'count' }],
    ['科技局什么时候交的', { metrics: ['report.filed'], operation: 'value' }],
    ['谁最早交的', { metrics: ['report.filed'], operation: 'rank', top: 1, order: 'asc' }],
    ['收到了几份2024年的报告', { metrics: ['report.submitted'], operation: 'count', years: [2024] }],
    ['还有哪几家没把年报报上来', { metrics: ['report.missing'], operation: 'missing' }],
    ['收到几件年报', { metrics: ['report.submitted'], operation: 'count' }],
    ['一共有多少份年报', { metrics: ['report.submitted'], operation: 'count', years: [2025] }],
    ['2024年年报收到几份', { metrics: ['report.submitted'], operation: 'count', years: [2024] }],
    ['截至今天谁没报', { metrics: ['report.missing'], operation: 'missing' }],
    ['年报全都合格了吗', { metrics: ['report.verdict'], operation: 'status', verdicts: ['pass', 'warn'] }],
    ['最近三天谁交了', { metrics: ['report.filed'], received: { from: '2026-01-10', to: '2026-01-12' } }],
    ['近期哪些单位交了', { metrics: ['report.filed'], received: { from: '2026-01-06', to: '2026-01-12' } }],
    ['科技局2024年报告的链接', { metrics: ['report.submitted'], page: true, agencies: keji, years: [2024] }],
    ['把科技局去年的年报发我看看', { operation: 'status', page: true, agencies: keji }],
    ['谁逾期了', { metrics: ['report.overdue'], operation: 'status' }],
    ['哪些单位迟交了', { metrics: ['report.late'], operation: 'status' }],
    ['谁晚交了', { metrics: ['report.late'], operation: 'status' }],
    ['哪些单位逾期交的', { metrics: ['report.late'], operation: 'status' }],
    ['没按时交的有几家', { metrics: ['report.late'], operation: 'count' }],
    ['住建局按时交了吗', { metrics: ['report.onTime'], operation: 'status' }],
    ['住建局是不是迟交', { metrics: ['report.late'], operation: 'status' }],
    ['住建局有没有迟交', { metrics: ['report.late'], operation: 'status' }],
    ['哪些单位按时交了', { metrics: ['report.onTime'], operation: 'status' }],
    ['哪些单位逾期没交', { metrics: ['report.overdue'], operation: 'status' }],
    ['科技局交过几次', { metrics: ['report.versions'], operation: 'value', agencies: keji }],
    ['科技局交了几次', { metrics: ['report.versions'], operation: 'value', agencies: keji }],
    ['科技局交了几版', { metrics: ['report.versions'], operation: 'value', agencies: keji }],
    ['科技局谁交的', { metrics: ['report.sender'], operation: 'value', agencies: keji }],
    ['谁交的科技局年报', { metrics: ['report.sender'], operation: 'value', agencies: keji }],
    ['谁交了', { metrics: ['report.submitted'], operation: 'status' }],
    ['科技局改过几次', { metrics: ['report.revisions'], operation: 'value' }],
    [
      '2024年没通过校验的年报有多少份',
      { metrics: ['report.verdict'], operation: 'count', verdicts: ['fail'] },
    ],
    ['收到了多少份年报', { metrics: ['report.submitted'], operation: 'count' }],
    ['各镇没交的有几个', { metrics: ['report.missing'], operation: 'count' }],
    ['昨天交了几份', { metrics: ['report.filed'], operation: 'count' }],
    ['各镇改过几次', { metrics: ['report.revisions'], operation: 'list' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ intent: 'reports', ...query })
  })

  test.each([
    '年报里收到几份申请',
    '年报收到几件',
    '年报中依申请收到多少',
    '收到几份申请',
    '科技局2024年年报收到几件',
  ])('%s asks for requests, not for reports', (question) => {
    expect(read(question)).toMatchObject({ intent: 'data', metrics: received })
  })

  test('the compiling government owes a report like any other', () => {
    expect(read('谁还没交年报')).toMatchObject({ agencies: ['人民政府', ...all] })
  })
})

test.each(['缺几件', '送到了几件', '哪些单位没交？交了几家？'])('%s is declined', (question) => {
  expect(read(question)).toBe('not_understood')
})
