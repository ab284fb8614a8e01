import { describe, expect, test } from '@jest/globals'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { converse } from '../../src/questions/ask.ts'
import { newConversation } from '../../src/questions/query/conversation.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerReply } from '../../templates/answer.ts'
import { data } from '../questions/own/as-query.ts'

const reports = shelfOf(data)

/** The Markdown of the last of several turns, over the own set, in March 2025. */
async function says(...turns: readonly string[]): Promise<string> {
  let conversation = newConversation
  let markdown = ''
  for (const turn of turns) {
    const context = {
      now: new Date('2025-03-18T04:00:00Z'),
      roster: emptyRoster,
      reports,
      knowsArrival: false,
    }
    const answered = await converse(turn, { ...context, scope: { kind: 'all' } }, conversation)
    conversation = answered.conversation
    markdown = answerReply(answered.reply).markdown
  }
  return markdown
}

describe('the words of an answer', () => {
  test.each<[string, readonly string[]]>([
    [
      '教育局2024年不予公开几件',
      ['沂宁市青澜区教育局 2024年 不予公开：**6 件**。', '不予公开 6 件 = 0+1+0+2+0+3+0+0'],
    ],
    ['教育局2024年公开率', ['公开率：**66.7%**（20 ÷ 30）。', '依据：2024年年报 表三“（一）予以公开”']],
    ['资规局2023年予以公开率是多少', ['**43.4%**（49 ÷ 113）', '公开率（予以公开加部分公开）是 56.6%。']],
    [
      '住建局2024年行政复议纠正率',
      ['**22.2%**（2 ÷ 9）', '2 件，还没有结果，不计在内。', '行政复议（已审结） 9 = 6+1+2'],
    ],
    ['教育局2024年收费多少万元', ['行政事业性收费金额：**13.08 万元**。']],
    ['民宗局2024年有没有收到依申请', ['没有，0 件。']],
    ['科技局2024年依申请是9件对吧', ['**8 件**。', '不对，是 8 件，不是 9 件。']],
    ['教育局依申请2024年比2023年多几件', ['2024年 **31 件**，2023年 **25 件**，增加 6 件（+24%）。']],
    ['教育局公开率2024年比2023年', ['2024年 **66.7%**，2023年 **46.2%**，增加 20.5 个百分点。']],
    ['教育局和科技局2024年依申请谁多', ['沂宁市青澜区教育局多 23 件']],
    [
      '街道2024年依申请比2023年增减多少',
      ['2024年 **41 件**，2023年 **71 件**；注意：', '两年有报告的单位不同，合计不能直接相比。'],
    ],
    [
      '2024年依申请最多的三个镇',
      [
        '最多的前 3 名',
        '- 第 1 名 沂宁市青澜区石桥镇人民政府：18 件',
        '- 第 2 名 沂宁市青澜区下河镇人民政府：11 件',
      ],
    ],
    [
      '2023年街道里依申请排第二的是谁',
      ['没有，沂宁市青澜区东关街道办事处、沂宁市青澜区西关街道办事处并列在前'],
    ],
    ['2024年国家秘密最多的镇', ['没有，都是 0']],
    ['石桥镇历年依申请', ['- 2020年：18 件', '- 2021年：没有收到报告']],
    ['市监局2024年主动公开情况', ['- 行政事业性收费金额：0 万元', '- 行政许可处理决定：2519 件']],
    [
      '财政局2024年结转对得上吗',
      ['对不上，相差 2 件', '注意：沂宁市青澜区财政局2024年报告有 1 处错误未改（'],
    ],
    ['住建局2024年结转数对得上吗', ['对得上。']],
    ['上河镇2024年依申请几件', ['**10 件**；注意：沂宁市青澜区上河镇人民政府2024年报告有 2 处错误未改（']],
    ['西关街道2024年依申请几件', ['**10 件**；注意：', '数字由图片识别，请对照原表。']],
    [
      '教育局2024年主动公开了多少条信息',
      ['**300余条**（正文数字，非表格数据）', '原文：“2024年，主动公开各类政府信息300余条'],
    ],
    ['气象局2024年公开率', ['分母是 0，算不出比例']],
    ['教育局近三年结转下年度一共多少件', ['几年相加没有意义']],
    ['区政府和教育局2024年依申请一共多少件', ['这样会重复计算']],
    [
      '教育局2024年结转几件',
      ['1. 上年结转政府信息公开申请\n2. 结转下年度继续办理', '请回复编号（1—2）或名称'],
    ],
    ['我们报告哪里错了', ['请问您问的是哪个单位？']],
    ['财政局2024年年报哪里错了', ['查出错误 1 处', '- 上年结转为 1 件']],
  ])('%s', async (question, parts) => {
    const markdown = await says(question)
    for (const part of parts) expect(markdown).toContain(part)
  })

  test('怎么算的 shows every cell that was used', async () => {
    const markdown = await says('教育局2024年公开率', '怎么算的')
    expect(markdown).toContain('**66.7%**（20 ÷ 30）。')
    expect(markdown).toMatch(
      /用到的数字：\n\n- .*“（一）予以公开”×“总计”：\d+\n- .*（二）部分公开.*：\d+\n- .*（七）总计.*：30/u,
    )
  })
})
