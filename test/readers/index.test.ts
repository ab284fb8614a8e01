import { describe, expect, test } from '@jest/globals'

import { UnreadableFileError } from '../../src/errors.ts'
import { readDocument } from '../../src/readers/index.ts'
import { buildDocx, docxParts, zipDocx } from '../docx-builder.ts'
import { oleFile } from '../hostile-zip.ts'

const docx = buildDocx({ body: ['正文'] })
const utf8 = Buffer.from('一、总体情况\n')
const gbk = Buffer.from([0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0x0a])

describe('the content decides what a file is, the name only whether its extension fits', () => {
  test.each<[bytes: Uint8Array, fileName: string, format: 'docx' | 'txt', properExtension: string | null]>([
    [docx, '报告.docx', 'docx', null],
    [docx, '报告.DOCX', 'docx', null],
    [docx, '报告.docm', 'docx', null],
    [docx, '报告.pdf', 'docx', 'docx'],
    [docx, '报告.doc', 'docx', 'docx'],
    [docx, '报告', 'docx', null],
    [docx, '报告.最终版', 'docx', null],
    [utf8, '报告.txt', 'txt', null],
    [utf8, '报告.docx', 'txt', 'txt'],
    [gbk, '报告.doc', 'txt', 'txt'],
    [gbk, '../../报告.txt', 'txt', null],
  ])('%#: %s named %s', async (bytes, fileName, format, properExtension) => {
    const read = await readDocument(bytes, fileName)
    expect(read.document.format).toBe(format)
    expect(read.properExtension).toBe(properExtension)
  })
})

function zipOf(...names: readonly string[]): Uint8Array {
  return zipDocx(Object.fromEntries(names.map((name) => [name, Buffer.from('<x/>')])))
}

function officeFile(mainType: string): Uint8Array {
  const parts = docxParts({ body: [] })
  const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString()
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return zipDocx({ ...parts, '[Content_Types].xml': Buffer.from(types.replace(word, mainType)) })
}

describe('a known type that is not read is named, with what to do', () => {
  const openXml = 'application/vnd.openxmlformats-officedocument'
  test.each<[name: string, bytes: Uint8Array, words: RegExp]>([
    ['doc', oleFile('WordDocument', '1Table'), /旧版 Word\/WPS 文件.*另存为 \.docx/],
    ['xls', oleFile('Workbook'), /旧版 Excel 文件/],
    ['ppt', oleFile('PowerPoint Document'), /旧版 Office 文件/],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF 文件/],
    ['rtf', Buffer.from('{\\rtf1\\ansi'), /RTF 文件.*另存为 \.docx/],
    ['html', Buffer.from('<!DOCTYPE html><html><body>一、</body></html>'), /网页文件/],
    ['html with a comment before', Buffer.from('\ufeff <!-- x -->\n<html>'), /网页文件/],
    ['html of a table only', Buffer.from('<table><tr><td>1</td></tr></table>'), /网页文件/],
    ['mht', Buffer.from('From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n'), /网页归档文件/],
    [
      'Word XML',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w/>'),
      /Office XML/,
    ],
    ['xml', Buffer.from('<?xml version="1.0"?><a/>'), /XML 文件/],
    ['ofd', zipOf('OFD.xml', 'Doc_0/Document.xml'), /OFD 文件/],
    ['odt', zipOf('mimetype', 'content.xml'), /OpenDocument/],
    ['zip', zipOf('报告.docx'), /压缩包.*解压/],
    ['an empty zip', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), /压缩包/],
    ['xlsx', officeFile(`${openXml}.spreadsheetml.sheet.main+xml`), /Excel 文件/],
    ['pptx', officeFile(`${openXml}.presentationml.presentation.main+xml`), /PowerPoint 文件/],
    ['rar', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), /压缩包/],
    ['7z', Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04', 'latin1'), /压缩包/],
    ['gz', Buffer.from('\x1f\x8b\x08\x00', 'latin1'), /压缩包/],
    ['png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /图片/],
    ['jpg', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), /图片/],
    ['bmp', Buffer.from('BM\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', 'latin1'), /图片/],
    ['webp', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1'), /图片/],
    ['exe', Buffer.from('MZ\x90\x00\x03', 'latin1'), /程序文件/],
    ['nothing known', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0]), /这种类型的文件/],
  ])('%s', async (_name, bytes, words) => {
    const outcome: unknown = await readDocument(bytes, '报告').catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(UnreadableFileError)
    expect(outcome).toMatchObject({ code: 'unsupported_type' })
    expect(String(outcome)).toMatch(/暂不能读取.+，目前支持 \.docx 和 \.txt；请.+。$/)
    expect(String(outcome)).toMatch(words)
  })

  test('words that begin like a type are still words', async () => {
    for (const words of ['BM 是品牌', 'PK 赛', 'MZ 世代', '<一、总体情况>']) {
      expect((await readDocument(Buffer.from(words), '报告.txt')).document.format).toBe('txt')
    }
  })
})
