import { CallFault } from './call-fault.ts'

/** The calls of one client that are under way, so that all of them can be broken off. */
export interface RunningCalls {
  /** Runs a call, which ends by its signal when its time is over (`ETIMEDOUT`) or all are broken off. */
  readonly run: <T>(timeoutMs: number, call: (signal: AbortSignal) => Promise<T>) => Promise<T>
  /** Breaks off what runs, with the code `UND_ERR_DESTROYED`; what is begun afterwards rejects with it. */
  readonly breakOff: () => void
}

const code = 'UND_ERR_DESTROYED'

/** The library's own `destroy` misses calls on connections that it has let go of already. */
export function createRunningCalls(): RunningCalls {
  const running = new Set<AbortController>()
  let isOver = false
  return {
    run: async (timeoutMs, call) => {
      if (isOver) throw new CallFault('not_sent', code)
      const controller = new AbortController()
      const timer = setTimeout(() => {
        controller.abort(new DOMException('the time is over', 'TimeoutError'))
      }, timeoutMs)
      running.add(controller)
      try {
        return await call(controller.signal)
      } finally {
        clearTimeout(timer)
        running.delete(controller)
      }
    },
    breakOff: () => {
      isOver = true
      for (const controller of running) controller.abort(Object.assign(new Error('broken off'), { code }))
    },
  }
}
