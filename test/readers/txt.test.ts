import { describe, expect, test } from '@jest/globals'

import type { Block } from '../../src/readers/document.ts'
import { readDocument } from '../../src/readers/index.ts'

async function read(bytes: Uint8Array | string): Promise<readonly Block[]> {
  const { document } = await readDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'a.txt')
  return document.blocks
}

/** `1:text` for a paragraph of line 1, `1[name]` for a picture. */
async function lines(bytes: Uint8Array | string): Promise<readonly string[]> {
  return (await read(bytes)).map((block) => {
    const line = String(block.place.line)
    if (block.kind === 'paragraph') return `${line}:${block.text}`
    return block.kind === 'picture' ? `${line}${block.name}` : `${line}?`
  })
}

describe('a line is a paragraph, as it stands', () => {
  test.each<[name: string, text: string, printed: readonly string[]]>([
    ['LF', '甲\n乙\n', ['1:甲', '2:乙']],
    ['CRLF', '甲\r\n乙', ['1:甲', '2:乙']],
    ['CR', '甲\r乙', ['1:甲', '2:乙']],
    ['mixed ends', '甲\r\n乙\r丙\n丁', ['1:甲', '2:乙', '3:丙', '4:丁']],
    ['empty lines are kept', '甲\n\n\n乙', ['1:甲', '2:', '3:', '4:乙']],
    [
      'tabs, pipes and runs of spaces are kept',
      '\t自然人 \n| 1 |  2 |\n 3    4',
      ['1:\t自然人 ', '2:| 1 |  2 |', '3: 3    4'],
    ],
    [
      'a page break ends a line, but is not counted',
      '甲\f乙\n\f丙\n\f\n丁',
      ['1:甲', '1:乙', '2:丙', '3:', '4:丁'],
    ],
    ['no line at all', '\n', ['1:']],
    ['a picture', '甲\n[image: 表格_01]\n乙', ['1:甲', '2[image: 表格_01]', '3:乙']],
    ['a picture without a name', '[image: ]', ['1[image: ]']],
    ['a picture before a heading', '[image: 表格_03]四、情况', ['1[image: 表格_03]', '1:四、情况']],
    ['a picture after a heading', '四、情况[image: 表格_03]', ['1:四、情况', '1[image: 表格_03]']],
    ['two pictures', ' [image: a] [image: b]', ['1[image: a]', '1[image: b]']],
    ['bookmarks are dropped', '[bookmark: _GoBack]（四）其他', ['1:（四）其他']],
    ['a bookmark before a picture', '[bookmark: x][image: a]四、', ['1[image: a]', '1:四、']],
    ['other brackets are words', '〔2021〕30号[image]', ['1:〔2021〕30号[image]']],
  ])('%s', async (_name, text, printed) => {
    expect(await lines(text)).toEqual(printed)
  })
})

describe('the encoding is found', () => {
  const utf16 = Buffer.from('\ufeff公开\r\n', 'utf16le')
  test.each<[name: string, bytes: Uint8Array, printed: readonly string[]]>([
    ['UTF-8', Buffer.from('公开'), ['1:公开']],
    ['UTF-8 with a mark', Buffer.from('\ufeff公开'), ['1:公开']],
    ['UTF-16, little end first', utf16, ['1:公开']],
    ['UTF-16, big end first', Buffer.from(utf16).swap16(), ['1:公开']],
    ['GBK', Buffer.from([0xb9, 0xab, 0xbf, 0xaa]), ['1:公开']],
    ['GB18030 with four bytes', Buffer.from([0xb9, 0xab, 0x81, 0x39, 0xef, 0x30]), ['1:公㐁']],
    ['UTF-8 cut off inside a character', Buffer.from('公开').subarray(0, 5), ['1:公']],
    ['GBK cut off inside a character', Buffer.from([0xb9, 0xab, 0xbf, 0xaa, 0xb9]), ['1:公开']],
  ])('%s', async (_name, bytes, printed) => {
    expect(await lines(bytes)).toEqual(printed)
  })
})
