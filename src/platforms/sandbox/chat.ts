import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Address, Delivery, PlatformInbox } from '../platform.ts'
import type { Context, Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import { GongkaiError } from '../../errors.ts'
import { codeOf, type Log } from '../../log.ts'
import { botName, castOf, type Cast, type SandboxConversation, type SandboxPerson } from './cast.ts'
import type { Events } from './events.ts'
import { viewOf, type LineView } from './line-view.ts'
import { answeredKey, isForBot, lineKey, messageOf } from './transcript.ts'
import type { Line, NumberedLine, SandboxStore } from './transcript.ts'

export interface ChatOptions {
  readonly store: SandboxStore
  readonly roster: Context['roster']
  readonly events: Events
  readonly clock: Clock
  readonly log: Log
}

/** What somebody says: a text, a file, or both. */
export interface Utterance {
  /** Made by the page, unique for this person and conversation. */
  readonly id: string
  readonly person: SandboxPerson
  readonly conversation: SandboxConversation
  readonly text: string
  readonly file: Line['file']
  /** Key of a line of this conversation. */
  readonly quotes: string | null
}

/** The chat itself: its people, its transcript, and the way to the bot and back. */
export interface Chat {
  readonly cast: Cast
  /** Opens the way to the bot, and hands over again what may have been cut off on its way by a crash. */
  readonly start: (inbox: PlatformInbox) => Promise<void>
  /** Keeps a line and, where it is meant for the bot, its message: both are durable when it resolves. */
  readonly say: (utterance: Utterance) => Promise<LineView>
  /** Writes a reply of the bot into its conversation, once for each key. */
  readonly answer: (to: Address, reply: Reply, key: string) => Promise<Delivery>
  /** The newest lines of a conversation, ascending. */
  readonly history: (conversation: SandboxConversation, limit: number) => Promise<readonly LineView[]>
  /** Lines of some conversations above a number, ascending. */
  readonly since: (conversationIds: ReadonlySet<string>, after: number) => Promise<readonly LineView[]>
  readonly hasLine: (conversationId: string, key: string) => Promise<boolean>
}

/** Lines that are handed out at once. */
const reach = 1_000
/** Lines of each conversation for a page that has none yet; the rest it asks for when somebody scrolls back. */
const firstLines = 100
/** A line this old is not handed over again at start. */
const handOverAgainFor = 24 * 60 * 60 * 1000

/** Puts the chat together over the store. */
export function createChat(options: ChatOptions): Chat {
  const cast = castOf(options.roster)
  const room: Room = { ...options, conversations: cast.conversations }
  let inbox: PlatformInbox | undefined

  return {
    cast,
    start: async (given) => {
      inbox = given
      await handOverAgain(room, given)
    },
    say: async (utterance) => {
      if (inbox === undefined) throw new GongkaiError('store_unavailable', '正在启动，请稍等几秒再发')
      const { conversation } = utterance
      const line = lineOf(utterance, room.clock())
      // What was said first under an id holds, also where something else is sent under it later.
      const stored = await append(room, line, conversation)
      if (isForBot(stored, conversation)) await handOver(room, stored, conversation, inbox)
      return viewOf(stored, conversation)
    },
    answer: (to, reply, key) => answer(room, to, reply, key),
    history: (conversation, limit) => viewsOf(room, conversation, 0, Math.max(1, Math.min(limit, reach))),
    since: async (conversationIds, after) => {
      const listened = cast.conversations.filter(({ id }) => conversationIds.has(id))
      const limit = after === 0 ? firstLines : reach
      const views: LineView[] = []
      for (const conversation of listened) {
        views.push(...(await viewsOf(room, conversation, after, limit)))
        // The embedded store answers at once: between two conversations it is the turn of others.
        await othersTurn()
      }
      return views.sort((one, other) => one.number - other.number)
    },
    hasLine: async (conversationId, key) => (await room.store.lineByKey(conversationId, key)) !== null,
  }
}

interface Room extends ChatOptions {
  readonly conversations: readonly SandboxConversation[]
}

function lineOf({ id, person, conversation, text, file, quotes }: Utterance, at: Date): Line {
  return {
    key: lineKey(conversation.id, person.id, id),
    conversationId: conversation.id,
    author: { id: person.id, name: person.name, isBot: false },
    ...{ text, file, quotes, at },
  }
}

async function append(room: Room, line: Line, conversation: SandboxConversation): Promise<NumberedLine> {
  const stored = await room.store.appendLine(line)
  room.events.publish(viewOf(stored, conversation))
  return stored
}

async function handOver(
  room: Room,
  line: Line,
  conversation: SandboxConversation,
  to: PlatformInbox,
): Promise<void> {
  const quoted = line.quotes === null ? null : await room.store.lineByKey(conversation.id, line.quotes)
  await to.keep(messageOf(line, conversation, quoted))
}

async function answer(room: Room, to: Address, reply: Reply, key: string): Promise<Delivery> {
  const line: Line = {
    key: `reply:${key}`,
    conversationId: to.conversationId,
    author: { id: 'bot', name: botName, isBot: true },
    text: reply.markdown,
    file: fileOf(reply),
    quotes: answeredKey(key),
    at: room.clock(),
  }
  try {
    await append(room, line, room.conversations.find(({ id }) => id === to.conversationId) ?? gone(to))
    return { kind: 'sent' }
  } catch (error) {
    return { kind: 'later', reason: codeOf(error) }
  }
}

function fileOf({ files = [] }: Reply): Line['file'] {
  const [file] = files
  if (file === undefined) return null
  const { sha256, name, size, shows } = file
  return { sha256, name, size, ...(shows === undefined ? {} : { shows }) }
}

async function viewsOf(
  { store }: Room,
  conversation: SandboxConversation,
  after: number,
  limit: number,
): Promise<readonly LineView[]> {
  return (await store.linesOf(conversation.id, after, limit)).map((line) => viewOf(line, conversation))
}

async function handOverAgain(room: Room, inbox: PlatformInbox): Promise<void> {
  for (const conversation of room.conversations) {
    try {
      const lines = await room.store.linesOf(conversation.id, 0, 50)
      for (const line of unanswered(lines, conversation, room.clock())) {
        await handOver(room, line, conversation, inbox)
      }
    } catch (error) {
      room.log.warn('lines without an answer were not handed over again', {
        platform: 'sandbox',
        code: codeOf(error),
      })
    }
  }
}

/**
 * The line is written before its message is kept; a crash between the two leaves a line that nobody answers. The
 * inbox knows each message by its key, so handing over too many does no harm.
 */
function unanswered(
  lines: readonly NumberedLine[],
  conversation: SandboxConversation,
  now: Date,
): readonly NumberedLine[] {
  const answered = new Set(lines.filter((line) => line.author.isBot).map((line) => line.quotes))
  return lines.filter(
    (line) =>
      isForBot(line, conversation) &&
      !answered.has(line.key) &&
      now.getTime() - line.at.getTime() < handOverAgainFor,
  )
}

/** A conversation that the roster no longer names still takes the replies it is owed. */
function gone(to: Address): SandboxConversation {
  return { id: to.conversationId, kind: to.conversationKind, name: to.conversationId, personId: null }
}
