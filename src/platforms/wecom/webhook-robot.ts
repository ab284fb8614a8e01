import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Reply, ReplyFile } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { cutReply } from '../dialect/cut-reply.ts'
import { harmless } from '../dialect/harmless.ts'
import { mentionable } from '../dialect/mentions.ts'
import { renderReply } from '../dialect/render.ts'
import type { ApiClient } from '../outgoing/api-client.ts'
import { CallFault } from '../outgoing/call-fault.ts'
import { createRobotLines } from '../outgoing/robot-line.ts'
import type { Address, Attempt, Delivery, PlatformFiles, SharedMarks } from '../platform.ts'
import { deliveryOfAnswer, deliveryOfFault } from './delivery-of.ts'
import { pictureType } from './media.ts'
import type { WecomWebhook } from './options.ts'
import type { RobotSender } from './send.ts'
import { statusOf, WecomError } from './wecom-error.ts'

export interface WebhookRobotOptions {
  readonly webhooks: readonly WecomWebhook[]
  readonly client: ApiClient
  readonly files: PlatformFiles
  readonly marks: SharedMarks
  readonly clock: Clock
  readonly log: Log
}

/** platforms, 5. */
const maxText = 2048
const maxMarkdown = 4096
const maxImage = 2 * 1024 * 1024
const maxFile = 20 * 1024 * 1024
const minFile = 5

const uploadShape = z.object({ media_id: z.string().min(1) })

/** Sends to groups by their webhook robots; null where the roster names none for the group. */
export function createWebhookRobots(options: WebhookRobotOptions): RobotSender {
  const lineOf = createRobotLines({ ...options, name: 'wecom robot' })
  return async (to, reply, key, attempt) => {
    const webhook = options.webhooks.find(({ conversationId }) => conversationId === to.conversationId)
    if (webhook === undefined) return null
    const messages = await messagesOf(reply, to, options.files)
    return lineOf(webhook.key).post(
      key,
      messages.map((message) => () => post(webhook.key, message, to, { ...options, attempt })),
    )
  }
}

type RobotMessage =
  | { readonly kind: 'body'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'file'; readonly file: ReplyFile }

/** Texts, the first of which calls on people, then the files. */
async function messagesOf(reply: Reply, to: Address, files: PlatformFiles): Promise<readonly RobotMessage[]> {
  // The one who asked would not see that this is the answer.
  const people = mentionable([to.userId, ...(reply.mentions ?? [])], 'wecom-robot')
  const text = plainText(reply)
  const own = reply.files ?? []
  if (text !== null) return [...textBody(text, people), ...own.map(fileMessage)]
  const calls = people.map((id) => `<@${id}>`).join('')
  const room = maxMarkdown - (calls === '' ? 0 : Buffer.byteLength(calls) + 1)
  const parts = await cutReply(reply, { dialect: 'wecom-robot', maxBytes: room, maxParts: 3, files })
  return [
    ...parts.map((part, index): RobotMessage => {
      const content = renderReply(part.markdown, 'wecom-robot')
      const called = index === 0 && calls !== '' ? `${calls}\n${content}` : content
      return { kind: 'body', body: { msgtype: 'markdown', markdown: { content: called } } }
    }),
    ...parts.flatMap((part) => (part.files ?? []).map(fileMessage)),
  ]
}

/** The reply as plain text, where nothing of it is lost so and it fits. */
function plainText({ markdown }: Reply): string | null {
  const text = renderReply(markdown, 'plain')
  return text === renderReply(markdown, 'wecom-robot') && Buffer.byteLength(text) <= maxText ? text : null
}

function textBody(content: string, people: readonly string[]): readonly RobotMessage[] {
  if (content === '' && people.length === 0) return []
  return [{ kind: 'body', body: { msgtype: 'text', text: { content, mentioned_list: people } } }]
}

function fileMessage(file: ReplyFile): RobotMessage {
  return { kind: 'file', file }
}

async function post(key: string, message: RobotMessage, to: Address, options: RobotTry): Promise<Delivery> {
  if (message.kind === 'body') return postBody(key, () => Promise.resolve(message.body), options)
  const { file } = message
  const asFile = await postBody(key, () => fileBody(key, file, to, options), options)
  return asFile.kind === 'refused'
    ? postBody(key, () => Promise.resolve(linkBody(file, to, options)), options)
    : asFile
}

interface RobotTry extends WebhookRobotOptions {
  readonly attempt: Attempt
}

type RobotBody = Readonly<Record<string, unknown>>

async function postBody(
  key: string,
  body: () => Promise<RobotBody>,
  { client, log, attempt }: RobotTry,
): Promise<Delivery> {
  try {
    const json = await body()
    await attempt.begin('robot')
    return deliveryOfAnswer(
      await client.call({ method: 'POST', path: '/cgi-bin/webhook/send', query: { key }, json }),
      log,
    )
  } catch (error) {
    return deliveryOfFault(error, log)
  }
}

function linkBody(file: ReplyFile, to: Address, { files }: WebhookRobotOptions): RobotBody {
  const words = file.kind === 'picture' ? `看图：${file.shows?.alt ?? file.name}` : file.name
  return { msgtype: 'text', text: { content: `${harmless(words)}：\n${files.link(file, to)}` } }
}

/** As a picture or a file where the robot takes one, else a link to it. */
async function fileBody(
  key: string,
  file: ReplyFile,
  to: Address,
  options: WebhookRobotOptions,
): Promise<RobotBody> {
  const { client, files } = options
  const bytes = await files.get(file.sha256)
  if (bytes === null || bytes.byteLength < minFile || bytes.byteLength > maxFile)
    return linkBody(file, to, options)
  if (file.kind === 'picture' && bytes.byteLength <= maxImage && pictureType(bytes) !== null) {
    const md5 = createHash('md5').update(bytes).digest('hex')
    return { msgtype: 'image', image: { base64: Buffer.from(bytes).toString('base64'), md5 } }
  }
  return { msgtype: 'file', file: { media_id: await upload(client, key, file.name, bytes) } }
}

async function upload(client: ApiClient, key: string, name: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData()
  form.append('media', new File([Uint8Array.from(bytes)], name))
  const request = { path: '/cgi-bin/webhook/upload_media', query: { key, type: 'file' }, form }
  const answer = await client
    .call({ method: 'POST', ...request, timeoutMs: 60_000 })
    .catch((error: unknown) => {
      // However far it came: nobody has seen anything of it.
      if (error instanceof CallFault) throw new CallFault('not_sent', error.code)
      throw error
    })
  const status = statusOf(answer)
  if (status === null) throw new CallFault('not_sent', `UND_ERR_STATUS_${answer.status}`)
  const parsed = uploadShape.safeParse(answer.json)
  if (status.errcode !== 0 || !parsed.success) throw new WecomError(status)
  return parsed.data.media_id
}
