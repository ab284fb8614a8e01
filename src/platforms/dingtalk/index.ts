import { createApiClient } from '../outgoing/api-client.ts'
import { createArrivedFetch } from '../outgoing/arrived-request.ts'
import { createUrlGuard } from '../outgoing/arrived-url.ts'
import { deliveryOfCallFault } from '../outgoing/delivery-of-fault.ts'
import type { Platform } from '../platform.ts'
import { createStartedInbox } from '../started-inbox.ts'
import { createDingtalkApi } from './api.ts'
import { createCustomRobots } from './custom-robot.ts'
import { download } from './download.ts'
import type { DingtalkOptions } from './options.ts'
import { createRoutes } from './routes.ts'
import { createSeenFiles } from './seen-files.ts'
import { sendFile } from './send-file.ts'
import { sendText, type SendParts } from './send-text.ts'
import { split } from './split.ts'

export type { DingtalkOptions, DingtalkWebhook, Notice } from './options.ts'

/** Where DingTalk keeps files. */
const fileHosts = ['aliyuncs.com', 'dingtalk.com', 'alicdn.com']
/** For one call. */
const usualTimeout = 15_000

/** DingTalk: the robot of an internal app (企业内部应用机器人), in HTTP mode. */
export function createDingtalk(options: DingtalkOptions): Platform {
  const { settings, clock, log, files, downloadHosts, timeoutMs = usualTimeout } = options
  const api = createDingtalkApi({ ...options, timeoutMs })
  const seen = createSeenFiles({ marks: options.marks, robotCode: settings.robotCode, log })
  const fetch = createArrivedFetch(createUrlGuard({ vendorHosts: fileHosts, extraHosts: downloadHosts }))
  // The body of a callback is not signed, so an address in it is followed to the API's own hosts only.
  const bases = [settings.apiBase, settings.oapiBase]
  const sessionGuard = createUrlGuard({ vendorHosts: [], extraHosts: [], bases })
  const sessions = createArrivedFetch(sessionGuard, { wholeMs: timeoutMs })
  const robots = createApiClient({ base: settings.oapiBase })
  const byRobot = createCustomRobots({ ...options, client: robots })
  const parts: Omit<SendParts, 'attempt'> = { settings, api, sessions, clock, log, byRobot }
  const inbox = createStartedInbox()
  return {
    name: 'dingtalk',
    routes: createRoutes({ ...options, seen, inbox: inbox.get }),
    start: inbox.start,
    stop: async () => {
      await Promise.all([fetch, sessions, api, robots].map(({ close }) => close()))
    },
    download: (attachment) => download(attachment, { api, fetch, log }),
    split: (reply, to) => split(reply, to, files),
    send: async (to, reply, key, attempt) => {
      try {
        const [file] = reply.files ?? []
        return await (file === undefined
          ? sendText(to, reply, key, { ...parts, attempt })
          : sendFile(to, file, key, { ...parts, attempt, files }))
      } catch (error) {
        return deliveryOfCallFault(error)
      }
    },
  }
}
