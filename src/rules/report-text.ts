import { compacted } from '../report/wording/compact-text.ts'
import type { ReadReport, ReadSection, TextParagraph } from '../report/read-report.ts'

/**
 * A text as the rules compare it: NFKC, simplified, without spaces and line ends, so that words broken by the
 * layout are whole again.
 */
export function plainText(text: string): string {
  return compacted(text.normalize('NFKC'))
}

/** The text of a part without its heading, in one piece; page numbers standing alone are no text. */
export function textOfPart(section: ReadSection): string {
  return plainJoin(section.paragraphs)
}

/** All of the report's text but headings of the six parts and cells of tables, in one piece. */
export function wholeText(read: ReadReport): string {
  return plainJoin(allParagraphs(read))
}

/** The lead's paragraphs and those of all parts, in the order of the file. */
export function allParagraphs(read: ReadReport): readonly TextParagraph[] {
  return [...read.lead, ...read.sections.flatMap((section) => section.paragraphs)]
}

/** Paragraphs in one piece: a line end inside a word leaves no trace. */
export function plainJoin(paragraphs: readonly TextParagraph[]): string {
  return paragraphs
    .map((paragraph) => plainText(paragraph.text))
    .filter((text) => !isPageNumber(text))
    .join('')
}

/** The first words of a text, as evidence; the whole text where it is short. */
export function firstWords(text: string, length = 40): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length)}…`
}

/** `- 3 -`, `第3页`, `3`: a line that a printer set. */
function isPageNumber(text: string): boolean {
  return /^(?:[-—–]*\d{1,3}[-—–]*|第\d{1,3}页(?:,?共\d{1,3}页)?)$/.test(text)
}
