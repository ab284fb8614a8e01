import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Reply, ReplyFile } from '../../../src/bot.ts'
import { readBlocks } from '../../../src/platforms/dialect/blocks.ts'
import { cutReply } from '../../../src/platforms/dialect/cut-reply.ts'
import type { DialectName } from '../../../src/platforms/dialect/dialect.ts'
import { toMarkdown } from '../../../src/platforms/dialect/markdown-source.ts'
import { renderReply } from '../../../src/platforms/dialect/render.ts'
import { escapeMarkdown } from '../../../templates/markdown.ts'

const file: ReplyFile = { kind: 'file', name: 'a.docx', sha256: 'f'.repeat(64), size: 1 }
const files = { put: (): Promise<string> => Promise.resolve('e'.repeat(64)) }

function cut(
  markdown: string,
  maxBytes: number,
  dialect: DialectName = 'dingtalk',
  maxParts = 1000,
): Promise<readonly Reply[]> {
  return cutReply({ title: '结果', markdown }, { dialect, maxBytes, maxParts, files })
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** A reply's own words: no marks, no blanks, no numbers of parts. */
function words(text: string): string {
  return renderReply(text, 'plain')
    .replaceAll(/^\s*(?:·|\d+\. )/gm, '')
    .replaceAll(/^（\d+\/\d+）/g, '')
    .replaceAll(/[\s—]/g, '')
}

describe('a reply that fits', () => {
  test('stays as it is', async () => {
    const reply = { title: '结果', markdown: '**好**', files: [file], mentions: ['a'] }
    expect(await cutReply(reply, { dialect: 'wecom-app', maxBytes: 7, maxParts: 3, files })).toEqual([reply])
  })
})

describe('a reply that does not fit', () => {
  test('is cut between paragraphs and numbered; people are called first, files come last', async () => {
    const reply = {
      title: '结果',
      markdown: `${'一'.repeat(20)}\n\n${'二'.repeat(20)}`,
      files: [file],
      mentions: ['a'],
    }
    expect(await cutReply(reply, { dialect: 'plain', maxBytes: 100, maxParts: 3, files })).toEqual([
      { title: '结果（1/2）', markdown: `（1/2）${'一'.repeat(20)}`, mentions: ['a'] },
      { title: '结果（2/2）', markdown: `（2/2）${'二'.repeat(20)}`, files: [file] },
    ])
  })

  test('is shortened to one message where it would take too many parts', async () => {
    const whole = `${'一'.repeat(20)}\n\n`.repeat(4)
    const parts = await cut(whole, 100, 'plain', 3)
    expect(parts).toMatchObject([{ title: '结果', files: [{ name: '结果.txt', sha256: 'e'.repeat(64) }] }])
    expect((await cut(whole, 100, 'plain', 4)).length).toBe(4)
  })

  test('keeps the numbers of a list', async () => {
    const items = Array.from({ length: 12 }, (_, index) => `${index + 1}. ${'字'.repeat(10)}`).join('\n')
    const parts = await cut(items, 200, 'wecom-bot')
    const numbers = parts.flatMap(({ markdown }) => [
      ...renderReply(markdown, 'wecom-bot').matchAll(/^(\d+)\./gm),
    ])
    expect(parts.length).toBeGreaterThan(2)
    expect(numbers.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    )
  })

  test('repeats the header of a table that is longer than a part', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => `| 单位${index} | ${index} |`)
    const parts = await cut(['| 单位 | 件数 |', '| --- | --- |', ...rows].join('\n'), 150, 'wecom-bot')
    expect(parts.length).toBeGreaterThan(1)
    for (const { markdown } of parts) expect(markdown).toContain('| 单位 | 件数 |\n| --- | --- |\n| 单位')
  })

  test.each([
    ['table', '| 单位 | 件数 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |', '| 甲 | 1 |\n| 乙 | 2 |'],
    ['code', '```\naaaaaaaaaa\nbbbbbbbbbb\ncccccccccc\n```', 'aaaaaaaaaa\nbbbbbbbbbb\ncccccccccc'],
  ])('does not tear a %s that a part can hold', async (_, block, inside) => {
    const parts = await cut(`${'字'.repeat(30)}\n\n${block}`, 130, 'wecom-bot')
    expect(parts.length).toBe(2)
    expect(parts[1]?.markdown).toContain(inside)
  })

  test('does not leave a heading behind', async () => {
    const parts = await cut(`${'字'.repeat(20)}\n\n**下一步**\n\n${'改'.repeat(20)}`, 130, 'plain')
    expect(parts.map(({ markdown }) => markdown)).toEqual([
      `（1/2）${'字'.repeat(20)}`,
      `（2/2）**下一步**\n\n${'改'.repeat(20)}`,
    ])
  })

  test('cuts a line that is too long at a resting place, never inside a character', async () => {
    const parts = await cut('一二三四五六七八，'.repeat(10), 100, 'plain')
    for (const { markdown } of parts) expect(markdown).toMatch(/，$/)
    for (const { markdown } of await cut('👨‍👩‍👧‍👦'.repeat(40), 100, 'wecom-app'))
      expect(markdown).not.toContain('\uFFFD')
  })

  test('never cuts a link', async () => {
    const link = '[打开报告](https://bot.gov.cn/r?k=0123456789)'
    const parts = await cut(`${'字'.repeat(20)}${link}${'字'.repeat(20)}`, 100, 'dingtalk')
    expect(parts.map(({ markdown }) => renderReply(markdown, 'dingtalk')).join('')).toContain(link)
  })
})

