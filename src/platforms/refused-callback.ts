/**
 * A callback that is not taken: not the platform's, not meant for us, or not read to its end. Its sender learns the
 * status alone; `reason` is for metrics and log.
 */
export class RefusedCallback extends Error {
  readonly reason: string
  readonly status: 403 | 408 | 413

  constructor(reason: string, status: RefusedCallback['status'] = 403) {
    super(`callback refused: ${reason}`)
    this.name = 'RefusedCallback'
    this.reason = reason
    this.status = status
  }
}
