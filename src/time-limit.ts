/** A piece of work that took longer than it was given. */
export class TimeLimitError extends Error {
  readonly code = 'ETIMEDOUT'

  constructor(limit: number) {
    super(`not done within ${limit} ms`)
    this.name = 'TimeLimitError'
  }
}

/** What the work gives, or TimeLimitError after `limit` milliseconds; what comes later is ignored. */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitError(limit))
    }, limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
