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
  /** Resolves once `count` replies have been sent. */
  readonly hasSent: (count: number) => Promise<readonly SentReply[]>
}

/** Makes one called `sandbox`, the platform of test messages. */
export function createFakePlatform(): FakePlatform {
  const sent: SentReply[] = []
  const deliveries: (Delivery | Error)[] = []
  const downloads: Error[] = []
  const waiting = new Set<() => void>()
  return {
    name: 'sandbox',
    routes: undefined,
    sent,
    deliveries,
    downloads,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    split: (reply) =>
      Promise.resolve(reply.markdown.split('\n---\n').map((markdown) => ({ ...reply, markdown }))),
    download: (attachment: Attachment) => {
      const fault = downloads.shift()
      if (fault !== undefined) return Promise.reject(fault)
      return Promise.resolve({ name: attachment.name ?? '未命名', bytes: Buffer.from(attachment.ref) })
    },
    send: (to, reply, key) => {
      const delivery = deliveries.shift() ?? { kind: 'sent' as const }
      if (delivery instanceof Error) return Promise.reject(delivery)
      if (delivery.kind === 'sent') sent.push({ to, reply, key })
      for (const check of waiting) check()
      return Promise.resolve(delivery)
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
}
