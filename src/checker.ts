import { Worker } from 'node:worker_threads'
import type { ThreadAnswer, ThreadData, ThreadRequest } from './check-thread.ts'
import type { CheckedFile } from './check.ts'
import {
  GongkaiError,
  isFileErrorCode,
  StoppingError,
  StoreUnavailableError,
  UnreadableFileError,
} from './errors.ts'
import type { Report } from './report/report.ts'
import type { Roster } from './roster/roster.ts'

/** Reads and checks files in worker threads: one file a thread, within time and memory. */
export interface Checker {
  /**
   * Reads and checks a file; its bytes are asked for when a thread is free, so that waiting files cost no memory.
   * `alone`: while no other file is read, since this one may take the process with it and others must not be blamed.
   * Rejects with what `load` rejects with, with UnreadableFileError where the file cannot be read, was not read in
   * time, took too much memory or ended its thread, with StoreUnavailableError where `load` took too long, with
   * StoppingError once it is closed, and with GongkaiError `internal` for a fault of ours.
   */
  readonly check: (
    load: () => Promise<Uint8Array>,
    fileName: string,
    previous?: Report | null,
    alone?: boolean,
  ) => Promise<CheckedFile>
  /** Seconds until one more file is read, on average over those before, with all threads at work. */
  readonly secondsPerFile: () => number
  readonly close: () => Promise<void>
}

export interface CheckerOptions {
  readonly roster: Roster
  /** How many files are read at once. */
  readonly threads: number
  /** Milliseconds a file may take. */
  readonly timeLimit: number
  /** Megabytes of heap a thread may use. */
  readonly heapLimit: number
}

/** The limits of reading: 30 s and 256 MB a file. */
export const readingLimits = { timeLimit: 30_000, heapLimit: 256 } as const

/** Milliseconds a thread may take to load the program before it begins to read. */
const startLimit = 30_000

interface Job {
  readonly load: () => Promise<Uint8Array>
  readonly request: Omit<ThreadRequest, 'bytes'>
  readonly alone: boolean
  readonly resolve: (file: CheckedFile) => void
  readonly reject: (error: Error) => void
}

interface RunningJob {
  readonly job: Job
  /** The bytes are fetched, handed to the thread, being read there. */
  phase: 'loading' | 'handed over' | 'reading'
  /** When the phase began, on a clock that never jumps. */
  since: number
  timer: NodeJS.Timeout
}

/** Starts threads as they are needed and keeps them for the next file. */
export function createChecker(options: CheckerOptions): Checker {
  const pool = new ThreadPool(options)
  return {
    check: (load, fileName, previous = null, alone = false) =>
      new Promise((resolve, reject) => {
        pool.add({ load, request: { fileName, previous }, alone, resolve, reject })
      }),
    secondsPerFile: () => pool.secondsPerFile / options.threads,
    close: () => pool.close(),
  }
}

class ThreadPool {
  readonly #options: CheckerOptions
  readonly #idle: Worker[] = []
  readonly #running = new Map<Worker, RunningJob>()
  readonly #queue: Job[] = []
  #closed = false
  /** What one file takes a thread: a moving average. */
  secondsPerFile = 1

  constructor(options: CheckerOptions) {
    this.#options = options
  }

