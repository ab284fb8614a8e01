import { expect, test } from '@jest/globals'
import { piecesOfText } from '../../../../src/report/lines/items/text-pieces.ts'

/** Figures in angle brackets, pieces parted by bars. */
function shown(text: string): string {
  return piecesOfText(text)
    .map((piece) => (piece.kind === 'figure' ? `<${piece.text}>` : piece.text))
    .join('|')
}

test.each([
  ['一、本年新收政府信息公开申请数量 21 0 3', '一、本年新收政府信息公开申请数量|<21>|<0>|<3>'],
  ['法提供 2.没有现成信息需要另行制作 11 0', '法提供|2.没有现成信息需要另行制作|<11>|<0>'],
  ['7.属于行政执法案卷01.属于', '7.属于行政执法案卷|<0>|1.属于'],
  ['（一）予以公开0 0 12、其他 0', '（一）予以公开|<0>|<0>|<1>|2、其他|<0>'],
  ['3 0 -8.属于行政查询事项 5', '<3>|<0>|<->|8.属于行政查询事项|<5>'],
  ['规章 97 /行政规范性文件 -4 /2.重复申请', '规章|<97>|</>|行政规范性文件|<-4>|</>|2.重复申请'],
  ['   1.   8   16   15', '1.|<8>|<16>|<15>'],
  ['22（其中修订16件） 3', '<22（其中修订16件）>|<3>'],
  ['0 0（一）予以公开', '<0>|<0>|（一）予以公开'],
  ['行政事业性收费7730.28三、收到', '行政事业性收费|<7730.28>|三、收到'],
  [
    '/ — - 无 ０ 1,295 +19 240万元 251000元 0件',
    '</>|<—>|<->|<无>|<０>|<1,295>|<+19>|<240万元>|<251000元>|<0件>',
  ],
  ['约10 1/2 #REF! 若干', '<约10>|<1/2>|<#REF!>|<若干>'],
  ['4.保护第         6124', '4.保护第|<6124>'],
])('%s has figures of its own', (text, pieces) => {
  expect(shown(text)).toBe(pieces)
})

test.each([
  '2023 年 1 月 31 日',
  '第 711 号',
  '第二十条第（一）项',
  '（区分处理的，只计这一情 形，不',
  '本年增/减',
  '合格率100%',
])('%s has no figures', (text) => {
  expect(piecesOfText(text).every((piece) => piece.kind === 'label')).toBe(true)
})

test('a number ends where it ends: words of no row behind its mark are none of its label', () => {
  const cut = (text: string): readonly string[] =>
    piecesOfText(text).flatMap(({ kind, text: piece }) => (kind === 'figure' ? [piece] : []))
  expect(cut('9 1191 、 本 （二）部分公开')).toEqual(['9', '1191'])
  expect(cut('0 01.属于国家秘密')).toEqual(['0', '0'])
})
