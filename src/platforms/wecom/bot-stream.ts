import type { Clock } from '../../clock.ts'
import type { Address, CollectedReply, PlatformFiles, ReplyDesk } from '../platform.ts'
import { codeOf, type Log } from '../../log.ts'
import { finishedStream, fitting, type StreamPicture } from './bot-text.ts'

/** One frame of a stream: always the whole text so far. */
export interface StreamFrame {
  readonly msgtype: 'stream'
  readonly stream: {
    readonly id: string
    readonly finish: boolean
    readonly content: string
    readonly msg_item?: readonly StreamPicture[]
  }
}

/** The platform asks for frames until 6 minutes after the message; half a minute is left for the last one. */
export const streamLife = 330_000

const words = {
  working: '收到，正在处理…',
  later: '收到，结果稍后发出。',
  inNextMessage: '处理好了，结果见下一条消息。',
  lost: '会话已中断，请重新发送。',
} as const

const prefix = 'S-'

/** The name of a message's stream: the same for each copy of the message, whichever process it comes to. */
export function streamIdOf(messageId: string): string {
  return `${prefix}${messageId}`
}

/** The message of a stream; null: not a name of ours. */
export function messageOfStream(id: string): string | null {
  return id.startsWith(prefix) ? id.slice(prefix.length) : null
}

/** The frame that opens a stream. */
export function openingFrame(id: string): StreamFrame {
  return frame(id, false, words.working)
}

/** The frame for a stream whose message nobody knows. */
export function lostFrame(id: string): StreamFrame {
  return frame(id, true, words.lost)
}

export interface StreamDeskOptions {
  readonly desk: ReplyDesk
  readonly files: PlatformFiles
  readonly clock: Clock
  readonly log: Log
}

/** A stream that asks for its next frame. */
export interface AskedStream {
  readonly id: string
  readonly messageKey: string
  /** When its message first came to this process, or its first question did: what is known while the store is away. */
  readonly firstSeen: Date
  readonly to: Address
}

/** The next frame of a stream: what has become of its message. */
export async function nextFrame(asked: AskedStream, options: StreamDeskOptions): Promise<StreamFrame> {
  try {
    const collected = await options.desk.collect(asked.messageKey)
    switch (collected.kind) {
      case 'unknown':
        return lostFrame(asked.id)
      case 'open': {
        const { text } = await takeFitting(asked, collected.replies, options)
        return waitingFrame(asked, collected.since ?? asked.firstSeen, text, options)
      }
      case 'answered': {
        const { text, shown } = await takeFitting(asked, collected.replies, options)
        if (text === '') return frame(asked.id, true, words.inNextMessage)
        const replies = shown.map(({ reply }) => reply)
        const finished = await finishedStream(replies, asked.to, options.files)
        return frame(asked.id, true, finished.text, finished.pictures)
      }
    }
  } catch (error) {
    // The store is away for a moment; the stream asks again.
    options.log.warn('stream not answered', { platform: 'wecom', code: codeOf(error) })
    return waitingFrame(asked, asked.firstSeen, '', options)
  }
}

/** What was said meanwhile, or a word; a stream that is about to end is ended, and the answer follows by another way. */
function waitingFrame(
  { id }: AskedStream,
  since: Date,
  text: string,
  { clock }: Pick<StreamDeskOptions, 'clock'>,
): StreamFrame {
  const isOld = clock().getTime() - since.getTime() >= streamLife
  if (text !== '') return frame(id, isOld, text)
  return isOld ? frame(id, true, words.later) : openingFrame(id)
}

/** What is there and fits, taken, so that nobody sends it as well. The rest is sent. */
async function takeFitting(
  { messageKey, to }: AskedStream,
  replies: readonly CollectedReply[],
  { desk, files }: StreamDeskOptions,
): Promise<{ readonly text: string; readonly shown: readonly CollectedReply[] }> {
  const open = replies.filter(({ state }) => state !== 'sent')
  const wanted = fitting(open, to, files).replies
  const waiting = wanted.filter(({ state }) => state === 'waiting').map(({ key }) => key)
  const won = waiting.length === 0 ? [] : await desk.take(messageKey, waiting)
  const shown = wanted.filter(({ key, state }) => state !== 'waiting' || won.includes(key))
  return { text: fitting(shown, to, files).text, shown }
}

function frame(
  id: string,
  finish: boolean,
  content: string,
  pictures: readonly StreamPicture[] = [],
): StreamFrame {
  return {
    msgtype: 'stream',
    stream: { id, finish, content, ...(pictures.length === 0 ? {} : { msg_item: pictures }) },
  }
}
