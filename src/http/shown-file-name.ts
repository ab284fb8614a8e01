const longest = 120

/**
 * A file's name as it is shown and kept: the last part of a path, without characters that are not seen or turn the
 * reading direction, not endless. null: nothing is left but dots, which are no name.
 */
export function shownFileName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const name = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return /^[.\s]*$/.test(name) ? null : Array.from(name).slice(-longest).join('')
}
