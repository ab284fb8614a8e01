import { describe, expect, test } from '@jest/globals'
import type { NoFigure, Slot } from '../../src/questions/query/reply.ts'
import { answerReply } from '../../templates/answer.ts'
import { asks } from './district.ts'

describe('what is not wholly understood, or not in the reports, gets no figure', () => {
  const because = (
    reason: NoFigure | Slot,
    ...questions: readonly string[]
  ): readonly [string, NoFigure | Slot][] => questions.map((question) => [question, reason])

  test.each([
    ...because(
      'not_understood',
      '加急的依申请几件',
      '外地的申请有多少件',
      '科技局2023年依申请大约几件',
      '没有收到依申请的',
      '不是科技局的依申请数量',
      '未收到申请几件',
      '科技局收到并办理了多少申请',
      '申请人有几个',
      '有几个收到依申请',
      '申请占比',
      '科技局收到申请12件',
      '科技局提交了几件申请',
      '科技局申请了几件',
      '科技局和依申请',
      'how many requests in 2023',
      'How many requests did 科技局 get in 2023?',
      '科技局2023年不属于国家秘密的几件',
      '科技局2023年公开率几件',
      '科技局2023年收费几件',
      '科技局2023年复议率',
      '科技局2023年依申请几件，教体局2023年复议几件',
      '科技局2023年国家秘密占不予公开的比例',
      '科技局2023年外资企业申请几件',
      '科技局2023年个人信息几件',
      '科技局2023年依申请最多',
      '2023年依申请最多的有哪些单位',
      '科技局2023年规章公开率',
      '近三年依申请最多的单位',
      '科技局2023年依申请净增几件',
      '科技局2023年不予处理中重复申请占多少',
      '其他单位2023年依申请合计',
      '科技局2023年收到的申请都办完了吗',
      '科技局收到申请的单位几件',
      '科技局2023年一二三件依申请',
      '科技局2023年普通程序行政处罚几件',
      '科技局2023年跨县的行政诉讼几件',
      '科技局哪些单位2023年有复议',
      '2023年多少机关确认或重新出具的科技局几件',
      '科技局近三年申请人构成变化情况',
      '科技局近三年不予公开原因的变化趋势',
      '科技局2023年哪个街道不予公开的原因',
      '科技局2023年哪个镇依申请比上年多',
      '科技局和教体局2023年复议谁多不含鼓楼街道',
      '科技局和教体局各镇2023年复议谁多',
      '2023年不予公开原因最多的三家',
      '2023年没有没有复议的单位',
      '科技局2023年多次申请的几件',
      '2023年依申请前两名的复议几件',
      '2023年依申请最多的单位的复议几件',
      '2023年依申请较多的单位',
      '2023年依申请两位数的单位',
      '科技局2023年依申请多几件',
      '公开率比全区高多少',
      '2023年依申请和各街道比',
      '三个部门2023年依申请合计',
      '各街道2023年依申请最多的一年',
    ),
    ...because('not_in_tables', '科技局2023年网上提交的申请几件', '依申请培训几次', '多少人申请公开'),
    ...because(
      'not_annual',
      '科技局3月份收到几件申请',
      '上半年依申请几件',
      '去年三季度收到几件申请',
      '截至目前收到几件申请',
    ),
    ...because('future_year', '2025年依申请几件', '明年依申请数量', '2030年依申请数量'),
    ...because('no_report', '住建局2024年依申请几件', '2019年全区依申请总数', '科技局2020年依申请几件'),
    ...because('no_cell', '执法局2024年依申请几件'),
    ...because(
      'not_in_roster',
      '曲阜市教体局2023年依申请几件',
      '任城区科技局依申请几件',
      '财政局2023年依申请几件',
      '统计局2023年依申请几件',
      '大数据局依申请几件',
      '全市依申请总数',
      '济宁市2023年依申请几件',
      '济宁市科技局依申请几件',
    ),
    ...because(
      'out_of_scope',
      '今天天气怎么样',
      '依申请答复期限是多少天',
      '为什么科技局依申请这么多',
      '怎么申请公开',
      '删除科技局的依申请数据',
      '讲个笑话',
    ),
    ...because(
      'metric',
      '科技局去年结转几件',
      '科技局2023年',
      '本年数量多少',
      '依申请公开了几件',
      '2024年公开了多少件',
      '那2022年呢',
    ),
    ...because(
      'agency',
      '我局依申请几件',
      '人民政府2023年依申请几件',
      '街道办依申请几件',
      '兖州区依申请数量',
    ),
    ...because('year', '99年依申请几件', '前三年依申请数量', '这几年依申请一共多少'),
  ])('%s: %s', async (question, reason) => {
    const reply = await asks(question)
    expect(reply.answer).toBeNull()
    expect(reply.reason ?? reply.slot).toBe(reason)
    expect(answerReply(reply).markdown.length).toBeGreaterThan(10)
  })

  test.each([
    ['科技局是10件吗', ['requests.received.total', 'requests.handledTotal.total']],
    ['科技局比教体局多多少', ['requests.received.total', 'requests.handledTotal.total']],
    ['科技局是80%吗', ['rate.disclosed', 'rate.handled']],
    ['科技局多少钱', ['proactiveDisclosure.fees']],
  ])('%s: the figures offered are those that the rest of the question fits', async (question, options) => {
    const reply = await asks(question)
    expect(reply.slot).toBe('metric')
    expect(reply.options.slice(0, 2)).toEqual(options)
  })

  test('the words that were not understood are named', async () => {
    const reply = answerReply(await asks('科技局2023年加急的依申请几件'))
    expect(reply.markdown).toContain('没听懂的是：“加急”')
  })

  test('201 characters are not read', async () => {
    const reply = await asks(`${'吗'.repeat(195)}依申请数量？`)
    expect(reply.wording.refusal).toEqual({ kind: 'too_long', limit: 200 })
  })
})
