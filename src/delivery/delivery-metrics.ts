/** What the delivery counts; src/metrics.ts fulfils it. Labels are few and hold no ids. */
export interface DeliveryMetrics {
  readonly callback: (platform: string, result: 'kept' | 'known' | 'spilled' | 'lost') => void
  readonly dead: () => void
  readonly outbox: (platform: string, outcome: 'sent' | 'later' | 'unknown' | 'refused' | 'expired') => void
}

/** Counts nothing. */
export const noMetrics: DeliveryMetrics = {
  callback: () => undefined,
  dead: () => undefined,
  outbox: () => undefined,
}
