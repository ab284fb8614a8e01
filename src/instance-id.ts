import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What this replica is called among those that share a store: made once and kept in DATA_DIR, so that after a restart
 * it knows its own leases. Call it while the folder is locked.
 */
export function instanceId(dataDir: string): string {
  const file = path.join(dataDir, 'instance-id')
  if (existsSync(file)) {
    const known = readFileSync(file, 'utf8').trim()
    if (known !== '') return known
  }
  mkdirSync(dataDir, { recursive: true })
  const made = randomUUID()
  writeFileSync(file, `${made}\n`)
  return made
}
