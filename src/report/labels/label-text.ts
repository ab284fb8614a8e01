import { simplifiedCharacter } from '../wording/simplified.ts'

function toSimplified(text: string): string {
  let simplified = ''
  for (const character of text) simplified += simplifiedCharacter(character)
  return simplified
}

/**
 * The numeral a printed label may stand behind: `1.` `1、` `8．` `（一）` `(1)` `①` `一、` `第一、`, spaces allowed.
 * A digit must have a mark behind it, so that a figure is not taken for a numeral.
 */
const leadingNumber =
  /^[\s|]*(?:[（(]\s*[一二三四五六七八九十\d]{1,2}\s*[）)][、.．,，]?|[一二三四五六七八九十]{1,2}\s*[、.．,，]|\d{1,2}\s*[、.．)）](?!\d)|[①-⑳][、.．]?)\s*/

/** A printed label parted into its numeral as printed (empty if there is none) and its words. */
export function splitLabelNumber(printed: string): { readonly number: string; readonly words: string } {
  const number = leadingNumber.exec(printed)?.[0] ?? ''
  return { number: number.trim(), words: printed.slice(number.length) }
}

/** The unit of the figures behind a label: `规章（件）`. */
const unitBehind = /(?<=.)\s*[（(]\s*(?:单位\s*[:：]\s*)?(?:件次|件|条|份|个|宗|项|次|万元|元)\s*[）)]\s*$/

/**
 * What of a label counts when it is compared: NFKC, simplified characters, and letters and digits alone – no
 * spaces, line breaks, punctuation, quotes or brackets – without the leading numeral.
 */
export function normalizeLabel(printed: string): string {
  return lettersOf(withoutUnit(splitLabelNumber(printed).words))
}

function withoutUnit(words: string): string {
  const bare = words.replace(unitBehind, '')
  return bare === words ? words : withoutUnit(bare)
}

/** As `normalizeLabel`, but a numeral at the head stays. */
export function lettersOf(text: string): string {
  return toSimplified(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The value of a label's printed numeral, whatever its style: `（三）`, `三、`, `3.` → 3; null if there is none. */
export function labelNumberValue(number: string): number | null {
  const digits = /\d+/.exec(number.normalize('NFKC'))?.[0]
  if (digits !== undefined) return Number(digits)
  const numeral = /[一二三四五六七八九十]/.exec(number)?.[0]
  return numeral === undefined ? null : '一二三四五六七八九十'.indexOf(numeral) + 1
}
