/**
 * A number as Word prints it in a `w:numFmt` format (ECMA-376 part 1, 17.18.59). Formats of other scripts, and
 * numbers that a format has no sign for, are printed in Arabic digits; `none` and `bullet` print no number.
 */
export function formatNumber(value: number, format: string): string {
  const write = formats.get(format)
  return (value < 0 ? undefined : write?.(value)) ?? String(value)
}

type NumberWriter = (value: number) => string | undefined

const digits = '〇一二三四五六七八九'

/** 一, …, 十, 十一, …, 二十, …, 一百, 一百〇一, up to 9999. */
const counting: NumberWriter = (value) => countIn(value, digits, ['', '十', '百', '千'], false)

/** 壹, …, 壹拾, 壹拾壹, …, as on money. */
function legal(signs: string, tens: string): NumberWriter {
  return (value) => countIn(value, signs, ['', tens, '佰', '仟'], true)
}

/** Digit by digit: 一〇, 一一. */
const digital: NumberWriter = (value) => String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit)))

const formats = new Map<string, NumberWriter>(
  Object.entries({
    none: () => '',
    bullet: () => '',
    decimal: String,
    decimalHalfWidth: String,
    decimalZero: (value) => String(value).padStart(2, '0'),
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedFullstop: oneOf(0x2488, 20),
    decimalEnclosedParen: oneOf(0x2474, 20),
    ideographEnclosedCircle: oneOf(0x3280, 10),
    numberInDash: (value) => `- ${value} -`,
    chineseCounting: counting,
    chineseCountingThousand: counting,
    taiwaneseCounting: counting,
    taiwaneseCountingThousand: counting,
    // The format has signs of its own (甲, 乙); annual reports that carry it are printed with 一、二、三.
    ideographTraditional: counting,
    japaneseCounting: (value) => counting(value)?.replace(/^一(?=[百千])/, ''),
    ideographDigital: digital,
    japaneseDigitalTenThousand: digital,
    taiwaneseDigital: digital,
    koreanDigital2: digital,
    ideographZodiac: (value) => '子丑寅卯辰巳午未申酉戌亥'.charAt(value - 1) || undefined,
    chineseLegalSimplified: legal('零壹贰叁肆伍陆柒捌玖', '拾'),
    ideographLegalTraditional: legal('零壹貳參肆伍陸柒捌玖', '拾'),
    japaneseLegal: (value) => countIn(value, '〇壱弐参四伍六七八九', ['', '拾', '百', '阡'], true),
    upperRoman: roman,
    lowerRoman: (value) => roman(value)?.toLowerCase(),
    upperLetter: letters,
    lowerLetter: (value) => letters(value)?.toLowerCase(),
  } satisfies Record<string, NumberWriter>),
)

function countIn(
  value: number,
  signs: string,
  units: readonly string[],
  writesOneTen: boolean,
): string | undefined {
  const zero = signs.charAt(0)
  if (value === 0) return zero
  if (value > 9_999) return undefined
  const text = units
    .map((unit, power) => {
      const digit = Math.floor(value / 10 ** power) % 10
      return digit === 0 ? zero : `${signs.charAt(digit)}${unit}`
    })
    .reduce((lower, higher) => `${higher}${lower}`)
    .replace(new RegExp(`^${zero}+|${zero}+$`, 'g'), '')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
  return writesOneTen || value < 10 || value > 19 ? text : text.slice(1)
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}

function oneOf(first: number, count: number): NumberWriter {
  return (value) => (value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : undefined)
}

/** ⓪, ① to ⑳, ㉑ to ㉟, ㊱ to ㊿. */
function circled(value: number): string | undefined {
  if (value === 0) return '⓪'
  if (value <= 20) return oneOf(0x2460, 20)(value)
  return value <= 35 ? oneOf(0x3251, 15)(value - 20) : oneOf(0x32b1, 15)(value - 35)
}

const romanSigns = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(value: number): string | undefined {
  if (value < 1 || value > 32_767) return undefined
  let rest = value
  let text = ''
  for (const [worth, sign] of romanSigns) {
    text += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

/** A to Z, then AA, BB, …: the letter is repeated. */
function letters(value: number): string | undefined {
  if (value < 1 || value > 780) return undefined
  return String.fromCodePoint(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}
