/** The code an error of the system or of a driver carries, as text; empty where it has none. */
export function codeOf(error: unknown): string {
  // Not `instanceof Error`: an error may come from another realm.
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
