import type { Budget } from '../limits.ts'
import { parseXml, type XmlAttributes } from '../xml.ts'
import { integerOf, isOn } from './attribute-values.ts'

/** What numbering.xml says: the lists of a document. */
export interface Numbering {
  /** The list behind a `w:numId`; undefined for 0 and unknown ids, which print no number. */
  readonly list: (numId: number) => List | undefined
}

/** A `w:num`: the levels it prints with, and the counters it shares with other lists. */
export interface List {
  readonly numId: number
  /** Lists of one abstract numbering count on together. */
  readonly abstractId: number
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that start anew with the first paragraph of this list. */
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface Level {
  start: number
  format: string
  /** With `%1` to `%9` for the numbers of the levels. */
  text: string
  suffix: 'tab' | 'space' | 'nothing'
  /** `w:lvlRestart`: 0 never; n: only after a paragraph of the first n levels; undefined: after any higher level. */
  restart: number | undefined
  /** Print every number of the text in Arabic digits. */
  legal: boolean
  /** The paragraph style tied to this level. */
  style: string | undefined
}

interface AbstractNum {
  readonly id: number
  readonly levels: Map<number, Level>
  numStyleLink: string | undefined
}

interface Num {
  abstractId: number
  readonly startOverrides: Map<number, number>
  readonly levels: Map<number, Level>
}

/**
 * The lists of numbering.xml, which is read once a paragraph names one; without the part there are none.
 * `read` gives its bytes.
 */
export function readNumbering(read: () => Uint8Array | undefined, budget: Budget): Numbering {
  let parsed: Parsed | undefined
  const lists = new Map<number, List | undefined>()
  return {
    list: (numId) => {
      parsed ??= parseNumbering(read(), budget)
      if (!lists.has(numId)) lists.set(numId, makeList(numId, parsed))
      return lists.get(numId)
    },
  }
}

interface Parsed {
  readonly abstracts: Map<number, AbstractNum>
  /** Id of the abstract numbering that holds the levels of a numbering style. */
  readonly byStyleLink: Map<string, number>
  readonly nums: Map<number, Num>
}

function makeList(numId: number, parsed: Parsed): List | undefined {
  const num = parsed.nums.get(numId)
  if (num === undefined || numId === 0) return undefined
  const abstract = linkedAbstract(num.abstractId, parsed)
  return {
    numId,
    abstractId: abstract.id,
    levels: new Map([...(abstract.found?.levels ?? []), ...num.levels]),
    startOverrides: num.startOverrides,
  }
}

/** An abstract numbering may only point to the numbering style that holds its levels. */
function linkedAbstract(id: number, { abstracts, byStyleLink }: Parsed) {
  const found = abstracts.get(id)
  const style = found?.numStyleLink
  const linkedId = style === undefined ? undefined : byStyleLink.get(style)
  if (linkedId === undefined || found?.levels.size !== 0) return { id, found }
  return { id: linkedId, found: abstracts.get(linkedId) }
}

/** Where the parser stands: the abstract numbering, the list and the level that the next element belongs to. */
interface Cursor {
  abstract: AbstractNum | undefined
  num: Num | undefined
  overrideLevel: number
  level: Level | undefined
}

type Open = (parsed: Parsed, at: Cursor, attributes: XmlAttributes) => void

function parseNumbering(bytes: Uint8Array | undefined, budget: Budget): Parsed {
  const parsed: Parsed = { abstracts: new Map(), byStyleLink: new Map(), nums: new Map() }
  if (bytes === undefined) return parsed
  const at: Cursor = { abstract: undefined, num: undefined, overrideLevel: 0, level: undefined }
  parseXml(
    bytes,
    {
      open: (name, attributes) => openers.get(name)?.(parsed, at, attributes),
      close: (name) => {
        if (name === 'w:abstractNum') at.abstract = undefined
        if (name === 'w:num') at.num = undefined
        if (name === 'w:lvl') at.level = undefined
      },
      text: () => undefined,
    },
    budget,
  )
  return parsed
}

const openers = new Map<string, Open>([
  [
    'w:abstractNum',
    (parsed, at, attributes) => {
      const id = integerOf(attributes.get('w:abstractNumId')) ?? -1
      at.abstract = { id, levels: new Map(), numStyleLink: undefined }
      parsed.abstracts.set(id, at.abstract)
    },
  ],
  [
    'w:num',
    (parsed, at, attributes) => {
      at.num = { abstractId: -1, startOverrides: new Map(), levels: new Map() }
      parsed.nums.set(integerOf(attributes.get('w:numId')) ?? -1, at.num)
    },
  ],
  [
    'w:abstractNumId',
    (_parsed, at, attributes) => {
      if (at.num !== undefined) at.num.abstractId = integerOf(attributes.get('w:val')) ?? -1
    },
  ],
  [
    'w:styleLink',
    (parsed, at, attributes) => {
      if (at.abstract !== undefined) parsed.byStyleLink.set(attributes.get('w:val') ?? '', at.abstract.id)
    },
  ],
  [
    'w:numStyleLink',
    (_parsed, at, attributes) => {
      if (at.abstract !== undefined) at.abstract.numStyleLink = attributes.get('w:val')
    },
  ],
  [
    'w:lvlOverride',
    (_parsed, at, attributes) => {
      at.overrideLevel = integerOf(attributes.get('w:ilvl')) ?? 0
    },
  ],
  [
    'w:startOverride',
    (_parsed, at, attributes) => {
      at.num?.startOverrides.set(at.overrideLevel, integerOf(attributes.get('w:val')) ?? 0)
    },
  ],
  [
    'w:lvl',
    (_parsed, at, attributes) => {
      const index = integerOf(attributes.get('w:ilvl')) ?? at.overrideLevel
      at.level = index >= 0 && index < levelCount ? newLevel() : undefined
      if (at.level !== undefined) (at.abstract ?? at.num)?.levels.set(index, at.level)
    },
  ],
  ...levelOpeners(),
])

/** Lists have nine levels. */
const levelCount = 9

/** The values of ECMA-376 where a level leaves them out. */
function newLevel(): Level {
  return {
    start: 0,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    restart: undefined,
    legal: false,
    style: undefined,
  }
}

function levelOpeners(): readonly (readonly [string, Open])[] {
  const properties: Readonly<Record<string, (level: Level, value: string | undefined) => void>> = {
    'w:start': (level, value) => (level.start = integerOf(value) ?? 0),
    // `custom` stands beside a plain format in mc:AlternateContent; the plain one is what can be printed here.
    'w:numFmt': (level, value) => (level.format = value === 'custom' ? level.format : (value ?? 'decimal')),
    'w:lvlText': (level, value) => (level.text = value ?? ''),
    'w:suff': (level, value) => (level.suffix = value === 'space' || value === 'nothing' ? value : 'tab'),
    'w:lvlRestart': (level, value) => (level.restart = integerOf(value)),
    'w:isLgl': (level, value) => (level.legal = isOn(value)),
    'w:pStyle': (level, value) => (level.style = value),
  }
  return Object.entries(properties).map(([name, set]) => [
    name,
    (_parsed, at, attributes) => {
      if (at.level !== undefined) set(at.level, attributes.get('w:val'))
    },
  ])
}
