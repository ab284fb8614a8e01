import { Worker } from 'node:worker_threads'
import type { ThreadAnswer, ThreadData, ThreadRequest } from './check-thread.ts'
import type { CheckedFile } from './check.ts'
import { GongkaiError, isFileErrorCode, UnreadableFileError } from './errors.ts'
import type { Report } from './report/report.ts'
import type { Roster } from './roster/roster.ts'

/** Reads and checks files in worker threads: one file a thread, within time and memory. */
export interface Checker {
  /**
   * Reads and checks a file; its bytes are asked for when a thread is free, so that waiting files cost no memory.
   * Rejects with what `load` rejects with, with UnreadableFileError where the file cannot be read, was not read in time or took too much memory,
   * and with GongkaiError `internal` for a fault of ours.
   */
  readonly check: (
    load: () => Promise<Uint8Array>,
    fileName: string,
    previous?: Report | null,
  ) => Promise<CheckedFile>
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

interface Job {
  readonly load: () => Promise<Uint8Array>
  readonly request: Omit<ThreadRequest, 'bytes'>
  readonly resolve: (file: CheckedFile) => void
  readonly reject: (error: Error) => void
}

/** Starts threads as they are needed and keeps them for the next file. */
export function createChecker(options: CheckerOptions): Checker {
  const pool = new ThreadPool(options)
  return {
    check: (load, fileName, previous = null) =>
      new Promise((resolve, reject) => {
        pool.add({ load, request: { fileName, previous }, resolve, reject })
      }),
    close: () => pool.close(),
  }
}

class ThreadPool {
  readonly #options: CheckerOptions
  readonly #idle: Worker[] = []
  readonly #running = new Map<Worker, RunningJob>()
  readonly #queue: Job[] = []
  #closed = false

  constructor(options: CheckerOptions) {
    this.#options = options
  }

  add(job: Job): void {
    this.#queue.push(job)
    this.#next()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#queue.splice(0)) job.reject(stopping())
    const workers = [...this.#idle, ...this.#running.keys()]
    for (const worker of workers) this.#fail(worker, stopping())
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  #next(): void {
    while (this.#running.size < this.#options.threads && !this.#closed) {
      const job = this.#queue.shift()
      if (job === undefined) return
      this.#run(this.#idle.pop() ?? this.#start(), job)
    }
  }

  #run(worker: Worker, job: Job): void {
    const timer = setTimeout(() => {
      this.#fail(worker, overrun(`超过 ${this.#options.timeLimit / 1000} 秒没有读完`))
    }, this.#options.timeLimit)
    this.#running.set(worker, { ...job, timer })
    worker.ref()
    job.load().then(
      (bytes) => {
        // The job may have been ended meanwhile.
        if (this.#running.get(worker)?.load === job.load) worker.postMessage({ ...job.request, bytes })
      },
      (error: unknown) => {
        this.#fail(worker, error instanceof Error ? error : new Error(String(error)))
      },
    )
  }

  #start(): Worker {
    const worker = startThread(this.#options)
    worker.on('message', (answer: ThreadAnswer) => {
      const job = this.#take(worker)
      // An idle thread must not keep a command from ending.
      worker.unref()
      this.#idle.push(worker)
      if (answer.kind === 'checked') job?.resolve(answer.file)
      else job?.reject(errorOf(answer))
      this.#next()
    })
    worker.on('error', (error: Error) => {
      this.#fail(worker, threadFault(error))
    })
    worker.on('exit', () => {
      this.#fail(worker, new GongkaiError('internal', '读取文件的线程意外结束，请联系管理员'))
    })
    return worker
  }

  /** Ends a thread, and its job with it; another thread takes the next one. */
  #fail(worker: Worker, error: Error): void {
    const position = this.#idle.indexOf(worker)
    if (position >= 0) this.#idle.splice(position, 1)
    const job = this.#take(worker)
    if (job === undefined) return
    void worker.terminate()
    job.reject(error)
    this.#next()
  }

  #take(worker: Worker): RunningJob | undefined {
    const job = this.#running.get(worker)
    clearTimeout(job?.timer)
    this.#running.delete(worker)
    return job
  }
}

interface RunningJob extends Job {
  readonly timer: NodeJS.Timeout
}

function stopping(): GongkaiError {
  return new GongkaiError('internal', '程序正在停止')
}

function threadFault(error: Error): GongkaiError {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? overrun('读取时占用内存过多')
    : new GongkaiError('internal', '读取文件的线程出错，请联系管理员', { cause: error })
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
