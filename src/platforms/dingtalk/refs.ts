import { z } from 'zod'

/** What the download of a file needs: its code and the robot that was given it; or that there is none. */
export type FileRef =
  { readonly kind: 'code'; readonly code: string; readonly robotCode: string } | { readonly kind: 'lost' }

/** How a message is answered: the session's address and when it ends, in milliseconds; null: by the OpenAPI only. */
export interface Session {
  readonly url: string
  readonly until: number
}

const fileShape = z.union([
  z.object({ kind: z.literal('code'), code: z.string(), robotCode: z.string() }),
  z.object({ kind: z.literal('lost') }),
])
const sessionShape = z.object({ url: z.string(), until: z.number() })

/** As it stands in Attachment.ref. */
export function fileRef(ref: FileRef): string {
  return JSON.stringify(ref)
}

/** Out of Attachment.ref; throws where it is none of ours. */
export function readFileRef(ref: string): FileRef {
  return fileShape.parse(JSON.parse(ref))
}

/** As it stands in Message.replyRef. */
export function sessionRef(session: Session): string {
  return JSON.stringify(session)
}

/** Out of Address.ref; null where there is none, or none that can be read. */
export function readSessionRef(ref: string | undefined): Session | null {
  if (ref === undefined) return null
  try {
    return sessionShape.parse(JSON.parse(ref))
  } catch {
    return null
  }
}
