import { createHash } from 'node:crypto'
import type { Reply } from '../../bot.ts'
import { cutReply } from '../dialect/cut-reply.ts'
import { renderReply } from '../dialect/render.ts'
import type { Address, CollectedReply, PlatformFiles } from '../platform.ts'
import { roomForLinks, withFileLinks } from '../dialect/file-links.ts'
import { pictureType } from './media.ts'

/** Of a stream frame and of what goes to a `response_url`. */
const maxBytes = 20_480
const between = '\n\n---\n\n'

/** A reply as one text of the 智能机器人: it has one message a question, so that what is longer goes behind a link. */
export async function splitForBot(
  reply: Reply,
  to: Address,
  files: PlatformFiles,
): Promise<readonly Reply[]> {
  const { title, markdown, files: attached = [] } = reply
  const text = { title, markdown, ...(attached.length === 0 ? {} : { files: attached }) }
  const room = maxBytes - roomForLinks(text, to, 'wecom-bot', files)
  return cutReply(text, { dialect: 'wecom-bot', maxBytes: room, maxParts: 1, files })
}

/** What the bot shows of a reply; files are links. */
export function botText(reply: Reply, to: Address, files: PlatformFiles): string {
  return renderReply(withFileLinks(reply, to, files).markdown, 'wecom-bot')
}

/** The first of these replies that fit into one message together, and their text. */
export function fitting(
  replies: readonly CollectedReply[],
  to: Address,
  files: PlatformFiles,
): { readonly replies: readonly CollectedReply[]; readonly text: string } {
  let text = ''
  const chosen: CollectedReply[] = []
  for (const collected of replies) {
    const longer = [text, botText(collected.reply, to, files)].filter((part) => part !== '').join(between)
    if (byteLength(longer) > maxBytes) break
    text = longer
    chosen.push(collected)
  }
  return { replies: chosen, text }
}

/** A picture inside a finished stream. */
export interface StreamPicture {
  readonly msgtype: 'image'
  readonly image: { readonly base64: string; readonly md5: string }
}

const mostPictures = 4
const largestPicture = 2 * 1024 * 1024

/** The pictures of replies that a finished stream can show by itself; their links stand in the text all the same. */
export async function streamPictures(
  replies: readonly Reply[],
  files: PlatformFiles,
): Promise<readonly StreamPicture[]> {
  const pictures: StreamPicture[] = []
  for (const file of replies.flatMap((reply) => reply.files ?? [])) {
    if (file.kind !== 'picture' || file.size > largestPicture || pictures.length === mostPictures) continue
    const bytes = await files.get(file.sha256)
    if (bytes === null || pictureType(bytes) === null) continue
    const md5 = createHash('md5').update(bytes).digest('hex')
    pictures.push({ msgtype: 'image', image: { base64: Buffer.from(bytes).toString('base64'), md5 } })
  }
  return pictures
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
