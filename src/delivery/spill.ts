import { appendFile, mkdir, open, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Message } from '../bot.ts'

/**
 * A journal on the local disk that takes messages while the store is away: a line a message, synced before it is
 * acknowledged, drained into the store oldest first when it is back.
 */
export interface Spill {
  /** Resolves once the message is on the disk; rejects where there is no room or the disk fails. */
  readonly append: (message: Message) => Promise<void>
  /** Hands every message to `keep`, oldest first, then empties the journal. Stops, keeping all, at the first failure. */
  readonly drain: (keep: (message: Message) => Promise<unknown>) => Promise<number>
  /** Bytes waiting. */
  readonly size: () => number
  /** Whether a message of any size would find room. */
  readonly hasRoom: () => boolean
  readonly close: () => Promise<void>
}

/** Room for the journal: 64 MiB. */
const spillLimit = 64 * 1024 * 1024

/** No message is larger: a callback's body is at most 256 KiB. */
const largestRecord = 512 * 1024

/** Opens (or makes) `inbox-spill.jsonl` in the folder; a record torn by a crash at its end is cut off. */
export async function openSpill(folder: string, limit = spillLimit): Promise<Spill> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'inbox-spill.jsonl')
  const handle = await open(file, 'a+')
  let size = wholeRecords(await readFile(file)).byteLength
  await handle.truncate(size)
  const opened = (await handle.stat()).ino
  let last: Promise<unknown> = Promise.resolve()

  /** One operation at a time: an append never lands inside a drain. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }

  return {
    append: (message) =>
      inTurn(async () => {
        const record = Buffer.from(`${JSON.stringify(message)}\n`)
        if (size + record.byteLength > limit) throw new Error('spill is full')
        // A removed file would take the record and keep it from everyone.
        if ((await stat(file)).ino !== opened) throw new Error('spill was removed')
        try {
          await handle.appendFile(record)
          await handle.datasync()
        } catch (error) {
          // Half a record must not swallow the next one.
          await handle.truncate(size).catch(() => undefined)
          throw error
        }
        size += record.byteLength
      }),
    drain: (keep) =>
      inTurn(async () => {
        if (size === 0) return 0
        const lines = wholeRecords(await readFile(file))
          .toString('utf8')
          .split('\n')
          .filter(Boolean)
        const messages = lines.flatMap(revive)
        for (const message of messages) await keep(message)
        // What nobody can read must not hold up the rest: it is put aside, for an administrator.
        const unreadable = lines.filter((line) => revive(line).length === 0)
        if (unreadable.length > 0) await appendFile(`${file}.bad`, `${unreadable.join('\n')}\n`)
        await handle.truncate(0)
        await handle.datasync()
        size = 0
        return messages.length
      }),
    size: () => size,
    hasRoom: () => size + largestRecord <= limit,
    close: () => inTurn(() => handle.close()),
  }
}

function wholeRecords(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
}

/** The message of a line; none where the disk gave back something else than was written. */
function revive(line: string): readonly Message[] {
  try {
    const message = JSON.parse(line) as Message & { readonly receivedAt: string | Date }
    const receivedAt = new Date(message.receivedAt)
    const isWhole = typeof message.key === 'string' && !Number.isNaN(receivedAt.getTime())
    return isWhole ? [{ ...message, receivedAt }] : []
  } catch {
    return []
  }
}
