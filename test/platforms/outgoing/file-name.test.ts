import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fileName } from '../../../src/platforms/outgoing/file-name.ts'

const latin1 = (text: string): string => Buffer.from(text).toString('latin1')
/** 年报 in GBK, in a header. */
const gbk = (before: string, after: string): string => `${before}\xc4\xea\xb1\xa8${after}`
const none = Buffer.from('text')

describe('the name in Content-Disposition', () => {
  const cases: readonly (readonly [header: string, name: string])[] = [
    ['attachment; filename="report.docx"', 'report.docx'],
    ['attachment; filename=report.docx', 'report.docx'],
    ['attachment; filename="two words.docx"', 'two words.docx'],
    ['attachment; filename=two words.docx', 'two words.docx'],
    [`attachment; filename="年报.docx"`, '年报.docx'],
    [latin1('attachment; filename="2025 年报.docx"'), '2025 年报.docx'],
    [latin1('attachment; filename=年报.docx'), '年报.docx'],
    ['attachment; filename="%E5%B9%B4%E6%8A%A5.docx"', '年报.docx'],
    ['attachment; filename=%E5%B9%B4%E6%8A%A5.docx', '年报.docx'],
    ["attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%202025.docx", '年报 2025.docx'],
    ["attachment; filename*=utf-8'zh'%E5%B9%B4%E6%8A%A5.docx", '年报.docx'],
    ['attachment; filename="old.docx"; filename*=UTF-8\'\'%E5%B9%B4.docx', '年.docx'],
    ['attachment; filename*=UTF-8\'\'100%25.docx; filename="x.docx"', '100%.docx'],
    ["attachment;filename*=UTF-8''%E5%B9%B4%E6%8A%A5.docx", '年报.docx'],
    ['attachment; filename="100%.docx"', '100%.docx'],
    ['attachment; filename="bad%E5.docx"', 'bad%E5.docx'],
    ['attachment; filename="a\\"b.docx"', 'a"b.docx'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\temp\\\\年.docx"', '年.docx'],
    ['attachment; filename="C:\\temp\\年.docx"', '年.docx'],
    ['attachment; filename="\\\\srv\\年报\\a.docx"', 'a.docx'],
    ['attachment; filename="exe\u202excod.docx"', 'exexcod.docx'],
    ['filename="bare.docx"', 'bare.docx'],
    ['inline; filename="inline.docx"', 'inline.docx'],
    // The same in GBK: as bytes, with percent signs, and by its name.
    [gbk('attachment; filename="2025', '.docx"'), '2025年报.docx'],
    ['attachment; filename="\xd5\\\xd0\xc5.docx"', '誠信.docx'],
    [gbk('attachment; filename=2025 ', '.docx'), '2025 年报.docx'],
    ['attachment; filename="2025%C4%EA%B1%A8.docx"', '2025年报.docx'],
    ["attachment; filename*=GBK''%C4%EA%B1%A8.docx", '年报.docx'],
    ["attachment; filename=x.docx; filename*=gb2312'zh'%C4%EA%B1%A8.docx", '年报.docx'],
    ["attachment; filename*=UTF-8''%C4%EA%B1%A8.docx", '年报.docx'],
    ["attachment; filename*=nonesuch''%E5%B9%B4.docx", '年.docx'],
    ['attachment; filename="r\xe9sum\xe9.docx"', 'résumé.docx'],
    // Encoded words, which are for mails.
    ['attachment; filename="=?UTF-8?B?5bm05oqlLmRvY3g=?="', '年报.docx'],
    ['attachment; filename="=?UTF-8?B?5bm0?= =?utf-8?B?5oqlLmRvY3g=?="', '年报.docx'],
    ['attachment; filename="=?utf-8?Q?=E5=B9=B4=E6=8A=A5_2025.docx?="', '年报 2025.docx'],
    ['attachment; filename==?GBK?B?xOqxqC5kb2N4?=', '年报.docx'],
    ['attachment; filename="=?nonesuch?B?xOqx?=.docx"', '=?nonesuch?B?xOqx?=.docx'],
    ['attachment; filename="=?UTF-8?B?Li4vLi4vZXRjL2EuZG9jeA==?="', 'a.docx'],
    // Quotes where none belong, and parts that are empty.
    [`attachment; filename*="UTF-8''%E5%B9%B4.docx"`, '年.docx'],
    [`attachment; filename*=UTF-8''"%E5%B9%B4.docx"`, '年.docx'],
    [`attachment; filename*=UTF-8''; filename="x.docx"`, 'x.docx'],
    ['attachment; filename="a\\"b;c.docx"; size=1', 'a"b;c.docx'],
    ["attachment; filename*=UTF-8''a%2Fb%5C%E5%B9%B4.docx", '年.docx'],
    ["attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5", '年报'],
  ]
  test.each(['attachment; filename=".."', 'attachment; filename="../.."', 'attachment; filename=" . "'])(
    '%s is none: dots say nothing',
    (header) => {
      expect(fileName(header, none)).toBe('未命名文件')
    },
  )

  test.each(cases)('%s', (header, name) => {
    expect(fileName(header, none)).toBe(name)
  })

  test('is never a path, never unseen and never a fault, whatever the header', () => {
    const header = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `attachment; filename="${text}"`),
      fc.string().map((text) => `attachment; filename*=UTF-8''${text}`),
    )
    fc.assert(
      fc.property(header, (text) => {
        const name = fileName(text, none)
        expect(name).not.toBe('')
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
      }),
      { seed: 5, numRuns: 2_000 },
    )
  })
})

describe('a file without a name', () => {
  const cases: readonly (readonly [bytes: Buffer, name: string])[] = [
    [Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from('xx word/document.xml')]), '未命名文件.docx'],
    [Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from('xx xl/workbook.xml')]), '未命名文件.xlsx'],
    [Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from('other')]), '未命名文件.zip'],
    [Buffer.from('%PDF-1.7'), '未命名文件.pdf'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), '未命名文件.doc'],
    [Buffer.from('89504e470d0a', 'hex'), '未命名文件.png'],
    [Buffer.from('ffd8ffe0', 'hex'), '未命名文件.jpg'],
    [none, '未命名文件'],
    [Buffer.alloc(0), '未命名文件'],
  ]
  test.each(cases)('%j is called by its content', (bytes, name) => {
    expect(fileName(null, bytes)).toBe(name)
    expect(fileName('attachment', bytes)).toBe(name)
  })
})
