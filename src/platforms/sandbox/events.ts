import { PassThrough, type Readable } from 'node:stream'
import type { LineView } from './line-view.ts'

/** Open pages, each listening to some conversations by server-sent events. */
export interface Events {
  /** A stream of events for one page: first the lines it missed, then every new one. */
  readonly open: (listener: Listener) => Readable
  /** Tells every page that listens to the line's conversation. */
  readonly publish: (line: LineView) => void
  /** Ends all streams; pages come back by themselves. */
  readonly close: () => void
}

export interface Listener {
  readonly conversationIds: ReadonlySet<string>
  /** Lines above this number were missed. */
  readonly after: number
  /** Fetches the lines above a number, ascending. */
  readonly missed: (after: number) => Promise<readonly LineView[]>
}

/** Numbers may become visible a little out of order: look back so far; the page knows what it has already. */
const lookBack = 20
const heartbeat = 15_000
/** A page that reads nothing gives up its stream before it fills the memory. */
const backlogLimit = 4 * 1024 * 1024

/** Makes the hub. At each heartbeat a page also gets what another process may have written meanwhile. */
export function createEvents(): Events {
  const pages = new Set<{ listener: Listener; tell: (line: LineView) => void; end: () => void }>()

  const open = (listener: Listener): Readable => {
    const stream = new PassThrough({ highWaterMark: backlogLimit })
    const told = new Set<number>()
    let newest = listener.after
    const write = (text: string): void => {
      if (stream.writableEnded) return
      if (stream.writableLength > backlogLimit) end()
      else stream.write(text)
    }
    const tell = (line: LineView): void => {
      if (told.has(line.number)) return
      told.add(line.number)
      newest = Math.max(newest, line.number)
      write(`id: ${newest}\nevent: line\ndata: ${JSON.stringify(line)}\n\n`)
    }
    const catchUp = async (): Promise<void> => {
      try {
        for (const line of await listener.missed(Math.max(0, newest - lookBack))) tell(line)
        for (const number of told) if (number <= newest - lookBack) told.delete(number)
        write(': here\n\n')
      } catch {
        // The store is away: the page comes back and asks again.
        end()
      }
    }
    const timer = setInterval(() => void catchUp(), heartbeat)
    const page = { listener, tell, end }
    function end(): void {
      clearInterval(timer)
      pages.delete(page)
      stream.end()
    }
    stream.on('close', end)
    pages.add(page)
    write('retry: 1500\n\n')
    void catchUp()
    return stream
  }

  return {
    open,
    publish: (line) => {
      for (const page of pages) if (page.listener.conversationIds.has(line.conversationId)) page.tell(line)
    },
    close: () => {
      for (const page of [...pages]) page.end()
    },
  }
}
