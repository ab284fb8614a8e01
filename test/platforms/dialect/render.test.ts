import { describe, expect, test } from '@jest/globals'
import type { DialectName } from '../../../src/platforms/dialect/dialect.ts'
import { renderReply } from '../../../src/platforms/dialect/render.ts'
import { verbatim } from '../../../templates/markdown.ts'

const names: readonly DialectName[] = ['wecom-bot', 'wecom-app', 'wecom-robot', 'dingtalk', 'plain']

/** What each dialect makes of it, in the order of `names`. */
function inAll(markdown: string): readonly string[] {
  return names.map((name) => renderReply(markdown, name))
}

const same = (text: string): readonly string[] => names.map(() => text)

describe('each dialect shows', () => {
  const table = '| 单位 | 件数 |\n| --- | ---: |\n| 科技局 | 3 |\n| 财政局 | |'
  const inWords = ['单位：科技局；件数：3', '单位：财政局；件数：（空白）']

  test.each<[string, string, readonly string[]]>([
    ['words', '核对通过。', same('核对通过。')],
    ['paragraphs', '一\n\n二', same('一\n\n二')],
    ['lines', '一\n二\\\n三', ['一  \n二  \n三', '一\n二\n三', '一\n二\n三', '一  \n二  \n三', '一\n二\n三']],
    [
      'bold',
      '**有 3 处错误**，请改正',
      [...names.slice(1).map(() => '**有 3 处错误**，请改正'), '有 3 处错误，请改正'],
    ],
    ['italic', '*一*', ['*一*', '一', '一', '*一*', '一']],
    ['struck out words', '~~一~~', same('一')],
    ['a heading', '## 结果', ['## 结果', '## 结果', '## 结果', '## 结果', '结果']],
    ['a quote', '> 一\n>\n> 二', [...names.slice(1).map(() => '> 一\n> \n> 二'), '一\n\n二']],
    [
      'a list with dots',
      '- 一\n- 二',
      ['- 一\n- 二', '· 一\n· 二', '· 一\n· 二', '- 一\n- 二', '· 一\n· 二'],
    ],
    [
      'a numbered list that goes on, with lines',
      '9. 一\n   上\n10. 二',
      [
        '9. 一  \n   上\n10. 二',
        '9. 一\n　上\n10. 二',
        '9. 一\n　上\n10. 二',
        '（9）一  \n　上  \n（10）二',
        '9. 一\n　上\n10. 二',
      ],
    ],
    [
      'a list in a list',
      '- 一\n  - 上\n  - 下\n- 二',
      [
        '- 一\n  - 上\n  - 下\n- 二',
        '· 一\n  · 上\n  · 下\n· 二',
        '· 一\n  · 上\n  · 下\n· 二',
        '- 一\n  - 上\n  - 下\n- 二',
        '· 一\n  · 上\n  · 下\n· 二',
      ],
    ],
    [
      'a table',
      table,
      [
        '| 单位 | 件数 |\n| --- | --- |\n| 科技局 | 3 |\n| 财政局 |  |',
        inWords.join('\n'),
        inWords.join('\n'),
        inWords.join('  \n'),
        inWords.join('\n'),
      ],
    ],
    ['code in a line', '`a`', ['`a`', '`a`', '`a`', 'a', 'a']],
    ['a block of code', '```\na\n  b\n```', ['```\na\n  b\n```', 'a\nb', 'a\nb', 'a  \nb', 'a\nb']],
    [
      'a link',
      '[打开报告](https://bot.gov.cn/r/a_b?t=x.y-z_1&u=%E4%B8%80)。',
      [
        ...names.slice(1).map(() => '[打开报告](https://bot.gov.cn/r/a_b?t=x.y-z_1&u=%E4%B8%80)。'),
        '打开报告： https://bot.gov.cn/r/a_b?t=x.y-z_1&u=%E4%B8%80 。',
      ],
    ],
    [
      'a link with brackets in its address',
      '[一](<https://bot.gov.cn/(a)>)',
      [...names.slice(1).map(() => '[一](https://bot.gov.cn/%28a%29)'), '一： https://bot.gov.cn/(a)'],
    ],
    [
      'a picture as a link to it',
      '![表三](https://bot.gov.cn/p.png)',
      [...names.slice(1).map(() => '[表三](https://bot.gov.cn/p.png)'), '表三： https://bot.gov.cn/p.png'],
    ],
    ['a link that leads nowhere as words', '[一](javascript:alert)', same('［一］(javascript：alert)')],
    [
      'an address that is no link as words',
      '见 https://evil.cn/a',
      same('见 https：／／evil．cn／a'.replace('／a', '/a')),
    ],
    ['escapes as what they stand for', '2023\\_年报\\#1\\.docx', same('2023＿年报＃1.docx')],
    ['entities as what they stand for', '&lt;&#64;all&gt;', same('＜＠all＞')],
    ['HTML as words', '<font color="red">一</font>', same('＜font color="red"＞一＜/font＞')],
    ['nothing as nothing', '', same('')],
  ])('%s', (_, markdown, shown) => {
    expect(inAll(markdown)).toEqual(shown)
  })
})

