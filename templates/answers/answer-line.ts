import type { Label, Parts } from '../../src/questions/query/reply.ts'

/** A line of an answer: its labels and its figure. */
export interface AnswerLine {
  readonly labels: readonly Label[]
  readonly value: number | null
  /** Of a rate: numerator and denominator. */
  readonly parts: Parts | null
}
