import type { IncomingMessage, ServerResponse } from 'node:http'

/** What goes wrong with one request. `before`: nothing was done; `after`: it was done, and nobody hears of it. */
export type Fault =
  | { readonly kind: 'hang' | 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string }

/** Faults by path, used up in order; then all goes well again. */
export class FaultScript {
  readonly #faults = new Map<string, Fault[]>()
  readonly #hung = new Set<ServerResponse>()

  /** The next requests to this path fail so. */
  add(path: string, ...faults: readonly Fault[]): void {
    this.#faults.set(path, [...(this.#faults.get(path) ?? []), ...faults])
  }

  next(path: string): Fault | undefined {
    return this.#faults.get(path)?.shift()
  }

  /** Ends every connection that hangs, as a caller's patience would. */
  release(): void {
    for (const response of this.#hung) response.destroy()
    this.#hung.clear()
  }

  /** Lets a request end without an answer. */
  leave(kind: 'hang' | 'reset', request: IncomingMessage, response: ServerResponse): void {
    if (kind === 'reset') request.socket.resetAndDestroy()
    else this.#hung.add(response)
  }
}
