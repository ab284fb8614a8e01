import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import type { Said } from './said.ts'
import { subjectWords } from './whose-words.ts'

/** What section 一 says was published: its words, and the sentence. */
export function quoteWords(reply: AskReply, answer: number | string): Said {
  const figure = typeof answer === 'number' ? `${answer} 条` : escapeMarkdown(answer)
  const { sentence } = reply.extras
  return {
    first: `${subjectWords(reply)} 主动公开信息：**${figure}**（正文数字，非表格数据）`,
    then: [sentence === undefined ? null : `原文：“${escapeMarkdown(sentence)}”`],
  }
}
