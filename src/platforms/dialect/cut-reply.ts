import type { Reply } from '../../bot.ts'
import { readBlocks, type Block } from './blocks.ts'
import { cutBlocks } from './cut-blocks.ts'
import type { DialectName } from './dialect.ts'
import { toMarkdown } from './markdown-source.ts'
import { byteLength, numberingBytes, numberOf } from './part-number.ts'
import { renderBlocks } from './render.ts'
import { shortenReply, type Shortening } from './shorten-reply.ts'

export interface ReplyCut extends Shortening {
  /** What would take more is shortened to one message, the whole of it in a file. */
  readonly maxParts: number
}

/**
 * A reply as messages that the channel takes. Each is a reply in Markdown still: `renderReply` of it has at most
 * `maxBytes`. Several are numbered （1/3）; the first calls on people, the last brings the files.
 */
export async function cutReply(reply: Reply, cut: ReplyCut): Promise<readonly Reply[]> {
  const whole = renderedLength(readBlocks(reply.markdown), cut.dialect)
  if (whole <= cut.maxBytes) return [reply]
  if (whole <= cut.maxBytes * cut.maxParts) {
    const parts = partsOf(reply, cut)
    if (parts.length <= cut.maxParts) return parts
  }
  return [await shortenReply(reply, cut)]
}

function partsOf(reply: Reply, { dialect, maxBytes }: ReplyCut): readonly Reply[] {
  const blocks = readBlocks(reply.markdown)
  if (renderedLength(blocks, dialect) <= maxBytes) return [reply]
  const room = maxBytes - numberingBytes
  const parts = cutBlocks(blocks, (part) => renderedLength(part, dialect) <= room)
  const { mentions, files, ...rest } = reply
  return parts.map((part, index) => ({
    ...rest,
    title: `${reply.title}${numberOf(index, parts.length)}`,
    markdown: toMarkdown(withNumber(part, numberOf(index, parts.length))),
    ...(index > 0 || mentions === undefined ? {} : { mentions }),
    ...(index < parts.length - 1 || files === undefined ? {} : { files }),
  }))
}

function renderedLength(blocks: readonly Block[], dialect: DialectName): number {
  return byteLength(renderBlocks(blocks, dialect))
}

function withNumber(part: readonly Block[], number: string): readonly Block[] {
  const [first, ...others] = part
  const mark = { kind: 'text', text: number } as const
  if (first?.kind !== 'paragraph') return [{ kind: 'paragraph', lines: [[mark]] }, ...part]
  const [line = [], ...lines] = first.lines
  return [{ ...first, lines: [[mark, ...line], ...lines] }, ...others]
}
