import type { BodyState, Container, OpenParagraph } from './body-state.ts'
import type { DraftBlock, DraftParagraph } from './draft.ts'
import { withShiftedDigits } from './raised-digits.ts'
import { plainLook } from './run-look.ts'

/** Opens a paragraph, or goes on with the one before it whose mark is deleted or hidden. */
export function openParagraph(state: BodyState): void {
  const container = state.containers.at(-1)
  const unfinished = container?.unfinished
  if (container !== undefined) container.unfinished = undefined
  const paragraph: OpenParagraph = {
    styleId: undefined,
    numId: undefined,
    level: undefined,
    outlineLevel: undefined,
    text: '',
    hasText: false,
    before: [],
    after: [],
    shifted: [],
    look: { ...plainLook },
    fields: [],
    instructions: 0,
    joinsNext: false,
    keepsProperties: false,
    hasFixedProperties: false,
  }
  if (unfinished?.keepsProperties === true) {
    Object.assign(paragraph, unfinished, {
      joinsNext: false,
      keepsProperties: false,
      hasFixedProperties: true,
    })
  } else if (unfinished !== undefined) {
    const { text, hasText, shifted, before, after } = unfinished
    Object.assign(paragraph, { text, hasText, shifted, before, after })
  }
  state.paragraphs.push(paragraph)
}

/** Closes the innermost paragraph and hands it to its container. */
export function closeParagraph(state: BodyState): void {
  const paragraph = state.paragraphs.pop()
  const container = state.containers.at(-1)
  if (paragraph === undefined || container === undefined) return
  // An instruction that never ends must not swallow the rest of the document.
  paragraph.fields.length = 0
  paragraph.instructions = 0
  if (paragraph.joinsNext) container.unfinished = paragraph
  else container.blocks.push(finishParagraph(state, paragraph))
}

/** Ends a container, or its text before a table: a paragraph that waits for its next one stands for itself. */
export function flushUnfinished(state: BodyState, container: Container | undefined): void {
  const paragraph = container?.unfinished
  if (container === undefined || paragraph === undefined) return
  container.unfinished = undefined
  const holdsSomething = paragraph.text !== '' || paragraph.before.length + paragraph.after.length > 0
  if (holdsSomething) container.blocks.push(finishParagraph(state, paragraph))
}

/** Takes the blocks of the innermost container and closes it. */
export function closeContainer(state: BodyState): readonly DraftBlock[] {
  const container = state.containers.at(-1)
  flushUnfinished(state, container)
  state.containers.pop()
  return container?.blocks ?? []
}

function finishParagraph(state: BodyState, paragraph: OpenParagraph): DraftParagraph {
  state.budget.spendParagraph(paragraph.text.length)
  return {
    kind: 'paragraph',
    text: withShiftedDigits(paragraph.text, paragraph.shifted),
    style: roleOf(state, paragraph),
    number: numberOf(state, paragraph),
    before: paragraph.before,
    after: paragraph.after,
  }
}

function roleOf(state: BodyState, paragraph: OpenParagraph): DraftParagraph['style'] {
  const role = state.styles.role(paragraph.styleId)
  if (role === 'title' || paragraph.outlineLevel === undefined) return role
  return paragraph.outlineLevel < 9 ? 'heading' : 'body'
}

/** The paragraph's own numbering goes before its style's; a level may be tied to the style by the list. */
function numberOf(state: BodyState, paragraph: OpenParagraph): DraftParagraph['number'] {
  const style = state.styles.numbering(paragraph.styleId)
  const numId = paragraph.numId ?? style.numId
  const list = numId === undefined ? undefined : state.numbering.list(numId)
  if (list === undefined) return undefined
  const level = paragraph.level ?? levelTiedTo(style.chain, list) ?? style.level ?? 0
  return list.levels.has(level) ? { list, level } : undefined
}

function levelTiedTo(
  chain: readonly string[],
  list: NonNullable<DraftParagraph['number']>['list'],
): number | undefined {
  const [own] = chain
  return own === undefined ? undefined : [...list.levels].find(([, level]) => level.style === own)?.[0]
}