  add(job: Job): void {
    if (this.#closed) {
      job.reject(new StoppingError())
      return
    }
    this.#queue.push(job)
    this.#next()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#queue.splice(0)) job.reject(new StoppingError())
    const workers = [...this.#idle, ...this.#running.keys()]
    for (const worker of workers) this.#fail(worker, new StoppingError())
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  #next(): void {
    while (this.#running.size < this.#options.threads && !this.#closed) {
      const [job] = this.#queue
      if (job === undefined || !this.#maySetOut(job)) return
      this.#queue.shift()
      this.#run(this.#idle.pop() ?? this.#start(), job)
    }
  }

  #maySetOut({ alone }: Job): boolean {
    const running = [...this.#running.values()]
    return running.length === 0 || !(alone || running.some(({ job }) => job.alone))
  }

  #run(worker: Worker, job: Job): void {
    const running: RunningJob = {
      job,
      phase: 'loading',
      since: performance.now(),
      timer: this.#limit(worker),
    }
    this.#running.set(worker, running)
    worker.ref()
    job.load().then(
      (bytes) => {
        // The job may have been ended meanwhile.
        if (this.#running.get(worker) !== running) return
        this.#enter(worker, running, 'handed over')
        worker.postMessage({ ...job.request, bytes })
      },
      (error: unknown) => {
        if (this.#running.get(worker) !== running) return
        this.#release(worker)
        job.reject(error instanceof Error ? error : new Error(String(error)))
        this.#next()
      },
    )
  }

  /** Each phase has the whole time: a store that is slow to give the bytes is no fault of the file. */
  #enter(worker: Worker, running: RunningJob, phase: RunningJob['phase']): void {
    clearTimeout(running.timer)
    running.phase = phase
    running.since = performance.now()
    running.timer = this.#limit(worker, phase === 'handed over' ? startLimit : undefined)
  }

  #limit(worker: Worker, limit = this.#options.timeLimit): NodeJS.Timeout {
    return setTimeout(() => {
      const running = this.#running.get(worker)
      if (running === undefined) return
      // A timer this late means that the whole process stood still, and the thread with it.
      const stoodStill = performance.now() - running.since > 1.5 * limit
      if (stoodStill) this.#enter(worker, running, running.phase)
      else this.#fail(worker, this.#lateness(running.phase))
    }, limit)
  }

  #lateness(phase: RunningJob['phase']): Error {
    switch (phase) {
      case 'loading':
        return new StoreUnavailableError('文件没有按时从存储中取到')
      case 'handed over':
        return new GongkaiError('internal', '读取文件的线程没有启动，请联系管理员')
      case 'reading':
        return overrun(`超过 ${this.#options.timeLimit / 1000} 秒没有读完`)
    }
  }

  #start(): Worker {
    const worker = startThread(this.#options)
    worker.on('message', (answer: ThreadAnswer) => {
      const running = this.#running.get(worker)
      if (running === undefined) return
      if (answer.kind === 'begun') {
        this.#enter(worker, running, 'reading')
        return
      }
      this.secondsPerFile += 0.2 * ((performance.now() - running.since) / 1000 - this.secondsPerFile)
      this.#release(worker)
      if (answer.kind === 'checked') running.job.resolve(answer.file)
      else running.job.reject(errorOf(answer))
      this.#next()
    })
    worker.on('error', (error: Error) => {
      this.#fail(worker, threadFault(error, this.#running.get(worker)?.phase))
    })
    worker.on('exit', () => {
      this.#fail(worker, threadFault(undefined, this.#running.get(worker)?.phase))
    })
    return worker
  }

  /** The thread is free for the next file. */
  #release(worker: Worker): void {
    this.#take(worker)
    // An idle thread must not keep a command from ending.
    worker.unref()
    this.#idle.push(worker)
  }

  /** Ends a thread, and its job with it; another thread takes the next one. */
  #fail(worker: Worker, error: Error): void {
    const position = this.#idle.indexOf(worker)
    if (position >= 0) this.#idle.splice(position, 1)
    const running = this.#take(worker)
    if (running === undefined) return
    void worker.terminate()
    running.job.reject(error)
    this.#next()
  }

  #take(worker: Worker): RunningJob | undefined {
    const running = this.#running.get(worker)
    clearTimeout(running?.timer)
    this.#running.delete(worker)
    return running
  }
}

/** What the end of a thread means: before the reading began in it, the file had no part in it. */
function threadFault(error: Error | undefined, phase: RunningJob['phase'] | undefined): GongkaiError {
  if (phase !== 'reading') {
    return new GongkaiError('internal', '读取文件的线程出错，请联系管理员', { cause: error })
  }
  if (error !== undefined && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return overrun('读取时占用内存过多')
  }
  return new UnreadableFileError(
    'reader_died',
    '读取这个文件时程序中断了，没有读完。请另存为新的 .docx 后再试',
    { cause: error },
  )
}

function startThread(options: CheckerOptions): Worker {
  const kinds = Object.fromEntries(options.roster.agencies.map((agency) => [agency.name, agency.kind]))
  // The built program only: Node cannot start a thread from a .ts file.
  return new Worker(new URL('./check-thread.js', import.meta.url), {
    workerData: { kinds } satisfies ThreadData,
    resourceLimits: { maxOldGenerationSizeMb: options.heapLimit },
  })
}

function overrun(what: string): UnreadableFileError {
  return new UnreadableFileError(
    'read_timeout',
    `文件${what}，已停止读取。请删去文中的大图片或另存为新的 .docx 后再试`,
  )
}

function errorOf(answer: Extract<ThreadAnswer, { kind: 'failed' }>): GongkaiError {
  const { code, message } = answer
  return isFileErrorCode(code) ? new UnreadableFileError(code, message) : new GongkaiError(code, message)
}
