import { expect, test } from '@jest/globals'
import { asciiName } from '../../src/http/ascii-name.ts'

test.each([
  ['2025年本年新收政府信息公开申请.txt', 'gongkai-2025.txt'],
  ['2021—2025年依申请.png', 'gongkai-2021-2025.png'],
  ['科技局年报（改）.v2.docx', 'gongkai-v2.docx'],
  ['年报', 'gongkai'],
  ['年\r\n报".txt', 'gongkai.txt'],
  ['report 2024.docx', 'report 2024.docx'],
])('%s is called %s where only ASCII is read', (name, ascii) => {
  expect(asciiName(name)).toBe(ascii)
})
