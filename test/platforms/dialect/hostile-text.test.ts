import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import MarkdownIt, { type Token } from 'markdown-it'
import type { DialectName } from '../../../src/platforms/dialect/dialect.ts'
import { harmless } from '../../../src/platforms/dialect/harmless.ts'
import { renderReply } from '../../../src/platforms/dialect/render.ts'
import { bullets, escapeMarkdown, paragraphs, verbatim } from '../../../templates/markdown.ts'

const dialects: readonly DialectName[] = ['wecom-bot', 'wecom-app', 'wecom-robot', 'dingtalk', 'plain']

/** A client that knows more than any: HTML, strikes, tables, and links of bare addresses and host names. */
const client = new MarkdownIt({ html: true, linkify: true, breaks: true })

/** Text from outside in all the places where templates put it. */
function replyWith(name: string): string {
  const text = escapeMarkdown(name)
  return paragraphs([
    `**${text}**`,
    `单位：${text}\n${text}\n文件：${text}`,
    text,
    bullets([text, `已改好：${text}`]),
    `1. 甲\n   ${text}\n2. ${text}`,
    `“${text}”不在名册里。`,
    `[${text}](https://bot.gov.cn/r?k=1)`,
    `| 单位 | ${text === '' ? '甲' : text} |\n| --- | --- |\n| ${text} | 3 |`,
  ])
}

/** What a client makes of it besides words. */
function formatOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'text' || token.content === '\n') return []
    const address = token.attrGet('href') ?? token.attrGet('src') ?? ''
    return [`${token.type} ${address}`, ...formatOf(token.children ?? [])]
  })
}

/** Whatever the name is, the client sees the format that a plain name has. */
function expectHarmless(name: string): void {
  const markdown = replyWith(name)
  for (const dialect of dialects) {
    const shown = renderReply(markdown, dialect)
    const bare = shown.replaceAll('https://bot.gov.cn/r?k=1', '')
    expect(bare).not.toMatch(/[@<]|:\/\/|www\.|\b(?:javascript|mailto|tel|data|file):/i)
    expect(bare).not.toMatch(/\p{Cf}/u)
    expect(formatOf(client.parse(shown, {}))).toEqual(
      formatOf(client.parse(renderReply(replyWith(benign(name)), dialect), {})),
    )
    expectHarmlessId(name, dialect)
  }
}

/** As the id of a group or a person it may stand in a code span, which is shown as it is; else it is as harmless. */
function expectHarmlessId(name: string, dialect: DialectName): void {
  const shown = renderReply(`编号：${verbatim(name)}。`, dialect)
  expect(shown.replaceAll(/`[\w.@+=/-]+`/g, '')).not.toMatch(/[@<]|:\/\/|www\.|\p{Cf}/iu)
  const plain = ['paragraph_open ', 'inline ', 'code_inline ', 'paragraph_close ']
  expect(formatOf(client.parse(shown, {})).filter((format) => !plain.includes(format))).toEqual([])
}

/** A plain name in its place; nothing where nothing is left of it. */
function benign(name: string): string {
  return escapeMarkdown(name) === '' ? '' : '甲'
}

describe('text from outside is neither mention nor link nor format', () => {
  test.each([
    '<@all>',
    '<@zhangsan>',
    '@所有人',
    '@all',
    '＠all',
    '@zhangsan 请看',
    '[x](http://evil.cn)',
    '![x](http://evil.cn/p.png)',
    '[x][1]',
    '[1]: http://evil.cn',
    '<http://evil.cn>',
    'http://evil.cn',
    'HTTPS://EVIL.CN/a?b=c',
    'https:evil.cn',
    '//evil.cn/a',
    'www.evil.cn',
    'WWW.evil.cn',
    'evil.com',
    'evil.com/path',
    'a.docx.evil.com',
    'evil.docx.cn',
    'a-b.evil.gov.cn:8080/x',
    '1.2.3.4',
    '127.0.0.1:8080/x',
    'me@evil.com',
    'mailto:me@evil.com',
    'tel:12345',
    'javascript:alert(1)',
    'data:text/html,x',
    'wxwork://message?x=1',
    'dingtalk://dingtalkclient/page/link?url=x',
    '**粗**',
    '__粗__',
    '*斜*',
    '_斜_',
    '~~删~~',
    '`码`',
    '```\n码\n```',
    '# 标题',
    '> 引用',
    '- 列表',
    '+ 列表',
    '1. 列表',
    '1) 列表',
    '---',
    '===',
    '| a | b |',
    'a | b\n--- | ---',
    '$x^2$',
    '<b>粗</b>',
    '<font color="warning">红</font>',
    '<br>',
    '<!-- 注 -->',
    '<script>alert(1)</script>',
    '&lt;@all&gt;',
    '&#64;all',
    '&commat;all',
    '\\<@all\\>',
    '\\[x\\](http://evil.cn)',
    '\u202Egpj.exe',
    'w\u200Bww.evil.cn',
    '<\u200B@all>',
    'ht\u00ADtp://evil.cn',
    'a\nb\n\n# c',
    '\t- a',
    '    code',
    '\u2028# 标题',
    '<think>想</think>',
    '】**【',
    '*',
    '_',
    '\\',
    '甲\\',
    '`',
    '长'.repeat(3000),
    'x'.repeat(3000),
  ])('%j', (name) => {
    expectHarmless(name)
  })

  test('whatever is strung together', () => {
    const pieces = fc.constantFrom(
      ...[
        '@',
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '!',
        '*',
        '**',
        '_',
        '__',
        '~~',
        '`',
        '```',
        '#',
        '\\',
        '|',
        '-',
        '+',
        '=',
      ],
      ...[
        '&lt;',
        '&#64;',
        '&',
        ';',
        ':',
        '/',
        '//',
        '://',
        '.',
        'www.',
        'http',
        'https://',
        'evil',
        '.com',
        '.cn',
        'cn',
      ],
      ...[
        'all',
        '所有人',
        '甲',
        '1',
        '1.',
        ' ',
        '\n',
        '\n\n',
        '\t',
        '\u200B',
        '\u202E',
        '\uFE0F',
        '😀',
        '$',
        'mailto:',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expectHarmless(parts.join(''))
      }),
      { seed: 20240108, numRuns: 500 },
    )
  })

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expectHarmless(text)
      }),
      { seed: 20240108, numRuns: 300 },
    )
  })

  test('made harmless twice it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(harmless(harmless(text))).toBe(harmless(text))
      }),
      { seed: 20240108 },
    )
  })
})
