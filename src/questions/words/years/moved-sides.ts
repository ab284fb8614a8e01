import { good, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { readYears } from './years-read.ts'

/** The years compared before, or another and the one before it. A base further back was said for its year alone. */
export function movedSides(reading: Reading): Outcome<{ readonly subject: number; readonly base: number }> {
  const words = textsOf(reading.tokens, 'years')
  const { subject, base } = reading.before?.query ?? {}
  if (typeof subject !== 'number' || typeof base !== 'number') return unplaced(words)
  const read = readYears(reading, [])
  if (!read.ok) return read
  const [year, ...others] = read.value.years
  if (year === undefined || others.length > 0) return unplaced(words)
  if (year === subject) return good({ subject, base })
  return subject - base === 1 ? good({ subject: year, base: year - 1 }) : unplaced(words)
}
