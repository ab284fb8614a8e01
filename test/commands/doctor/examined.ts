import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createDoctor } from '../../../src/commands/doctor.ts'
import type { Diagnosis } from '../../../src/commands/doctor/diagnosis.ts'
import type { ExamineOptions } from '../../../src/commands/doctor/examine.ts'
import { packageFolder } from '../../../src/package-folder.ts'
import { jsonLines } from '../../run-gongkai.ts'
import { tempFolder } from '../../temp-folder.ts'

/** What `gongkai doctor --json` printed, and how it ended. */
export interface Examined {
  readonly status: number
  readonly lines: readonly Diagnosis[]
  /** The messages of one check's lines in one state. */
  readonly said: (check: string, state: Diagnosis['state']) => readonly string[]
  readonly wrong: readonly string[]
  readonly text: string
}

export interface ExaminedOptions extends Partial<ExamineOptions> {
  readonly env?: Readonly<Record<string, string>>
  readonly now?: Date
  readonly roster?: string
  readonly cwd?: string
}

/** Every name lies at a public address. */
const outside: ExamineOptions['resolve'] = () => Promise.resolve([{ address: '203.0.114.7', family: 4 }])

/** Runs the doctor in this process, in a folder of its own, with a clock and a resolver of the test's. */
export async function examined(options: ExaminedOptions = {}): Promise<Examined> {
  const cwd = options.cwd ?? tempFolder()
  if (options.roster !== undefined) writeFileSync(path.join(cwd, 'gongkai.yaml'), options.roster)
  const { resolve = outside, nodeVersion = '24.1.0' } = options
  const { fontFolder = path.join(packageFolder, 'assets/fonts') } = options
  let text = ''
  const status = await createDoctor({ resolve, nodeVersion, fontFolder }).run(['--json'], {
    out: (some) => {
      text += some
    },
    err: () => undefined,
    isWatched: false,
    env: { PORT: '0', ...options.env },
    cwd,
    clock: () => options.now ?? new Date(),
    stopped: () => new Promise(() => undefined),
    exit: () => undefined,
  })
  const lines = jsonLines(text) as readonly Diagnosis[]
  const said: Examined['said'] = (check, state) =>
    lines.filter((one) => one.check === check && one.state === state).map(({ message }) => message)
  const wrong = lines.filter(({ state }) => state === 'wrong').map((one) => `${one.check}：${one.message}`)
  return { status, lines, said, wrong, text }
}
