import { expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const first = '科技局2024年复议几件'

/** What is not done, came in or was done after 复议 or 诉讼 is of those cases, and not of the requests. */
test.each<[readonly string[], Expected | string]>([
  [
    ['科技局2024年复议几件，还有几件没办完'],
    { metrics: ['review.reconsideration.total', 'review.reconsideration.pending'] },
  ],
  [
    ['科技局2024年行政复议、办结分别多少件'],
    { metrics: ['review.reconsideration.total', 'requests.handledTotal.total'] },
  ],
  [
    ['科技局2024年诉讼几件，剩几件没结'],
    { metrics: ['review.litigation.total', 'review.litigation.pending'] },
  ],
  [[first, '没办完的呢'], { metrics: ['review.reconsideration.pending'], years: [2024] }],
  [[first, '办结的呢'], 'out_of_scope'],
  [['科技局2024年复议收了几件，办结几件'], 'not_understood'],
  // Of both tables.
  [
    ['科技局2024年依申请几件，复议几件，办结几件'],
    { metrics: ['requests.received.total', 'review.reconsideration.total', 'requests.handledTotal.total'] },
  ],
  [[first, '不予公开呢'], { metrics: ['requests.denied.total'], years: [2024] }],
])('%s', (turns, expected) => {
  const found = converse(...turns)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})

/** 赢了 and 败诉 after 复议 may be of those cases, or of others in court; 诉讼的 is of those that ended so. */
test.each<[readonly string[], Expected | string]>([
  [[first, '败诉的呢'], 'metric'],
  [[first, '败诉的呢', '1'], { metrics: ['review.reconsideration.corrected'], agencies: ['科学技术局'] }],
  [[first, '赢了几件'], 'metric'],
  [[first, '赢了几件', '2'], { metrics: ['review.litigation.upheld'], agencies: ['科学技术局'] }],
  [[first, '官司赢了几件'], { metrics: ['review.litigation.upheld'] }],
  [['科技局2024年诉讼几件', '赢了几件'], { metrics: ['review.litigation.upheld'], years: [2024] }],
  [[first, '教体局赢了几件'], { metrics: ['review.litigation.upheld'], agencies: ['教育和体育局'] }],
  [['科技局2024年复议维持几件', '诉讼的呢'], { metrics: ['review.litigation.upheld'] }],
  [['科技局2024年复议维持几件', '诉讼呢'], { metrics: ['review.litigation.total'] }],
  [['科技局2024年复议维持几件', '诉讼呢', '合计'], 'not_understood'],
  [[first, '诉讼的呢'], { metrics: ['review.litigation.total'] }],
])('%s', (turns, expected) => {
  const found = converse(...turns)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})

const direct = '教体局2024年直接起诉几件'
const both = '教体局2024年复议和诉讼各几件'
const jiaoti = { agencies: ['教育和体育局'], years: [2024] }

/** How cases ended is of those spoken of; a rate stays one of other cases, too. */
test.each<[readonly string[], Expected | string]>([
  [[direct, '败诉的呢'], { metrics: ['review.litigationDirect.corrected'], ...jiaoti }],
  [[direct, '败诉率呢'], { metrics: ['rate.corrected.litigationDirect'], ...jiaoti }],
  [[direct, '败诉的占多少'], { metrics: ['rate.corrected.litigationDirect'], ...jiaoti }],
  [[direct, '败诉1件对吧'], { metrics: ['review.litigationDirect.corrected'], confirm: 1, ...jiaoti }],
  [[direct, '诉讼败诉的呢'], { metrics: ['review.litigation.corrected'], ...jiaoti }],
  [
    ['教体局2024年直接起诉几件，败诉几件'],
    { metrics: ['review.litigationDirect.total', 'review.litigationDirect.corrected'] },
  ],
  [
    ['教体局2024年复议几件，其中败诉几件'],
    { metrics: ['review.reconsideration.total', 'review.reconsideration.corrected'] },
  ],
  [['教体局2024年复议几件', '败诉率呢'], 'metric'],
  [['教体局2024年复议几件', '败诉率呢', '1'], { metrics: ['rate.corrected.reconsideration'], ...jiaoti }],
  [['教体局2024年复议和诉讼几件', '败诉的呢'], { metrics: ['review.all.corrected'], ...jiaoti }],
  [['教体局2024年复议几件', '诉讼几件', '败诉一共几件'], 'metric'],
  [
    [both, '各输了几件'],
    { metrics: ['review.reconsideration.corrected', 'review.litigation.corrected'], ...jiaoti },
  ],
  [
    [both, '败诉率各多少'],
    { metrics: ['rate.corrected.reconsideration', 'rate.corrected.litigation'], ...jiaoti },
  ],
  [[both, '输了几件'], 'metric'],
  [['教体局2024年复议维持率', '诉讼呢'], { metrics: ['rate.upheld.litigation'], ...jiaoti }],
  [['教体局2024年复议维持率', '诉讼几件'], { metrics: ['review.litigation.total'], ...jiaoti }],
  [['教体局2024年复议纠正几件', '直接起诉的呢'], { metrics: ['review.litigationDirect.total'] }],
  [
    ['教体局2024年复议维持几件，诉讼呢'],
    { metrics: ['review.reconsideration.upheld', 'review.litigation.upheld'], ...jiaoti },
  ],
  [
    ['教体局2024年复议纠正2件对吧', '诉讼的4件对吧'],
    { metrics: ['review.litigation.corrected'], confirm: 4 },
  ],
  [['教体局2024年复议纠正2件对吧', '诉讼4件对吧'], 'metric'],
  [['教体局2024年复议纠正2件对吧', '诉讼4件对吧', '1'], { metrics: ['review.litigation.total'], confirm: 4 }],
])('%s', (turns, expected) => {
  const found = converse(...turns)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})
