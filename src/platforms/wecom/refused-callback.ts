/** Why a callback was refused; for metrics and log, never told to the caller. */
export type RefusalReason =
  | 'parameter'
  | 'timestamp'
  | 'envelope'
  | 'signature'
  | 'ciphertext'
  | 'padding'
  | 'length'
  | 'receiveid'
  | 'content'

/** A callback that is not the platform's, or not meant for us: answered with an empty 403, whatever the reason. */
export class RefusedCallback extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(`callback refused: ${reason}`)
    this.name = 'RefusedCallback'
    this.reason = reason
  }
}
