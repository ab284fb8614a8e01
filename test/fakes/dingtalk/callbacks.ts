import { createHmac, randomBytes } from 'node:crypto'
import type { FakeDingtalk } from './fake-dingtalk.ts'

/** How callbacks are delivered. */
export interface Delivering {
  /** Where the robot listens. */
  readonly url: string
  readonly secret: string
  readonly now?: Date
  /** So many times at once, as DingTalk does when it doubts. */
  readonly times?: number
  /** Instead of the right ones. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What the robot answered. */
export interface Answered {
  readonly status: number
  readonly text: string
}

/** Signs a callback and delivers it; the answers to all deliveries. */
export async function deliver(body: unknown, options: Delivering): Promise<readonly Answered[]> {
  const timestamp = String((options.now ?? new Date()).getTime())
  const sign = createHmac('sha256', options.secret).update(`${timestamp}\n${options.secret}`).digest('base64')
  const once = async (): Promise<Answered> => {
    const response = await fetch(options.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', timestamp, sign, ...options.headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }
  return Promise.all(Array.from({ length: options.times ?? 1 }, once))
}

/** Who writes, and where. */
export interface Talk {
  readonly staffId?: string | undefined
  readonly nick?: string
  /** The group; absent: a single chat. */
  readonly group?: string
  readonly session?: { readonly url: string; readonly until: number } | undefined
}

/** A body as DingTalk sends it, with the parts of its type laid over it. */
export function callback(fake: FakeDingtalk, talk: Talk, parts: object): Readonly<Record<string, unknown>> {
  const { group, session } = talk
  const staffId = 'staffId' in talk ? talk.staffId : 'zhangsan'
  const bot = '$:LWCP_v1:$bot'
  return {
    msgId: `msg${randomBytes(9).toString('base64url')}==`,
    createAt: Date.now(),
    conversationType: group === undefined ? '1' : '2',
    conversationId: group ?? 'cidSINGLE==',
    ...(group === undefined ? {} : { conversationTitle: '政务公开联络群', isInAtList: true }),
    senderId: `$:LWCP_v1:$${staffId ?? 'somebody'}`,
    senderNick: talk.nick ?? '张三',
    ...(staffId === undefined ? {} : { senderStaffId: staffId }),
    senderCorpId: 'ding1',
    isAdmin: false,
    chatbotUserId: bot,
    chatbotCorpId: 'ding1',
    robotCode: fake.app.robotCode,
    atUsers: group === undefined ? undefined : [{ dingtalkId: bot }],
    ...(session === undefined
      ? {}
      : { sessionWebhook: session.url, sessionWebhookExpiredTime: session.until }),
    newFieldOfNextYear: { nobody: ['knows', 'it'] },
    ...parts,
  }
}

/** A text. */
export function textOf(text: string): object {
  return { msgtype: 'text', text: { content: text } }
}

/** A file in a single chat. */
export function fileOf(name: string, downloadCode: string): object {
  return { msgtype: 'file', content: { spaceId: '1', fileId: '2', fileName: name, downloadCode } }
}

/** A text that quotes something: `repliedMsg` as it is sent. */
export function quoteOf(text: string, repliedMsg: object): object {
  return { msgtype: 'text', text: { content: text, isReplyMsg: true, repliedMsg } }
}
