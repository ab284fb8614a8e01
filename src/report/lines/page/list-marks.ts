import type { TextLine } from './text-lines.ts'
import { isBlankLine } from './text-lines.ts'

const mark = /^\s*([-*•·▪◆●>])\s+(?=\S)/
const fewest = 5

/** The lines without the mark of a list, or of a quotation, that each of five or more in a row begins with. */
export function withoutListMarks(lines: readonly TextLine[]): readonly TextLine[] {
  const marked = new Set<TextLine>()
  let run: TextLine[] = []
  let sign: string | undefined
  const close = (): void => {
    if (run.length >= fewest) for (const line of run) marked.add(line)
    run = []
  }
  for (const line of lines) {
    if (isBlankLine(line) || line.isPageNumber) continue
    const own = mark.exec(line.text)?.[1]
    if (own === undefined || own !== sign) close()
    sign = own
    if (own !== undefined) run.push(line)
  }
  close()
  // Of figures alone the mark may be a placeholder for the first.
  const hasWords = [...marked].some(({ text }) => /\p{Script=Han}{2}/u.test(text))
  if (!hasWords) return lines
  return lines.map((line) => (marked.has(line) ? { ...line, text: line.text.replace(mark, '') } : line))
}
