import { describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'

import { openZip } from '../../src/readers/zip.ts'

const file = zipSync({
  'word/document.xml': Buffer.from('<x/>'),
  'stored.txt': [Buffer.from('原样'), { level: 0 }],
  'empty.txt': new Uint8Array(0),
  '目录/文件.txt': Buffer.from('中文名'),
})

describe('a part is read by its name', () => {
  test.each([
    ['word/document.xml', '<x/>'],
    ['Word/DOCUMENT.xml', '<x/>'],
    ['stored.txt', '原样'],
    ['empty.txt', ''],
    ['目录/文件.txt', '中文名'],
    ['missing.txt', undefined],
    ['__proto__', undefined],
  ])('%s', async (name, content) => {
    const bytes = (await openZip(file)).read(name)
    expect(bytes === undefined ? undefined : Buffer.from(bytes).toString()).toBe(content)
  })
})

test('bytes that lie inside a larger buffer are read all the same', async () => {
  const larger = Buffer.concat([Buffer.from('before'), file, Buffer.from('after')])
  const zip = await openZip(new Uint8Array(larger.buffer, larger.byteOffset + 6, file.length))
  expect(zip.names).toEqual(['word/document.xml', 'stored.txt', 'empty.txt', '目录/文件.txt'])
})

test('an archive inside is one part like any other', async () => {
  const zip = await openZip(zipSync({ 'inner.zip': file }))
  expect(zip.names).toEqual(['inner.zip'])
  expect(zip.read('inner.zip')).toEqual(Buffer.from(file))
})
