import type { Clock } from '../clock.ts'

/** What a command may touch: passed in, so that it is tested like any function. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True where a person watches stderr: only then is progress shown. */
  readonly isWatched: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly clock: Clock
  /** Resolves when the process is asked to stop; `serve` waits for it. */
  readonly stopped: () => Promise<string>
  /** Ends the process now, whatever still runs. */
  readonly exit: (status: number) => void
}

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help: usage, options, what it prints, exit status. */
  readonly help: string
  /** 0 done, 1 the report has errors (check only), 2 could not do it. Rejects with GongkaiError for one line on stderr. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<0 | 1 | 2>
}
