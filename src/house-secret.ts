import { createHmac, randomBytes } from 'node:crypto'
import type { SettingStore } from './store/store.ts'

/** The secret that signs links and makes report ids: as configured, or made once and kept in the store. */
export function houseSecret(configured: string | null, store: SettingStore): Promise<string> {
  return configured === null
    ? store.settle('session-secret', randomBytes(32).toString('hex'))
    : Promise.resolve(configured)
}

/** Name for a report: the same for the same seed, and not to be guessed without the secret. */
export function reportId(secret: string, seed: string): string {
  return createHmac('sha256', secret).update(`report ${seed}`).digest('base64url').slice(0, 22)
}
