/** What TLS says where nobody that is trusted has signed a certificate. */
export const untrustedCodes: readonly string[] = [
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_UNTRUSTED'],
]
const otherCodes = ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']

/** Whether a connection failed for the other side's certificate: no repeat mends that. */
export function isCertificateFault(code: string): boolean {
  return untrustedCodes.includes(code) || otherCodes.includes(code)
}

/** A host whose certificate is not taken. Of the URL it holds the host alone, which an administrator has to know. */
export class UntrustedHostError extends Error {
  readonly code = 'host_untrusted'
  /** Of the fault: `DEPTH_ZERO_SELF_SIGNED_CERT` … */
  readonly reason: string
  /** With its port, where it has one of its own. */
  readonly host: string

  constructor(reason: string, host: string) {
    super(`certificate not trusted: ${reason}`)
    this.name = 'UntrustedHostError'
    this.reason = reason
    this.host = host
  }
}
