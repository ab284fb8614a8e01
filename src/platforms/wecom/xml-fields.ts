import { XMLParser } from 'fast-xml-parser'

/** The text fields directly below the root, by name. */
export type XmlFields = ReadonlyMap<string, string>

/**
 * Values stay text: a MsgId has more digits than a number can hold. `htmlEntities` is what resolves numeric references
 * (`&#20013;`); each named one of it stands for one character, and others cannot be declared (see hasDeclaration).
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** Reads `<xml>…</xml>`; null where it is not that or brings a DTD. */
export function xmlFields(text: string): XmlFields | null {
  if (hasDeclaration(text)) return null
  const root: unknown = readRoot(text)
  if (typeof root !== 'object' || root === null) return null
  return new Map(
    Object.entries(root).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Declarations (DTD, entities) outside of what people wrote. */
function hasDeclaration(text: string): boolean {
  return /<!(?!--)/.test(text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''))
}

function readRoot(text: string): unknown {
  try {
    const parsed: unknown = parser.parse(text)
    return typeof parsed === 'object' && parsed !== null && 'xml' in parsed ? parsed.xml : null
  } catch {
    return null
  }
}
