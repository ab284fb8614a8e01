import { UnreadableFileError } from '../errors.ts'
import type { Document, FileFormat } from './document.ts'
import { readDocx } from './docx.ts'
import {
  binaryType,
  markupType,
  unknownType,
  unsupportedType,
  zipType,
  type UnreadType,
} from './file-type.ts'
import { openBudget, uploadLimit, type Budget } from './limits.ts'
import { openOfficePackage, type OfficeKind } from './office-package.ts'
import { isOle, oleNames } from './ole.ts'
import { decodeText } from './text-encoding.ts'
import { readTxt } from './txt.ts'
import { openZip } from './zip.ts'

export { uploadLimit }

/** A file as read. */
export interface ReadFile {
  readonly document: Document
  /** The extension that fits the content (`docx`), where the file's own does not; else null. */
  readonly properExtension: string | null
}

/**
 * Reads a file into a Document. What it is, its content decides; the name only tells whether its extension fits.
 * Throws UnreadableFileError: `empty_file`, `file_too_large`, `unsupported_type`, `encrypted_file`, `damaged_file`
 * or `unsafe_file`.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<ReadFile> {
  if (bytes.length === 0) throw new UnreadableFileError('empty_file', '文件是空的，请检查后重新发送。')
  if (bytes.length > uploadLimit) throw tooLarge(bytes.length)
  const document = await readByContent(bytes, fileName, openBudget())
  return { document, properExtension: properExtension(document.format, fileName) }
}

function tooLarge(size: number): UnreadableFileError {
  // Rounded up, so that a file just over the limit does not seem to be within it.
  const megabytes = (Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1)
  return new UnreadableFileError(
    'file_too_large',
    `文件有 ${megabytes} MB，超过 ${uploadLimit / 1024 / 1024} MB 的上限；请压缩其中的图片或去掉附件后再发送。`,
  )
}

async function readByContent(bytes: Uint8Array, fileName: string, budget: Budget): Promise<Document> {
  if (isZip(bytes)) return readZip(bytes, budget)
  if (isOle(bytes)) throw oleError(oleNames(bytes))
  const binary = binaryType(bytes)
  if (binary !== undefined) throw unsupportedType(binary)
  const text = decodeText(bytes)
  if (text === undefined) throw unknownBytes(fileName)
  const markup = markupType(text)
  if (markup !== undefined) throw unsupportedType(markup)
  return readTxt(text, budget)
}

/** Bytes of no known type: under the name of a Word file they are what is left of one. */
function unknownBytes(fileName: string): UnreadableFileError {
  return /\.(?:doc[xm]?|wps)$/i.test(fileName.trim())
    ? new UnreadableFileError(
        'damaged_file',
        '文件已损坏，或者没有传完整，打不开；请在电脑上试着打开原文件，能打开的话，另存为 .docx 后再发送。',
      )
    : unsupportedType(unknownType)
}

/** `PK`, then the sign of a first entry or, for an archive without any, of the directory's end. */
function isZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

const officeTypes: Readonly<Record<Exclude<OfficeKind, 'word'>, UnreadType>> = {
  excel: { name: ' Excel 文件', advice: 'send text' },
  powerpoint: { name: ' PowerPoint 文件', advice: 'send report' },
  other: unknownType,
}

async function readZip(bytes: Uint8Array, budget: Budget): Promise<Document> {
  const zip = await openZip(bytes)
  const isOffice = zip.names.some((name) => name.toLowerCase() === '[content_types].xml')
  if (!isOffice) throw unsupportedType(zipType(zip.names))
  const file = openOfficePackage(zip, budget)
  if (file.kind !== 'word') throw unsupportedType(officeTypes[file.kind])
  return readDocx(file, budget)
}

function oleError(names: ReadonlySet<string>): UnreadableFileError {
  if (names.has('EncryptedPackage')) {
    return new UnreadableFileError(
      'encrypted_file',
      '文件已加密，需要密码才能打开；请取消密码保护，另存为 .docx 后再发送。',
    )
  }
  if (names.has('WordDocument'))
    return unsupportedType({ name: '旧版 Word/WPS 文件（.doc、.wps）', advice: 'save as docx' })
  if (names.has('Workbook') || names.has('Book')) {
    return unsupportedType({ name: '旧版 Excel 文件（.xls）', advice: 'send text' })
  }
  return unsupportedType({ name: '旧版 Office 文件', advice: 'save as docx' })
}

const fittingExtensions: Readonly<Record<FileFormat, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  txt: ['txt', 'text', 'md', 'csv', 'tsv', 'log'],
}

/** Only what looks like an extension can be a wrong one; a name without any is left alone. */
function properExtension(format: FileFormat, fileName: string): string | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase()
  return extension === undefined || fittingExtensions[format].includes(extension) ? null : format
}
