/** The short number people can quote and administrators can search for. */
export function referenceOf(key: string): string {
  return key.slice(-8)
}
