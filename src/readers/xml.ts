import { SaxesParser } from 'saxes'

import { UnreadableFileError } from '../errors.ts'
import { damagedFile, limits, unsafeFile, type Budget } from './limits.ts'

/**
 * What is done with the elements of an XML part. Names are `prefix:local` with the usual prefix of the namespace
 * (`w:p`), whatever prefix the file uses; `*:local` for namespaces not known here.
 */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly close: (name: string) => void
  /** Character data, possibly in several pieces. */
  readonly text: (text: string) => void
}

/** The attributes of the element just opened; valid only during `open`. */
export interface XmlAttributes {
  /** Value by the same names as elements have: `w:val`, or plain for attributes without a prefix. */
  readonly get: (name: string) => string | undefined
}

/** Namespaces of the transitional and the strict variant of Office Open XML, by their usual prefix. */
const prefixes = new Map(
  Object.entries({
    w: ['openxml/wordprocessingml/2006/main', 'strict/wordprocessingml/main'],
    r: ['openxml/officeDocument/2006/relationships', 'strict/officeDocument/relationships'],
    wp: ['openxml/drawingml/2006/wordprocessingDrawing', 'strict/drawingml/wordprocessingDrawing'],
    a: ['openxml/drawingml/2006/main', 'strict/drawingml/main'],
    pic: ['openxml/drawingml/2006/picture', 'strict/drawingml/picture'],
    c: ['openxml/drawingml/2006/chart', 'strict/drawingml/chart'],
    dgm: ['openxml/drawingml/2006/diagram', 'strict/drawingml/diagram'],
    m: ['openxml/officeDocument/2006/math', 'strict/officeDocument/math'],
    mc: ['openxml/markup-compatibility/2006'],
    ct: ['openxml/package/2006/content-types'],
    rel: ['openxml/package/2006/relationships'],
    wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
    cx: ['http://schemas.microsoft.com/office/drawing/2014/chartex'],
    v: ['urn:schemas-microsoft-com:vml'],
    o: ['urn:schemas-microsoft-com:office:office'],
    xml: ['http://www.w3.org/XML/1998/namespace'],
  }).flatMap(([prefix, uris]) =>
    uris.map((uri) => [
      uri
        .replace(/^openxml\//, 'http://schemas.openxmlformats.org/')
        .replace(/^strict\//, 'http://purl.oclc.org/ooxml/'),
      prefix,
    ]),
  ),
)

/** The namespaces declared at some element, with the names already looked up there. */
interface Scope {
  readonly depth: number
  /** Prefix of the file → usual prefix. */
  readonly declared: ReadonlyMap<string, string>
  readonly outer: Scope | undefined
  readonly elementNames: Map<string, string>
  readonly attributeNames: Map<string, readonly string[]>
}

function openScope(depth: number, declared: ReadonlyMap<string, string>, outer: Scope | undefined): Scope {
  return { depth, declared, outer, elementNames: new Map(), attributeNames: new Map() }
}

function usualPrefix(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const usual = at.declared.get(prefix)
    if (usual !== undefined) return usual
  }
  return undefined
}

/**
 * Reads an XML part through a SAX parser, within the limits of depth, elements and attributes. No DOCTYPE and so
 * no entities but the five. Throws `unsafe_file`, or `damaged_file` where it is not well-formed.
 */
export function parseXml(bytes: Uint8Array, handler: XmlHandler, budget: Budget): void {
  try {
    const parser = wire(handler, budget)
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }))
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    throw error instanceof UnreadableFileError ? error : damagedFile('XML 内容有误', { cause: error })
  }
}

/** Decoded and parsed piece by piece, so that a large part is never held as one string beside its bytes. */
const chunkBytes = 256 * 1024

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

type Parser = SaxesParser<{ xmlns: false; position: false }>

function wire(handler: XmlHandler, budget: Budget): Parser {
  const parser: Parser = new SaxesParser({ xmlns: false, position: false })
  let scope = openScope(0, new Map([['xml', 'xml']]), undefined)
  let depth = 0
  let attributeCount = 0
  let declared: Map<string, string> | undefined
  let current: Readonly<Record<string, string>> = {}
  const attributes: XmlAttributes = {
    get: (name) => {
      for (const raw of rawAttributeNames(scope, name)) {
        const value = current[raw]
        if (value !== undefined) return value
      }
      return undefined
    },
  }

  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw unsafeFile('XML 中含有 DOCTYPE 声明')
  })
  parser.on('attribute', ({ name, value }) => {
    if (++attributeCount > limits.xmlAttributes) throw unsafeFile('XML 元素的属性过多')
    if (name.startsWith('xmlns')) declared = declareNamespace(declared, name, value)
  })
  parser.on('opentag', (tag) => {
    budget.spendElement()
    if (++depth > limits.xmlDepth) throw unsafeFile(`XML 嵌套超过 ${limits.xmlDepth} 层`)
    attributeCount = 0
    if (declared !== undefined) {
      scope = innerScope(scope, depth, declared)
      declared = undefined
    }
    current = tag.attributes
    handler.open(elementName(scope, tag.name), attributes)
  })
  parser.on('closetag', (tag) => {
    handler.close(elementName(scope, tag.name))
    if (scope.depth === depth) scope = scope.outer ?? scope
    depth -= 1
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  return parser
}

function declareNamespace(
  declared: Map<string, string> | undefined,
  name: string,
  uri: string,
): Map<string, string> | undefined {
  if (name !== 'xmlns' && !name.startsWith('xmlns:')) return declared
  return (declared ?? new Map<string, string>()).set(name.slice('xmlns:'.length), prefixes.get(uri) ?? '*')
}

/** Writers repeat declarations on every drawing; a scope is only opened where one changes something. */
function innerScope(outer: Scope, depth: number, declared: ReadonlyMap<string, string>): Scope {
  const changes = [...declared].some(([prefix, usual]) => usualPrefix(outer, prefix) !== usual)
  return changes ? openScope(depth, declared, outer) : outer
}

function elementName(scope: Scope, raw: string): string {
  const known = scope.elementNames.get(raw)
  if (known !== undefined) return known
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  // A prefix that is bound nowhere is taken by its name: some converters forget to declare it.
  const name = `${usualPrefix(scope, prefix) ?? (prefix === '' ? '*' : prefix)}:${raw.slice(colon + 1)}`
  scope.elementNames.set(raw, name)
  return name
}

function rawAttributeNames(scope: Scope, name: string): readonly string[] {
  const known = scope.attributeNames.get(name)
  if (known !== undefined) return known
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(colon, 0))
  const spelled = prefix === '' ? [] : prefixesFor(scope, prefix).map((raw) => `${raw}${name.slice(colon)}`)
  // As with elements: a name without a prefix, or with one that is bound nowhere, stands for itself.
  const standsForItself = prefix === '' || usualPrefix(scope, prefix) === undefined
  const raws = standsForItself ? [...spelled, name] : spelled
  scope.attributeNames.set(name, raws)
  return raws
}

/** The prefixes of the file that stand for a usual one here. Attributes without a prefix are in no namespace. */
function prefixesFor(scope: Scope, usual: string): readonly string[] {
  const found: string[] = []
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    for (const [raw, bound] of at.declared) {
      if (raw !== '' && bound === usual && usualPrefix(scope, raw) === usual) found.push(raw)
    }
  }
  return found
}
