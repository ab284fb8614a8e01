import type { Reply } from '../../bot.ts'
import { cutReply } from '../dialect/cut-reply.ts'
import { mentionable } from '../dialect/mentions.ts'
import { shortenReply } from '../dialect/shorten-reply.ts'
import type { Address, PlatformFiles } from '../platform.ts'
import { markdownParam } from './message-param.ts'

/**
 * `msgParam` of the OpenAPI, the smaller of the two ways (a session's body takes 20000), less what is said under a
 * reply that is sent again.
 */
const mostBytes = 15_000 - 300
/** As JSON text grows by its escapes; what does not fit the first limit is cut by a smaller one. */
const limits = [14_200, 12_000, 9_000, 7_000]
const mostParts = 3

/**
 * A reply as messages that fit either way, so that it does not matter when a session ends. In a group the first calls
 * on the asker; each file goes by itself, after the text.
 */
export async function split(reply: Reply, to: Address, files: PlatformFiles): Promise<readonly Reply[]> {
  const parts = await cut(withMentions(reply, to), files)
  return parts.flatMap(({ files: carried = [], ...part }) => [
    ...(part.markdown.trim() === '' && carried.length > 0 ? [] : [part]),
    ...carried.map((file): Reply => ({ title: file.name, markdown: '', files: [file] })),
  ])
}

async function cut(reply: Reply, files: PlatformFiles): Promise<readonly Reply[]> {
  for (const maxBytes of limits) {
    const parts = await cutReply(reply, { dialect: 'dingtalk', maxBytes, maxParts: mostParts, files })
    if (parts.every((part) => Buffer.byteLength(markdownParam(part)) <= mostBytes)) return parts
  }
  return [await shortenReply(reply, { dialect: 'dingtalk', maxBytes: mostBytes, files })]
}

/** Ids come out of a body that is not signed: only what looks like one gets into a text. */
function withMentions({ mentions = [], ...reply }: Reply, to: Address): Reply {
  const asker = to.conversationKind === 'group' ? [to.userId] : []
  const called = mentionable([...asker, ...mentions], 'dingtalk')
  return called.length === 0 ? reply : { ...reply, mentions: called }
}
