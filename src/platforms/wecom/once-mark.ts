import { createHash } from 'node:crypto'

const signs = ['\u200b', '\u200c', '\u200d', '\u2060'] as const
const length = 8

/** Bytes that a mark takes in UTF-8. */
export const markBytes = 3 * length

/**
 * Unseen characters that tell one message from another with the same words. The platform drops a repeated text for
 * hours where it is asked to (`enable_duplicate_check`), and it must be, so that a try after a timeout does not show
 * twice; but who asks the same question twice is to hear the answer twice.
 */
export function onceMark(key: string): string {
  const hash = createHash('sha256').update(key).digest()
  return Array.from({ length }, (_, at) => signs[(hash[at] ?? 0) & 3] ?? signs[0]).join('')
}
