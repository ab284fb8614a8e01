import type { Attachment, Reply } from '../src/bot.ts'
import type { Address, Delivery, Platform } from '../src/platforms/platform.ts'

export interface SentReply {
  readonly to: Address
  readonly reply: Reply
  readonly key: string
}

/** A platform without a wire: what it is told to say of each try, and a record of what arrived. */
export interface FakePlatform extends Platform {
  readonly sent: SentReply[]
  /** Answers for the next tries, in order; afterwards all is sent. */
  readonly deliveries: (Delivery | Error)[]
  /** Answers for the next downloads, in order; afterwards the bytes of the ref. */
  readonly downloads: Error[]
  /** Refs of the attachments that somebody began to fetch, in order. */
  readonly fetched: string[]
  /** Downloads of these refs, and sends to these conversations, never end before `release`. */
  readonly hanging: Set<string>
  readonly release: () => void
  /** Milliseconds from its message in which an attachment can be fetched; null: nobody knows. */
  linkLife: number | null
  /** The way that is noted before a reply goes out; null: a repeat shows nothing twice, so nothing is noted. */
  way: string | null
  /** Resolves once `count` replies have been sent. */
  readonly hasSent: (count: number) => Promise<readonly SentReply[]>
}

/** Makes one, called `sandbox` like the platform of test messages unless told otherwise. */
export function createFakePlatform(name = 'sandbox'): FakePlatform {
  const sent: SentReply[] = []
  const deliveries: (Delivery | Error)[] = []
  const downloads: Error[] = []
  const fetched: string[] = []
  const hanging = new Set<string>()
  const waiting = new Set<() => void>()
  const held = new Set<() => void>()
  const isReleased = (what: string): Promise<void> =>
    hanging.has(what) ? new Promise((resolve) => held.add(resolve)) : Promise.resolve()
  const platform: FakePlatform = {
    ...{ name, routes: undefined, sent, deliveries, downloads, fetched, hanging, way: null, linkLife: null },
    release: () => {
      hanging.clear()
      for (const go of held) go()
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    linkEnd: (_, receivedAt) =>
      platform.linkLife === null ? null : new Date(receivedAt.getTime() + platform.linkLife),
    split: (reply) =>
      Promise.resolve(reply.markdown.split('\n---\n').map((markdown) => ({ ...reply, markdown }))),
    download: async (attachment: Attachment) => {
      fetched.push(attachment.ref)
      await isReleased(attachment.ref)
      const fault = downloads.shift()
      if (fault !== undefined) throw fault
      return { name: attachment.name ?? '未命名', bytes: Buffer.from(attachment.ref) }
    },
    send: async (to, reply, key, attempt) => {
      if (platform.way !== null) await attempt.begin(platform.way)
      await isReleased(to.conversationId)
      const delivery = deliveries.shift() ?? { kind: 'sent' as const }
      if (delivery instanceof Error) throw delivery
      if (delivery.kind === 'sent') sent.push({ to, reply: attempt.worded(reply), key })
      for (const check of waiting) check()
      return delivery
    },
    hasSent: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (sent.length < count) return
          waiting.delete(check)
          resolve(sent)
        }
        waiting.add(check)
        check()
      }),
  }
  return platform
}
