import type { LexiconEntry } from '../tokens/roles.ts'
import { declinedWords } from './declined-words.ts'
import { disclosureWords } from './disclosure-words.ts'
import { emptyWords } from './empty-words.ts'
import { plainWords } from './plain-words.ts'
import { rateWords } from './rate-words.ts'
import { reasonWords } from './reason-words.ts'
import { reckoningWords } from './reckoning-words.ts'
import { reportWords } from './report-words.ts'
import { requestWords } from './request-words.ts'
import { reviewWords } from './review-words.ts'
import { tableWords } from './table-words.ts'
import { turnWords } from './turn-words.ts'
import { whoseWords } from './whose-words.ts'

/**
 * The words of a question, as data. How to read an entry: `|` stands between two ways to say it, `{a|b}` for one of
 * them, `(a|b)` for one of them or nothing. Longest match first; what no entry claims is not understood. Each word has
 * one meaning: a test finds those that stand twice.
 */
export const lexicon: readonly LexiconEntry[] = [
  ...[...emptyWords, ...plainWords, ...rateWords, ...reckoningWords],
  ...[...disclosureWords, ...requestWords, ...reasonWords, ...reviewWords, ...tableWords],
  ...[...whoseWords, ...reportWords, ...turnWords, ...declinedWords],
]
