import type { Conversation, Reply } from '../src/bot.ts'
import { paragraphs } from './markdown.ts'

/** How a file reaches the bot from where somebody writes; in a group it sees only what mentions it. */
export function howToSendIn(kind: Conversation['kind']): string {
  return kind === 'group'
    ? '把文件发到群里，然后**引用**这个文件并 @我，写上要做的事；或者直接在单聊里把文件发给我。'
    : '直接在这里把文件发给我；发不了文件时，请发“上传年报”，我给您一个上传的链接。'
}

/** Words that name nothing the bot knows, and no file with them: a file was meant, perhaps. */
export function fileHintFirst(reply: Reply, kind: Conversation['kind']): Reply {
  const hint = `**要核对年报，请这样把文件交给我：** ${howToSendIn(kind)}`
  return { ...reply, markdown: paragraphs([hint, reply.markdown]) }
}

/** The same in a line below, where the words were understood and are none of the bot's business. */
export function fileHintBelow(reply: Reply, kind: Conversation['kind']): Reply {
  return { ...reply, markdown: paragraphs([reply.markdown, `要核对年报：${howToSendIn(kind)}`]) }
}
