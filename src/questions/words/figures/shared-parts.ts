import type { Mention } from './figures.ts'
import type { FigureRole } from '../tokens/roles.ts'

/**
 * Figures named side by side share a part that is said once: 企业予以公开和不予公开, 予以公开和不予公开的企业申请,
 * 制发规范性文件和规章, 规章和规范性文件制发. 企业申请和办结 are two figures, of which one is of companies.
 */
export function withSharedParts(mentions: readonly Mention[]): readonly Mention[] {
  const onward: Mention[] = []
  for (const mention of mentions) {
    const before = onward.at(-1)
    const shared = before === undefined ? null : sharedOnward(before, mention)
    onward.push(shared === null ? mention : { ...mention, parts: [shared, ...mention.parts] })
  }
  const back: Mention[] = []
  for (const mention of onward.toReversed()) {
    const after = back.at(-1)
    const shared = after?.joined === 'and' ? sharedBack(mention, after) : null
    back.push(shared === null ? mention : { ...mention, parts: [...mention.parts, shared] })
  }
  return back.toReversed()
}

/** A part that stands before the first name: of both. */
function sharedOnward({ parts: first }: Mention, { parts: second, joined }: Mention): FigureRole | null {
  if (joined !== 'and' && joined !== 'mark') return null
  const column = at(first, isColumn)
  if (column !== -1 && column < at(first, isRow) && isPlainRow(second)) return first[column] ?? null
  const member = at(first, isMember)
  const isLeading = member !== -1 && member < at(first, isDocument)
  return isLeading && isPlainDocument(second) ? (first[member] ?? null) : null
}

/** A part that stands behind the last name: of both. */
function sharedBack({ parts: first }: Mention, { parts: second }: Mention): FigureRole | null {
  const row = at(second, isRow)
  const column = at(second, isColumn)
  if (row !== -1 && column > row && isPlainRow(first)) return second[column] ?? null
  const document = at(second, isDocument)
  const member = at(second, isMember)
  return document !== -1 && member > document && isPlainDocument(first) ? (second[member] ?? null) : null
}

function at(parts: readonly FigureRole[], is: (part: FigureRole) => boolean): number {
  return parts.findIndex(is)
}

function isColumn({ is }: FigureRole): boolean {
  return is === 'column'
}

/** A row of table 三 by its name: 依申请 is none. */
function isRow(part: FigureRole): boolean {
  return part.is === 'row' && part.weight === 'noun'
}

function isMember({ is }: FigureRole): boolean {
  return is === 'member'
}

function isDocument({ is }: FigureRole): boolean {
  return is === 'documents'
}

function isPlainRow(parts: readonly FigureRole[]): boolean {
  return parts.some(isRow) && parts.every((part) => part.is === 'row')
}

function isPlainDocument(parts: readonly FigureRole[]): boolean {
  return parts.length > 0 && parts.every(isDocument)
}
