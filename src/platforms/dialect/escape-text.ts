/** Text from outside, a file's name say, as it may stand in a reply's Markdown: read back it is that text, on one line. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
}
