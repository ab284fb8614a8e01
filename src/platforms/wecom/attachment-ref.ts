import { z } from 'zod'

/** Where the bytes of an attachment are: by id at the app's API, behind an encrypted URL of the bot, or nowhere. */
export type AttachmentRef =
  | { readonly at: 'media'; readonly mediaId: string }
  | { readonly at: 'url'; readonly url: string }
  | { readonly at: 'nowhere' }

const shape = z.discriminatedUnion('at', [
  z.object({ at: z.literal('media'), mediaId: z.string() }),
  z.object({ at: z.literal('url'), url: z.string() }),
  z.object({ at: z.literal('nowhere') }),
])

/** As it travels in an attachment. */
export function writeAttachmentRef(ref: AttachmentRef): string {
  return JSON.stringify(ref)
}

/** Throws where it is none of ours. */
export function readAttachmentRef(ref: string): AttachmentRef {
  return shape.parse(JSON.parse(ref))
}
