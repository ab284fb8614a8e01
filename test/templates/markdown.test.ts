import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { escapeMarkdown, plainTitle } from '../../templates/markdown.ts'

const strict = new MarkdownIt({ html: true, linkify: true, breaks: true })
strict.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

describe('text from outside', () => {
  test.each([
    ['年报*重要*.docx', '年报\\*重要\\*.docx'],
    ['[点我](http://evil.cn)', '\\[点我\\](http：／／evil.cn)'],
    ['<@all> @所有人', '\\<＠all\\> ＠所有人'],
    ['# 标题', '\\# 标题'],
    ['1. 项', '1\\. 项'],
    ['- 项', '\\- 项'],
    ['a\nb\u202ec', 'a bc'],
    ['a_b_c', 'a\\_b\\_c'],
    ['www.evil.cn', 'www．evil.cn'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['javascript:alert(1)', 'javascript：alert(1)'],
    ['3 + 0 ≠ 2（相差 1）', '3 + 0 ≠ 2（相差 1）'],
  ])('%j is shown as it is: %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  test('is neither format nor link nor mention, whatever it is', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            ...Array.from('*_`[]()<>#!|~&\\@:/.-+=1 a\n'),
            'http://',
            'https://a.cn',
            '@all',
            '<b>',
            '<@all>',
            '![',
            '](',
            'www.a.cn',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(wild, (text) => {
        const html = strict.render(escapeMarkdown(text))
        expect(html.replaceAll(/<\/?p>|<br>\n?/g, '')).not.toMatch(/<[a-z]/i)
        expect(escapeMarkdown(text)).not.toMatch(/@|:\/\/|\n/)
      }),
      { seed: 20260116, numRuns: 1500 },
    )
  })
})

test('a title is one plain line without mention or address', () => {
  expect(plainTitle('a\n@all http://x.cn')).toBe('a ＠all http：／／x.cn')
})
