import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares digests, so that neither length nor place of a difference shows in the time taken. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
