import { performance } from 'node:perf_hooks'
import { answersTo, firstGroup, sendFile, startBuiltBot } from '../test/running-bot.ts'
import { tempFolder } from '../test/temp-folder.ts'

/** How long people wait for the reply to a sample docx in the sandbox, from the upload to the bubble. */
export interface SandboxReplyTimes {
  /** The first one after the start: a reading thread has to be made. */
  readonly firstMs: number
  /** Median of the later ones. */
  readonly laterMs: number
  /** From the start of the process to the line with its address. */
  readonly startMs: number
}

/** Starts the built bot on an empty folder and sends it the same report `rounds` times. */
export async function measureSandboxReply(file: string, rounds = 10): Promise<SandboxReplyTimes> {
  const started = performance.now()
  const bot = await startBuiltBot(tempFolder())
  const startMs = performance.now() - started
  const conversation = await firstGroup(bot.url)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const sent = performance.now()
    const line = await sendFile(conversation, file, `bench-${String(round).padStart(6, '0')}`)
    await answersTo(conversation, line.key)
    times.push(performance.now() - sent)
  }
  await bot.end('SIGTERM')
  const [firstMs = 0, ...later] = times
  return {
    firstMs,
    laterMs: later.sort((one, other) => one - other)[Math.floor(later.length / 2)] ?? 0,
    startMs,
  }
}
