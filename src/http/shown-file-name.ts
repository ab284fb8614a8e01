const longest = 120
/** Of the end that is kept of a longer name, its extension included. */
const longestEnd = 40

/**
 * A file's name as it is shown and kept: the last part of a path, without characters that are not seen or turn the
 * reading direction. Of an endless one the beginning and the end with the extension, with `…` where it was cut. null:
 * nothing is left but dots, which are no name.
 */
export function shownFileName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const name = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return /^[.\s]*$/.test(name) ? null : shortened(name)
}

function shortened(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= longest) return name
  const beginning = characters.slice(0, longest - longestEnd - 1)
  return [...beginning, '…', ...characters.slice(-longestEnd)].join('')
}
