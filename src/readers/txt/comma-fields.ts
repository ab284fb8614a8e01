/** A field of a comma-separated row. */
export interface Field {
  readonly text: string
  readonly quoted: boolean
}

/** A row of comma-separated values: lines `from` … `to` (not included). */
export interface CommaRow {
  readonly from: number
  readonly to: number
  readonly fields: readonly Field[]
}

/** A quoted field goes on over so many lines at the most. */
const longestRow = 12
const field = /\s*(?:"((?:[^"]|"")*)"[ \t]*|([^",]*))(,|$)/y

/**
 * The comma-separated row that begins on a line, as RFC 4180 writes it; null where none does: no comma, a quote inside
 * a field, tabs or pipes outside quotes, or words and numbers aligned by spaces, in which a comma parts thousands.
 */
export function commaRowAt(lines: readonly string[], from: number): CommaRow | null {
  let text = lines[from] ?? ''
  if (!text.includes(',') && !/^\s*"[^"]*$/.test(text)) return null
  let to = from + 1
  while (isQuoteOpen(text) && to < lines.length && to - from < longestRow) {
    text += `\n${lines[to] ?? ''}`
    to += 1
  }
  const fields = isQuoteOpen(text) ? null : fieldsOf(text.trimEnd())
  return fields === null || fields.length < 2 || !areCells(fields) ? null : { from, to, fields }
}

function isQuoteOpen(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1
}

function fieldsOf(text: string): readonly Field[] | null {
  const fields: Field[] = []
  for (let at = 0; ;) {
    field.lastIndex = at
    const match = field.exec(text)
    if (match === null) return null
    const [whole, quoted, bare = ''] = match
    fields.push(
      quoted === undefined
        ? { text: bare.trim(), quoted: false }
        : { text: quoted.replaceAll('""', '"').trim(), quoted: true },
    )
    at += whole.length
    if (match[3] !== ',') return at === text.length ? fields : null
  }
}

const sentence = /[。；！？]/
const longestCell = 80
/** Columns aligned by spaces, or a number behind a label: their comma would part thousands. */
const aligned = /\s{2}|\t|[|│┃]|\d\s+\d|[^\d\s.+-]\s+[\d.+-]+$/

function areCells(fields: readonly Field[]): boolean {
  const isAlone = fields.filter(({ text }) => text !== '').length <= 1
  return fields.every(({ text, quoted }, index) => {
    if (quoted) return true
    if (aligned.test(text) || isCutNumber(text, fields[index + 1])) return false
    return isAlone || (text.length <= longestCell && !sentence.test(text))
  })
}

/** A label that runs into a number with thousands: `数量1` and `234`. */
function isCutNumber(text: string, next: Field | undefined): boolean {
  return /\p{L}\d{1,3}$/u.test(text) && next?.quoted === false && /^\d{3}(?!\d)/.test(next.text)
}
