import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { cutReply } from '../dialect/cut-reply.ts'
import { roomForLinks, withFileLinks } from '../dialect/file-links.ts'
import { mentionable } from '../dialect/mentions.ts'
import { renderReply } from '../dialect/render.ts'
import type { ApiClient } from '../outgoing/api-client.ts'
import { deliveryOfCallFault } from '../outgoing/delivery-of-fault.ts'
import { createRobotLines } from '../outgoing/robot-line.ts'
import type { Address, Attempt, Delivery, PlatformFiles, SharedMarks } from '../platform.ts'
import { markdownOf } from './message-param.ts'
import type { DingtalkWebhook } from './options.ts'
import { signatureOf } from './signature.ts'
import { verdictOf } from './verdict.ts'

export interface CustomRobotOptions {
  readonly webhooks: readonly DingtalkWebhook[]
  /** The old API (oapi). */
  readonly client: ApiClient
  readonly files: PlatformFiles
  readonly marks: SharedMarks
  readonly clock: Clock
  readonly log: Log
}

/** A group's custom robot; null: the roster names none for this address. */
export type CustomRobotSender = (
  to: Address,
  reply: Reply,
  key: string,
  attempt: Attempt,
) => Promise<Delivery | null>

/** The body may have 20000 bytes (platforms, 8.7), and JSON has its escapes. */
const maxBytes = 14_000
/** Over its limit a robot is deaf for ten minutes. */
const deafFor = 10 * 60_000

/** Sends to groups by their custom robots. */
export function createCustomRobots(options: CustomRobotOptions): CustomRobotSender {
  const lineOf = createRobotLines({ ...options, name: 'dingtalk robot', limitMs: deafFor })
  return async (to, reply, key, attempt) => {
    const webhook = options.webhooks.find(({ conversationId }) => conversationId === to.conversationId)
    if (webhook === undefined) return null
    const bodies = await bodiesOf(reply, to, options.files)
    return lineOf(webhook.token).post(
      key,
      bodies.map((body, index) => async () => {
        await attempt.begin('robot')
        return post(webhook, { ...body, msgUuid: `${key}:${index}` }, options)
      }),
    )
  }
}

/** Files go as links: the robot takes none. */
async function bodiesOf(
  reply: Reply,
  to: Address,
  files: PlatformFiles,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const people = mentionable(reply.mentions ?? [], 'dingtalk')
  const room = maxBytes - roomForLinks(reply, to, 'dingtalk', files)
  const parts = await cutReply(reply, { dialect: 'dingtalk', maxBytes: room, maxParts: 3, files })
  return parts.map((part, index) => bodyOf(withFileLinks(part, to, files), index === 0 ? people : []))
}

/** Who is called on stands in the text as well, or the client shows nothing of it. */
function bodyOf(part: Reply, people: readonly string[]): Readonly<Record<string, unknown>> {
  const calls = people.map((id) => `@${id}`).join(' ')
  const at = { atUserIds: people, atMobiles: [], isAtAll: false }
  const plain = renderReply(part.markdown, 'plain')
  const { title, text } = markdownOf(part)
  if (plain === text) {
    return { msgtype: 'text', text: { content: calls === '' ? plain : `${calls} ${plain}` }, at }
  }
  return { msgtype: 'markdown', markdown: { title, text: calls === '' ? text : `${calls}\n\n${text}` }, at }
}

async function post(
  { token, secret }: DingtalkWebhook,
  json: unknown,
  { client, clock, log }: CustomRobotOptions,
): Promise<Delivery> {
  try {
    const query = { access_token: token, ...(secret === null ? {} : signed(secret, clock())) }
    const answer = await client.call({ method: 'POST', path: '/robot/send', query, json })
    const verdict = verdictOf(answer)
    switch (verdict.kind) {
      case 'ok':
        return { kind: 'sent' }
      case 'busy':
        return { ...verdict, kind: 'later' }
      case 'token':
      case 'refused':
        log.error('call refused', { platform: 'dingtalk', route: 'robot/send', code: verdict.reason })
        return { kind: 'refused', reason: `errcode ${verdict.reason}` }
    }
  } catch (error) {
    return deliveryOfCallFault(error)
  }
}

/** 加签: good for an hour from `now`. */
function signed(secret: string, now: Date): { readonly timestamp: string; readonly sign: string } {
  const timestamp = String(now.getTime())
  return { timestamp, sign: signatureOf(timestamp, secret) }
}
