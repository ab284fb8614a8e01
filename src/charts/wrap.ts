import { drawableText, textWidth } from './text.ts'

/** What a line does not begin with, and what it does not end with. */
const closing = /^[、，。；：！？）》」』】〉〕”’％,.;:!?)\]}%…—]/u
const opening = /[（《「『【〈〔“‘([{]$/u
/** What is torn apart only where a line cannot hold it: words and numbers, a year, a span of years. */
const pieces = /[\p{Script=Latin}\p{Nd}.+\-−%]+(?:[—、]\p{Nd}+)*(?:(?<=\p{Nd})年)?| |./gu
/** Where a reader pauses anyway. */
const pause = /[、，。；：！？）》」』】〉〕”’…—]$/u

/**
 * Breaks a text into lines of at most `width`: as few as hold it, at blanks first, then after commas, then between any
 * Chinese characters, and about as long as each other; not inside numbers, not before a comma.
 */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const parts = fittingPieces(unbroken(drawableText(text)), size, width)
  const ends = [0]
  for (const part of parts) ends.push((ends.at(-1) ?? 0) + textWidth(part, size))
  // The best way to set the first n pieces, for each n.
  const best: Way[] = [{ lines: 0, cost: 0, from: -1 }]
  for (let to = 1; to <= parts.length; to++) best.push(bestWay(parts, ends, best, { to, width }))
  const lines: string[] = []
  for (let to = parts.length; to > 0; to = best[to]?.from ?? 0) {
    lines.unshift(parts.slice(best[to]?.from, to).join('').trim())
  }
  return lines.length === 0 ? [''] : lines
}

interface Way {
  readonly lines: number
  readonly cost: number
  /** Where its last line begins. */
  readonly from: number
}

function bestWay(
  parts: readonly string[],
  ends: readonly number[],
  best: readonly Way[],
  { to, width }: { readonly to: number; readonly width: number },
): Way {
  let way: Way = { lines: Infinity, cost: Infinity, from: to - 1 }
  for (let from = to - 1; from >= 0; from--) {
    const length = (ends[to] ?? 0) - (ends[from] ?? 0) - blankWidth(parts, from, to, ends)
    if (length > width && from < to - 1) break
    const before = best[from]
    if (before === undefined) continue
    const isLast = to === parts.length
    const cost = before.cost + slackCost(length / width, isLast) + (isLast ? 0 : breakCost(parts, to))
    const lines = before.lines + 1
    if (lines < way.lines || (lines === way.lines && cost < way.cost)) way = { lines, cost, from }
  }
  return way
}

/** The blank at a line's end is not seen. */
function blankWidth(parts: readonly string[], from: number, to: number, ends: readonly number[]): number {
  return to - from > 1 && parts[to - 1] === ' ' ? (ends[to] ?? 0) - (ends[to - 1] ?? 0) : 0
}

/** Lines of one length look best; the last one may be short, but no single character. */
function slackCost(share: number, isLast: boolean): number {
  return (isLast ? 0.5 : 1) * (1 - Math.min(1, share)) ** 2
}

/** A number goes with what it counts: 1 处. */
function breakCost(parts: readonly string[], to: number): number {
  if (parts[to - 1] === ' ') return /\p{Nd}$/u.test(parts[to - 2] ?? '') ? 0.3 : 0
  return pause.test(parts[to - 1] ?? '') ? 0.05 : 0.3
}

/** A piece that no line can hold is torn. */
function fittingPieces(parts: readonly string[], size: number, width: number): readonly string[] {
  return parts.flatMap((part) => (textWidth(part, size) <= width ? [part] : Array.from(part)))
}

/** Pieces between which a line may end. */
function unbroken(text: string): readonly string[] {
  const found: string[] = []
  for (const [piece] of text.matchAll(pieces)) {
    const last = found.at(-1)
    if (last !== undefined && piece !== ' ' && (closing.test(piece) || opening.test(last)))
      found[found.length - 1] = last + piece
    else found.push(piece)
  }
  return found
}
