import type { Reply } from '../../bot.ts'
import { renderReply } from '../dialect/render.ts'

/** What a notification shows of a title. */
const longestTitle = 60

/** `msgParam` of sampleMarkdown: JSON inside JSON. */
export function markdownParam(reply: Reply): string {
  return JSON.stringify(markdownOf(reply))
}

/** Title and text as DingTalk's Markdown. */
export function markdownOf(reply: Reply): { readonly title: string; readonly text: string } {
  const title = reply.title.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, '')
  return { title: title === '' ? '回复' : title, text: renderReply(reply.markdown, 'dingtalk') }
}
