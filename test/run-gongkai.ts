import { execFile } from 'node:child_process'
import path from 'node:path'
import { packageFolder } from '../src/package-folder.ts'
import { tempFolder } from './temp-folder.ts'

/** The built program. */
export const program = path.join(packageFolder, 'dist/src/cli.js')

export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** An environment in which no setting of the machine reaches the program. */
export function cleanEnv(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', ...env }
}

/** Runs one command line of the built program. */
export function runGongkai(
  args: readonly string[],
  {
    cwd = tempFolder(),
    env = {},
  }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd, env: cleanEnv(env) }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ status, stdout, stderr })
    })
  })
}

/** The lines of a `--json` output, parsed. */
export function jsonLines(stdout: string): readonly unknown[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}
