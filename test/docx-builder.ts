import { zipSync } from 'fflate'

import type { DocxBlock, DocxPicture } from './docx-content.ts'
import { blocksXml, escapeXml } from './docx-xml.ts'

export * from './docx-content.ts'

/**
 * A Word document to build. Example:
 * ```ts
 * const bytes = buildDocx({
 *   body: [
 *     paragraph('二〇二三年政府信息公开工作年度报告', { style: 'Title' }),
 *     paragraph('总体情况', { numbering: { id: 1 } }),
 *     table([[cell('行政复议', { columnSpan: 2 })], ['结果维持', '结果纠正'], [1, 2]]),
 *   ],
 *   numberings: [{ id: 1, levels: [{ format: 'chineseCounting', text: '%1、' }] }],
 * })
 * ```
 */
export interface DocxDescription {
  readonly body: readonly DocxBlock[]
  /** Beside the built-in ones: Normal, Title, Heading1 to Heading3 (named in English, with outline levels). */
  readonly styles?: readonly DocxStyle[]
  readonly numberings?: readonly DocxNumbering[]
  /** Text of a page header; it is no part of the body. */
  readonly header?: string
  readonly variant?: DocxVariant
}

export interface DocxStyle {
  readonly id: string
  readonly name: string
  readonly type?: 'paragraph' | 'character'
  readonly basedOn?: string
  readonly isDefault?: boolean
  readonly outlineLevel?: number
  readonly numbering?: { readonly id?: number; readonly level?: number }
  readonly hidden?: boolean
  /** Further XML inside `w:rPr`. */
  readonly properties?: string
}

/** One `w:num` with a `w:abstractNum` of its own, unless it names another numbering's. */
export interface DocxNumbering {
  readonly id: number
  readonly levels?: readonly DocxLevel[]
  /** Use the levels (and share the counters) of the numbering with this id. */
  readonly sameListAs?: number
  /** `w:startOverride` by level. */
  readonly startOverrides?: Readonly<Record<number, number>>
  /** Levels replaced in this `w:num` only. */
  readonly levelOverrides?: Readonly<Record<number, DocxLevel>>
  /** `w:styleLink` or `w:numStyleLink` of the abstract numbering: the id of a numbering style. */
  readonly styleLink?: string
  readonly numStyleLink?: string
}

export interface DocxLevel {
  /** A `w:numFmt` value. */
  readonly format: string
  /** `w:lvlText`: `%1` to `%9` stand for the numbers of the levels. */
  readonly text: string
  /** From 1 if left out. */
  readonly start?: number
  readonly suffix?: 'tab' | 'space' | 'nothing'
  /** `w:lvlRestart`. */
  readonly restartAfter?: number
  /** `w:isLgl`: all numbers of this level in Arabic digits. */
  readonly legal?: boolean
  /** The paragraph style linked to this level. */
  readonly style?: string
}

/** Ways in which writers differ. */
export interface DocxVariant {
  /** ISO 29500 Strict namespaces. */
  readonly strict?: boolean
  /** Prefix for WordprocessingML instead of `w`. */
  readonly prefix?: string
  /** Path of the main part instead of `word/document.xml`. */
  readonly mainPart?: string
  /** What the main part is: .docx, .docm or .dotx. */
  readonly contentType?: 'document' | 'macroEnabled' | 'template'
}

/** The bytes of the described document, as Word would write it. */
export function buildDocx(description: DocxDescription): Uint8Array {
  return zipDocx(docxParts(description))
}

