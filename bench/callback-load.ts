import { performance } from 'node:perf_hooks'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { Pool } from 'undici'

/** Callbacks to send, made before the clock runs. */
export interface CallbackLoad {
  readonly origin: string
  readonly calls: readonly { readonly path: string; readonly body: string }[]
  /** Each is sent at its time, however late the others are answered; null: as fast as they are answered. */
  readonly perSecond: number | null
  /** Connections. */
  readonly width: number
}

export interface LoadResult {
  /** From the moment a call was due to its answer, in milliseconds, in order of size. */
  readonly latencies: readonly number[]
  readonly seconds: number
  /** Answers other than 200. */
  readonly refused: number
}

/** Sends the load from a thread of its own, so that the sender does not slow down what is measured. */
export function sendLoad(load: CallbackLoad): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** The value that this share of the calls does not exceed. */
export function percentile({ latencies }: LoadResult, share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN
}

async function run({ origin, calls, perSecond, width }: CallbackLoad): Promise<LoadResult> {
  const pool = new Pool(origin, { connections: width })
  const latencies: number[] = []
  let refused = 0
  const started = performance.now()
  const send = async (index: number): Promise<void> => {
    const call = calls[index]
    if (call === undefined) return
    const due = perSecond === null ? performance.now() : started + (index * 1000) / perSecond
    const { statusCode, body } = await pool.request({ method: 'POST', path: call.path, body: call.body })
    await body.dump()
    if (statusCode !== 200) refused += 1
    latencies.push(performance.now() - due)
  }
  if (perSecond === null) await asFastAsAnswered(calls.length, width, send)
  else await onTime(calls.length, perSecond, started, send)
  const seconds = (performance.now() - started) / 1000
  await pool.close()
  return { latencies: latencies.sort((one, other) => one - other), seconds, refused }
}

async function asFastAsAnswered(
  count: number,
  width: number,
  send: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await send(next++)
    }),
  )
}

async function onTime(
  count: number,
  perSecond: number,
  started: number,
  send: (index: number) => Promise<void>,
): Promise<void> {
  const running: Promise<void>[] = []
  for (let index = 0; index < count;) {
    const due = Math.floor(((performance.now() - started) * perSecond) / 1000)
    while (index <= Math.min(due, count - 1)) running.push(send(index++))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(running)
}

if (parentPort !== null) parentPort.postMessage(await run(workerData as CallbackLoad))
