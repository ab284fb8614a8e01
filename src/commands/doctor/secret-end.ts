/** What may be shown of a secret, so that two can be told apart: its last four characters, of a short one nothing. */
export function secretEnd(secret: string): string {
  return secret.length < 12 ? '太短，不显示' : `末四位 ${secret.slice(-4)}`
}
