/**
 * Text that came from outside (names, file names, quoted words), made safe for Markdown: it shows as it is and is
 * neither format nor link nor mention, on one line. `@` becomes `＠` and `://` in an address `：／／`, because chat
 * clients make mentions and links even of plain text.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\p{Cf}]/gu, '')
    .replaceAll('@', '＠')
    .replaceAll(/:?\/\//gu, (mark) => (mark.startsWith(':') ? '：／／' : '／／'))
    .replaceAll(/\bwww\./giu, (www) => `${www.slice(0, -1)}．`)
    .replaceAll(/\b(mailto|tel|javascript|data):/giu, '$1：')
    .replaceAll(/[\\`*_[\]<>|~#&!$]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d{1,9}[.)])/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .trim()
}

/**
 * Words that people have to type or copy as they stand: a file's name of ours, the id of a group. Chats show them
 * unchanged where nothing in them can mention, link or format; whatever else is in them is made safe as usual.
 */
export function verbatim(text: string): string {
  return /^[^`\s]+$/.test(text) ? `\`${text}\`` : escapeMarkdown(text)
}

/** escapeMarkdown for a notification's title, which is plain text: no mention, no address, one line. */
export function plainTitle(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll('@', '＠')
    .replaceAll(/:?\/\//gu, (mark) => (mark.startsWith(':') ? '：／／' : '／／'))
    .trim()
}

/** Text of ours without Markdown's marks, for files and pictures. */
export function withoutMarks(markdown: string): string {
  return markdown.replaceAll('**', '').replaceAll(/\\(?=[\p{P}\p{S}])/gu, '')
}

/** A list with dots, one line an item. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** Paragraphs, those that are there. */
export function paragraphs(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n')
}
