import { rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** Jest calls it once after the last test: the folder of the run goes, with everything in it. */
export default function removeTempFolderOfTheRun() {
  const folder = process.env.TMPDIR
  if (folder === undefined || !path.basename(folder).startsWith('gongkai-tests-')) return
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
