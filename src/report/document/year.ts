/** Digits with which a year may be written in Chinese; the letter O among them. */
const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** The text with `二〇二三年` written `2023年`: character for character, so that places stay the same. */
export function withArabicYears(text: string): string {
  return text.replace(/[二2][〇○零Oo0][〇○零Oo一二三四五六七八九\d]{2}(?=年)/g, (year) =>
    [...year.matchAll(/./g)].map(([digit]) => chineseDigits[digit] ?? digit).join(''),
  )
}

/** A year a report can be for: the Regulations came into force in 2008. */
export function isReportYear(year: number): boolean {
  return year >= 2008 && year < 2100
}
