import type { Paragraph } from '../document.ts'
import type { Budget } from '../limits.ts'
import { parseXml, type XmlAttributes } from '../xml.ts'
import { isOn, integerOf } from './attribute-values.ts'
import { lookProperties, type RunLook } from './run-look.ts'

/** What styles.xml says, looked up by style id; an unknown or missing id stands for the default style. */
export interface Styles {
  /** Title, heading or body, by the style's name, its ancestors' names and outline levels. */
  readonly role: (id: string | undefined) => Paragraph['style']
  /** Numbering that the style or an ancestor sets, and the style that named the list. */
  readonly numbering: (id: string | undefined) => StyleNumbering
  /** How the text of a paragraph or character style looks, as far as the style says it. */
  readonly look: (id: string | undefined, type: StyleType) => Readonly<Partial<RunLook>>
}

export type StyleType = 'paragraph' | 'character'

export interface StyleNumbering {
  readonly numId: number | undefined
  readonly level: number | undefined
  /** The style and its ancestors, nearest first: a list level may be tied to one of them. */
  readonly chain: readonly string[]
}

interface Style {
  readonly id: string
  readonly type: string
  name: string
  basedOn: string | undefined
  outlineLevel: number | undefined
  numId: number | undefined
  level: number | undefined
  readonly look: Partial<RunLook>
}

/** Reads styles.xml; without one nothing is known of any style. */
export function readStyles(bytes: Uint8Array | undefined, budget: Budget): Styles {
  const styles = new Map<string, Style>()
  const defaults = new Map<string, string>()
  if (bytes !== undefined) parseStyles(bytes, budget, styles, defaults)
  const chainOf = (id: string | undefined, type: StyleType) => styleChain(styles, id ?? defaults.get(type))
  const look = {
    paragraph: remember((id) => lookOf(chainOf(id, 'paragraph'))),
    character: remember((id) => lookOf(chainOf(id, 'character'))),
  }
  return {
    role: remember((id) => roleOf(chainOf(id, 'paragraph'), id)),
    numbering: remember((id) => numberingOf(chainOf(id, 'paragraph'))),
    look: (id, type) => look[type](id),
  }
}

/** The same few styles are asked for at every run and paragraph. */
function remember<Value>(look: (id: string | undefined) => Value): (id: string | undefined) => Value {
  const known = new Map<string | undefined, { readonly value: Value }>()
  return (id) => {
    const found = known.get(id) ?? { value: look(id) }
    known.set(id, found)
    return found.value
  }
}

/** What the nearest style says counts. */
function lookOf(chain: readonly Style[]): Partial<RunLook> {
  return Object.assign({}, ...chain.toReversed().map((style) => style.look)) as Partial<RunLook>
}

function numberingOf(chain: readonly Style[]): StyleNumbering {
  return {
    numId: chain.find((style) => style.numId !== undefined)?.numId,
    level: chain.find((style) => style.level !== undefined)?.level,
    chain: chain.map((style) => style.id),
  }
}

function parseStyles(
  bytes: Uint8Array,
  budget: Budget,
  styles: Map<string, Style>,
  defaults: Map<string, string>,
): void {
  let style: Style | undefined
  const readers = styleReaders()
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 'w:style') {
          style = newStyle(attributes)
          styles.set(style.id, style)
          if (isOn(attributes.get('w:default') ?? '0')) defaults.set(style.type, style.id)
        } else if (style !== undefined) {
          readers.get(name)?.(style, attributes)
        }
      },
      close: (name) => {
        if (name === 'w:style') style = undefined
      },
      text: () => undefined,
    },
    budget,
  )
}

function newStyle(attributes: XmlAttributes): Style {
  return {
    id: attributes.get('w:styleId') ?? '',
    type: attributes.get('w:type') ?? 'paragraph',
    name: '',
    basedOn: undefined,
    outlineLevel: undefined,
    numId: undefined,
    level: undefined,
    look: {},
  }
}

function styleReaders(): ReadonlyMap<string, (style: Style, attributes: XmlAttributes) => void> {
  return new Map(
    Object.entries({
      ...lookReaders,
      'w:name': (style: Style, attributes: XmlAttributes) => (style.name = attributes.get('w:val') ?? ''),
      'w:basedOn': (style: Style, attributes: XmlAttributes) => (style.basedOn = attributes.get('w:val')),
      'w:outlineLvl': (style: Style, attributes: XmlAttributes) =>
        (style.outlineLevel = integerOf(attributes.get('w:val'))),
      'w:numId': (style: Style, attributes: XmlAttributes) =>
        (style.numId = integerOf(attributes.get('w:val'))),
      'w:ilvl': (style: Style, attributes: XmlAttributes) =>
        (style.level = integerOf(attributes.get('w:val'))),
    }),
  )
}

const lookReaders = Object.fromEntries(
  Object.entries(lookProperties).map(([name, set]) => [
    name,
    (style: Style, attributes: XmlAttributes) => {
      set(style.look, attributes.get('w:val'))
    },
  ]),
)

/** Longest chain followed; Word itself stops at eleven ancestors. */
const longestChain = 20

function styleChain(styles: ReadonlyMap<string, Style>, id: string | undefined): readonly Style[] {
  const chain: Style[] = []
  let next = id === undefined ? undefined : styles.get(id)
  while (next !== undefined && chain.length < longestChain) {
    chain.push(next)
    next = next.basedOn === undefined ? undefined : styles.get(next.basedOn)
  }
  return chain
}

const titleName = /^(sub)?title$|^(副|文档|公文|报告|大)?标题$/i
const headingName = /^heading ?[1-9]$|^标题 ?[1-9一二三四五六七八九]$/i

/** Names as Word (English, whatever its language) and WPS (also Chinese) write them; else the outline level. */
function roleOf(chain: readonly Style[], id: string | undefined): Paragraph['style'] {
  const named = chain.length === 0 && id !== undefined ? [{ name: id, outlineLevel: undefined }] : chain
  for (const style of named) {
    if (titleName.test(style.name)) return 'title'
    if (headingName.test(style.name)) return 'heading'
    if (style.outlineLevel !== undefined) return style.outlineLevel < 9 ? 'heading' : 'body'
  }
  return 'body'
}
