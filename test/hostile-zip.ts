import { constants, crc32, deflateRawSync } from 'node:zlib'

import { buildDocx, docxParts, paragraph, zipDocx, type DocxBlock } from './docx-builder.ts'

/**
 * Files built to do harm, made when a test asks for them: nothing of the kind is stored. All are Word documents
 * as far as their outside shows.
 */
export const hostileDocuments = {
  /** 300 MB of document.xml in some 300 KB, its size declared truly. */
  bomb: () => withDocumentXml(inflatingTo(300)),
  /** The same, but declared as 10 KB. */
  bombDeclaredSmall: () => withDocumentXml({ ...inflatingTo(300), declaredSize: 10_000 }),
  /** Within the sum of declared sizes, over the limit of a single part. */
  bombOfOnePart: () => withDocumentXml(inflatingTo(30)),
  /** 50 parts of 2 MB that are never read. */
  manySmallBombs: () =>
    writeZip([
      ...plainEntries(),
      ...Array.from({ length: 50 }, (_, index) => ({ ...inflatingTo(2), name: `word/media/${index}.bmp` })),
    ]),
  overlappingEntries: () =>
    writeZip([
      ...plainEntries(),
      { name: 'word/other.xml', data: new Uint8Array(0), sharesDataOf: 'word/document.xml' },
    ]),
  encryptedEntry: () => withDocumentXml({ flags: 1 }),
  stronglyEncryptedEntry: () => withDocumentXml({ flags: 0x41 }),
  duplicateNames: () => writeZip([...plainEntries(), entry('word/document.xml', '<x/>')]),
  namesDifferInCaseOnly: () => writeZip([...plainEntries(), entry('Word/Document.xml', '<x/>')]),
  absoluteName: () => writeZip([...plainEntries(), entry('/etc/passwd', 'x')]),
  climbingName: () => writeZip([...plainEntries(), entry('word/../../x', 'x')]),
  tooManyEntries: () =>
    writeZip([
      ...plainEntries(),
      ...Array.from({ length: 2_000 }, (_, index) => entry(`word/media/${index}`, '')),
    ]),
  zip64Locator: () => writeZip(plainEntries(), { zip64Locator: true }),
  zip64ExtraField: () => withDocumentXml({ extra: Uint8Array.of(1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0) }),
  manyRows: () => ofBody(`<w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(400_000)}</w:tbl>`),
  nestedTables: () =>
    ofBody(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
  deepWrappers: () => ofBody(`${'<w:sdt><w:sdtContent>'.repeat(20_000)}<w:p/>`),
  manyTables: () => ofBody('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(101)),
  wideTable: () =>
    ofBody(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`),
  farTable: () =>
    ofBody(
      `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    ),
  manyCells: () =>
    ofBody(`<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(101)}</w:tr>`.repeat(400)}</w:tbl>`),
  manyElements: () => ofBody(`<w:p>${'<w:bookmarkEnd/>'.repeat(500_001)}</w:p>`),
  manyParagraphs: () => ofBody('<w:p/>'.repeat(200_001)),
  muchText: () => ofBody(`<w:p><w:r><w:t>${'字'.repeat(5_000_001)}</w:t></w:r></w:p>`),
  longAutomaticNumbers: () =>
    buildDocx({
      body: Array.from({ length: 1_000 }, () => paragraph('', { numbering: { id: 1 } })),
      numberings: [{ id: 1, levels: [{ format: 'decimal', text: '%1'.repeat(100_000) }] }],
    }),
  manyAttributes: () =>
    ofBody(`<w:p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
  entityBomb: () =>
    withDocumentXml({
      data: encode(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`).join('')}]><x>&a8;</x>`,
      ),
    }),
} as const satisfies Record<string, () => Uint8Array>

/** Documents that a mishap damaged. */
export const damagedDocuments = {
  cutInTheMiddle: () => {
    const whole = writeZip(plainEntries())
    return whole.subarray(0, Math.floor(whole.length / 2))
  },
  cutAtTheEnd: () => writeZip(plainEntries()).slice(0, -1),
  headerOnly: () => writeZip(plainEntries()).slice(0, 30),
  wrongChecksum: () => withDocumentXml({ crc: 1 }),
  brokenDeflate: () => withDocumentXml({ compressed: Uint8Array.of(0xff, 0xff, 0xff, 0xff) }),
  unknownMethod: () => withDocumentXml({ method: 14 }),
  notWellFormed: () => ofBody('<w:p>'),
  undefinedEntity: () => ofBody('<w:p><w:r><w:t>&undefined;</w:t></w:r></w:p>'),
  notUtf8: () =>
    withDocumentXml({ data: Uint8Array.of(0x3c, 0x78, 0x3e, 0xd6, 0xd0, 0x3c, 0x2f, 0x78, 0x3e) }),
  withoutMainPart: () => writeZip(plainEntries().filter((part) => part.name !== 'word/document.xml')),
} as const satisfies Record<string, () => Uint8Array>

/** An OLE compound file with these streams: what Office makes of a document before 2007, or under a password. */
export function oleFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512 + 128 * (streams.length + 1))
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const start = 1024 + 128 * index
    bytes.set(Buffer.from(name, 'utf16le'), start)
    bytes[start + 64] = (name.length + 1) * 2
    bytes[start + 66] = index === 0 ? 5 : 2
  }
  return bytes
}

