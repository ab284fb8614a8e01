import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { WecomBotSettings } from '../../config/platform-settings.ts'
import { codeOf, type Log } from '../../log.ts'
import { RefusedUrlError } from '../outgoing/arrived-url.ts'
import type { ArrivedFetch } from '../outgoing/arrived-request.ts'
import type {
  Address,
  Attempt,
  Collected,
  CollectedReply,
  Delivery,
  PlatformFiles,
  ReplyDesk,
} from '../platform.ts'
import { botMessageKey } from './bot-message.ts'
import { fitting } from './bot-text.ts'
import { deliveryOfFault } from './delivery-of.ts'
import type { ReplyRef } from './reply-ref.ts'
import { busyWait, statusOf } from './wecom-error.ts'

export type BotRef = Extract<ReplyRef, { way: 'bot' }>

/** One try by a message's `response_url`; `closed`: that way is used up, or was never open. */
export type ResponseUrlSender = (
  to: Address,
  ref: BotRef,
  reply: Reply,
  one: { readonly key: string; readonly attempt: Attempt },
) => Promise<Delivery | { readonly kind: 'closed'; readonly reason: string }>

/** The name of this way in an Attempt. */
export const responseUrlWay = 'response_url'

export interface ResponseUrlOptions {
  readonly bot: WecomBotSettings
  readonly desk: ReplyDesk
  readonly files: PlatformFiles
  readonly fetch: ArrivedFetch
  readonly clock: Clock
  readonly log: Log
}

/** How long a `response_url` takes an answer: an hour, less what a request may take. */
export const responseUrlLife = 59 * 60_000

/**
 * Posts to `response_url` (platforms, 3.5): it takes one message, so what else waits for the same question goes along
 * as far as it fits, and is taken once the platform has it.
 */
export function createResponseUrlSender(options: ResponseUrlOptions): ResponseUrlSender {
  const { bot, desk, files, fetch, clock, log } = options

  return async (to, ref, reply, { key, attempt }) => {
    const { responseUrl } = ref
    if (responseUrl === null) return { kind: 'closed', reason: 'no response_url' }
    if (clock().getTime() - ref.at > responseUrlLife)
      return { kind: 'closed', reason: 'response_url is over' }
    const messageKey = botMessageKey(bot.botId, ref.messageId)
    const collected = await collect(desk, messageKey, log)
    // Said while the message waits: the one answer that the address takes belongs to the result.
    if (collected.kind === 'open') return { kind: 'closed', reason: 'not answered yet' }
    const own = { key, reply, state: 'waiting' } as const
    const { replies, text } = fitting([own, ...othersWaiting(collected, key)], to, files)
    if (text === '') return { kind: 'closed', reason: 'too long for response_url' }
    const outcome = await post({ fetch, log, attempt }, responseUrl, text)
    // The address takes one message only: that it refuses a repeat means that the first one arrived.
    const isRepeat = attempt.earlier.includes(responseUrlWay)
    if (outcome.kind !== 'sent' && !(outcome.kind === 'closed' && isRepeat)) return outcome
    await takeCompanions(desk, messageKey, replies.slice(1), log)
    return { kind: 'sent' }
  }
}

/** Where the store is away, the reply goes alone. */
async function collect(desk: ReplyDesk, messageKey: string, log: Log): Promise<Collected> {
  try {
    return await desk.collect(messageKey)
  } catch (error) {
    log.warn('other replies not seen', { platform: 'wecom', code: codeOf(error) })
    return { kind: 'unknown' }
  }
}

function othersWaiting(collected: Collected, key: string): readonly CollectedReply[] {
  if (collected.kind !== 'answered') return []
  return collected.replies.filter((other) => other.key !== key && other.state === 'waiting')
}

async function post(
  { fetch, log, attempt }: Pick<ResponseUrlOptions, 'fetch' | 'log'> & { readonly attempt: Attempt },
  url: string,
  content: string,
): Promise<Delivery | { readonly kind: 'closed'; readonly reason: string }> {
  try {
    await attempt.begin(responseUrlWay)
    const answer = await fetch.postJson(url, { msgtype: 'markdown', markdown: { content } })
    if (answer.status >= 500) return { kind: 'unknown', reason: `http ${answer.status}` }
    const status = statusOf(answer)
    if (status === null) return { kind: 'closed', reason: `http ${answer.status}` }
    if (status.errcode === 0) return { kind: 'sent' }
    const wait = busyWait(status.errcode)
    const reason = `errcode ${status.errcode}`
    return wait === null ? { kind: 'closed', reason } : { kind: 'later', reason, afterMs: wait }
  } catch (error) {
    if (!(error instanceof RefusedUrlError)) return deliveryOfFault(error, log)
    log.error('response_url refused', { platform: 'wecom', reason: `${error.reason} ${error.host}` })
    return { kind: 'closed', reason: codeOf(error) }
  }
}

/** They were in the message: whatever happens now, sending them again would only show them twice. */
async function takeCompanions(
  desk: ReplyDesk,
  messageKey: string,
  sent: readonly CollectedReply[],
  log: Log,
): Promise<void> {
  if (sent.length === 0) return
  try {
    await desk.take(
      messageKey,
      sent.map(({ key }) => key),
    )
  } catch (error) {
    log.warn('replies sent along not noted', { platform: 'wecom', code: codeOf(error) })
  }
}
