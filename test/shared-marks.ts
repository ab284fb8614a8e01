import type { SharedMarks } from '../src/platforms/platform.ts'

/** Marks in memory, shared by all that are given them: the first value holds, as in the store. */
export function sharedMarks(): SharedMarks & { readonly names: () => readonly string[] } {
  const kept = new Map<string, string>()
  return {
    settle: (name, value) => {
      const holds = kept.get(name) ?? value
      kept.set(name, holds)
      return Promise.resolve(holds)
    },
    settled: (name) => Promise.resolve(kept.get(name) ?? null),
    names: () => [...kept.keys()],
  }
}
