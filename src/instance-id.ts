import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What this replica is called among those that share a store: made once and kept in DATA_DIR, so that after a restart
 * it knows its own leases. A damaged name is replaced. Call it while the folder is locked.
 */
export function instanceId(dataDir: string): string {
  const file = path.join(dataDir, 'instance-id')
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (uuid.test(known)) return known
  mkdirSync(dataDir, { recursive: true })
  const made = randomUUID()
  const unfinished = `${file}.part`
  const descriptor = openSync(unfinished, 'w')
  writeSync(descriptor, `${made}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, file)
  return made
}
