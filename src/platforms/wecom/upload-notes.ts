import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { SharedMarks } from '../platform.ts'

const noteShape = z.object({ type: z.enum(['file', 'image']), mediaId: z.string(), at: z.number() })

/** A file as the platform has it. */
export type UploadedMedia = Readonly<Omit<z.infer<typeof noteShape>, 'at'>>

/** What was uploaded under a name, as all replicas know it, also after a crash. */
export interface UploadNotes {
  /** The upload; null where there is none (any more). */
  readonly find: (name: string) => Promise<UploadedMedia | null>
  /** Notes an upload; gives the one that counts, which may be another's that was quicker. */
  readonly note: (name: string, media: UploadedMedia) => Promise<UploadedMedia>
  /** The platform does not know it any more. */
  readonly forget: (name: string) => void
}

type Note = UploadedMedia & { readonly at: number }

/** The platform keeps an upload for three days. */
const kept = 2 * 24 * 60 * 60 * 1000
const remembered = 500

/** Notes of uploads; where the store is away, this process knows its own. */
export function createUploadNotes(marks: SharedMarks, clock: Clock): UploadNotes {
  const own = new Map<string, Note | 'forgotten'>()
  const remember = (name: string, note: Note | 'forgotten'): void => {
    const [oldest] = own.keys()
    if (own.size >= remembered && oldest !== undefined) own.delete(oldest)
    own.set(name, note)
  }
  const fresh = (note: Note | null): Note | null =>
    note !== null && clock().getTime() - note.at < kept ? note : null

  return {
    find: async (name) => {
      const known = own.get(name)
      if (known === 'forgotten') return null
      return fresh(known ?? read(await marks.settled(markOf(name)).catch(() => null)))
    },
    note: async (name, media) => {
      const isSecond = own.get(name) === 'forgotten'
      const note = { ...media, at: clock().getTime() }
      remember(name, note)
      if (isSecond) return note
      const text = JSON.stringify(note)
      const held = fresh(read(await marks.settle(markOf(name), text).catch(() => text))) ?? note
      remember(name, held)
      return held
    },
    forget: (name) => {
      remember(name, 'forgotten')
    },
  }
}

/** Swept with what else need not be said twice for a while. */
function markOf(name: string): string {
  return `told uploaded ${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
}

function read(text: string | null): Note | null {
  return text === null ? null : noteShape.parse(JSON.parse(text))
}
