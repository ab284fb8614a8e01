import Router, { type RouterContext } from '@koa/router'
import { z } from 'zod'
import { UnreadableFileError } from '../../errors.ts'
import { asciiName } from '../../http/ascii-name.ts'
import { ByteBudget } from '../../http/byte-budget.ts'
import { botName, type SandboxConversation, type SandboxPerson } from './cast.ts'
import type { Chat } from './chat.ts'
import type { Events } from './events.ts'
import { createGate } from '../../http/gate.ts'
import { readJson } from '../../http/json-body.ts'
import { RequestError } from '../../http/request-error.ts'
import type { LineView } from './line-view.ts'
import { isPng, showPng } from '../../http/show-png.ts'
import { isSameOrigin } from '../../http/same-origin.ts'
import { withMention, type SandboxStore } from './transcript.ts'
import { fileLimit, receiveUpload, type Upload } from '../../http/upload.ts'

/** A report to try the bot with. */
export interface Sample {
  readonly title: string
  /** What is interesting about it, in a few words. */
  readonly hint: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface RouteOptions {
  readonly chat: Chat
  readonly events: Events
  readonly store: SandboxStore
  readonly samples: readonly Sample[]
  /** The page, as markup. */
  readonly page: string
}

/** Files written to the store at once; receiving waits for none of them. */
const writesAtOnce = 6
/** Files are held in memory until they are stored: all together in so many bytes, and one more. */
const budgetOptions = { shared: 44 * 1024 * 1024, patience: 30_000 }

const clientId = z.string().regex(/^[\w-]{8,64}$/, '消息的编号有误，请刷新页面')
const spoken = z.object({
  id: clientId,
  as: z.string().max(200),
  text: z.string().max(4_000, '一条消息最多 4000 字，请分几次发送').default(''),
  mention: z.boolean().default(true),
  quotes: z.string().max(200).nullable().default(null),
})
const offered = z.object({ id: clientId, as: z.string().max(200), sample: z.string().max(300) })

/** Everything under /sandbox: the page, what it loads, and what it sends. */
export function createRoutes(options: RouteOptions): Router {
  const { chat, events, page, samples } = options
  const router = new Router({ prefix: '/sandbox' })

  router.use(async (ctx, next) => {
    if (ctx.method === 'POST' && !isSameOrigin(ctx.headers))
      throw new RequestError(403, '请在本站的页面里操作')
    await next()
  })
  router.get('/', (ctx) => {
    ctx.type = 'html'
    ctx.body = page
  })
  router.get('/state', async (ctx) => {
    const person = personOf(chat, one(ctx.query['as']) ?? chat.cast.people[0]?.id)
    const conversations = conversationsOf(chat, person)
    ctx.body = {
      bot: botName,
      as: person.id,
      people: chat.cast.people,
      conversations: await Promise.all(
        conversations.map(async ({ id, kind, name }) => ({
          ...{ id, kind, name },
          members: kind === 'group' ? chat.cast.people.length + 1 : 2,
          last: (await chat.history(find(chat, id), 1))[0] ?? null,
        })),
      ),
      samples: samples.map(({ title, hint, name, bytes }) => ({ title, hint, name, size: bytes.byteLength })),
      fileLimit,
    }
  })
  router.get('/events', (ctx) => {
    const person = personOf(chat, one(ctx.query['as']))
    const conversationIds = new Set(conversationsOf(chat, person).map(({ id }) => id))
    const after = wholeNumber(one(ctx.headers['last-event-id']) ?? one(ctx.query['after']), 0)
    ctx.type = 'text/event-stream'
    ctx.set('X-Accel-Buffering', 'no')
    ctx.body = events.open({ conversationIds, after, missed: (from) => chat.since(conversationIds, from) })
  })
  router.get('/conversations/:id/lines', async (ctx) => {
    const limit = wholeNumber(one(ctx.query['limit']), 60)
    const lines = await chat.history(find(chat, ctx.params['id']), limit)
    ctx.body = { lines, more: limit > 0 && lines.length === limit }
  })
  router.post('/conversations/:id/messages', async (ctx) => {
    const { as, id, mention, quotes, text } = await readJson(ctx.req, spoken)
    const { person, conversation } = speaker(chat, ctx.params['id'], as)
    if (text.trim() === '' && quotes === null) throw new RequestError(400, '请先写点什么')
    if (quotes !== null && !(await chat.hasLine(conversation.id, quotes))) {
      throw new RequestError(400, '引用的消息已经找不到了，请取消引用后再发')
    }
    const shown = conversation.kind === 'group' && mention ? withMention(text.trim()) : text.trim()
    ctx.body = { line: await chat.say({ id, person, conversation, text: shown, file: null, quotes }) }
  })
  addUploadRoute(router, options)
  addFileRoutes(router, options)
  return router
}

async function keepFile(
  { chat, store }: RouteOptions,
  id: string,
  { person, conversation }: Speaker,
  { name, bytes, size }: Upload,
): Promise<LineView> {
  // The bytes are safe before anything speaks of them.
  const sha256 = bytes === null ? '' : await store.putFile(bytes)
  return chat.say({ id, person, conversation, text: '', file: { sha256, name, size }, quotes: null })
}

function addUploadRoute(router: Router, options: RouteOptions): void {
  const { chat } = options
  const gate = createGate(writesAtOnce)
  const budget = new ByteBudget(budgetOptions)
  const takeUpload = async (ctx: RouterContext, id: string, from: Speaker): Promise<Taken> => {
    const account = budget.open()
    try {
      const upload = await receiveUpload(ctx.req, account)
      // A page sends only the beginning of a file that is too large, and says how large it was.
      const said = upload.bytes === null ? wholeNumber(one(ctx.query['size']), 0) : 0
      const size = Math.max(upload.size, said)
      const line = await gate(() => keepFile(options, id, from, { ...upload, size }))
      return { line, isKept: upload.bytes !== null }
    } catch (error) {
      // Who sends too slowly would go on to do so.
      if (error instanceof RequestError && error.status === 408) ctx.set('Connection', 'close')
      throw error
    } finally {
      account.close()
    }
  }
  router.post('/conversations/:id/files', async (ctx) => {
    const from = speaker(chat, ctx.params['id'], one(ctx.query['as']))
    const id = clientId.safeParse(one(ctx.query['id']))
    if (!id.success) throw new RequestError(400, '消息的编号有误，请刷新页面')
    const { line, isKept } = await takeUpload(ctx, id.data, from)
    // The chat shows the attempt, and the bot answers it there; whoever sent it is told at once.
    if (!isKept) {
      throw new UnreadableFileError(
        'file_too_large',
        '文件超过 20 MB，没有收下。请压缩文件里的图片，或另存为 .docx 后再发',
      )
    }
    ctx.body = { line }
  })
}

function addFileRoutes(router: Router, options: RouteOptions): void {
  const { chat, store, samples } = options
  const sampleNamed = (name: string | undefined): Sample => {
    const sample = samples.find((candidate) => candidate.name === name)
    if (sample === undefined) throw new RequestError(404, '没有这份示例报告，请刷新页面')
    return sample
  }
  router.post('/conversations/:id/samples', async (ctx) => {
    const { as, id, sample } = await readJson(ctx.req, offered)
    const from = speaker(chat, ctx.params['id'], as)
    const { name, bytes } = sampleNamed(sample)
    ctx.body = { line: await keepFile(options, id, from, { name, bytes, size: bytes.byteLength }) }
  })
  router.get('/samples/:name', (ctx) => {
    const { name, bytes } = sampleNamed(ctx.params['name'])
    giveFile(ctx, name, bytes)
  })
  // The hash is the key to a file: only who has it can name it.
  const fileNamed = async (sha256: string): Promise<Uint8Array> => {
    const bytes = /^[0-9a-f]{64}$/.test(sha256) ? await store.getFile(sha256) : null
    if (bytes === null) throw new RequestError(404, '这个文件已经找不到了，请重新发送')
    return bytes
  }
  router.get('/files/:sha256/:name', async (ctx) => {
    const { sha256 = '', name = '' } = ctx.params
    giveFile(ctx, name, await fileNamed(sha256))
  })
  router.get('/pictures/:sha256/:name', async (ctx) => {
    const { sha256 = '', name = '' } = ctx.params
    const bytes = await fileNamed(sha256)
    // What the bot drew is seen inside the page; nothing else is, whatever its name.
    if (!isPng(bytes)) throw new RequestError(404, '这不是图片')
    showPng(ctx, name, bytes)
    // Under its hash it never changes: a chat that is drawn again need not load it again.
    ctx.set('Cache-Control', 'private, max-age=86400, immutable')
  })
}

interface Taken {
  readonly line: LineView
  /** False: it was too large, only its name is in the chat. */
  readonly isKept: boolean
}

interface Speaker {
  readonly person: SandboxPerson
  readonly conversation: SandboxConversation
}

function speaker(chat: Chat, conversationId: string | undefined, personId: string | undefined): Speaker {
  const person = personOf(chat, personId)
  const conversation = find(chat, conversationId)
  if (conversation.personId !== null && conversation.personId !== person.id) {
    throw new RequestError(403, `这是别人和${botName}的单聊`)
  }
  return { person, conversation }
}

function find(chat: Chat, id: string | undefined): SandboxConversation {
  const conversation = chat.cast.conversations.find((candidate) => candidate.id === id)
  if (conversation === undefined) throw new RequestError(404, '没有这个会话，请刷新页面')
  return conversation
}

function personOf(chat: Chat, id: string | undefined): SandboxPerson {
  const person = chat.cast.people.find((candidate) => candidate.id === id)
  if (person === undefined) throw new RequestError(404, '没有这个人，请刷新页面')
  return person
}

function conversationsOf(chat: Chat, person: SandboxPerson): readonly SandboxConversation[] {
  return chat.cast.conversations.filter(({ personId }) => personId === null || personId === person.id)
}

/** Never shown inside the page: a file somebody sent is only ever saved. */
function giveFile(ctx: RouterContext, name: string, bytes: Uint8Array): void {
  ctx.attachment(name, { fallback: asciiName(name) })
  ctx.type = 'application/octet-stream'
  ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A parameter that is given once; Koa makes a list of a repeated one. */
function one(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : otherwise
}
