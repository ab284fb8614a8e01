import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Reply, ReplyFile } from '../../../src/bot.ts'
import type { DialectName } from '../../../src/platforms/dialect/dialect.ts'
import { renderReply } from '../../../src/platforms/dialect/render.ts'
import { shortenReply } from '../../../src/platforms/dialect/shorten-reply.ts'

const link = '[打开报告页面，看表格和标出的位置](https://bot.gov.cn/reports/r1?t=abc)'
const note = '内容较长，这里只有开头，全文在文件里，请打开文件查看。'

const finding = (index: number): string =>
  `${index}. **表二 第 ${index} 行**：本年新收 ${index} 件，各类相加是 ${index + 1} 件，差 1 件。请核对各类的数字。`

const findings = Array.from({ length: 186 }, (_, index) => finding(index + 1))

const longReport: Reply = {
  title: '甲局 2024年：有 186 处错误',
  markdown: [
    '**有 186 处错误，请改正后再公布**',
    '单位：甲局\n年度：2024 年',
    '**主要数字**',
    '- 本年新收：12\n- 结转下年度：3',
    '**错误 186 处**（公布前必须改正）',
    findings.join('\n'),
    '**下一步**',
    '改好再发一次。',
    link,
  ].join('\n\n'),
}

interface Shortened {
  readonly reply: Reply
  readonly shown: string
  /** What the file holds. */
  readonly kept: string
}

async function shortened(whole: Reply, dialect: DialectName, maxBytes: number): Promise<Shortened> {
  let kept = ''
  const put = (bytes: Uint8Array): Promise<string> => {
    kept = Buffer.from(bytes).toString()
    return Promise.resolve('e'.repeat(64))
  }
  const reply = await shortenReply(whole, { dialect, maxBytes, files: { put } })
  return { reply, shown: renderReply(reply.markdown, dialect), kept }
}

describe('a report with more findings than a channel takes', () => {
  test.each([
    ['wecom-app', 2_024, 8],
    ['wecom-robot', 4_096, 10],
    ['wecom-bot', 20_480, 10],
    ['dingtalk', 14_500, 10],
  ] as const)(
    'in %s shows the verdict, the first findings and the page',
    async (dialect, maxBytes, atLeast) => {
      const { reply, shown, kept } = await shortened(longReport, dialect, maxBytes)
      expect(shown).toMatch(/^\*\*有 186 处错误，请改正后再公布\*\*/)
      expect(shown).toContain('单位：甲局')
      for (let index = 1; index <= atLeast; index++) expect(shown).toContain(`表二 第 ${index} 行`)
      expect(shown).toContain(note)
      expect(shown).toContain('https://bot.gov.cn/reports/r1?t=abc')
      expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(Math.min(maxBytes, 3_000))
      // The last finding that is shown is shown whole.
      expect(renderReply(reply.markdown, 'plain')).toMatch(/请核对各类的数字。\s+内容较长/)
      expect(reply.files).toMatchObject([{ kind: 'file', name: '甲局 2024年：有 186 处错误.txt' }])
      expect(kept).toBe(`\ufeff${renderReply(longReport.markdown, 'plain')}\n`)
    },
  )

  test('keeps its own files, behind the whole text, and its mentions', async () => {
    const own: ReplyFile = { kind: 'picture', name: '图.png', sha256: 'f'.repeat(64), size: 1 }
    const { reply } = await shortened({ ...longReport, files: [own], mentions: ['a'] }, 'wecom-app', 2_024)
    expect(reply.files?.map(({ name }) => name)).toEqual(['甲局 2024年：有 186 处错误.txt', '图.png'])
    expect(reply.mentions).toEqual(['a'])
  })
})

test('no heading is left at the end of what is shown', async () => {
  const long = `**结论**\n\n甲\n\n**错误 1 处**（必须改正）\n\n- ${'很长'.repeat(2_000)}。`
  const { shown } = await shortened({ title: '甲', markdown: long }, 'wecom-app', 300)
  expect(shown).not.toMatch(/必须改正）\s+内容较长/)
})

test.each([
  ['', '全文.txt'],
  ['../../a:b|c"?*<>.', '.. .. a b c     ..txt'],
  ['字'.repeat(50), `${'字'.repeat(40)}.txt`],
])('a title %p names the file %p', async (title, name) => {
  const { reply } = await shortened({ title, markdown: '甲' }, 'plain', 300)
  expect(reply.files?.[0]?.name).toBe(name)
})

test('whatever is said, it fits and the whole of it is in the file', async () => {
  const dialects: readonly DialectName[] = ['wecom-app', 'wecom-bot', 'wecom-robot', 'dingtalk', 'plain']
  const paragraph = fc.string({ unit: 'grapheme', maxLength: 400 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(paragraph, { maxLength: 20 }),
      fc.constantFrom(...dialects),
      fc.integer({ min: 200, max: 4_000 }),
      async (paragraphs, dialect, maxBytes) => {
        const markdown = paragraphs.join('\n\n')
        const { shown, kept } = await shortened({ title: '甲', markdown }, dialect, maxBytes)
        expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(maxBytes)
        expect(shown).toContain(note)
        expect(kept).toBe(`\ufeff${renderReply(markdown, 'plain')}\n`)
      },
    ),
    { seed: 5, numRuns: 300 },
  )
})
