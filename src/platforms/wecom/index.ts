import Router from '@koa/router'
import { createAnswerBudget } from '../outgoing/answer-budget.ts'
import { createApiClient } from '../outgoing/api-client.ts'
import { createArrivedFetch } from '../outgoing/arrived-request.ts'
import { createUrlGuard } from '../outgoing/arrived-url.ts'
import type { Address, Platform } from '../platform.ts'
import { createStartedInbox } from '../started-inbox.ts'
import { answersUntil } from './answers-until.ts'
import { createAppSender } from './app-send.ts'
import { createAppWay } from './app-way.ts'
import { splitForBot } from './bot-text.ts'
import { createResponseUrlSender } from './bot-send.ts'
import { createBotWay } from './bot-way.ts'
import { decodeAesKey } from './callback-crypto.ts'
import { addCallbackRoutes } from './callback-routes.ts'
import { download } from './download.ts'
import type { WecomOptions } from './options.ts'
import { createSend } from './send.ts'
import { holdUntil } from './hold-until.ts'
import { linkEnd } from './link-end.ts'
import { readReplyRef } from './reply-ref.ts'
import { vendorHosts } from './vendor-hosts.ts'
import { createWebhookRobots } from './webhook-robot.ts'
import { createWecomApi } from './wecom-api.ts'

export type { WecomOptions, WecomWebhook } from './options.ts'

/** WeChat Work: the self-built app and the 智能机器人, each where it is configured. */
export function createWecom(options: WecomOptions): Platform {
  const { settings, files, log } = options
  const { app, bot, corpId, apiBase } = settings
  const inbox = createStartedInbox()
  // Files come both ways.
  const budget = createAnswerBudget()
  const client = createApiClient({ base: apiBase, budget })
  const extraHosts = options.downloadHosts
  const fetch = createArrivedFetch(createUrlGuard({ vendorHosts, extraHosts }), { budget })
  // A response_url is part of the API, which may stand on an inner address; files come from elsewhere.
  const replies = createArrivedFetch(createUrlGuard({ vendorHosts, extraHosts, bases: [apiBase] }))
  const api =
    app === null || corpId === null
      ? null
      : createWecomApi({ ...options, client, corpId, secret: app.secret })
  const sender = app === null || api === null ? null : createAppSender({ ...options, api, app })
  const fileKey = bot === null ? null : decodeAesKey(bot.aesKey)

  const router = new Router()
  if (app !== null && corpId !== null) {
    addCallbackRoutes(
      router,
      createAppWay({ ...options, app, corpId, botName: bot?.name ?? null, inbox: inbox.get }),
      options,
    )
  }
  if (bot !== null) {
    addCallbackRoutes(router, createBotWay({ ...options, bot, corpId, inbox: inbox.get }), options)
  }

  return {
    name: 'wecom',
    routes: router,
    start: inbox.start,
    stop: async () => {
      await Promise.all([fetch.close(), replies.close(), client.close()])
    },
    download: (attachment) => download(attachment, { api, fileKey, fetch, log }),
    linkEnd,
    split: (reply, to) => {
      const isForApp =
        readReplyRef(to)?.way === 'app' || (to.ref === undefined && to.conversationKind === 'single')
      return isForApp && sender !== null ? sender.split(reply) : splitForBot(reply, to, files)
    },
    holdUntil,
    answersUntil: (to) => answersUntil(to, sender !== null || isRobotGroup(to, options)),
    send: createSend({
      sender,
      responseUrl: bot === null ? null : createResponseUrlSender({ ...options, bot, fetch: replies }),
      robots: createWebhookRobots({ ...options, client }),
    }),
  }
}

function isRobotGroup({ conversationId }: Address, { webhooks }: WecomOptions): boolean {
  return webhooks.some((webhook) => webhook.conversationId === conversationId)
}
