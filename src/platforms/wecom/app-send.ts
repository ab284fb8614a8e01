import type { Reply, ReplyFile } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { WecomAppSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import { renderReply } from '../dialect/render.ts'
import type { ApiAnswer } from '../outgoing/api-client.ts'
import { createSharedPace } from '../outgoing/shared-pace.ts'
import type { Address, Delivery, PlatformFiles, SharedMarks } from '../platform.ts'
import { appParts } from './app-parts.ts'
import { deliveryOfAnswer, deliveryOfFault } from './delivery-of.ts'
import { withFileLinks } from '../dialect/file-links.ts'
import { createMediaUploads } from './media.ts'
import { onceMark } from './once-mark.ts'
import type { WecomApi } from './wecom-api.ts'
import { statusOf } from './wecom-error.ts'

/** Messages of the self-built app to one person. */
export interface AppSender {
  /** Texts of at most 2048 bytes, then each file. */
  readonly split: (reply: Reply) => Promise<readonly Reply[]>
  /** Sends all that a reply takes; a repeat under the same key shows nothing twice. Never rejects for the wire. */
  readonly send: (to: Address, reply: Reply, key: string) => Promise<Delivery>
}

export interface AppSenderOptions {
  readonly api: WecomApi
  readonly app: WecomAppSettings
  readonly files: PlatformFiles
  readonly marks: SharedMarks
  readonly clock: Clock
  readonly log: Log
}

/** Seconds in which the platform drops a repeat: the most it offers. */
const duplicateInterval = 4 * 60 * 60
const onceOnly = { enable_duplicate_check: 1, duplicate_check_interval: duplicateInterval }
/** 30 a minute to one member; what is beyond the platform drops without a word (platforms, 6.2). */
const perMinute = 28
/** With an upload and a new token, a try ends within the minute that the outbox gives it. */
const sendTimeout = 10_000
/** Before a try that may have arrived is repeated. */
const afterUncertain = 5_000

/** Sends by `message/send` (platforms, 6.2). */
export function createAppSender({ api, app, files, marks, clock, log }: AppSenderOptions): AppSender {
  const uploads = createMediaUploads({ api, files, marks, clock, log })
  const pace = createSharedPace({ name: 'wecom member', perMinute, marks, clock })

  const post = (userId: string, message: Readonly<Record<string, unknown>>): Promise<ApiAnswer> =>
    api.call({
      method: 'POST',
      path: '/cgi-bin/message/send',
      timeoutMs: sendTimeout,
      json: { touser: userId, agentid: app.agentId, ...message, ...onceOnly },
    })

  const sendText = async (to: Address, part: Reply, key: string): Promise<Delivery> => {
    const source = part.markdown === '' ? part.title : part.markdown
    const shown = renderReply(source, 'wecom-app')
    // Texts reach the plug-in in WeChat as well, markdown does not.
    const type = shown === renderReply(source, 'plain') ? 'text' : 'markdown'
    const content = `${shown}${onceMark(key)}`
    return deliveryOfAnswer(await post(to.userId, { msgtype: type, [type]: { content } }), log)
  }

  const sendFile = async (to: Address, part: Reply, file: ReplyFile, key: string): Promise<Delivery> => {
    const tryOnce = async (): Promise<ApiAnswer | null> => {
      const media = await uploads.upload(file, key)
      if (media === null) return null
      return post(to.userId, { msgtype: media.type, [media.type]: { media_id: media.mediaId } })
    }
    let answer = await tryOnce()
    if (answer !== null && statusOf(answer)?.errcode === 40007) {
      uploads.forget(file, key)
      answer = await tryOnce()
    }
    const delivery = answer === null ? null : deliveryOfAnswer(answer, log)
    if (delivery !== null && delivery.kind !== 'refused') return delivery
    return sendText(to, withFileLinks(part, to, files), key)
  }

  const sendPart = async (to: Address, part: Reply, key: string): Promise<Delivery> => {
    const wait = await pace.wait(to.userId)
    if (wait > 0) return { kind: 'later', reason: 'member rate', afterMs: wait }
    const [file] = part.files ?? []
    try {
      return settled(await (file === undefined ? sendText(to, part, key) : sendFile(to, part, file, key)))
    } catch (error) {
      return settled(deliveryOfFault(error, log))
    }
  }

  return {
    split: (reply) => appParts(reply, files),
    send: async (to, reply, key) => {
      let delivery: Delivery = { kind: 'refused', reason: 'nothing to send' }
      for (const [index, part] of (await appParts(reply, files)).entries()) {
        delivery = await sendPart(to, part, `${key} ${index}`)
        if (delivery.kind !== 'sent') return delivery
      }
      return delivery
    },
  }
}

/** The platform drops a repeat of what has arrived, so that a try nobody knows about may simply be repeated. */
function settled(delivery: Delivery): Delivery {
  return delivery.kind === 'unknown'
    ? { kind: 'later', reason: delivery.reason, afterMs: afterUncertain }
    : delivery
}
