import type { Context } from 'koa'
import { z } from 'zod'
import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { WecomBotSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import { renderReply } from '../dialect/render.ts'
import { answerEmpty } from '../empty-answer.ts'
import type { PlatformFiles, PlatformInbox, ReplyDesk } from '../platform.ts'
import { botConversation, botMessage, botMessageKey } from './bot-message.ts'
import { botCallback, type BotPayload, type BotPoll } from './bot-payload.ts'
import {
  lostFrame,
  messageOfStream,
  nextFrame,
  openingFrame,
  streamIdOf,
  type StreamFrame,
} from './bot-stream.ts'
import { createCallbackCrypto, type OpenedCallback } from './callback-crypto.ts'
import type { CallbackQuery } from './callback-query.ts'
import type { CallbackWay } from './callback-routes.ts'
import { createFirstSeen, type FirstSeen } from './first-seen.ts'
import { RefusedCallback } from '../refused-callback.ts'

export interface BotWayOptions {
  readonly bot: WecomBotSettings
  readonly corpId: string | null
  readonly welcome: Reply
  readonly inbox: () => PlatformInbox
  readonly desk: ReplyDesk
  readonly files: PlatformFiles
  readonly clock: Clock
  readonly log: Log
}

const envelopeShape = z.object({ encrypt: z.string().min(1) })

/** `/wecom/bot`: a message is kept, then a stream is opened, which asks for the answer until it has it. */
export function createBotWay(options: BotWayOptions): CallbackWay {
  const { bot, corpId, welcome, inbox, clock, log } = options
  const crypto = createCallbackCrypto({
    token: bot.token,
    aesKey: bot.aesKey,
    // Documented is the empty one; some accounts were seen with the corp id.
    receiveIds: corpId === null ? [''] : ['', corpId],
  })
  const firstSeen = createFirstSeen(clock)

  const keep = async (payload: BotPayload): Promise<StreamFrame> => {
    const receivedAt = firstSeen(payload.msgid)
    await inbox().keep(botMessage(payload, bot, receivedAt))
    return openingFrame(streamIdOf(payload.msgid))
  }

  const frameFor = async (text: string): Promise<unknown> => {
    const callback = botCallback(text)
    if (callback === null) throw new RefusedCallback('content')
    switch (callback.kind) {
      case 'message':
        return keep(callback.payload)
      case 'poll':
        return pollFrame(callback.poll, firstSeen, options)
      case 'event':
        if (callback.eventType !== 'enter_chat') return null
        return { msgtype: 'text', text: { content: renderReply(welcome.markdown, 'plain') } }
      case 'strange':
        log.warn('callback not understood', { platform: 'wecom', route: '/wecom/bot' })
        return null
    }
  }

  const answer = async (ctx: Context, opened: OpenedCallback, { nonce }: CallbackQuery): Promise<void> => {
    const frame = await frameFor(opened.text)
    if (frame === null) {
      answerEmpty(ctx, 200)
      return
    }
    const sealed = crypto.seal(JSON.stringify(frame), { receiveId: opened.receiveId, nonce }, clock())
    ctx.type = 'application/json'
    ctx.body = JSON.stringify({
      encrypt: sealed.encrypt,
      msgsignature: sealed.signature,
      timestamp: sealed.timestamp,
      nonce: sealed.nonce,
    })
  }

  return { path: '/wecom/bot', crypto, answer, unwrap: ciphertextOf }
}

function pollFrame(
  { streamId, chatId, userId }: BotPoll,
  firstSeen: FirstSeen,
  options: BotWayOptions,
): Promise<StreamFrame> {
  const messageId = messageOfStream(streamId)
  if (messageId === null) return Promise.resolve(lostFrame(streamId))
  const conversation = botConversation(chatId, userId)
  return nextFrame(
    {
      id: streamId,
      messageKey: botMessageKey(options.bot.botId, messageId),
      firstSeen: firstSeen(messageId),
      to: {
        platform: 'wecom',
        conversationId: conversation.id,
        conversationKind: conversation.kind,
        userId,
      },
    },
    options,
  )
}

function ciphertextOf(body: string): string {
  const envelope = envelopeShape.safeParse(parse(body))
  if (!envelope.success) throw new RefusedCallback('envelope')
  return envelope.data.encrypt
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
