/** The day of an instant in Asia/Shanghai, which has no summer time: UTC+8; YYYY-MM-DD. */
export function dayInShanghai(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