/** The parts of the described document by name, to be damaged or added to before `zipDocx`. */
export function docxParts(description: DocxDescription): Record<string, Uint8Array> {
  const variant = description.variant ?? {}
  const mainPart = variant.mainPart ?? 'word/document.xml'
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1)
  const pictures = new Map<string, DocxPicture>()
  const relate = (picture: DocxPicture) => {
    pictures.set(picture.name, picture)
    return `rIdPicture${[...pictures.keys()].indexOf(picture.name)}`
  }
  const body = blocksXml(description.body, relate)
  const text: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(mainPart, folder, variant),
    '_rels/.rels': relationshipsXml([['rId1', 'officeDocument', mainPart]], variant),
    [mainPart]: `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    [`${folder}_rels/${mainPart.slice(folder.length)}.rels`]: relationshipsXml(
      [
        ['rIdStyles', 'styles', 'styles.xml'],
        ['rIdNumbering', 'numbering', 'numbering.xml'],
        ['rIdHeader', 'header', 'header1.xml'],
        ...[...pictures.keys()].map(
          (name, index) => [`rIdPicture${index}`, 'image', `media/${name}`] as const,
        ),
      ],
      variant,
    ),
    [`${folder}styles.xml`]: stylesXml(description.styles ?? []),
    [`${folder}numbering.xml`]: numberingXml(description.numberings ?? []),
    [`${folder}header1.xml`]: `<w:hdr ${namespaces}><w:p><w:r><w:t>${escapeXml(description.header ?? '')}</w:t></w:r></w:p></w:hdr>`,
  }
  const parts = Object.entries(text).map(([name, content]) => [name, encode(content, variant)] as const)
  const media = [...pictures.values()].map(
    (entry) => [`${folder}media/${entry.name}`, entry.bytes ?? onePixel] as const,
  )
  return Object.fromEntries([...parts, ...media])
}

/** Parts packed as a zip file, `[Content_Types].xml` first where it is there. */
export function zipDocx(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts }, { level: 6, mtime: new Date('2024-01-15T08:00:00Z') })
}

const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const openXml = 'http://schemas.openxmlformats.org'
const namespaces = [
  `xmlns:w="${openXml}/wordprocessingml/2006/main"`,
  `xmlns:r="${openXml}/officeDocument/2006/relationships"`,
  `xmlns:wp="${openXml}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${openXml}/drawingml/2006/main"`,
  `xmlns:pic="${openXml}/drawingml/2006/picture"`,
  `xmlns:mc="${openXml}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

