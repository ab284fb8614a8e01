/** The platform is busy or broken for a while: what failed may be tried again. */
export class PassingFault extends Error {
  readonly code: string

  constructor(reason: string) {
    super(`platform is busy: ${reason}`)
    this.name = 'PassingFault'
    this.code = `UND_ERR_BUSY_${reason.replaceAll(/[^\w.]+/g, '_')}`
  }
}
