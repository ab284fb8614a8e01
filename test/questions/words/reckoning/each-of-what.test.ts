import { expect, test } from '@jest/globals'
import { parseQuestion } from '../../../../src/questions/words/turns/parse.ts'
import { wordsOf } from '../district-words.ts'

test.each([
  ['2023和2024年依申请各几件', 'trend', 'all'],
  ['规范性文件制发和废止各几件', 'value', 'all'],
  ['规范性文件制发和废止分别是几件', 'value', 'all'],
  ['每家规范性文件制发和废止几件', 'list', 'all'],
  ['各单位规范性文件制发和废止各几件', 'list', 'all'],
  ['各镇2023和2024年依申请各几件', 'list', 'township'],
  ['依申请各几件', 'list', 'all'],
])('%s: each year or figure where nobody is named, else each agency', (question, operation, whose) => {
  const read = parseQuestion(question, wordsOf())
  expect(read).toMatchObject({ kind: 'query', query: { operation, whose } })
})
