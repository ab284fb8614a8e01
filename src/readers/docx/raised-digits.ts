/** A piece of a paragraph's text that stands above or below the line. */
export interface ShiftedPiece {
  readonly start: number
  readonly end: number
  readonly level: 'raised' | 'lowered'
}

const noteNumber = /^\s*\d{1,2}(?:\s*[,，、]\s*\d{1,2})*\s*$/
const lowered = '₀₁₂₃₄₅₆₇₈₉'
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * A paragraph's text with its raised and lowered digits kept apart from those on the line: a raised number of one or
 * two digits refers to a note and is left out, but stays behind a Latin letter (m², as `²`); longer ones and lowered
 * ones become the raised and lowered characters. Where nothing stands on the line, all of it is plain text.
 */
export function withShiftedDigits(text: string, pieces: readonly ShiftedPiece[]): string {
  if (pieces.length === 0 || !hasTextOnTheLine(text, pieces)) return text
  let settled = ''
  let from = 0
  for (const { start, end, level } of joined(pieces, text)) {
    settled +=
      text.slice(from, start) + shifted(text.slice(start, end), level, settled + text.slice(from, start))
    from = end
  }
  return settled + text.slice(from)
}

function hasTextOnTheLine(text: string, pieces: readonly ShiftedPiece[]): boolean {
  let from = 0
  for (const { start, end } of pieces) {
    if (text.slice(from, start).trim() !== '') return true
    from = end
  }
  return text.slice(from).trim() !== ''
}

/** One number is often written as several runs. */
function joined(pieces: readonly ShiftedPiece[], text: string): readonly ShiftedPiece[] {
  const whole: ShiftedPiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const follows = last?.level === piece.level && text.slice(last.end, piece.start) === ''
    if (follows) whole.splice(-1, 1, { ...last, end: piece.end })
    else whole.push(piece)
  }
  return whole
}

function shifted(piece: string, level: ShiftedPiece['level'], before: string): string {
  if (level === 'raised' && noteNumber.test(piece) && !/[A-Za-zµμ]$/.test(before)) return ''
  const digits = level === 'raised' ? raised : lowered
  return piece.replace(/\d/g, (digit) => digits.charAt(Number(digit)))
}
