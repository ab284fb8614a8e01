/** A reply's Markdown for the terminal: emphasis and escapes taken off, links written out, lists left as they are. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)\)/g, '$1 $2')
    .replaceAll(/(?<!\\)\*\*/g, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
