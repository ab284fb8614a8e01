/** An answer in words, before it is put together: its first sentence without the full stop, and the lines under it. */
export interface Said {
  readonly first: string
  /** One line an agency, year or part; a long list is shortened where a file carries the whole. */
  readonly lines?: readonly string[]
  /** The cells it was made of, where they were asked for. */
  readonly cells?: readonly string[]
  /** Short sentences that follow. */
  readonly then?: readonly (string | null)[]
}
