/** Asks for something to work on for a while. */
export interface ClaimRequest {
  readonly owner: string
  readonly now: Date
  readonly leaseUntil: Date
}

/** Names one claim; writes with an outdated fence are refused. */
export interface Lease {
  readonly key: string
  readonly owner: string
  readonly fence: number
}
