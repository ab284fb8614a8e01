import type { Relations } from '../office-package.ts'
import type { Budget } from '../limits.ts'
import type { XmlAttributes } from '../xml.ts'
import type { DraftBlock, DraftCell, DraftRow } from './draft.ts'
import type { Numbering } from './numbering.ts'
import type { ShiftedPiece } from './raised-digits.ts'
import type { RunLook } from './run-look.ts'
import type { Styles } from './styles.ts'
import { symbolText } from './symbols.ts'

/** What the parts beside the body say, for its parser. */
export interface BodySources {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly relations: Relations
  readonly budget: Budget
}

/** Where the body's parser stands. The lists are stacks: text boxes and nested tables open inner ones. */
export interface BodyState extends BodySources {
  /** Where finished blocks go: the body, a cell, a text box. */
  readonly containers: Container[]
  readonly paragraphs: OpenParagraph[]
  readonly tables: OpenTable[]
  readonly drawings: OpenDrawing[]
  /** For each open `mc:AlternateContent`, how much had been produced before it. */
  readonly alternatives: number[]
  /** Counts everything that prints, to tell an alternative that gave nothing. */
  produced: number
  /** Text of the open `w:t`; undefined outside one. */
  textBuffer: string | undefined
  keepsSpaces: boolean
}

/** What happens at an element of the body. */
export interface BodyElement {
  readonly open?: (state: BodyState, attributes: XmlAttributes) => void
  readonly close?: (state: BodyState) => void
  /** True: nothing inside it counts, and it is neither opened nor closed. */
  readonly skips?: (state: BodyState, attributes: XmlAttributes) => boolean
}

export interface Container {
  blocks: DraftBlock[]
  /** A paragraph whose mark is deleted or hidden: the next one goes on in it. */
  unfinished: OpenParagraph | undefined
}

export interface OpenParagraph {
  styleId: string | undefined
  numId: number | undefined
  level: number | undefined
  outlineLevel: number | undefined
  text: string
  /** Whether anything but white space stands in `text`. */
  hasText: boolean
  before: DraftBlock[]
  after: DraftBlock[]
  /** Pieces of `text` off the line. */
  shifted: ShiftedPiece[]
  /** Of the run that is open. */
  look: RunLook
  /** One entry an open field: whether its instruction is being read, which does not print. */
  readonly fields: ('instruction' | 'result')[]
  /** How many of the open fields are at their instruction. */
  instructions: number
  /** How the paragraph goes on without a mark of its own. */
  joinsNext: boolean
  /** A style separator: the paragraph that this one joins keeps this one's style and number. */
  keepsProperties: boolean
  /** Its properties come from before a style separator; its own do not count. */
  hasFixedProperties: boolean
}

export interface OpenTable {
  readonly rows: DraftRow[]
  row: DraftRow | undefined
  cell: DraftCell | undefined
}

export interface OpenDrawing {
  width: number | undefined
  height: number | undefined
  isHidden: boolean
}

/** A parser at the start of the body. */
export function startBody(sources: BodySources): BodyState {
  return {
    ...sources,
    containers: [{ blocks: [], unfinished: undefined }],
    paragraphs: [],
    tables: [],
    drawings: [],
    alternatives: [],
    produced: 0,
    textBuffer: undefined,
    keepsSpaces: false,
  }
}

/** Characters that take no room on paper, and signs of symbol fonts. */
const special = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\uf000-\uf0ff]/

/** Adds text to the open paragraph, if it prints there. */
export function addText(state: BodyState, text: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph === undefined || text === '' || !prints(paragraph) || isStruck(paragraph)) return
  const plain = special.test(text)
    ? symbolText(text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, ''))
    : text
  const start = paragraph.text.length
  paragraph.text += plain
  const { level } = paragraph.look
  if (level !== 'line') paragraph.shifted.push({ start, end: paragraph.text.length, level })
  paragraph.hasText ||= plain.trim() !== ''
  state.produced += plain.length
}

/** Adds a picture or a text box's content at the anchor in the open paragraph, if it prints there. */
export function addAnchored(state: BodyState, blocks: readonly DraftBlock[]): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph !== undefined && !prints(paragraph)) return
  const side = paragraph?.hasText === true ? paragraph.after : paragraph?.before
  const target = side ?? state.containers.at(-1)?.blocks
  for (const block of blocks) target?.push(block)
  state.produced += blocks.length
}

/** Whether what stands at this point of the paragraph prints: not hidden, and no field's instruction. */
export function prints(paragraph: OpenParagraph): boolean {
  return !paragraph.look.hidden && paragraph.instructions === 0
}

/** Crossed out by hand, as a deletion is where changes are not tracked. */
function isStruck({ look }: OpenParagraph): boolean {
  return look.struck || look.doublyStruck
}
