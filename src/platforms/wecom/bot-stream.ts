import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { Address, CollectedReply, PlatformFiles, ReplyDesk } from '../platform.ts'
import { codeOf, type Log } from '../../log.ts'
import { fitting, streamPictures, type StreamPicture } from './bot-text.ts'

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

/** The name of a message's stream: it tells the message and its age, also to a process that did not open it. */
export function streamIdOf(messageId: string, receivedAt: Date): string {
  return `${Math.floor(receivedAt.getTime() / 1000).toString(36)}-${messageId}`
}

/** null: not a name of ours. */
export function readStreamId(id: string): { readonly messageId: string; readonly at: number } | null {
  const match = /^([0-9a-z]{1,9})-(.+)$/s.exec(id)
  const [, seconds, messageId] = match ?? []
  if (seconds === undefined || messageId === undefined) return null
  return { messageId, at: Number.parseInt(seconds, 36) * 1000 }
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
  /** When its message came. */
  readonly at: number
  readonly to: Address
}

/** The next frame of a stream: what has become of its message. */
export async function nextFrame(asked: AskedStream, options: StreamDeskOptions): Promise<StreamFrame> {
  const { clock, log } = options
  const isOld = clock().getTime() - asked.at >= streamLife
  const waiting = isOld ? frame(asked.id, true, words.later) : openingFrame(asked.id)
  try {
    const collected = await options.desk.collect(asked.messageKey)
    switch (collected.kind) {
      case 'unknown':
        return lostFrame(asked.id)
      case 'open': {
        const { text } = await takeFitting(asked, collected.replies ?? [], options)
        return text === '' ? waiting : frame(asked.id, isOld, text)
      }
      case 'answered': {
        const { text, shown } = await takeFitting(asked, collected.replies, options)
        if (text === '') return frame(asked.id, true, words.inNextMessage)
        return frame(asked.id, true, text, await picturesOf(shown, options.files))
      }
    }
  } catch (error) {
    // The store is away for a moment; the stream asks again.
    log.warn('stream not answered', { platform: 'wecom', code: codeOf(error) })
    return waiting
  }
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

async function picturesOf(
  shown: readonly { readonly reply: Reply }[],
  files: PlatformFiles,
): Promise<readonly StreamPicture[]> {
  return streamPictures(
    shown.map(({ reply }) => reply),
    files,
  )
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
