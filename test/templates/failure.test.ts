import { expect, test } from '@jest/globals'
import { readDocument } from '../../src/readers/index.ts'
import { oleFile } from '../hostile-zip.ts'
import { GongkaiError, QuarantinedFileError, type ErrorCode } from '../../src/errors.ts'
import { failureReply } from '../../templates/failure.ts'

test.each<[ErrorCode, string, string]>([
  ['empty_file', '**“年报.docx”是空文件，里面没有内容。**', '请检查原文件能不能打开，再重新发一次。'],
  ['file_too_large', '**“年报.docx”太大了，超过 20 MB，没有读取。**', '压缩文件里的图片'],
  ['unsupported_type', '**“年报.docx”的格式还不能读。**', '请发年报的 Word 文件'],
  ['encrypted_file', '**“年报.docx”加了密码，打不开。**', '请取消文件的打开密码'],
  ['damaged_file', '**“年报.docx”已损坏，或者没有传完整，打不开。**', '另存一份再发一次。'],
  ['unsafe_file', '**“年报.docx”的内部结构不正常，为安全起见没有读取。**', '另存为新的 .docx'],
  ['not_a_report', '**“年报.docx”看起来不是政府信息公开工作年度报告。**', '请核对有没有选错文件'],
  ['read_timeout', '**“年报.docx”读了很久也没有读完，已经停止。**', '另存为新的 .docx'],
  ['reader_died', '**“年报.docx”读到一半，读取程序中断了，没有读完。**', '另存为新的 .docx'],
  ['file_gone', '**“年报.docx”已经失效，没有取到。**', '请重新发一次文件。'],
  ['file_not_found', '**“年报.docx”已经失效，没有取到。**', '请重新发一次文件。'],
  [
    'file_unreachable',
    '**“年报.docx”没有取到：试了几次，存放文件的服务器都没有应答。**',
    '请过一会儿重新发一次文件',
  ],
  ['file_host_refused', '**“年报.docx”没有取到：下载地址不在允许的范围内。**', '请告诉管理员'],
  ['file_undecryptable', '**“年报.docx”没有取到：下载的内容解不开密。**', '请告诉管理员'],
  ['store_unavailable', '**“年报.docx”处理失败：暂时存不了数据。**', '请过几分钟再发一次'],
  ['internal', '**“年报.docx”处理失败，是机器人的问题。**', '请再发一次'],
  ['config_invalid', '**“年报.docx”处理失败：机器人的设置有问题。**', '请告诉管理员'],
  ['usage', '**“年报.docx”处理失败：机器人的设置有问题。**', '请告诉管理员'],
  ['port_in_use', '**“年报.docx”处理失败：机器人的设置有问题。**', '请告诉管理员'],
  ['store_locked', '**“年报.docx”处理失败：机器人的设置有问题。**', '请告诉管理员'],
])('%s says what happened and what to do next', (code, happened, next) => {
  const [first, second] = failureReply({ code }, '年报.docx').markdown.split('\n\n')
  expect(first).toBe(happened)
  expect(second).toContain(next)
})

test.each<['read_timeout' | 'reader_died', string]>([
  ['read_timeout', '**“年报.docx”以前读过，读了很久也没有读完，所以这次没有再读。**'],
  ['reader_died', '**“年报.docx”以前读过，读到一半读取程序就中断了，所以这次没有再读。**'],
])('of the same bytes again, %s says that they were not read, and what to do', (code, happened) => {
  const { markdown } = failureReply(new QuarantinedFileError(code), '年报.docx')
  expect(markdown.split('\n\n')[0]).toBe(happened)
  expect(markdown).toContain('另存为新的 .docx（或者重新导出一份），再发一次')
})

test('a dead message gets its reference number, also without a file', () => {
  expect(failureReply({ code: 'internal' }, null, 'ab12cd34').markdown).toBe(
    '**处理失败，是机器人的问题。**\n\n请再发一次；还不行的话，请告诉管理员。\n\n需要联系管理员时，请报编号：`ab12cd34`',
  )
})

test('a file name cannot mention anybody', () => {
  expect(failureReply({ code: 'empty_file' }, '<@all>.docx').markdown).toContain('“\\<＠all\\>.docx”')
})

test.each<[string, Uint8Array, string]>([
  ['a.pdf', Buffer.from('%PDF-1.7'), '请发送报告的 Word 文件（.docx）或文本文件（.txt）。'],
  ['a.doc', oleFile('WordDocument'), '请用 Word 或 WPS 打开，另存为 .docx 后再发送。'],
  ['a.rar', Buffer.from('Rar!\x1a\x07', 'latin1'), '请解压后，把里面的报告（.docx 或 .txt）直接发送。'],
  ['a.jpg', Buffer.from('\xff\xd8\xff', 'latin1'), '暂不能读取图片'],
  ['a.docx', Buffer.from([0, 1, 0xfe, 0xff, 0, 3, 9]), '能打开的话，另存一份再发一次。'],
])('%s of its own type is told the next step that fits', async (name, bytes, next) => {
  const error = await readDocument(bytes, name).catch((thrown: unknown) => thrown)
  if (!(error instanceof GongkaiError)) throw new Error('it was read')
  expect(failureReply(error, name).markdown).toContain(next)
})

test('a file without a name is called a file', () => {
  expect(failureReply({ code: 'file_gone' }, null).markdown).toMatch(/^\*\*文件已经失效/)
  expect(failureReply({ code: 'file_host_refused' }, null).markdown).toMatch(/^\*\*文件没有取到/)
  expect(failureReply({ code: 'internal' }, null).markdown).toMatch(/^\*\*处理失败/)
})

test('a quoted file whose link has run out is to be quoted again, not sent again', () => {
  const { markdown } = failureReply({ code: 'file_expired', isQuoted: true }, null)
  expect(markdown).toMatch(/^\*\*链接已过期，请重新引用文件。\*\*\n\n文件不用重新上传/)
  expect(failureReply({ code: 'file_expired' }, null).markdown).toBe(
    '**文件已经失效，没有取到。**\n\n请重新发一次文件。',
  )
})

test('a quoted file that was not handed over is asked for in a single chat', () => {
  const { markdown } = failureReply({ code: 'file_gone', isQuoted: true }, null)
  expect(markdown).toMatch(/^\*\*没有取到被引用的文件。\*\*\n\n请在单聊里把文件发给我/)
})
