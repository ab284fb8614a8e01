const digits = '〇一二三四五六七八九'

/** 二〇二三 → 2023, digit by digit; null for anything else. */
export function digitByDigit(text: string): number | null {
  const read = Array.from(text.replaceAll(/[零○o]/gu, '〇'), (character) => digits.indexOf(character))
  return read.length === 0 || read.includes(-1) ? null : Number(read.join(''))
}

/** A number below 10,000 in Chinese or in digits: 十二, 一百零三, 两, 12; null for anything else. */
export function numberOf(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '零' || text === '〇') return 0
  const form =
    /^(?:([一二两三四五六七八九])千)?(?:零?([一二两三四五六七八九])百)?(?:零?([一二三四五六七八九])?(十))?(?:零?([一二两三四五六七八九]))?$/u
  const found = form.exec(text)
  if (text === '' || found === null) return null
  const [, thousands, hundreds, tens, ten, ones] = found
  const value = (digit: string | undefined): number =>
    digit === undefined ? 0 : digits.indexOf(digit.replace('两', '二'))
  return (
    value(thousands) * 1000 +
    value(hundreds) * 100 +
    (ten === undefined ? 0 : value(tens ?? '一') * 10) +
    value(ones)
  )
}
