import { createHash } from 'node:crypto'
import type { Reply, ReplyFile } from '../../bot.ts'
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

/** What the bot shows of a reply; files are links, but for those that are shown beside it. */
export function botText(
  { files: attached = [], ...reply }: Reply,
  to: Address,
  files: PlatformFiles,
  beside: ReadonlySet<string> = new Set(),
): string {
  const linked = attached.filter(({ sha256 }) => !beside.has(sha256))
  return renderReply(withFileLinks({ ...reply, files: linked }, to, files).markdown, 'wecom-bot')
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
    const longer = joined([text, botText(collected.reply, to, files)])
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

/** The last frame of a stream: pictures stand beside the text, and their links in it only where they do not. */
export interface FinishedStream {
  readonly text: string
  readonly pictures: readonly StreamPicture[]
}

const mostPictures = 4
const largestPicture = 2 * 1024 * 1024

/** These replies, which fit into one message, as the end of a stream. */
export async function finishedStream(
  replies: readonly Reply[],
  to: Address,
  files: PlatformFiles,
): Promise<FinishedStream> {
  const pictures = new Map<string, StreamPicture>()
  for (const file of replies.flatMap((reply) => reply.files ?? [])) {
    if (pictures.size === mostPictures) break
    const picture = await streamPicture(file, files)
    if (picture !== null) pictures.set(file.sha256, picture)
  }
  const textBeside = (beside: ReadonlySet<string>): string =>
    joined(replies.map((reply) => botText(reply, to, files, beside)))
  const text = textBeside(new Set(pictures.keys()))
  // A frame without a word would leave the one before it standing.
  return { text: text === '' ? textBeside(new Set()) : text, pictures: [...pictures.values()] }
}

/** null: the stream cannot show it. */
async function streamPicture(file: ReplyFile, files: PlatformFiles): Promise<StreamPicture | null> {
  if (file.kind !== 'picture' || file.size > largestPicture) return null
  const bytes = await files.get(file.sha256)
  if (bytes === null || pictureType(bytes) === null) return null
  const md5 = createHash('md5').update(bytes).digest('hex')
  return { msgtype: 'image', image: { base64: Buffer.from(bytes).toString('base64'), md5 } }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(between)
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