test('a link with words longer than a part stays a link, and all its words are there', async () => {
  const parts = await cut(`[${'很长的名字'.repeat(20)}](https://bot.gov.cn/r?k=1)`, 150, 'dingtalk')
  const shown = parts.map(({ markdown }) => renderReply(markdown, 'dingtalk'))
  expect(shown.join('').replaceAll(/（\d\/\d）/g, '')).toBe(
    `${'很长的名字'.repeat(20)}[打开](https://bot.gov.cn/r?k=1)`,
  )
  for (const part of shown) expect(bytes(part)).toBeLessThanOrEqual(150)
})

describe('whatever the reply', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '核对',
          '没有发现错误，',
          '2023年',
          '3 件',
          '<@all>',
          '@所有人',
          '**',
          '`',
          '[x](y)',
          '1. ',
          '- ',
          '|',
          '😀',
          '\\',
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { minLength: 1, maxLength: 30 },
    )
    .map((parts) => `字${escapeMarkdown(parts.join(''))}字`)
  const inline = fc.oneof(
    text,
    text.map((words) => `**${words}**`),
    text.map((words) => `前**${words}**后`),
    text.map((words) => `[${words.slice(0, 8).replace(/\\+$/, '')}](https://bot.gov.cn/r?k=1)`),
  )
  const block = fc.oneof(
    fc.array(inline, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
    fc
      .array(inline, { minLength: 1, maxLength: 6 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc
      .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 6 })
      .map((items) => items.map(([one, two], index) => `${index + 1}. ${one}\n   ${two}`).join('\n')),
    fc
      .array(fc.tuple(text, text), { minLength: 1, maxLength: 6 })
      .map((rows) =>
        ['| 甲 | 乙 |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
      ),
    text.map((words) => `> ${words}`),
    text.map((words) => `## ${words}`),
  )
  const reply = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n'))
  const dialect = fc.constantFrom<DialectName>('wecom-bot', 'wecom-app', 'wecom-robot', 'dingtalk', 'plain')

  test('every part fits, and joined they say all of it and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        reply,
        dialect,
        fc.integer({ min: 120, max: 2048 }),
        async (markdown, name, maxBytes) => {
          const parts = await cut(markdown, maxBytes, name)
          for (const part of parts)
            expect(bytes(renderReply(part.markdown, name))).toBeLessThanOrEqual(maxBytes)
          expect(parts.map((part) => words(part.markdown)).join('')).toBe(words(markdown))
          if (parts.length > 1)
            expect(parts.map((part) => /^（\d+\/\d+）/.exec(renderReply(part.markdown, name))?.[0])).toEqual(
              parts.map((_, index) => `（${index + 1}/${parts.length}）`),
            )
        },
      ),
      { seed: 20240108, numRuns: 300 },
    )
  })

  test('its blocks written as Markdown are the same blocks', () => {
    fc.assert(
      fc.property(reply, (markdown) => {
        const blocks = readBlocks(markdown)
        expect(readBlocks(toMarkdown(blocks))).toEqual(blocks)
      }),
      { seed: 20240108, numRuns: 300 },
    )
  })
})

test('a hundred thousand characters are dealt with at once', async () => {
  const began = performance.now()
  expect((await cut(`**很多**\n\n${'字'.repeat(100_000)}`, 2048, 'wecom-app', 3)).length).toBe(1)
  const items = Array.from({ length: 300 }, (_, index) => `${index + 1}. ${'内容'.repeat(10)}`).join('\n')
  await cut(items, 8000, 'wecom-bot', 3)
  expect(performance.now() - began).toBeLessThan(5_000)
})
