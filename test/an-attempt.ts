import type { Attempt } from '../src/platforms/platform.ts'

/** The first try of a reply, noted nowhere, with what the test cares about laid over it. */
export function anAttempt(parts: Partial<Attempt> = {}): Attempt {
  return { earlier: [], begin: () => Promise.resolve(), worded: (reply) => reply, ...parts }
}
