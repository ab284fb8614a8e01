/** The numeral a line begins with. */
export interface HeadingNumeral {
  /** `chinese` 一、 or 第一部分; `bracket` （一）; `digit` 1、 or (1); `none`. */
  readonly style: 'chinese' | 'bracket' | 'digit' | 'none'
  /** 1 for 一、 and for 1.; 0 if there is none. */
  readonly value: number
  /** Characters it takes of the compact text, its mark included. */
  readonly length: number
  /** Whether a mark stands behind it: 一、 yes, 一 no. */
  readonly marked: boolean
}

const digitsOf = '〇一二三四五六七八九'
const bankDigits: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
}
const numeral = '[一二三四五六七八九十壹贰叁肆伍陆]{1,3}'

const shapes = [
  { style: 'chinese', pattern: new RegExp(`^第(${numeral})(?:部分|章|节)([、.,:]?)`) },
  { style: 'bracket', pattern: new RegExp(`^\\(?(${numeral})\\)([、.,:]?)`) },
  { style: 'chinese', pattern: new RegExp(`^(${numeral})([、.,:·])`) },
  { style: 'digit', pattern: /^\(?(\d{1,2})\)([、.,:]?)/ },
  { style: 'digit', pattern: /^(\d{1,2})([、.,:](?!\d))/ },
  { style: 'chinese', pattern: new RegExp(`^(${numeral})()(?=[^是到来年月日个项件条次])`) },
  { style: 'digit', pattern: /^(\d{1,2})()(?=[^\d.年月日个项件条次%])/ },
] as const

/** Reads the numeral at the head of a compact text; where two stand there (`一、一、`), both are taken. */
export function headingNumeral(text: string): HeadingNumeral {
  const first = oneNumeral(text)
  if (first.style === 'none' || !first.marked) return first
  const second = oneNumeral(text.slice(first.length))
  if (second.style !== first.style || second.value !== first.value || !second.marked) return first
  return { ...second, length: first.length + second.length }
}

function oneNumeral(text: string): HeadingNumeral {
  for (const { style, pattern } of shapes) {
    const match = pattern.exec(text)
    const value = match?.[1] === undefined ? null : smallNumber(match[1])
    if (match === null || value === null) continue
    return { style, value, length: match[0].length, marked: match[0] !== match[1] }
  }
  return { style: 'none', value: 0, length: 0, marked: false }
}

/** A number up to 99 in Chinese or Arabic digits; null if it is none. */
export function smallNumber(printed: string): number | null {
  if (/^\d{1,2}$/.test(printed)) return Number(printed)
  const text = printed.replace(/[壹贰叁肆伍陆]/g, (character) => bankDigits[character] ?? character)
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text) ?? []
  if (tens !== undefined && ones !== undefined) return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
  return /^[一二三四五六七八九]$/.test(text) ? digit(text) : null
}

function digit(character: string): number {
  return character === '' ? 0 : digitsOf.indexOf(character)
}