interface RawEntry {
  readonly name: string
  readonly data: Uint8Array
  /** Deflated bytes, instead of those of `data`. */
  readonly compressed?: Uint8Array
  readonly declaredSize?: number
  readonly crc?: number
  readonly method?: number
  readonly flags?: number
  readonly extra?: Uint8Array
  /** Point to the bytes of an earlier entry instead of writing own ones. */
  readonly sharesDataOf?: string
}

function plainEntries(body: readonly DocxBlock[] = ['正文']): readonly RawEntry[] {
  return Object.entries(docxParts({ body })).map(([name, data]) => ({ name, data }))
}

function entry(name: string, text: string): RawEntry {
  return { name, data: encode(text) }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A plain document whose document.xml is changed in some way. */
function withDocumentXml(change: Partial<RawEntry>): Uint8Array {
  return writeZip(
    plainEntries().map((part) => (part.name === 'word/document.xml' ? { ...part, ...change } : part)),
  )
}

function ofBody(xml: string): Uint8Array {
  const parts = docxParts({ body: [{ kind: 'xml', xml }] })
  return zipDocx(parts)
}

/** Deflate data that grows to so many MB of spaces: one flushed block of 1 MB, repeated, and a last empty one. */
function inflatingTo(megabytes: number): Pick<RawEntry, 'compressed' | 'declaredSize' | 'data'> {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return {
    data: new Uint8Array(0),
    compressed: Buffer.concat([...Array.from({ length: megabytes }, () => block), Uint8Array.of(3, 0)]),
    declaredSize: megabytes * 1024 * 1024,
  }
}

/** A zip container written byte by byte, so that anything in it can be wrong. */
function writeZip(
  entries: readonly RawEntry[],
  options: { readonly zip64Locator?: boolean } = {},
): Uint8Array {
  const offsets = new Map<string, number>()
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let length = 0
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk)
    length += chunk.length
  }
  for (const part of entries) {
    const written = describeEntry(entries.find((other) => other.name === part.sharesDataOf) ?? part)
    const offset = offsets.get(part.sharesDataOf ?? '') ?? length
    if (part.sharesDataOf === undefined) {
      offsets.set(part.name, offset)
      push(header(0x04034b50, part, written, undefined))
      push(written.compressed)
    }
    directory.push(header(0x02014b50, part, written, offset))
  }
  const start = length
  directory.forEach(push)
  const size = length - start
  if (options.zip64Locator === true) push(fields([0x07064b50, 4], [0, 4], [start, 4], [0, 4], [1, 4]))
  push(
    fields([0x06054b50, 4], [0, 4], [entries.length, 2], [entries.length, 2], [size, 4], [start, 4], [0, 2]),
  )
  return Buffer.concat(chunks)
}

interface WrittenEntry {
  readonly compressed: Uint8Array
  readonly size: number
  readonly crc: number
}

function describeEntry(part: RawEntry): WrittenEntry {
  return {
    compressed: part.compressed ?? deflateRawSync(part.data),
    size: part.declaredSize ?? part.data.length,
    crc: part.crc ?? crc32(part.data),
  }
}

function header(
  signature: number,
  part: RawEntry,
  written: WrittenEntry,
  offset: number | undefined,
): Uint8Array {
  const name = encode(part.name)
  const extra = part.extra ?? new Uint8Array(0)
  const isCentral = offset !== undefined
  return Buffer.concat([
    fields(
      [signature, 4],
      ...(isCentral ? [[20, 2] as const] : []),
      [20, 2],
      [part.flags ?? 0x800, 2],
      [part.method ?? 8, 2],
    ),
    fields([0, 4], [written.crc, 4], [written.compressed.length, 4], [written.size, 4]),
    fields([name.length, 2], [extra.length, 2]),
    isCentral ? fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]) : new Uint8Array(0),
    name,
    extra,
  ])
}

function fields(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes)
      if (bytes === 2) field.writeUInt16LE(value)
      else field.writeUInt32LE(value >>> 0)
      return field
    }),
  )
}
