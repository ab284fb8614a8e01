import { expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

/** Words by which the figure would be another's, or of other requests: none of them is passed over. */
test.each([
  ['对方胜诉几件', 'not_understood'],
  ['原告胜诉几件', 'not_understood'],
  ['老师申请几件', 'not_understood'],
  ['科技局自己申请几件', 'not_understood'],
  ['批准的申请几件', 'not_understood'],
  ['许可申请几件', 'not_understood'],
  ['处罚公开几件', 'not_understood'],
  ['从来没有复议的单位', 'not_understood'],
  ['科技局一直没有复议吗', 'not_understood'],
  ['科技局向教体局申请几件', 'not_understood'],
  ['科技局、教体局共同制发规范性文件几件', 'not_understood'],
  ['隔壁区科技局2024年依申请几件', 'not_in_roster'],
  ['隔壁的依申请几件', 'not_understood'],
  // The verb, and what is done with the agency, are nobody's names.
  ['科技局没办几件', 'not_understood'],
  ['给科技局的申请有几件', 'not_understood'],
  ['我发现科技局2024年依申请更多', 'not_understood'],
])('%s', (question, expected) => {
  expect(read(question)).toBe(expected)
})

/** A clause that only says what the question is for. */
test.each([
  ['晚上开会要用，科技局2024年依申请几件', { agencies: ['科学技术局'], years: [2024] }],
  ['我在填汇总表，请问科技局2024年依申请几件', { agencies: ['科学技术局'], years: [2024] }],
  ['科技局2024年依申请几件？我填个表', { agencies: ['科学技术局'], years: [2024] }],
  ['我们开会要用，2024年全区依申请一共几件', { whose: 'all', operation: 'sum' }],
  ['我局开会要用，2024年依申请几件', 'agency'],
  ['领导批示的，科技局2024年依申请几件', 'out_of_scope'],
  ['我们没有给的，科技局2024年依申请几件', 'metric'],
  ['加急的，科技局2024年依申请几件', 'not_understood'],
  ['外省企业，科技局2024年依申请几件', 'not_understood'],
])('%s', (question, expected) => {
  const found = read(question)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})

/** Agencies by their names alone, and words that only look so. */
test.each([
  ['科技2024年依申请几件', { agencies: ['科学技术局'] }],
  ['教体和住建2024年处罚各几件', { agencies: ['教育和体育局', '住房和城乡建设局'] }],
  ['审计局2024年依申请几件', { agencies: ['审计局'] }],
  ['住建所2024年依申请几件', 'not_understood'],
  ['审计整改2024年几件', 'not_understood'],
])('%s', (question, expected) => {
  const found = read(question)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})
