/** A request that cannot be taken as it is; `message` is for the person at the page. */
export class RequestError extends Error {
  readonly status: number
  readonly expose = true

  constructor(status: number, message: string) {
    super(message)
    this.name = 'RequestError'
    this.status = status
  }
}
