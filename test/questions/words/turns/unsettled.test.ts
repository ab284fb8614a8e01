import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const jiaoti = ['教育和体育局']
const first = '科技局2024年依申请几件'
const received = ['requests.received.total']

describe('after words that were not understood a fragment keeps only what is certain', () => {
  test.each<[readonly string[], Expected | string]>([
    // Whose and when were heard, and a figure is named now.
    [['教体局2024年依申请捣鼓了几件', '诉讼呢'], { agencies: jiaoti, years: [2024], operation: 'value' }],
    [[first, '换成教体局又咋捣鼓的', '不予公开的呢'], { agencies: jiaoti, years: [2024] }],
    [[first, '教体局2023年捣鼓了几件', '那复议呢'], { agencies: jiaoti, years: [2023] }],
    [['街道2024年依申请捣鼓了几件', '诉讼呢'], { whose: 'subdistrict', operation: 'sum', years: [2024] }],
    // The unknown word may have been the agency.
    [[first, '捣鼓局呢', '换成2023年的'], 'agency'],
    [[first, '捣鼓呢', '换成2023年的'], 'metric'],
    [[first, '捣鼓呢', '诉讼呢'], 'agency'],
    [['捣鼓2024年依申请几件', '诉讼呢'], 'agency'],
    // It may have been the figure.
    [[first, '教体局的捣鼓率呢', '2023年呢'], 'metric'],
    [[first, '教体局捣鼓了几件', '前年的'], 'metric'],
    [[first, '教体局依申请捣鼓了几件', '2023年呢'], 'metric'],
    // Which agency was meant is not known.
    [[first, '捣鼓不是科技局教体局', '诉讼呢'], 'agency'],
    [[first, '捣鼓和教体局依申请几件', '诉讼呢'], 'agency'],
    [[first, '除了教体局捣鼓的依申请几件', '诉讼呢'], 'agency'],
    // Nor whether one or several.
    [['哪家2024年依申请捣鼓得最多', '诉讼呢'], 'agency'],
    // A figure of the same table is of whoever was meant.
    [[first, '捣鼓局呢', '办结几件'], 'agency'],
    [['捣鼓2024年诉讼几件', '其中败诉的有几件', '行政复议呢'], 'agency'],
    // A correction is read likewise.
    [[first, '教体局的捣鼓率呢', '不对，是2023年'], 'metric'],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

describe('after a declined turn that named somebody or something else a fragment is not of the question before', () => {
  test.each<[readonly string[], Expected | string]>([
    // A figure that the tables do not hold,
    [[first, '科技局罚款多少', '2023年呢'], 'metric'],
    [[first, '培训几次', '2023年呢'], 'metric'],
    [[first, '教体局网上申请几件', '2023年呢'], 'metric'],
    [[first, '超期几件', '教体局呢'], 'metric'],
    [[first, '教体局点击量', '复议呢'], { agencies: jiaoti, metrics: ['review.reconsideration.total'] }],
    [[first, '科技局罚款多少', '不予公开几件'], { agencies: keji, years: [2024] }],
    // another agency in what is no question of figures,
    [[first, '教体局怎么样', '2023年呢'], 'metric'],
    [[first, '把教体局的删了', '2023年呢'], 'metric'],
    [[first, '教体局明年会有几件', '2023年呢'], 'metric'],
    [[first, '教体局怎么样', '2023年复议呢'], { agencies: jiaoti, years: [2023] }],
    // another figure,
    [[first, '复议为什么这么多', '2023年呢'], 'metric'],
    // unknown words beside a month,
    [[first, '教体局上半年捣鼓了几件', '2023年呢'], 'metric'],
    // and a year to come.
    [['教体局2026年依申请几件', '科技局呢'], 'future_year'],
    [['教体局2026年依申请几件', '科技局呢', '2024年呢'], { agencies: keji, years: [2024] }],
    // The same words without the agency are not of the one before.
    [[first, '教体局2023年捣鼓企业的呢', '企业的呢'], { agencies: jiaoti, years: [2023] }],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

describe('the memory is as it was', () => {
  test.each<[readonly string[], Expected]>([
    // after what is no question of figures,
    [[first, '今天天气怎么样', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '哈哈哈', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '为什么', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '科技局依申请为什么这么多', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '这个数要报市里', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '其中网上的呢', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '谢谢', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    // after a part that is not known,
    [[first, '其中疑难的呢', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    // where the same is asked again without the strange word,
    [[first, '捣鼓企业的呢', '企业的呢'], { agencies: keji, metrics: ['requests.received.enterprise'] }],
    // after what only shows that somebody has read,
    [[first, '嗯嗯', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '👌', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '[玫瑰]', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    // once it was given up,
    [[first, '捣鼓呢', '算了', '2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    // and once a question was understood again.
    [[first, '捣鼓局呢', '教体局2023年诉讼几件', '2022年呢'], { agencies: jiaoti, years: [2022] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })

  test('an answer to a question back that was open is of that question', () => {
    expect(converse('科技局2024年结转几件', '教体局的捣鼓率', '1')).toMatchObject({
      agencies: keji,
      metrics: ['requests.carriedIn.total'],
    })
  })

  test('what is asked back after such words is answered of what was heard', () => {
    expect(converse(first, '教体局2022年捣鼓了几件', '它的呢', '2')).toMatchObject({
      agencies: jiaoti,
      years: [2022],
    })
  })
})

describe('after a name that is nobody here a fragment is still of the reports', () => {
  test.each<[readonly string[], Expected | string]>([
    [['科技局年报交了没', '卫健局呢', '教体局呢'], { metrics: ['report.submitted'], agencies: jiaoti }],
    [['科技局年报通过了吗', '卫健局呢', '那教体局呢'], { metrics: ['report.verdict'], agencies: jiaoti }],
    [['科技局年报有什么问题', '卫健局呢', '教体局呢'], { metrics: ['report.findings'], agencies: jiaoti }],
    [['科技局年报交了没', '卫健局呢', '教体局复议几件'], { intent: 'data', agencies: jiaoti }],
    [['科技局年报交了没', '卫健局呢', '2024年呢'], 'agency'],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})
