import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A new, empty folder: no .env, no gongkai.yaml, no data. It is removed at the end of the run (jest.config.js). */
export function tempFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'gongkai-'))
}
