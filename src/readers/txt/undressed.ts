const lineBreak = /\s*<br\s*\/?>\s*$/i
const breakInside = /<br\s*\/?>/gi
const numbered = /^\s*(\d{1,5})(?:[:：.|]?(?:\t| {1,4})|$)/
const fewestNumbered = 20

/**
 * The lines of a text without what a copy out of a web page or an editor put round each of them: line breaks in
 * HTML's words, and the numbers of the lines where every line has its own.
 */
export function undressed(lines: readonly string[]): readonly string[] {
  const bare = lines.map((line) => line.replace(lineBreak, '').replace(breakInside, ' '))
  const numbers = bare.map((line) => Number(numbered.exec(line)?.[1] ?? NaN))
  const areNumbers =
    bare.length >= fewestNumbered && numbers.every((number, index) => number === (numbers[0] ?? 0) + index)
  return areNumbers ? bare.map((line) => line.replace(numbered, '')) : bare
}
