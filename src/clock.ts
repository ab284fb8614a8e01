/** The machine's clock, the one place that reads it. Everything else takes the time as an argument. */
export type Clock = () => Date

/** The present moment. */
export const systemClock: Clock = () => new Date()
