import { types } from 'node:util'

/**
 * A value as text and back, exactly as it went in: dates to the millisecond, null apart from absent, numbers and
 * text (lone surrogates and NUL too) unchanged. Plain data only.
 */
export function encodeDocument(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string, member: unknown) {
    // JSON.stringify hands over dates as text already; the holder still has the date.
    const original = this[key]
    return types.isDate(original) ? { $date: original.getTime() } : member
  })
}

/** The inverse of encodeDocument; the caller names the type, since only the store itself wrote the text. */
export function decodeDocument(text: string): unknown {
  return JSON.parse(text, (_key, member: unknown) => (isDateTag(member) ? new Date(member.$date) : member))
}

function isDateTag(member: unknown): member is { readonly $date: number } {
  return typeof member === 'object' && member !== null && '$date' in member
}
