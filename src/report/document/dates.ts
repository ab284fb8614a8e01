import { smallNumber } from '../parts/heading-numeral.ts'
import { withArabicYears } from './year.ts'

/** A date as far as it is printed. */
export interface PrintedDate {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** A pattern for a date in a compact text that withArabicDates wrote in digits: year, month, day in its groups. */
export const datePattern =
  '(?:((?:19|20)\\d{2})(?:年度?|[-./]))?(\\d{1,2})(?:月|[-./])(\\d{1,2})(?!\\d)(?:日|号)?'

/** The text with years, months and days of dates in Arabic digits: `二〇二四年一月一日` → `2024年1月1日`. */
export function withArabicDates(text: string): string {
  return withArabicYears(text).replace(/[一二三四五六七八九十]{1,3}(?=[月日])/g, (numeral) => {
    const value = smallNumber(numeral)
    return value === null ? numeral : value.toString()
  })
}

/** A date of the calendar as ISO text; null where there is no such day or no year. */
export function isoDate({ year, month, day }: PrintedDate): string | null {
  if (year === null || month < 1 || month > 12) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

/** The last day of a month. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
