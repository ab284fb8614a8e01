import { describe, expect, test } from '@jest/globals'
import type { NamedChart } from '../../src/bot.ts'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { ask } from '../../src/questions/ask.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { answerChart } from '../../templates/answers/answer-chart.ts'
import { data } from '../questions/own/as-query.ts'

const reports = shelfOf(data)
const place = '沂宁市青澜区'

/** What is drawn for a question, over the own set, in March 2025. */
async function drawn(question: string): Promise<NamedChart | null> {
  const context = { now: new Date('2025-03-18T04:00:00Z'), roster: emptyRoster, reports, knowsArrival: false }
  const reply = await ask(question, { ...context, scope: { kind: 'all' } })
  if (reply.answer === null) throw new Error(`no answer to ${question}`)
  return answerChart(reply)
}

describe('the words in a picture', () => {
  test.each<[string, string, string, string]>([
    [
      '教育局近三年依申请趋势',
      `${place}教育局 2022—2024年 本年新收政府信息公开申请`,
      '依据：2022—2024年年报 表三，共 3 份报告',
      '2022—2024年本年新收政府信息公开申请.png',
    ],
    [
      '教育局公开率2024年比2023年',
      `${place}教育局 2023、2024年 公开率`,
      '依据：2023、2024年年报 表三，共 2 份报告',
      '2023、2024年公开率.png',
    ],
    [
      '教育局和科技局2024年依申请谁多',
      '2024年 本年新收政府信息公开申请',
      '依据：2024年年报 表三，共 2 份报告',
      '2024年本年新收政府信息公开申请.png',
    ],
    [
      '教育局2024年不予公开构成',
      `${place}教育局 2024年 不予公开`,
      '依据：2024年年报 表三',
      '2024年不予公开.png',
    ],
    [
      '教育局近三年予以公开和不予公开趋势',
      `${place}教育局 2022—2024年 予以公开、不予公开`,
      '依据：2022—2024年年报 表三，共 3 份报告',
      '2022—2024年予以公开、不予公开.png',
    ],
  ])('%s', async (question, title, source, name) => {
    expect(await drawn(question)).toMatchObject({ name, chart: { title, source } })
  })

  test('of a ranking are the group, who is missing, and names without what all begin with', async () => {
    const named = await drawn('2024年依申请最多的三个镇')
    if (named?.chart.kind !== 'ranking') throw new Error('no ranking')
    const { title, bars, notes = [] } = named.chart
    expect(title).toContain('最多的前 3 名')
    expect(bars[0]?.label).toBe('石桥镇人民政府')
    expect(bars.filter(({ label }) => label.includes(place))).toEqual([])
    expect(notes).toContain(`图中单位名称省去了“${place}”`)
    expect(notes.join()).toContain('没有收到报告：')
  })

  test('say that a figure comes out of a report with errors, or out of a picture', async () => {
    const notes = async (question: string): Promise<string> =>
      ((await drawn(question))?.chart.notes ?? []).join('\n')
    expect(await notes('上河镇近三年依申请趋势')).toMatch(/错误未改.*，数字照报告原样/)
    expect(await notes('西关街道近三年依申请趋势')).toContain('数字由图片识别，请对照原表')
    expect(await notes('2024年公开率排名')).toMatch(/分母是 0、算不出比例、没有列入的：[^。]+$/m)
  })
})

test.each([
  '教育局2024年依申请几件',
  '2024年国家秘密最多的镇',
  '财政局2024年结转对得上吗',
  '各单位2024年结转对得上吗',
  '2024年各单位依申请一共多少件',
  '教育局2024年公开率怎么算的',
  '2024年年报哪些单位还没交',
])('%s has no picture', async (question) => {
  expect(await drawn(question)).toBeNull()
})
