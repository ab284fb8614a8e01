import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { GongkaiError, StoppingError } from '../errors.ts'
import { chartWidth } from './drawing.ts'
import type { PaintAnswer, PaintRequest, PaintThreadData } from './paint-thread.ts'

/** Turns charts into pictures that a chat takes, in a worker thread. */
export interface Painter {
  /**
   * PNG of a chart's SVG, 780 pixels wide: the width of a phone at twice the pixels. One picture after the other.
   * Rejects with GongkaiError `internal` where it cannot be drawn or is not drawn in time, with StoppingError once
   * the painter is closed, with the signal's reason once that is aborted: what only waits is not drawn then. The
   * figures stand in the text, so an answer goes without its picture.
   */
  readonly png: (svg: string, signal?: AbortSignal) => Promise<Uint8Array>
  /** Ends once every thread has: one that was given up ends with the picture it draws. */
  readonly close: () => Promise<void>
}

export interface PainterOptions {
  /** Folder of the shipped fonts: assets/fonts of the package. */
  readonly fontFolder: string
  /** Milliseconds a picture may take, the start of the thread aside. */
  readonly timeLimit?: number
}

/** The fonts in the font folder, in the order in which characters are looked for. */
export const fontFiles: readonly string[] = ['NotoSansSC-common.ttf', 'NotoSansSC-rare.ttf']

interface Order {
  readonly svg: string
  readonly resolve: (png: Uint8Array) => void
  readonly reject: (reason: unknown) => void
}

/** Starts its thread with the first picture and keeps it for the next; an idle thread keeps no command from ending. */
export function createPainter({ fontFolder, timeLimit = 10_000 }: PainterOptions): Painter {
  const data: PaintThreadData = {
    fontFiles: fontFiles.map((name) => path.join(fontFolder, name)),
    pixelWidth: 2 * chartWidth,
  }
  const easel = new Easel(data, timeLimit)
  return {
    png: (svg, signal) =>
      new Promise((resolve, reject) => {
        const order = { svg, resolve, reject }
        signal?.addEventListener('abort', () => {
          easel.remove(order, signal.reason)
        })
        easel.add(order)
      }),
    close: () => easel.close(),
  }
}

class Easel {
  readonly #data: PaintThreadData
  readonly #timeLimit: number
  readonly #queue: Order[] = []
  #current: Order | null = null
  #timer: NodeJS.Timeout | undefined
  #worker: Worker | null = null
  #isOnline = false
  /** Threads that were given up. */
  readonly #ending = new Set<Promise<unknown>>()
  #closed = false

  constructor(data: PaintThreadData, timeLimit: number) {
    this.#data = data
    this.#timeLimit = timeLimit
  }

  add(order: Order): void {
    if (this.#closed) {
      order.reject(new StoppingError())
      return
    }
    this.#queue.push(order)
    this.#next()
  }

  /** Nobody waits for it any more; what is being drawn is drawn to its end. */
  remove(order: Order, reason: unknown): void {
    const at = this.#queue.indexOf(order)
    if (at >= 0) this.#queue.splice(at, 1)
    order.reject(reason)
  }

  async close(): Promise<void> {
    this.#closed = true
    const waiting = [...(this.#current === null ? [] : [this.#current]), ...this.#queue.splice(0)]
    this.#current = null
    clearTimeout(this.#timer)
    for (const { reject } of waiting) reject(new StoppingError())
    await Promise.all([this.#worker?.terminate(), ...this.#ending])
  }

  #next(): void {
    if (this.#current !== null) return
    const order = this.#queue.shift()
    if (order === undefined) {
      this.#worker?.unref()
      return
    }
    this.#current = order
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    if (this.#isOnline) this.#setTimer(worker)
    worker.postMessage({ svg: order.svg } satisfies PaintRequest)
  }

  #start(): Worker {
    this.#isOnline = false
    // The built program only: Node cannot start a thread from a .ts file.
    const worker = new Worker(new URL('./paint-thread.js', import.meta.url), { workerData: this.#data })
    worker.on('online', () => {
      if (this.#worker !== worker) return
      this.#isOnline = true
      if (this.#current !== null) this.#setTimer(worker)
    })
    worker.on('message', (answer: PaintAnswer) => {
      if (this.#worker === worker) this.#finish(answer)
    })
    worker.on('error', (error: Error) => {
      this.#drop(worker, new GongkaiError('internal', '画图的线程出错，请联系管理员', { cause: error }))
    })
    worker.on('exit', () => {
      this.#drop(worker, new GongkaiError('internal', '画图的线程中断了，请联系管理员'))
    })
    return worker
  }

  #setTimer(worker: Worker): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#drop(worker, new GongkaiError('internal', `图没有在 ${this.#timeLimit / 1000} 秒内画完`))
    }, this.#timeLimit)
  }

  #finish(answer: PaintAnswer): void {
    const order = this.#take()
    if (answer.kind === 'painted') order?.resolve(answer.png)
    else order?.reject(new GongkaiError('internal', `图没有画成：${answer.message}`))
    this.#next()
  }

  /** Gives up a thread, and its picture with it; another thread takes the next one. */
  #drop(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const end = worker.terminate().finally(() => this.#ending.delete(end))
    this.#ending.add(end)
    this.#take()?.reject(error)
    this.#next()
  }

  #take(): Order | null {
    clearTimeout(this.#timer)
    const order = this.#current
    this.#current = null
    return order
  }
}