function encode(content: string, variant: DocxVariant): Uint8Array {
  let text = content
  if (variant.strict === true) {
    text = text
      .replaceAll(`${openXml}/wordprocessingml/2006/main`, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
      .replaceAll(
        `${openXml}/officeDocument/2006/relationships`,
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replaceAll(`${openXml}/drawingml/2006/`, 'http://purl.oclc.org/ooxml/drawingml/')
  }
  if (variant.prefix !== undefined)
    text = text.replaceAll(/(<\/?|\s|xmlns:)w(?=[:=])/g, `$1${variant.prefix}`)
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
}

const mainTypes = {
  document: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  macroEnabled: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  template: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
} as const

function contentTypesXml(mainPart: string, folder: string, variant: DocxVariant): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return (
    `<Types xmlns="${openXml}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    `<Override PartName="/${mainPart}" ContentType="${mainTypes[variant.contentType ?? 'document']}"/>` +
    ['styles', 'numbering']
      .map((part) => `<Override PartName="/${folder}${part}.xml" ContentType="${word}.${part}+xml"/>`)
      .join('') +
    '</Types>'
  )
}

function relationshipsXml(
  relations: readonly (readonly [id: string, type: string, target: string])[],
  variant: DocxVariant,
): string {
  const types =
    variant.strict === true
      ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
      : `${openXml}/officeDocument/2006/relationships`
  const rows = relations.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${openXml}/package/2006/relationships">${rows.join('')}</Relationships>`
}

const builtInStyles: readonly DocxStyle[] = [
  { id: 'Normal', name: 'Normal', isDefault: true },
  { id: 'Title', name: 'Title', basedOn: 'Normal' },
  { id: 'Heading1', name: 'heading 1', basedOn: 'Normal', outlineLevel: 0 },
  { id: 'Heading2', name: 'heading 2', basedOn: 'Normal', outlineLevel: 1 },
  { id: 'Heading3', name: 'heading 3', basedOn: 'Normal', outlineLevel: 2 },
]

function stylesXml(styles: readonly DocxStyle[]): string {
  const replaced = new Set(styles.map((style) => style.id))
  const all = [...builtInStyles.filter((style) => !replaced.has(style.id)), ...styles]
  return `<w:styles ${namespaces}>${all.map((style) => styleXml(style)).join('')}</w:styles>`
}

function styleXml(style: DocxStyle): string {
  const level = style.numbering?.level
  const id = style.numbering?.id
  const numbering =
    style.numbering === undefined
      ? ''
      : `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}${id === undefined ? '' : `<w:numId w:val="${id}"/>`}</w:numPr>`
  const outline = style.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${style.outlineLevel}"/>`
  return (
    `<w:style w:type="${style.type ?? 'paragraph'}"${style.isDefault === true ? ' w:default="1"' : ''} w:styleId="${style.id}">` +
    `<w:name w:val="${escapeXml(style.name)}"/>` +
    (style.basedOn === undefined ? '' : `<w:basedOn w:val="${style.basedOn}"/>`) +
    (numbering + outline === '' ? '' : `<w:pPr>${numbering}${outline}</w:pPr>`) +
    runPropertiesXml(style) +
    '</w:style>'
  )
}

function runPropertiesXml({ hidden, properties = '' }: DocxStyle): string {
  return `<w:rPr>${hidden === true ? '<w:vanish/>' : ''}${properties}</w:rPr>`
}

function numberingXml(numberings: readonly DocxNumbering[]): string {
  const abstracts = numberings
    .filter((numbering) => numbering.sameListAs === undefined)
    .map(
      (numbering) =>
        `<w:abstractNum w:abstractNumId="${numbering.id}"><w:multiLevelType w:val="multilevel"/>` +
        (numbering.styleLink === undefined ? '' : `<w:styleLink w:val="${numbering.styleLink}"/>`) +
        (numbering.numStyleLink === undefined ? '' : `<w:numStyleLink w:val="${numbering.numStyleLink}"/>`) +
        (numbering.levels ?? []).map((level, index) => levelXml(level, index)).join('') +
        '</w:abstractNum>',
    )
  const nums = numberings.map((numbering) => {
    const levels = new Set([
      ...Object.keys(numbering.startOverrides ?? {}),
      ...Object.keys(numbering.levelOverrides ?? {}),
    ])
    const overrides = [...levels].map(Number).map((index) => {
      const start = numbering.startOverrides?.[index]
      const level = numbering.levelOverrides?.[index]
      return (
        `<w:lvlOverride w:ilvl="${index}">` +
        (start === undefined ? '' : `<w:startOverride w:val="${start}"/>`) +
        (level === undefined ? '' : levelXml(level, index)) +
        '</w:lvlOverride>'
      )
    })
    return `<w:num w:numId="${numbering.id}"><w:abstractNumId w:val="${numbering.sameListAs ?? numbering.id}"/>${overrides.join('')}</w:num>`
  })
  return `<w:numbering ${namespaces}>${abstracts.join('')}${nums.join('')}</w:numbering>`
}

function levelXml(level: DocxLevel, index: number): string {
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="${level.start ?? 1}"/><w:numFmt w:val="${level.format}"/>` +
    (level.restartAfter === undefined ? '' : `<w:lvlRestart w:val="${level.restartAfter}"/>`) +
    (level.style === undefined ? '' : `<w:pStyle w:val="${level.style}"/>`) +
    (level.legal === true ? '<w:isLgl/>' : '') +
    (level.suffix === undefined ? '' : `<w:suff w:val="${level.suffix}"/>`) +
    `<w:lvlText w:val="${escapeXml(level.text)}"/></w:lvl>`
  )
}
