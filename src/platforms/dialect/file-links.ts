import type { Reply, ReplyFile } from '../../bot.ts'
import type { Address, PlatformFiles } from '../platform.ts'
import type { DialectName } from './dialect.ts'
import { escapeText } from './escape-text.ts'
import { byteLength } from './part-number.ts'
import { renderReply } from './render.ts'

/** A reply whose files are links in its text, for channels that take no files. */
export function withFileLinks(
  { files: attached = [], ...reply }: Reply,
  to: Address,
  files: Pick<PlatformFiles, 'link'>,
): Reply {
  const lines = attached.map((file) => fileLink(file, to, files))
  return { ...reply, markdown: [reply.markdown, ...lines].filter((part) => part !== '').join('\n\n') }
}

/** The file that a shortened reply has beside its own: a name of 40 characters, escaped for addresses. */
const oneMore = 1024

/** Bytes to keep free for the links to a reply's files, and to the one that it gets where it is shortened. */
export function roomForLinks(
  { title, files: attached }: Reply,
  to: Address,
  dialect: DialectName,
  files: Pick<PlatformFiles, 'link'>,
): number {
  const links = withFileLinks(
    { title, markdown: '', ...(attached === undefined ? {} : { files: attached }) },
    to,
    files,
  )
  return byteLength(renderReply(links.markdown, dialect)) + oneMore
}

/** A picture is told by what it shows. */
function fileLink(file: ReplyFile, to: Address, files: Pick<PlatformFiles, 'link'>): string {
  const { kind, name, shows } = file
  const words = kind === 'picture' ? `看图：${shows?.alt ?? name}` : `打开文件：${name}`
  return `[${escapeText(words)}](<${files.link(file, to)}>)`
}
