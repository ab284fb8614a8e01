import type { Reply, ReplyFile } from '../../bot.ts'
import type { Address, PlatformFiles } from '../platform.ts'

/** A reply whose files are links in its text, for channels that take no files. */
export function withFileLinks(reply: Reply, to: Address, files: PlatformFiles): Reply {
  const { files: attached = [], ...rest } = reply
  if (attached.length === 0) return rest
  const lines = attached.map((file) => fileLink(file, to, files))
  return { ...rest, markdown: [reply.markdown, ...lines].filter((part) => part !== '').join('\n\n') }
}

function fileLink(file: ReplyFile, to: Address, files: PlatformFiles): string {
  const name = file.name.replaceAll(/[\\`*_[\]<>&#|~!]/g, (char) => `\\${char}`)
  return `[打开文件：${name}](${files.link(file, to)})`
}
