import type { Reply } from '../src/bot.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { paragraphs, plainTitle } from './markdown.ts'
import { byDetail } from './refusals/by-detail.ts'
import { byReason } from './refusals/by-reason.ts'
import { questionBack } from './refusals/question-back.ts'
import { whatCanBeAsked, type Help, type Refused } from './refusals/refusal-words.ts'

export type { Help, ReportLink } from './refusals/refusal-words.ts'

/** The reply where there is no figure: why, and what can be asked instead; or a question back. */
export function notUnderstood(reply: AskReply, help: Help): Reply {
  const said = reply.slot === null ? refusal(reply, help) : questionBack(reply, help.example)
  return { title: plainTitle(said.title), markdown: paragraphs([`**${said.title}**`, ...said.more]) }
}

function refusal({ reason, wording, query }: AskReply, help: Help): Refused {
  const about = { agencies: query.agencies, year: query.years[0], metrics: query.metrics }
  return (
    (wording.refusal === null ? null : byDetail(wording.refusal, about, help)) ??
    (reason === null ? null : byReason(reason, about, help)) ?? {
      title: '这个问题我答不了',
      more: ['我只回答年报里的数字，也帮着核对年报。', whatCanBeAsked(help.example)],
    }
  )
}
