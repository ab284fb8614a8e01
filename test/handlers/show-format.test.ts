import { expect, test } from '@jest/globals'
import { Chat, district3 } from './chat.ts'

test.each(['模板', '年报模板', '有没有空白模板', '发我一份年报模板', '报告格式是什么'])(
  '%s: the six parts, and that there is no form to send',
  async (text) => {
    const [reply] = await new Chat({ id: 'keji' }, district3).says(text)
    expect(reply).toContain('四、政府信息公开行政复议、行政诉讼情况')
    expect(reply).toContain('空白的模板我这里没有')
  },
)

test.each(['帮我写个模板', '2024年依申请格式几件'])('%s is no wish for the form', async (text) => {
  const [reply] = await new Chat({ id: 'keji' }, district3).says(text)
  expect(reply).not.toContain('空白的模板')
})
