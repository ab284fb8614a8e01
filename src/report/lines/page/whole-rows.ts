import { pipe } from './pipe-style.ts'
import type { TextLine } from './text-lines.ts'
import { isBlankLine } from './text-lines.ts'

/**
 * The lines with each row of pipes on one line: rows that were wrapped at a width, rows whose blank cells broke
 * them, and those of a wiki, a cell a line between lines of `|-`. The row stands on its first line, the others are
 * empty, so that places stay.
 */
export function withWholeRows(lines: readonly TextLine[]): readonly TextLine[] {
  const texts = lines.map(({ text }) => text)
  let from = 0
  lines.forEach((line, index) => {
    if (!line.isBarrier && index < lines.length - 1) return
    const end = line.isBarrier ? index : index + 1
    const own = lines.slice(from, end)
    if (own.some(({ text }) => pipe.test(text))) {
      wholeRows(own).forEach((text, at) => {
        texts[from + at] = text
      })
    }
    from = index + 1
  })
  return lines.map((line, index) =>
    texts[index] === line.text ? line : { ...line, text: texts[index] ?? '' },
  )
}

function wholeRows(lines: readonly TextLine[]): readonly string[] {
  const texts = lines.map(({ text }) => text)
  if (texts.filter((text) => wikiRow.test(text)).length >= 2) return wikiRows(lines)
  const rows = texts.filter((text) => text.trim().split(pipe).length >= 3)
  if (rows.length === 0) return texts
  const led = rows.filter(beginsWithPipe).length
  const closed = rows.filter(endsInPipe).length
  return led * 2 > rows.length && closed * 3 > rows.length ? boundedRows(lines) : partedRows(lines)
}

const wikiRow = /^\s*\|-+\s*$/
const wikiMark = /^\s*(?:\{\||\|\}|\|-)/
const wikiCell = /^\s*[|!](?:\s*(?:[a-z]+="[^"]*"\s*)+\|)?/

/** A cell a line, rows parted by `|-`. */
function wikiRows(lines: readonly TextLine[]): readonly string[] {
  const texts = lines.map(() => '')
  let row: { readonly at: number; readonly cells: string[] } | null = null
  const close = (): void => {
    if (row !== null) texts[row.at] = `| ${row.cells.join(' | ')} |`
    row = null
  }
  lines.forEach(({ text, isPageNumber }, index) => {
    if (wikiMark.test(text)) close()
    else if (/^\s*[|!]/.test(text)) {
      row ??= { at: index, cells: [] }
      row.cells.push(
        ...text
          .replace(wikiCell, '')
          .split('||')
          .map((cell) => cell.trim()),
      )
    } else if (isPageNumber || text.trim() === '') return
    else {
      close()
      texts[index] = text
    }
  })
  close()
  return texts
}

/** Rows between pipes: what begins with one and does not end with one, goes on. */
function boundedRows(lines: readonly TextLine[]): readonly string[] {
  const texts = lines.map(({ text }) => text)
  let open: number | null = null
  lines.forEach((line, index) => {
    if (line.isPageNumber || isBlankLine(line)) return
    const text = line.text
    const isRest = open !== null && isRestOf(texts[open] ?? '', text)
    if (isRest && open !== null) {
      texts[open] = `${texts[open] ?? ''}${text}`
      texts[index] = ''
    } else open = beginsWithPipe(text) ? index : null
  })
  return texts
}

function isRestOf(row: string, text: string): boolean {
  return !endsInPipe(row) || (!beginsWithPipe(text) && endsInPipe(text))
}

const beginsWithPipe = (text: string): boolean => pipe.test(text.trimStart().slice(0, 1))
const endsInPipe = (text: string): boolean => pipe.test(text.trimEnd().slice(-1))

/** Rows with pipes only between cells: a blank cell broke one where a line ends in a pipe and figures go on with one. */
function partedRows(lines: readonly TextLine[]): readonly string[] {
  const texts = lines.map(({ text }) => text)
  let open: number | null = null
  lines.forEach(({ text, isPageNumber }, index) => {
    if (isPageNumber) return
    const goesOn = beginsWithPipe(text) && !/\p{L}/u.test(text)
    if (goesOn && open !== null && endsInPipe(texts[open] ?? '')) {
      texts[open] = `${texts[open] ?? ''}${text}`
      texts[index] = ''
    } else open = index
  })
  return texts
}
