import type { Reply } from '../src/bot.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { paragraphs, plainTitle } from './markdown.ts'
import { byDetail } from './refusals/by-detail.ts'
import { byReason } from './refusals/by-reason.ts'
import { questionBack, whichOffer } from './refusals/question-back.ts'
import { whatElse, whatIDo, type Help, type Refused, type RefusedAbout } from './refusals/refusal-words.ts'

export type { Help, ReportLink } from './refusals/refusal-words.ts'

/** The reply where there is no figure: why, and what can be asked instead; or a question back. */
export function notUnderstood(reply: AskReply, help: Help): Reply {
  const said = reply.slot === null ? refusal(reply, help) : askedBack(reply, help)
  return { title: plainTitle(said.title), markdown: paragraphs([`**${said.title}**`, ...said.more]) }
}

function askedBack(reply: AskReply, { example }: Help): Refused {
  return reply.wording.refusal?.kind === 'which_offer' ? whichOffer(reply) : questionBack(reply, example)
}

function refusal({ reason, wording, query, offers }: AskReply, help: Help): Refused {
  const about: RefusedAbout = {
    ...{ reason, agencies: query.agencies, year: query.years[0], metrics: query.metrics },
    ...{ offers, samples: wording.samples },
  }
  return (
    (wording.refusal === null ? null : byDetail(wording.refusal, about, help)) ??
    (reason === null ? null : byReason(reason, about, help)) ?? {
      title: '这个问题我答不了',
      more: [whatIDo, ...whatElse(about, help.example)],
    }
  )
}
