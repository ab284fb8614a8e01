import type { Conversation, Message, Reply } from '../src/bot.ts'
import { fileNotTaken } from './file-not-taken.ts'
import { howToSendIn } from './how-to-send.ts'
import { bullets, paragraphs, verbatim } from './markdown.ts'
import { sampleQuestions, type Example } from './sample-questions.ts'

/** How to send a report; in a group a file has to be quoted, as the bot sees only what mentions it. */
export const howToSend = '在群里：先把文件发到群里，再引用这个文件并 @我。\n在单聊里：直接把文件发给我。'

/** What can be sent and asked. */
export function helpReply(example: Example): Reply {
  return {
    title: '可以发年报给我核对，也可以问数字',
    markdown: paragraphs([
      '您好，我帮大家核对政府信息公开工作年度报告，也能回答年报里的数字。',
      `**核对年报**\n\n${howToSend}\n\n能读 Word 文件（.docx）和纯文本（.txt）。我会告诉您哪里有错、差多少、怎么改；改好再发一次，会告诉您哪些改好了。发不了文件时，请发“上传年报”，我给您一个上传的链接。`,
      `**问数字**：三张表里的每一个数字，也可以问合计、比例、排名、比较和走势，还可以问谁没交、哪里有错\n\n${bullets(sampleQuestions(example))}`,
      '不说年份，就按最新的年报回答；接着问“那2022年呢”“和上年比呢”“怎么算的”也可以。',
    ]),
  }
}

/** To a person who opens a chat with the bot. */
export function welcomeReply(): Reply {
  return {
    title: '您好，我是公开助手',
    markdown: paragraphs([
      '您好，我帮大家核对政府信息公开工作年度报告，也能回答年报里的数字。',
      `${howToSend}\n发不了文件时：发“上传年报”，我给您一个上传的链接。`,
      '想知道我能做什么，请发“帮助”。',
    ]),
  }
}

/** What gongkai.yaml calls the id of a group. */
const idFields: Readonly<Record<string, string>> = { wecom: 'chatId', dingtalk: 'conversationId' }

/** In a group that no agencies are bound to: nothing can be asked or handed in; `hasFile`: a file came with it. */
export function groupNotBound(
  { platform, conversation }: Pick<Message, 'platform' | 'conversation'>,
  { hasFile = false }: { readonly hasFile?: boolean } = {},
): Reply {
  const field = idFields[platform]
  return {
    title: hasFile ? '本群还没有绑定单位，文件没有收下' : '本群还没有绑定单位',
    markdown: paragraphs([
      '**本群还没有绑定单位，所以这里不能核对年报，也不能查数字。**',
      hasFile ? fileNotTaken(false) : '现在就要核对年报，请在单聊里直接把文件发给我。',
      `怎么绑定（办一样就行）：\n\n${bullets([
        '协调员在本群 @我，发“绑定 单位名称”，例如“绑定 区科技局”；全部单位发“绑定 全部”。',
        `管理员把本群写进 ${verbatim('gongkai.yaml')} 的 groups，再重启机器人。本群的编号${field === undefined ? '' : `（${field}）`}是：${verbatim(conversation.id)}`,
      ])}`,
    ]),
  }
}

/** To a person who is nobody's contact, in a single chat. */
export function personNotListed(userId: string): Reply {
  return {
    title: '您还没有登记为联络员',
    markdown: paragraphs([
      '**您还没有登记为单位的联络员，所以在单聊里不能查数字，发来的年报只核对、不收存。**',
      `请到本单位的工作群里 @我 问；或者把您的编号告诉管理员，登记好就可以用了：${verbatim(userId)}`,
      `现在就想核对年报，也可以：\n${howToSend}`,
    ]),
  }
}

/** Words like 核对 without a file: how to send one. */
export function sendTheFile(kind: Conversation['kind']): Reply {
  return {
    title: '请把年报文件发给我',
    markdown: paragraphs([
      '**要核对年报，请把文件发给我。**',
      howToSendIn(kind),
      '能读 Word 文件（.docx）和纯文本（.txt）。',
    ]),
  }
}

/** To 算了 and 不是, where something was asked back or offered. */
export function dropped(): Reply {
  const said = '好的。想查别的数字，直接发问题就可以；想知道我能做什么，请发“帮助”。'
  return { title: '好的', markdown: said }
}

/** To 谢谢. */
export function thanked(): Reply {
  const said = '不客气。有年报要核对，或者要查数字，随时找我。'
  return { title: said, markdown: said }
}
