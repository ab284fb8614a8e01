import { z } from 'zod'
import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { DingtalkSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import type { ArrivedFetch } from '../outgoing/arrived-request.ts'
import { RefusedUrlError } from '../outgoing/arrived-url.ts'
import { isSentOn } from '../outgoing/sent-on.ts'
import type { Address, Attempt, Delivery } from '../platform.ts'
import type { Called, DingtalkApi } from './api.ts'
import type { CustomRobotSender } from './custom-robot.ts'
import { markdownOf, markdownParam } from './message-param.ts'
import { readSessionRef } from './refs.ts'
import { verdictOf } from './verdict.ts'

export interface SendParts {
  readonly settings: DingtalkSettings
  readonly api: DingtalkApi
  /** Posts to the sessions' addresses, which lie at the API's own hosts or are refused. */
  readonly sessions: ArrivedFetch
  readonly clock: Clock
  readonly log: Log
  /** The group's custom robot, if the roster names one (else null): the last way. */
  readonly byRobot: CustomRobotSender
  readonly attempt: Attempt
}

/** A message of the OpenAPI: which template, and its fields as JSON text. */
export interface OpenMessage {
  readonly msgKey: string
  readonly msgParam: string
}

/** A session that ends so soon may end on the way. */
const sessionMargin = 60_000

/** Sends a text by the session, by the OpenAPI where that has ended, by the group's robot where that is refused. */
export async function sendText(to: Address, reply: Reply, key: string, parts: SendParts): Promise<Delivery> {
  const worded = parts.attempt.worded(reply)
  const bySession = await postToSession(to, worded, parts)
  if (bySession !== null && bySession.kind !== 'refused') return bySession
  const byApi = await postToApi(to, { msgKey: 'sampleMarkdown', msgParam: markdownParam(worded) }, parts)
  if (byApi.kind !== 'refused' || to.conversationKind !== 'group') return byApi
  const byRobot = await parts.byRobot(to, worded, key, parts.attempt)
  return byRobot === null || byRobot.kind === 'refused' ? byApi : byRobot
}

/** Null: there is no session, or it ends within a minute. */
async function postToSession(
  to: Address,
  reply: Reply,
  { sessions, clock, log, attempt }: SendParts,
): Promise<Delivery | null> {
  const session = readSessionRef(to.ref)
  if (session === null || session.until - clock().getTime() < sessionMargin) return null
  await attempt.begin('session')
  try {
    const answer = await sessions.postJson(session.url, sessionBody(reply))
    // Nobody is followed elsewhere with a reply: another way is taken.
    if (isSentOn(answer.status)) return { kind: 'refused', reason: `session HTTP ${answer.status}` }
    return deliveryOf(settled(verdictOf(answer)))
  } catch (error) {
    if (!(error instanceof RefusedUrlError)) throw error
    // Anybody may have written the address: another way is taken, which calls on nobody.
    const reason = `${error.reason} ${error.host}`.trim()
    log.warn('session address refused', { platform: 'dingtalk', reason })
    return { kind: 'refused', reason: `session ${error.reason}` }
  }
}

/** Who is called on stands in the text as well, or the client shows nothing of it. */
function sessionBody(reply: Reply): unknown {
  const { title, text } = markdownOf(reply)
  const mentions = reply.mentions ?? []
  const names = mentions.map((id) => `@${id}`).join(' ')
  return {
    msgtype: 'markdown',
    markdown: { title, text: names === '' ? text : `${names}\n\n${text}` },
    at: { atUserIds: mentions, isAtAll: false },
  }
}

const sentShape = z.object({
  processQueryKey: z.string().optional().catch(undefined),
  invalidStaffIdList: z.array(z.string()).optional().catch(undefined),
  flowControlledStaffIdList: z.array(z.string()).optional().catch(undefined),
})

/** Sends by the OpenAPI: to the group, or to the person of a single chat. */
export async function postToApi(
  to: Address,
  message: OpenMessage,
  { api, attempt, settings: { robotCode } }: SendParts,
): Promise<Delivery> {
  if (to.conversationKind === 'single' && to.userId === '') return { kind: 'refused', reason: 'no_user_id' }
  await attempt.begin('api')
  if (to.conversationKind === 'group') {
    const openConversationId = to.conversationId
    const json = { robotCode, openConversationId, ...message }
    return deliveryOf(await api.post('/v1.0/robot/groupMessages/send', json))
  }
  const json = { robotCode, userIds: [to.userId], ...message }
  return deliveryOf(await api.post('/v1.0/robot/oToMessages/batchSend', json))
}

/** A session asks for no token: what it says of one is a refusal. */
function settled(verdict: ReturnType<typeof verdictOf>): Called {
  return verdict.kind === 'token' ? { kind: 'refused', reason: verdict.reason } : verdict
}

function deliveryOf(called: Called): Delivery {
  switch (called.kind) {
    case 'busy':
      return {
        kind: 'later',
        reason: called.reason,
        ...(called.afterMs === undefined ? {} : { afterMs: called.afterMs }),
      }
    case 'refused':
      return called
    case 'ok':
      return sentTo(called.json)
  }
}

/** Done as a whole, yet perhaps not for this person. */
function sentTo(json: unknown): Delivery {
  const sent = sentShape.safeParse(json).data ?? {}
  if ((sent.invalidStaffIdList ?? []).length > 0) return { kind: 'refused', reason: 'invalidStaffIdList' }
  if ((sent.flowControlledStaffIdList ?? []).length > 0)
    return { kind: 'later', reason: 'flowControlledStaffIdList', afterMs: sessionMargin }
  return {
    kind: 'sent',
    ...(sent.processQueryKey === undefined ? {} : { platformMessageId: sent.processQueryKey }),
  }
}
