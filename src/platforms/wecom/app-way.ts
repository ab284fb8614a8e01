import type { Context } from 'koa'
import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { WecomAppSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import { renderReply } from '../dialect/render.ts'
import { answerEmpty } from '../empty-answer.ts'
import type { PlatformInbox } from '../platform.ts'
import { appCallback } from './app-message.ts'
import { createCallbackCrypto, type OpenedCallback, type SealedAnswer } from './callback-crypto.ts'
import type { CallbackQuery } from './callback-query.ts'
import type { CallbackWay } from './callback-routes.ts'
import { RefusedCallback } from '../refused-callback.ts'
import { xmlFields } from './xml-fields.ts'

export interface AppWayOptions {
  readonly app: WecomAppSettings
  readonly corpId: string
  readonly botName: string | null
  readonly welcome: Reply
  readonly inbox: () => PlatformInbox
  readonly clock: Clock
  readonly log: Log
}

/** `/wecom/app`: messages are kept, then acknowledged with nothing; who begins to follow the app is welcomed. */
export function createAppWay(options: AppWayOptions): CallbackWay {
  const { app, corpId, botName, welcome, inbox, clock, log } = options
  const crypto = createCallbackCrypto({ token: app.token, aesKey: app.aesKey, receiveIds: [corpId] })

  const answer = async (ctx: Context, opened: OpenedCallback, { nonce }: CallbackQuery): Promise<void> => {
    const fields = xmlFields(opened.text)
    if (fields === null) throw new RefusedCallback('content')
    const now = clock()
    const callback = appCallback(fields, { corpId, botName }, now)
    if (callback.kind === 'message') await inbox().keep(callback.message)
    if (callback.kind === 'strange')
      log.warn('callback not understood', { platform: 'wecom', route: '/wecom/app' })
    if (callback.kind === 'event' && callback.event === 'subscribe' && callback.userId !== '') {
      const text = passiveText(callback.userId, corpId, renderReply(welcome.markdown, 'plain'), now)
      ctx.type = 'text/xml'
      ctx.body = sealedXml(crypto.seal(text, { receiveId: opened.receiveId, nonce }, now))
      return
    }
    answerEmpty(ctx, 200)
  }

  return {
    path: '/wecom/app',
    crypto,
    answer,
    unwrap: (body) => {
      const ciphertext = xmlFields(body)?.get('Encrypt')?.trim()
      if (ciphertext === undefined || ciphertext === '') throw new RefusedCallback('envelope')
      return ciphertext
    },
  }
}

/** A passive reply (platforms, 2.3). */
function passiveText(userId: string, corpId: string, text: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
  return (
    `<xml><ToUserName>${cdata(userId)}</ToUserName><FromUserName>${cdata(corpId)}</FromUserName>` +
    `<CreateTime>${seconds}</CreateTime><MsgType>${cdata('text')}</MsgType><Content>${cdata(text)}</Content></xml>`
  )
}

function sealedXml({ encrypt, signature, timestamp, nonce }: SealedAnswer): string {
  return (
    `<xml><Encrypt>${cdata(encrypt)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`
  )
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
