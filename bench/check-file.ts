import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { checkFile } from '../src/check.ts'

/** Milliseconds to read and check a file, warm and in process: median. */
export async function measureCheck(file: string, rounds = 15): Promise<number> {
  const bytes = await readFile(file)
  const times: number[] = []
  for (let round = -5; round < rounds; round++) {
    const started = performance.now()
    await checkFile(bytes, file)
    if (round >= 0) times.push(performance.now() - started)
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}
