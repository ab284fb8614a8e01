import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runGongkai } from '../test/run-gongkai.ts'
import { tempFolder } from '../test/temp-folder.ts'

/**
 * Peak resident memory of `gongkai check` on a file, threads included, in megabytes. Read from /proc where there is one:
 * what `resourceUsage` gives begins with the peak of the process that started this one.
 */
export async function measureCheckMemory(file: string): Promise<number> {
  const folder = tempFolder()
  const hook = path.join(folder, 'peak.cjs')
  const report = path.join(folder, 'peak.txt')
  writeFileSync(
    hook,
    `if (require('node:worker_threads').isMainThread) process.on('exit', () =>
      {
        let peak = process.resourceUsage().maxRSS
        try {
          peak = /VmHWM:\\s*(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]
        } catch {}
        require('node:fs').writeFileSync(${JSON.stringify(report)}, String(peak))
      })`,
  )
  const run = await runGongkai(['check', '--json', file], { env: { NODE_OPTIONS: `--require ${hook}` } })
  if (run.status === 2) throw new Error(run.stderr)
  return Number(readFileSync(report, 'utf8')) / 1024
}
