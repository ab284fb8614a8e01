import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { fillStore, overYears } from '../test/filled-store.ts'
import { answersTo, firstGroup, sendText, startBuiltBot } from '../test/running-bot.ts'
import { tempFolder } from '../test/temp-folder.ts'

/** How long people wait in the sandbox for an answer and the picture under it, in milliseconds. */
export interface PictureReplyTimes {
  /** The first one after the start: a thread has to be made, and fonts to be read. */
  readonly firstMs: number
  /** Median of the later ones. */
  readonly laterMs: number
}

const names = Array.from({ length: 60 }, (_, n) => `青澜区${'东西南北中'.charAt(n % 5)}堽镇第${n}管理局`)

/** Asks the built bot for a ranking of sixty, `rounds` times. */
export async function measurePictureReply(rounds = 8): Promise<PictureReplyTimes> {
  const cwd = tempFolder()
  const reports = names.flatMap((agency, n) => overYears(agency, [n * 3], 2025))
  await fillStore(path.join(cwd, 'data'), reports)
  const bot = await startBuiltBot(cwd)
  const conversation = await firstGroup(bot.url)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const asked = performance.now()
    const { key } = await sendText(
      conversation,
      '2025年依申请排名',
      `bench-${String(round).padStart(6, '0')}`,
    )
    while (!(await answersTo(conversation, key)).some(({ file }) => file?.picture != null)) await pause()
    times.push(performance.now() - asked)
  }
  await bot.end('SIGTERM')
  const [firstMs = 0, ...later] = times
  return { firstMs, laterMs: later.sort((one, other) => one - other)[Math.floor(later.length / 2)] ?? 0 }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}
