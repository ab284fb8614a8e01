import { Resvg } from '@resvg/resvg-js'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { drawableText, isDrawable, textWidth } from '../../src/charts/text.ts'
import { wrapText } from '../../src/charts/wrap.ts'
import { packageFolder } from '../../src/package-folder.ts'
import { longestName } from './worst-charts.ts'

const fontFiles = ['NotoSansSC-common.ttf', 'NotoSansSC-rare.ttf'].map((name) =>
  path.join(packageFolder, 'assets/fonts', name),
)

function drawn(text: string): Resvg {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="40"><text x="4" y="28" font-size="20" font-family="Noto Sans SC">${text}</text></svg>`
  return new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' } })
}

function pixels(text: string): string {
  return Buffer.from(drawn(text).render().pixels).toString('base64')
}

/** What the fonts draw for a character they lack. */
const tofu = pixels('\ue000')
const blank = pixels('')

function everyGbkCharacter(): readonly string[] {
  const decoder = new TextDecoder('gbk')
  const found = new Set<string>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      // The user-defined rows of GBK are private: nobody knows what they look like.
      if (Array.from(text).length === 1 && !/[\ufffd\p{Co}]/u.test(text)) found.add(text)
    }
  }
  return [...found]
}

describe('what the shipped fonts draw', () => {
  test('is every Chinese character of GBK, those of place names among them', () => {
    const han = everyGbkCharacter().filter((character) => /\p{Script=Han}/u.test(character))
    expect(han.length).toBeGreaterThan(20_900)
    expect(han.filter((character) => !isDrawable(character))).toEqual([])
    const others = Array.from('堽垟兖𬒗〇—“”（）％·，。、；：！？□−×')
    expect(others.filter((character) => !isDrawable(character))).toEqual([])
  })

  test('is a glyph of its own for whatever the list of glyphs says', () => {
    const drawable = everyGbkCharacter().filter(
      (character) => isDrawable(character) && !/[\s□&<]/u.test(character),
    )
    fc.assert(
      fc.property(fc.constantFrom(...drawable), (character) => {
        const picture = pixels(character)
        expect(picture).not.toBe(tofu)
        expect(picture).not.toBe(blank)
      }),
      { numRuns: 400 },
    )
  })

  test.each(['\u3400', '😀', 'ᠠ', '\ue000', '한'])('is no %j, and the list knows', (character) => {
    expect(isDrawable(character)).toBe(false)
    expect(pixels(character)).toBe(tofu)
    expect(drawableText(`甲${character}乙`)).toBe('甲□乙')
  })

  test.each([longestName, '2025—2026年 1234567890.5% −3', 'ABCxyz（堽）', '依据：“总计”×3'])(
    'is as wide as the layout thinks: %s',
    (text) => {
      // The ink ends before the width does, by the room that the last letter has beside it.
      const ink = drawn(`${text}|`).getBBox()
      const expected = textWidth(`${text}|`, 20)
      expect(ink?.width).toBeGreaterThan(expected - 6)
      expect(ink?.width).toBeLessThanOrEqual(expected)
    },
  )
})

describe('drawable text', () => {
  test.each([
    ['a line break becomes a blank', '甲\n\t乙', '甲 乙'],
    ['what is never seen is left out', '甲\u200b\ufeff乙\u200d', '甲乙'],
    ['control characters become blanks', '甲\u0000\u001b乙', '甲 乙'],
    ['half a character becomes a square', '甲\ud800', '甲□'],
    ['letters with accents stay', 'cafe\u0301', 'café'],
  ])('%s', (_what, text, expected) => {
    expect(drawableText(text)).toBe(expected)
  })
})

describe('wrapping', () => {
  test.each([
    ['fits', '依申请数量', 100, ['依申请数量']],
    ['leaves no single character over', '一二三四五六七八九十甲', 100, ['一二三四五六七', '八九十甲']],
    ['breaks at a blank first', '一二三四五 六七八九十甲', 100, ['一二三四五', '六七八九十甲']],
    ['then after a comma', '一二三四五六，七八九十甲', 100, ['一二三四五六，', '七八九十甲']],
    ['keeps a number with what it counts', '一二三四五有 3 处错误', 80, ['一二三四五有', '3 处错误']],
    ['keeps a span of years whole', '一二三四2021—2025年', 90, ['一二三四', '2021—2025年']],
    ['keeps a number whole', '共计12345件依申请', 45, ['共计', '12345件', '依申请']],
    ['begins no line with a comma', '一二三四五，六七', 50, ['一二三四', '五，六七']],
    ['ends no line with a bracket', '一二三四（五六）', 50, ['一二三四', '（五六）']],
    ['tears a number that no line holds', '1234567890', 30, ['12345', '67890']],
    ['is one line of nothing', '', 50, ['']],
  ])('%s', (_what, text, width, expected) => {
    expect(wrapText(text, 10, width)).toEqual(expected)
  })

  test('loses nothing but blanks, and no line is too wide', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 30, max: 400 }),
        (text, width) => {
          const lines = wrapText(text, 13, width)
          expect(lines.join('').replaceAll(' ', '')).toBe(drawableText(text).replaceAll(' ', ''))
          for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
