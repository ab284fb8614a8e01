import { expect, test } from '@jest/globals'
import { shownFileName } from '../../src/http/shown-file-name.ts'

test.each([
  ['年报.docx', '年报.docx'],
  ['../../etc/年报.docx', '年报.docx'],
  ['C:\\文件\\年报.docx', '年报.docx'],
  ['年\u0000报\u202e.docx\u2028', '年报.docx'],
  [' .gitignore ', '.gitignore'],
  [`${'长'.repeat(115)}.docx`, `${'长'.repeat(115)}.docx`],
  [`科技局${'长'.repeat(200)}终稿.docx`, `科技局${'长'.repeat(76)}…${'长'.repeat(33)}终稿.docx`],
  [`${'😀'.repeat(200)}.docx`, `${'😀'.repeat(79)}…${'😀'.repeat(35)}.docx`],
  [`${'a'.repeat(79)}…${'b'.repeat(40)}`, `${'a'.repeat(79)}…${'b'.repeat(40)}`],
  ['', null],
  ['..', null],
  ['/.', null],
  [' . . ', null],
  ['\u200b', null],
])('%p is shown as %p', (given, shown) => {
  expect(shownFileName(given)).toBe(shown)
})
