import { isOn, integerOf } from './attribute-values.ts'
import { closeParagraph, openParagraph } from './body-paragraphs.ts'
import { addText, type BodyElement, type OpenParagraph } from './body-state.ts'
import { drawingElements } from './body-drawings.ts'
import { tableElements, tablePropertyElements } from './body-tables.ts'
import { lookProperties, plainLook } from './run-look.ts'
import { symbolCharacter } from './symbols.ts'

const skipped: BodyElement = { skips: () => true }

/** What never prints, or prints elsewhere: deletions, instructions, properties of no interest, phonetic guides. */
const skippedElements = [
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
  'w:ffData',
  'w:rt',
  'w:sectPr',
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'm:ctrlPr',
  'w:background',
].map((name) => [name, skipped] as const)

/** A line break; one to the next page or column, before any text, only moves the paragraph. */
const lineBreak: BodyElement = {
  open: (state, attributes) => {
    const type = attributes.get('w:type')
    const movesOn = type === 'page' || type === 'column'
    if (!movesOn || state.paragraphs.at(-1)?.text !== '') addText(state, '\n')
  },
}

/** A sign in a run that prints as plain text. */
function printsAs(text: string): BodyElement {
  return {
    open: (state) => {
      addText(state, text)
    },
  }
}

const text: BodyElement = {
  open: (state, attributes) => {
    state.textBuffer = ''
    state.keepsSpaces = attributes.get('xml:space') === 'preserve'
  },
  close: (state) => {
    const content = (state.textBuffer ?? '').replace(/[\r\n]+/g, ' ')
    state.textBuffer = undefined
    addText(state, state.keepsSpaces ? content : withoutOuterSpaces(content))
  },
}

/** XML white space only: an ideographic space is a character of the text. */
function withoutOuterSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isXmlSpace(text.charCodeAt(start))) start += 1
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x09
}

const run: BodyElement = {
  open: (state) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph === undefined) return
    paragraph.look = { ...plainLook, ...state.styles.look(paragraph.styleId, 'paragraph') }
  },
  close: (state) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph !== undefined) paragraph.look = { ...plainLook }
  },
}

const fieldCharacter: BodyElement = {
  open: (state, attributes) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph === undefined) return
    const type = attributes.get('w:fldCharType')
    if (type !== 'begin' && paragraph.fields.pop() === 'instruction') paragraph.instructions -= 1
    if (type === 'separate') paragraph.fields.push('result')
    if (type !== 'begin') return
    paragraph.fields.push('instruction')
    paragraph.instructions += 1
  },
}

/** A note's mark of its own follows as text of the run: it is no text of the paragraph. */
const noteReference: BodyElement = {
  open: (state, attributes) => {
    const paragraph = state.paragraphs.at(-1)
    const hasOwnMark = isOn(attributes.get('w:customMarkFollows') ?? '0')
    if (paragraph !== undefined && hasOwnMark) paragraph.look.hidden = true
  },
}

/**
 * Word writes a drawing twice, for new and for old readers. The first alternative that gives anything counts,
 * the others are passed over.
 */
const alternative: BodyElement = {
  skips: (state) => state.produced > (state.alternatives.at(-1) ?? state.produced),
}

const alternatives: BodyElement = {
  open: (state) => {
    state.alternatives.push(state.produced)
  },
  close: (state) => {
    state.alternatives.pop()
  },
}

/** Elements of the text itself; those not listed are looked through. */
export const contentElements: ReadonlyMap<string, BodyElement> = new Map<string, BodyElement>([
  ...skippedElements,
  ['w:p', { open: openParagraph, close: closeParagraph }],
  ['w:r', run],
  ['m:r', run],
  ['w:t', text],
  ['m:t', text],
  ['w:tab', printsAs('\t')],
  ['w:ptab', printsAs('\t')],
  ['w:br', lineBreak],
  ['w:cr', printsAs('\n')],
  ['w:noBreakHyphen', printsAs('-')],
  [
    'w:sym',
    {
      open: (state, attributes) => {
        addText(state, symbolCharacter(attributes.get('w:char')))
      },
    },
  ],
  ['w:fldChar', fieldCharacter],
  ['w:footnoteReference', noteReference],
  ['w:endnoteReference', noteReference],
  ['mc:AlternateContent', alternatives],
  ['mc:Choice', alternative],
  ['mc:Fallback', alternative],
  ...tableElements,
  ...drawingElements,
])

/** By the path of an open property element: what counts inside it. Everything else there is skipped. */
export const propertyElements: ReadonlyMap<string, ReadonlyMap<string, BodyElement>> = new Map([
  ['w:pPr', paragraphProperties()],
  ['w:pPr/w:rPr', paragraphMarkProperties()],
  ['w:rPr', runProperties()],
  ...tablePropertyElements,
])

function onParagraph(set: (paragraph: OpenParagraph, value: string | undefined) => void): BodyElement {
  return {
    open: (state, attributes) => {
      const paragraph = state.paragraphs.at(-1)
      if (paragraph !== undefined) set(paragraph, attributes.get('w:val'))
    },
  }
}

function paragraphProperties(): ReadonlyMap<string, BodyElement> {
  const own = (set: (paragraph: OpenParagraph, value: string | undefined) => void) =>
    onParagraph((paragraph, value) => {
      if (!paragraph.hasFixedProperties) set(paragraph, value)
    })
  return new Map([
    ['w:pStyle', own((paragraph, value) => (paragraph.styleId = value))],
    ['w:outlineLvl', own((paragraph, value) => (paragraph.outlineLevel = integerOf(value)))],
    ['w:numPr', {}],
    ['w:numId', own((paragraph, value) => (paragraph.numId = integerOf(value)))],
    ['w:ilvl', own((paragraph, value) => (paragraph.level = integerOf(value)))],
    ['w:rPr', {}],
  ])
}

/** The mark's own properties: deleted, moved away or hidden, the paragraph runs into the next one. */
function paragraphMarkProperties(): ReadonlyMap<string, BodyElement> {
  const joins = onParagraph((paragraph) => (paragraph.joinsNext = true))
  return new Map([
    ['w:del', joins],
    ['w:moveFrom', joins],
    ['w:vanish', onParagraph((paragraph, value) => (paragraph.joinsNext ||= isOn(value)))],
    ['w:specVanish', onParagraph((paragraph, value) => (paragraph.keepsProperties = isOn(value)))],
  ])
}

function runProperties(): ReadonlyMap<string, BodyElement> {
  return new Map([
    [
      'w:rStyle',
      {
        open: (state, attributes) => {
          const paragraph = state.paragraphs.at(-1)
          if (paragraph !== undefined)
            Object.assign(paragraph.look, state.styles.look(attributes.get('w:val'), 'character'))
        },
      },
    ],
    ...Object.entries(lookProperties).map(([name, set]): [string, BodyElement] => [
      name,
      onParagraph((paragraph, value) => {
        set(paragraph.look, value)
      }),
    ]),
  ] satisfies [string, BodyElement][])
}
