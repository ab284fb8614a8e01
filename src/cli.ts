#!/usr/bin/env node
import { systemClock } from './clock.ts'
import { runCommandLine } from './command-line.ts'
import type { Terminal } from './commands/command.ts'

function terminalOfProcess(): Terminal {
  return {
    out: (text) => {
      process.stdout.write(text)
    },
    err: (text) => {
      process.stderr.write(text)
    },
    isWatched: process.stderr.isTTY,
    env: process.env,
    cwd: process.cwd(),
    clock: systemClock,
    exit: (status) => {
      process.exit(status)
    },
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGTERM', 'SIGINT'] as const)
          process.once(signal, () => {
            resolve(signal)
          })
      }),
  }
}

// A reader that has seen enough (`gongkai check … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2)
})
process.exitCode = await runCommandLine(process.argv.slice(2), terminalOfProcess())
