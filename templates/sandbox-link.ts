import type { Reply } from '../src/bot.ts'
import { paragraphs } from './markdown.ts'

/** The link to the sandbox. */
export function linkForSandbox(link: string): Reply {
  return {
    title: '沙盒的链接',
    markdown: paragraphs([
      `**请点开链接：** [打开沙盒](${link})`,
      '沙盒是网页上的模拟群聊，可以随便试：那里交的年报、问的问题都不会进入真实的群和数据。链接半小时内有效，请不要转发。',
    ]),
  }
}
