/** What a line expects, and the roster of its set: as the question files hold them. */
type Unchecked = Readonly<Record<string, unknown>>

/** The verdict on a conversation. */
export interface Verdict {
  readonly kind: 'right' | 'safe' | 'declined' | 'wrong'
  readonly complete: boolean
}

export const sets: readonly string[]
export function judge(expected: Unchecked, reply: Unchecked, roster: unknown): Verdict
export function judgeLine(line: Unchecked, replies: readonly Unchecked[], roster: unknown): Verdict