describe('the start of a line that would be taken for format', () => {
  test.each([
    ['1\\. 公开', '1． 公开'],
    ['1\\) 公开', '1） 公开'],
    ['\\- 公开', '－ 公开'],
    ['\\+ 公开', '＋ 公开'],
    ['一\n\\---', '－－－'],
    ['一\n\\===', '＝＝＝'],
    ['\\# 公开', '＃ 公开'],
    ['\\> 公开', '＞ 公开'],
    ['2023\\.5 公开', '2023.5 公开'],
    ['1、公开', '1、公开'],
  ])('%p', (markdown, last) => {
    for (const shown of inAll(markdown)) expect(shown.split('\n').at(-1)).toBe(last)
  })
})

describe('names of files stay readable', () => {
  test.each([
    ['2023年年报(终稿).docx', '2023年年报(终稿).docx'],
    ['附件1.xlsx', '附件1.xlsx'],
    ['report v1.2 final.pdf', 'report v1.2 final.pdf'],
    ['第1.2节 09:30', '第1.2节 09:30'],
  ])('%s', (name, shown) => {
    expect(inAll(name.replaceAll(/[()]/g, '\\$&'))).toEqual(same(shown))
  })
})

describe('what people have to type or copy stands as it is', () => {
  test.each([
    ['gongkai.yaml', 'gongkai.yaml', 'gongkai.yaml'],
    ['wrOgQhDgAAMYQiS5ol_G7gK9-JVAAAA', 'wrOgQhDgAAMYQiS5ol_G7gK9-JVAAAA', 'wrOgQhDgAAMYQiS5ol_G7gK9-JVAAAA'],
    ['cidX+y/Zab==', 'cidX+y/Zab==', 'cidX+y/Zab=='],
    ['zhang_san_1', 'zhang_san_1', 'zhang_san_1'],
    // Where there is no code span, clients make links of hosts and addresses.
    ['zhang.san', 'zhang.san', 'zhang．san'],
    ['zhang@qq.com', 'zhang@qq.com', 'zhang＠qq．com'],
    ['@all', '＠all', '＠all'],
    ['<@all>', '＜＠all＞', '＜＠all＞'],
    ['http://evil.cn', 'http：／／evil．cn', 'http：／／evil．cn'],
    ['//evil.cn', '／／evil．cn', '／／evil．cn'],
    ['1.2.3.4', '1.2.3.4', '1．2．3．4'],
    ['a**b**', 'a＊＊b＊＊', 'a＊＊b＊＊'],
  ])('%s', (text, span, bare) => {
    expect(renderReply(`编号：${verbatim(text)}`, 'wecom-bot')).toBe(`编号：\`${span}\``)
    expect(renderReply(`编号：${verbatim(text)}`, 'dingtalk')).toBe(`编号：${bare}`)
    expect(renderReply(`编号：${verbatim(text)}`, 'plain')).toBe(`编号：${bare}`)
  })
})
