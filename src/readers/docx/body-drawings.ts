import type { XmlAttributes } from '../xml.ts'
import { isOn } from './attribute-values.ts'
import { closeContainer } from './body-paragraphs.ts'
import { addAnchored, prints, type BodyElement, type BodyState } from './body-state.ts'

const drawing: BodyElement = {
  open: (state) => {
    state.drawings.push({ width: undefined, height: undefined, isHidden: false })
  },
  close: (state) => {
    state.drawings.pop()
  },
}

const emuPerPoint = 12_700

const extent: BodyElement = {
  open: (state, attributes) => {
    const open = state.drawings.at(-1)
    if (open === undefined) return
    open.width = points(Number(attributes.get('cx')) / emuPerPoint)
    open.height = points(Number(attributes.get('cy')) / emuPerPoint)
  },
}

const drawingProperties: BodyElement = {
  open: (state, attributes) => {
    const open = state.drawings.at(-1)
    if (open !== undefined) open.isHidden = isOn(attributes.get('hidden') ?? '0')
  },
}

/** A VML shape states its size as a CSS style; inside a group it has no unit and the group's size stands. */
const shape: BodyElement = {
  open: (state, attributes) => {
    const open = state.drawings.at(-1)
    const style = attributes.get('style') ?? ''
    const width = cssLength(style, 'width')
    const height = cssLength(style, 'height')
    if (open === undefined || width === undefined || height === undefined) return
    open.width = width
    open.height = height
  },
}

const pointsPerUnit: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pc: 12,
  px: 0.75,
}

function cssLength(style: string, property: 'width' | 'height'): number | undefined {
  const match = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\d.]+)(pt|in|cm|mm|pc|px)\\b`).exec(style)
  return match === null ? undefined : points(Number(match[1]) * (pointsPerUnit[match[2] ?? ''] ?? 1))
}

/** Rounded to a tenth of a point, which is finer than any printer; undefined for what is no size. */
function points(value: number): number | undefined {
  return Number.isFinite(value) && value > 0 ? Math.round(value * 10) / 10 : undefined
}

/** Something drawn, known by a relationship to another part. */
function pictureBy(...attributeNames: readonly string[]): BodyElement {
  return {
    open: (state, attributes) => {
      const open = state.drawings.at(-1)
      const id = attributeNames.map((name) => attributes.get(name)).find((value) => value !== undefined)
      if (id === undefined || open?.isHidden === true) return
      const name = state.relations.target(id) ?? id
      addAnchored(state, [{ kind: 'picture', name, width: open?.width, height: open?.height }])
    },
  }
}

const textBox: BodyElement = {
  skips: (state) => {
    const paragraph = state.paragraphs.at(-1)
    return state.drawings.at(-1)?.isHidden === true || (paragraph !== undefined && !prints(paragraph))
  },
  open: (state) => {
    state.containers.push({ blocks: [], unfinished: undefined })
  },
  close: (state) => {
    addAnchored(state, closeContainer(state))
  },
}

/** WordArt: the shape's text is an attribute, and often the title of a report. */
const wordArt: BodyElement = {
  open: (state: BodyState, attributes: XmlAttributes) => {
    const text = (attributes.get('string') ?? '').replace(/[\r\n]+/g, '\n').trim()
    if (text === '') return
    state.budget.spendParagraph(text.length)
    addAnchored(state, [{ kind: 'paragraph', text, style: 'body', number: undefined, before: [], after: [] }])
  },
}

/** Drawings in both languages, DrawingML and VML, and what they hold. */
export const drawingElements: readonly (readonly [string, BodyElement])[] = [
  ['w:drawing', drawing],
  ['w:pict', drawing],
  ['w:object', drawing],
  ['wp:extent', extent],
  ['wp:docPr', drawingProperties],
  ['v:shape', shape],
  ['v:rect', shape],
  ['v:roundrect', shape],
  ['v:oval', shape],
  ['v:group', shape],
  ['a:blip', pictureBy('r:embed', 'r:link')],
  ['v:imagedata', pictureBy('r:id', 'r:pict', 'r:href')],
  ['c:chart', pictureBy('r:id')],
  ['cx:chart', pictureBy('r:id')],
  ['dgm:relIds', pictureBy('r:dm')],
  ['v:textpath', wordArt],
  ['w:txbxContent', textBox],
]
