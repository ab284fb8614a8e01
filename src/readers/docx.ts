import type { Document } from './document.ts'
import { parseBody } from './docx/body.ts'
import { layOut } from './docx/lay-out.ts'
import { readNumbering } from './docx/numbering.ts'
import { readStyles } from './docx/styles.ts'
import { damagedFile, type Budget } from './limits.ts'
import type { OfficePackage } from './office-package.ts'

/**
 * Reads a Word document (.docx, .docm, .dotx) as it prints: body text with automatic numbers, tables with their
 * spans, pictures; without headers, footers, notes and comments.
 */
export function readDocx(file: OfficePackage, budget: Budget): Document {
  const relations = file.relationsOf(file.mainPart)
  const readRelated = (type: string) => {
    const part = relations.ofType(type)
    return part === undefined ? undefined : file.read(part)
  }
  const body = file.read(file.mainPart)
  if (body === undefined) throw damagedFile('找不到正文')
  const drafts = parseBody(body, {
    styles: readStyles(readRelated('styles'), budget),
    numbering: readNumbering(() => readRelated('numbering'), budget),
    relations,
    budget,
  })
  return { format: 'docx', blocks: layOut(drafts, budget) }
}
