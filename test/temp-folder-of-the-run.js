import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/**
 * Jest calls it once before the first test: whatever the tests and the programs they start put into the temporary
 * folder goes into one folder of this run, which temp-folder-removed.js takes away after the last test – also what
 * a test that failed, or a program that was killed, left behind.
 */
export default function openTempFolderOfTheRun() {
  process.env.TMPDIR = mkdtempSync(path.join(tmpdir(), 'gongkai-tests-'))
}
