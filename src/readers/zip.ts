import { crc32, inflateRawSync } from 'node:zlib'

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

import { UnreadableFileError } from '../errors.ts'
import { damagedFile, limits, unsafeFile } from './limits.ts'

/** The parts of a zip container by name. Nothing is inflated before it is read. */
export interface Zip {
  /** In the order of the directory, as written. */
  readonly names: readonly string[]
  /** The bytes of a part; undefined if there is none of that name (upper and lower case are the same). */
  readonly read: (name: string) => Uint8Array | undefined
}

/**
 * Opens a zip container whose directory keeps to the limits of operations: number of entries, declared sizes, no
 * encryption, no ZIP64, no duplicate, absolute or climbing names, no overlapping entries. Throws `unsafe_file` or
 * `damaged_file`.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = await readDirectory(buffer)
  const ranges = dataRanges(buffer, entries)
  const byName = new Map(entries.map((entry, index) => [entry.fileName.toLowerCase(), index]))
  return {
    names: entries.map((entry) => entry.fileName),
    read: (name) => {
      const index = byName.get(name.toLowerCase())
      const entry = index === undefined ? undefined : entries[index]
      const range = index === undefined ? undefined : ranges[index]
      if (entry === undefined || range === undefined) return undefined
      return readEntry(entry, buffer.subarray(range.data, range.end))
    },
  }
}

async function readDirectory(buffer: Buffer): Promise<readonly Entry[]> {
  if (usesZip64(buffer)) throw unsafeFile('使用了 ZIP64 格式')
  try {
    const zip = await fromBufferPromise(buffer)
    return await checkedEntries(zip)
  } catch (error) {
    throw error instanceof UnreadableFileError ? error : zipError(error)
  }
}

/** The ZIP64 locator stands right before the end record, which yauzl follows without saying so. */
function usesZip64(buffer: Buffer): boolean {
  const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  return end >= 20 && buffer.toString('latin1', end - 20, end - 16) === 'PK\u0006\u0007'
}

const zip64ExtraField = 1

async function checkedEntries(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.zipEntries) throw unsafeFile(`压缩包内超过 ${limits.zipEntries} 个文件`)
  const entries: Entry[] = []
  const names = new Set<string>()
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize
    if (declared > limits.zipDeclaredBytes) throw unsafeFile('解压后超过 50 MB')
    if (entry.isEncrypted()) throw unsafeFile('压缩包内有加密的部分')
    if (entry.extraFields.some((field) => field.id === zip64ExtraField)) throw unsafeFile('使用了 ZIP64 格式')
    const name = entry.fileName.toLowerCase()
    if (names.has(name)) throw unsafeFile('压缩包内有重名的文件')
    names.add(name)
    entries.push(entry)
  }
  return entries
}

/** yauzl says in words what is wrong; names and sizes that lie are no accident of transmission. */
function zipError(error: unknown): UnreadableFileError {
  const message = error instanceof Error ? error.message : ''
  if (/absolute path|invalid relative path|invalid characters/.test(message)) {
    return unsafeFile('压缩包内有不安全的文件名', { cause: error })
  }
  if (message.includes('size mismatch')) return unsafeFile('压缩包内的大小不实', { cause: error })
  if (message.includes('strong encryption')) return unsafeFile('压缩包内有加密的部分', { cause: error })
  return damagedFile('压缩结构不完整', { cause: error })
}

interface DataRange {
  readonly data: number
  readonly end: number
}

const localHeaderBytes = 30

/** Where each entry's compressed bytes stand. No two entries may share a byte. */
function dataRanges(buffer: Buffer, entries: readonly Entry[]): readonly DataRange[] {
  const ranges = entries.map((entry) => {
    const start = entry.relativeOffsetOfLocalHeader
    if (
      start + localHeaderBytes > buffer.length ||
      buffer.toString('latin1', start, start + 4) !== 'PK\u0003\u0004'
    ) {
      throw damagedFile('压缩结构不完整')
    }
    const data = start + localHeaderBytes + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28)
    const end = data + entry.compressedSize
    if (end > buffer.length) throw damagedFile('压缩结构不完整')
    return { start, data, end }
  })
  let last = 0
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    if (range.start < last) throw unsafeFile('压缩包内的文件互相重叠')
    last = range.end
  }
  return ranges
}

function readEntry(entry: Entry, data: Buffer): Uint8Array {
  const content = inflateEntry(entry, data)
  if (content.length > limits.partBytes) throw partTooLarge()
  if (content.length !== entry.uncompressedSize) throw unsafeFile('压缩包内的大小不实')
  if (crc32(content) !== entry.crc32) throw damagedFile('校验和不符')
  return content
}

/** Stops at the first byte over the declared size, or over the limit where the declared size is. */
function inflateEntry(entry: Entry, data: Buffer): Uint8Array {
  if (entry.compressionMethod === 0) return data
  if (entry.compressionMethod !== 8) throw damagedFile('压缩方式不支持')
  const isOverLimit = entry.uncompressedSize > limits.partBytes
  const most = isOverLimit ? limits.partBytes : Math.max(entry.uncompressedSize, 1)
  try {
    return inflateRawSync(data, { maxOutputLength: most })
  } catch (error) {
    if (codeOf(error) !== 'ERR_BUFFER_TOO_LARGE') throw damagedFile('压缩数据有误', { cause: error })
    throw isOverLimit ? partTooLarge() : unsafeFile('压缩包内的大小不实')
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

function partTooLarge(): UnreadableFileError {
  return unsafeFile('压缩包内的单个文件解压后超过 20 MB')
}
